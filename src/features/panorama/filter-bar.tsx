import { type JourneyId, type OrganisationId, organisationsOverlap } from '#model';
import { Choice, classes, DayRange, defineTexts, Dropdown, Filters, useFormats, useLocalize, useTexts } from '#ui';
import { lazy, Suspense } from 'react';
import styles from './filter-bar.module.css';
import { OrganisationTree } from './organisation-tree';
import { PERIODS } from './search';
import { compareOf, periodOf } from './url';
import { useView } from './view';

const texts = defineTexts({
  filters: { zh: '筛选', en: 'Filters' },
  period: { zh: '时间', en: 'Period' },
  '7d': { zh: '近 7 天', en: 'Last 7 days' },
  '30d': { zh: '近 30 天', en: 'Last 30 days' },
  '90d': { zh: '近 90 天', en: 'Last 90 days' },
  year: { zh: '今年', en: 'This year' },
  custom: { zh: '自选日期', en: 'Chosen days' },
  range: { zh: (from: string, to: string) => `${from} → ${to}`, en: (from: string, to: string) => `${from} → ${to}` },
  journeys: { zh: '旅程', en: 'Journeys' },
  all: { zh: (n: number) => `全部 ${n} 条`, en: (n: number) => `all ${n}` },
  some: { zh: (n: number) => `${n} 条`, en: (n: number) => `${n} chosen` },
  everyJourney: { zh: '全部旅程', en: 'All journeys' },
  important: { zh: '重要服务', en: 'Important service' },
  organisation: { zh: '机构', en: 'Office' },
  everywhere: { zh: '全部', en: 'All' },
  segment: { zh: '客群', en: 'Segment' },
  compare: { zh: '对比', en: 'vs.' },
  none: { zh: '无', en: 'nothing' },
  previous: { zh: '上一周期', en: 'previous period' },
  weekdays: { zh: '上一周期（同星期）', en: 'previous (same weekdays)' },
  weekdaysShort: { zh: '上一周期（同星期）', en: 'same weekdays' },
  compareCustom: { zh: '自定义', en: 'chosen days' },
  compareOrganisation: { zh: '另一机构', en: 'another organisation' },
  apart: { zh: '对比的是同一时间里的另一家机构，不能是自己，也不能互为上下级：否则同一条旅程会站在两边。', en: 'Compares with another office in the same period. Not itself, and neither within the other: a journey would stand on both sides.' },
  chooseFirst: { zh: '先在「机构」里选一家，再选另一家与它对比。', en: 'First choose an office to look at, then another one to compare it with.' },
  startsOn: { zh: '按旅程开始日；到最新有数据的一天为止', en: 'by start day; ends at the newest day with data' },
});

const ViewsFilter = lazy(async () => ({ default: (await import('./views-filter')).ViewsFilter }));

/** What the map is of and what it is compared with: all of it in the address. */
export function FilterBar() {
  const t = useTexts(texts);
  return (
    <Filters label={t.filters}>
      <JourneyFilter />
      <PeriodFilter />
      <CompareFilter />
      <OrganisationFilter />
      <SegmentFilter />
      <Suspense fallback={<span className={styles.views} />}>
        <ViewsFilter />
      </Suspense>
    </Filters>
  );
}

function JourneyFilter() {
  const { place, search, go, catalogue, names } = useView();
  const localize = useLocalize();
  const t = useTexts(texts);
  if (place.level === 'journey') return undefined;
  const chosen = search.journey ?? [];
  const toggle = (id: JourneyId) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    go({ ...search, journey: next.length === 0 || next.length === catalogue.journeys.length ? undefined : next });
  };
  const [only] = chosen;
  const value = only === undefined ? t.all(catalogue.journeys.length) : chosen.length === 1 ? names.journey(only) : t.some(chosen.length);
  return (
    <Dropdown name={t.journeys} value={value}>
      <Choice chosen={chosen.length === 0} onChoose={() => go({ ...search, journey: undefined })}>
        {t.everyJourney}
      </Choice>
      {catalogue.journeys.map(({ id, name, important }) => (
        <Choice key={id} stays chosen={chosen.includes(id)} onChoose={() => toggle(id)}>
          {localize(name)}
          {important && <span className={styles.important} role="img" aria-label={t.important}>★</span>}
        </Choice>
      ))}
    </Dropdown>
  );
}

