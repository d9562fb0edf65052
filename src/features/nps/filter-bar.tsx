import { NPS_BY } from '#contract';
import { PROGRAMMES } from '#model';
import { Choice, DayRange, defineTexts, Dropdown, Filters, useFormats, useLocalize, useTexts } from '#ui';
import styles from './filter-bar.module.css';
import { againstWords, npsWords, programmeWords } from './nps-words';
import { OrganisationTree } from './organisation-tree';
import { useNps } from './view';

const texts = defineTexts({
  filters: { zh: '筛选', en: 'Filters' },
  period: { zh: '时间', en: 'Period' },
  '36': { zh: '近 36 个月', en: 'Last 36 months' },
  '24': { zh: '近 24 个月', en: 'Last 24 months' },
  '12': { zh: '近 12 个月', en: 'Last 12 months' },
  usual: { zh: '默认跨度', en: 'Usual length' },
  custom: { zh: '自选日期', en: 'Chosen days' },
  range: { zh: (from: string, to: string) => `${from} → ${to}`, en: (from: string, to: string) => `${from} → ${to}` },
  compare: { zh: '对比', en: 'Compare' },
  journeys: { zh: '旅程', en: 'Journeys' },
  touchpoints: { zh: '触点', en: 'Touchpoints' },
  organisation: { zh: '机构', en: 'Office' },
  segment: { zh: '客群', en: 'Segment' },
  everywhere: { zh: '全国', en: 'All' },
  everyone: { zh: '全部', en: 'All' },
  some: { zh: (n: number) => `${n} 个`, en: (n: number) => `${n} chosen` },
  programme: { zh: '口径（交易型与关系型从不混在一条线里）', en: 'Programme (the two are never in one series)' },
  by: { zh: '按', en: 'By' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  week: { zh: '周', en: 'week' },
  important: { zh: '重要服务', en: 'Important service' },
});

const NAMED = ['yearStart', 'lastYear', 'threeYears', 'previous'] as const;

/** What NPS is of and what it is compared with: all of it in the address. */
export function FilterBar() {
  const t = useTexts(texts);
  return (
    <Filters label={t.filters}>
      <PeriodFilter />
      <AgainstFilter />
      <JourneyFilter />
      <TouchpointFilter />
      <OrganisationFilter />
      <SegmentFilter />
    </Filters>
  );
}

/** 交易型 or 关系型, and month, quarter or week. */
export function Switches() {
  const { search, go } = useNps();
  const t = useTexts(texts);
  const programmes = useTexts(programmeWords);
  return (
    <>
      <div className={styles.switch} role="group" aria-label={t.programme}>
        {PROGRAMMES.map((one) => (
          <button key={one} type="button" aria-pressed={one === (search.programme ?? 'transactional')} onClick={() => go({ ...search, programme: one === 'transactional' ? undefined : one, point: undefined })}>
            {programmes[one]}
          </button>
        ))}
      </div>
      <div className={styles.switch} role="group" aria-label={t.by}>
        {NPS_BY.map((one) => (
          <button key={one} type="button" aria-pressed={one === (search.by ?? 'month')} onClick={() => go({ ...search, by: one === 'month' ? undefined : one, point: undefined })}>
            {t[one]}
          </button>
        ))}
      </div>
    </>
  );
}

function PeriodFilter() {
  const { search, go, trends } = useNps();
  const { day } = useFormats();
  const t = useTexts(texts);
  const days = trends.data?.filter;
  const isCustom = search.from !== undefined && search.to !== undefined;
  const span = isCustom ? undefined : (search.span ?? '36');
  const usual = (search.by ?? 'month') === 'month' ? t['36'] : t.usual;
  const value = span === undefined ? t.custom : span === '36' ? usual : t[span];
  return (
    <Dropdown name={days ? t.range(day(days.from), day(days.to)) : t.period} value={value}>
      {(['36', '24', '12'] as const).map((one) => (
        <Choice key={one} chosen={one === span} onChoose={() => go({ ...search, span: one === '36' ? undefined : one, from: undefined, to: undefined, point: undefined })}>
          {one === '36' ? usual : t[one]}
        </Choice>
      ))}
      <DayRange from={days?.from} to={days?.to} onApply={(from, to) => go({ ...search, span: undefined, from, to, point: undefined })} />
    </Dropdown>
  );
}

function AgainstFilter() {
  const { search, go, against, drivers } = useNps();
  const { day } = useFormats();
  const t = useTexts(texts);
  const words = useTexts(againstWords);
  const compared = drivers.data?.contributions.change.period;
  return (
    <Dropdown name={t.compare} value={against === 'custom' && search.compareFrom && search.compareTo ? t.range(day(search.compareFrom), day(search.compareTo)) : words[against]}>
      {NAMED.map((one) => (
        <Choice key={one} chosen={one === against} onChoose={() => go({ ...search, against: one === 'yearStart' ? undefined : one, compareFrom: undefined, compareTo: undefined })}>
          {words[one]}
        </Choice>
      ))}
      <DayRange from={compared?.from} to={compared?.to} onApply={(compareFrom, compareTo) => go({ ...search, against: 'custom', compareFrom, compareTo })} />
    </Dropdown>
  );
}

/** Several of a list, or all of it. */
function Several<Id extends string>({ name, all, items, chosen, onChoose }: { name: string; all: string; items: readonly { id: Id; label: string; star?: boolean | undefined }[]; chosen: readonly Id[]; onChoose: (ids: Id[] | undefined) => void }) {
  const t = useTexts(texts);
  const toggle = (id: Id) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    onChoose(next.length === 0 || next.length === items.length ? undefined : next);
  };
  const only = items.find(({ id }) => id === chosen[0])?.label ?? chosen[0];
  return (
    <Dropdown name={name} value={only === undefined ? all : chosen.length === 1 ? only : t.some(chosen.length)}>
      <Choice chosen={chosen.length === 0} onChoose={() => onChoose(undefined)}>
        {all}
      </Choice>
      {items.map(({ id, label, star = false }) => (
        <Choice key={id} stays chosen={chosen.includes(id)} onChoose={() => toggle(id)}>
          {label}
          {star && <span className={styles.important} role="img" aria-label={t.important}>★</span>}
        </Choice>
      ))}
    </Dropdown>
  );
}

