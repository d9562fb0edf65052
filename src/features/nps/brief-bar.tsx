import { type Day, PROGRAMMES } from '#model';
import { Choice, defineTexts, Dropdown, useTexts } from '#ui';
import { useNavigate } from '@tanstack/react-router';
import { type BriefPeriod, monthOf, previousMonth } from './brief-period';
import type { BriefSearch } from './brief-search';
import styles from './filter-bar.module.css';
import { useNpsFormats } from './nps-formats';
import { programmeWords } from './nps-words';
import { OrganisationTree } from './organisation-tree';
import type { NpsView } from './view';

const texts = defineTexts({
  period: { zh: '期间', en: 'Period' },
  organisation: { zh: '机构', en: 'Office' },
  everywhere: { zh: '全国', en: 'All' },
  programme: { zh: '口径', en: 'Programme' },
  filters: { zh: '简报的范围', en: 'What the brief is of' },
});

/** So many months back can be chosen. */
const MONTHS = 24;

/** Which period, office and programme a brief is of: all of it in its address. */
export function BriefBar({ view: { catalogue, names }, search, period, newest }: { view: NpsView; search: BriefSearch; period: BriefPeriod; newest: Day | undefined }) {
  const navigate = useNavigate();
  const t = useTexts(texts);
  const programmes = useTexts(programmeWords);
  const formats = useNpsFormats();
  const go = (next: BriefSearch) => void navigate({ to: '/nps/brief', search: next });
  return (
    <div className={styles.bar} role="group" aria-label={t.filters}>
      <Dropdown name={t.period} value={formats.period(period.id)}>
        {periodsUpTo(newest ?? period.to).map((id) => (
          <Choice key={id} chosen={id === period.id} onChoose={() => go({ ...search, period: id })}>
            {formats.period(id)}
          </Choice>
        ))}
      </Dropdown>
      <Dropdown name={t.programme} value={programmes[search.programme ?? 'transactional']}>
        {PROGRAMMES.map((one) => (
          <Choice key={one} chosen={one === (search.programme ?? 'transactional')} onChoose={() => go({ ...search, programme: one === 'transactional' ? undefined : one })}>
            {programmes[one]}
          </Choice>
        ))}
      </Dropdown>
      {catalogue.organisations.length > 0 && (
        <Dropdown name={t.organisation} value={search.organisation ? names.organisation(search.organisation) : t.everywhere}>
          <Choice chosen={search.organisation === undefined} onChoose={() => go({ ...search, organisation: undefined })}>
            {t.everywhere}
          </Choice>
          <OrganisationTree catalogue={catalogue} chosen={search.organisation} onChoose={(organisation) => go({ ...search, organisation })} />
        </Dropdown>
      )}
    </div>
  );
}

/** The newest months, and after the last one of each quarter that is over, the quarter. */
export function periodsUpTo(newest: Day): string[] {
  const ids: string[] = [];
  let month = monthOf(newest);
  for (let count = 0; count < MONTHS; count += 1) {
    const number = Number(month.slice(5));
    if (count > 0 && number % 3 === 0) ids.push(`${month.slice(0, 4)}-Q${number / 3}`);
    ids.push(month);
    month = previousMonth(month);
  }
  return ids;
}