function PeriodFilter() {
  const { search, go, answer, time } = useView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const period = periodOf(search);
  // While a day is played, the period that it is one of.
  const days = search.at === undefined ? answer?.filter : time.period;
  const range = days && t.range(shortDay(days.from), shortDay(days.to));
  return (
    <Dropdown name={range ?? t.period} value={period ? t[period] : t.custom}>
      {PERIODS.map((one) => (
        <Choice
          key={one}
          chosen={one === period}
          onChoose={() => go({ ...search, period: one === '30d' ? undefined : one, from: undefined, to: undefined, at: undefined })}
        >
          {t[one]}
        </Choice>
      ))}
      <DayRange
        from={days?.from}
        to={days?.to}
        onApply={(from, to) => go({ ...search, period: undefined, from, to, at: undefined })}
      />
      <p className={styles.hint}>{t.startsOn}</p>
    </Dropdown>
  );
}

function CompareFilter() {
  const { search, go, names, answer, catalogue } = useView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const compare = search.compare ?? 'weekdays';
  const active = compareOf(search);
  const window = answer?.comparison?.filter;
  const shown = {
    none: t.none,
    previous: t.previous,
    weekdays: t.weekdaysShort,
    custom: active.compareFrom && active.compareTo ? t.range(shortDay(active.compareFrom), shortDay(active.compareTo)) : t.none,
    organisation: search.compareOrganisation ? names.organisation(search.compareOrganisation) : t.none,
  }[compare];
  const choose = (next: typeof compare) => go({ ...search, compare: next === 'weekdays' ? undefined : next, compareFrom: undefined, compareTo: undefined, compareOrganisation: undefined });
  return (
    <Dropdown name={t.compare} value={shown}>
      {(['none', 'previous', 'weekdays'] as const).map((one) => (
        <Choice
          key={one}
          chosen={one === compare}
          onChoose={() => choose(one)}
        >
          {t[one]}
        </Choice>
      ))}
      <details className={styles.more} open={compare === 'custom'}>
        <summary>{t.compareCustom}</summary>
        <DayRange
          from={window?.from}
          to={window?.to}
          onApply={(compareFrom, compareTo) => go({ ...search, compare: 'custom', compareFrom, compareTo, compareOrganisation: undefined })}
        />
      </details>
      <details className={styles.more} open={compare === 'organisation'}>
        <summary>{t.compareOrganisation}</summary>
        <p className={styles.hint}>{search.organisation === undefined ? t.chooseFirst : t.apart}</p>
        <OrganisationTree
          chosen={search.compareOrganisation}
          isRefused={(id) => organisationsOverlap(catalogue.organisations, search.organisation, id)}
          onChoose={(compareOrganisation) => go({ ...search, compare: 'organisation', compareOrganisation, compareFrom: undefined, compareTo: undefined })}
        />
      </details>
    </Dropdown>
  );
}

function OrganisationFilter() {
  const { search, go, names, catalogue } = useView();
  const t = useTexts(texts);
  if (catalogue.organisations.length === 0) return undefined;
  const choose = (organisation: OrganisationId | undefined) => {
    // What shares journeys with it is no comparison any more.
    const apart = search.compareOrganisation === undefined || !organisationsOverlap(catalogue.organisations, organisation, search.compareOrganisation);
    go({ ...search, organisation, ...(!apart && { compare: undefined, compareOrganisation: undefined }) });
  };
  return (
    <Dropdown name={t.organisation} value={search.organisation ? names.organisation(search.organisation) : t.everywhere}>
      <Choice
        chosen={search.organisation === undefined}
        onChoose={() => choose(undefined)}
      >
        {t.everywhere}
      </Choice>
      <OrganisationTree chosen={search.organisation} onChoose={choose} />
    </Dropdown>
  );
}

function SegmentFilter() {
  const { search, go, names, catalogue } = useView();
  const t = useTexts(texts);
  if (catalogue.segments.length === 0) return undefined;
  return (
    <Dropdown name={t.segment} value={search.segment ? names.segment(search.segment) : t.everywhere}>
      {[undefined, ...catalogue.segments.map(({ id }) => id)].map((segment) => (
          <Choice
            key={segment ?? ''}
            chosen={search.segment === segment}
            onChoose={() => go({ ...search, segment })}
          >
            <span className={classes(segment === undefined && styles.every)}>{segment ? names.segment(segment) : t.everywhere}</span>
          </Choice>
      ))}
    </Dropdown>
  );
}