function JourneyFilter() {
  const { search, go, catalogue } = useNps();
  const localize = useLocalize();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  return <Several name={t.journeys} all={words.all} items={catalogue.journeys.map(({ id, name, important }) => ({ id, label: localize(name), star: important }))} chosen={search.journey ?? []} onChoose={(journey) => go({ ...search, journey, focus: undefined })} />;
}

function TouchpointFilter() {
  const { search, go, catalogue } = useNps();
  const localize = useLocalize();
  const t = useTexts(texts);
  return <Several name={t.touchpoints} all={t.everyone} items={catalogue.touchpoints.map(({ id, name }) => ({ id, label: localize(name) }))} chosen={search.touchpoint ?? []} onChoose={(touchpoint) => go({ ...search, touchpoint })} />;
}

function OrganisationFilter() {
  const { search, go, names, catalogue } = useNps();
  const t = useTexts(texts);
  if (catalogue.organisations.length === 0) return undefined;
  return (
    <Dropdown name={t.organisation} value={search.organisation ? names.organisation(search.organisation) : t.everywhere}>
      <Choice chosen={search.organisation === undefined} onChoose={() => go({ ...search, organisation: undefined })}>
        {t.everywhere}
      </Choice>
      <OrganisationTree catalogue={catalogue} chosen={search.organisation} onChoose={(organisation) => go({ ...search, organisation })} />
    </Dropdown>
  );
}

function SegmentFilter() {
  const { search, go, names, catalogue } = useNps();
  const t = useTexts(texts);
  if (catalogue.segments.length === 0) return undefined;
  return (
    <Dropdown name={t.segment} value={search.segment ? names.segment(search.segment) : t.everyone}>
      {[undefined, ...catalogue.segments.map(({ id }) => id)].map((segment) => (
        <Choice key={segment ?? ''} chosen={search.segment === segment} onChoose={() => go({ ...search, segment })}>
          {segment ? names.segment(segment) : t.everyone}
        </Choice>
      ))}
    </Dropdown>
  );
}
