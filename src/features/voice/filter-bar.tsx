import { BANDS, kind, SENTIMENTS } from '#model';
import { Button, Choice, DayRange, defineTexts, Dropdown, FilteredPlace, Filters, kindWords, useFormats, useLocalize, useTexts } from '#ui';
import { DEFAULT_PERIOD, PERIODS } from './search';
import { isNarrowed, withoutFilter } from './url';
import { useVoice } from './view';
import { bandWords, sentimentWords, voiceTexts } from './voice-texts';

const texts = defineTexts({
  filters: { zh: '筛选', en: 'Filters' },
  period: { zh: '评论日期', en: 'Written in' },
  '30d': { zh: '近 30 天', en: 'Last 30 days' },
  '90d': { zh: '近 90 天', en: 'Last 90 days' },
  '365d': { zh: '近一年', en: 'Last year' },
  range: { zh: (from: string, to: string) => `${from} → ${to}`, en: (from: string, to: string) => `${from} → ${to}` },
  journey: { zh: '旅程', en: 'Journey' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  organisation: { zh: '机构', en: 'Office' },
  sentiment: { zh: '情感', en: 'Sentiment' },
  band: { zh: '评分', en: 'Score' },
  kind: { zh: '中断', en: 'Break' },
  any: { zh: '中断过', en: 'Any break' },
  none: { zh: '没有中断', en: 'No break' },
  place: { zh: '断点', en: 'Broke at' },
  anywhere: { zh: (place: string) => `不限于 ${place}`, en: (place: string) => `Not only ${place}` },
  clear: { zh: '清除筛选', en: 'Clear filters' },
});

/** Which comments the page is about: all of it in the address. */
export function FilterBar() {
  const { search, go, catalogue, names, themes: { filter } } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const kinds = useTexts(kindWords);
  const sentiments = useTexts(sentimentWords);
  const bands = useTexts(bandWords);
  const localize = useLocalize();
  const { day } = useFormats();
  const absolute = search.from !== undefined && search.to !== undefined;
  const period = search.period ?? DEFAULT_PERIOD;
  const [journey] = search.journey ?? [];
  const kindName = (one: typeof search.kind) => (one === undefined ? v.all : one === 'any' ? t.any : one === 'none' ? t.none : kinds[one]);
  const step = search.step !== undefined && journey !== undefined ? names.step(journey, search.step) : search.step;
  return (
    <Filters label={t.filters}>
      <Dropdown name={t.period} value={absolute ? t.range(day(filter.from), day(filter.to)) : t[period]}>
        {PERIODS.map((one) => (
          <Choice key={one} chosen={!absolute && one === period} onChoose={() => go({ ...search, period: one === DEFAULT_PERIOD ? undefined : one, from: undefined, to: undefined })}>{t[one]}</Choice>
        ))}
        <DayRange from={filter.from} to={filter.to} onApply={(from, to) => go({ ...search, period: undefined, from, to })} />
      </Dropdown>
      <Dropdown name={t.journey} value={journey === undefined ? v.all : (search.journey ?? []).map(names.journey).join(' / ')}>
        <Choice chosen={journey === undefined} onChoose={() => go({ ...search, journey: undefined, step: undefined })}>{v.all}</Choice>
        {catalogue.journeys.map(({ id, name }) => (
          <Choice key={id} chosen={search.journey?.includes(id) ?? false} onChoose={() => go({ ...search, journey: [id], step: undefined })}>{localize(name)}</Choice>
        ))}
      </Dropdown>
      <Dropdown name={t.touchpoint} value={search.touchpoint ? names.touchpoint(search.touchpoint) : v.all}>
        <Choice chosen={search.touchpoint === undefined} onChoose={() => go({ ...search, touchpoint: undefined })}>{v.all}</Choice>
        {catalogue.touchpoints.map(({ id, name }) => (
          <Choice key={id} chosen={search.touchpoint === id} onChoose={() => go({ ...search, touchpoint: id })}>{localize(name)}</Choice>
        ))}
      </Dropdown>
      {catalogue.organisations.length > 0 && (
        <Dropdown name={t.organisation} value={search.organisation ? names.organisation(search.organisation) : v.all}>
          <Choice chosen={search.organisation === undefined} onChoose={() => go({ ...search, organisation: undefined })}>{v.all}</Choice>
          {catalogue.organisations.map(({ id, name }) => (
            <Choice key={id} chosen={search.organisation === id} onChoose={() => go({ ...search, organisation: id })}>{localize(name)}</Choice>
          ))}
        </Dropdown>
      )}
      <Dropdown name={t.band} value={search.band ? bands[search.band] : v.all}>
        {[undefined, ...BANDS].map((one) => (
          <Choice key={one ?? ''} chosen={search.band === one} onChoose={() => go({ ...search, band: one })}>{one ? bands[one] : v.all}</Choice>
        ))}
      </Dropdown>
      <Dropdown name={t.sentiment} value={search.sentiment ? sentiments[search.sentiment] : v.all}>
        {[undefined, ...SENTIMENTS].map((one) => (
          <Choice key={one ?? ''} chosen={search.sentiment === one} onChoose={() => go({ ...search, sentiment: one })}>{one ? sentiments[one] : v.all}</Choice>
        ))}
      </Dropdown>
      <Dropdown name={t.kind} value={kindName(search.kind)}>
        {([undefined, 'any', 'none', ...kind.options] as const).map((one) => (
          <Choice key={one ?? ''} chosen={search.kind === one} onChoose={() => go({ ...search, kind: one })}>{kindName(one)}</Choice>
        ))}
      </Dropdown>
      {step !== undefined && (
        <FilteredPlace tone="break" label={t.place} name={step} away={t.anywhere(step)} onAway={() => go({ ...search, step: undefined })} />
      )}
      {isNarrowed(search) && <Button look="quiet" onClick={() => go(withoutFilter(search))}>{t.clear}</Button>}
    </Filters>
  );
}
