import type { NpsContribution, NpsContributions } from '#contract';
import { defineTexts, Empty, useTexts } from '#ui';
import { useMemo } from 'react';
import { ChangeTag } from './change-tag';
import { ChartCard } from './chart-card';
import { Waterfall } from './charts/waterfall';
import { waterfallSteps } from './charts/waterfall-steps';
import { useNpsFormats } from './nps-formats';
import { againstWords, npsWords } from './nps-words';
import { sayContributions, sentenceTexts } from './say-drivers';
import { shown, shownDelta } from './shown';
import { shownContributions } from './shown-contributions';
import type { Column } from './table';
import { useNps } from './view';

const texts = defineTexts({
  title: { zh: (against: string, delta: string) => `${against}的变化从哪里来（合计 ${delta}）`, en: (against: string, delta: string) => `What makes up the change ${against} (${delta} in all)` },
  none: { zh: (against: string) => `${against}的变化从哪里来`, en: (against: string) => `What makes up the change ${against}` },
  important: { zh: '重要服务', en: 'Important services' },
  all: { zh: '全部旅程', en: 'All journeys' },
  instances: { zh: '按旅程量加权', en: 'weighted by instances' },
  ratings: { zh: '按评价数', en: 'by ratings' },
  note: { zh: (of: string, by: string) => `${of}（${by}）· 各旅程贡献 = 平均占比 × NPS 变化；结构 = 占比变化`, en: (of: string, by: string) => `${of}, ${by} · a journey adds mean share × change of NPS; mix is the change of shares` },
  short: { zh: (of: string, by: string) => `${of}，${by}`, en: (of: string, by: string) => `${of}, ${by}` },
  few: { zh: '两期中有一期评价不足 30 份，算不出变化。换一个对比期，或放宽筛选。', en: 'One of the two periods has fewer than 30 ratings, so there is no change to take apart. Compare with another, or filter less.' },
  noPeriod: { zh: '没有可比的期间', en: 'Nothing to compare with' },
  journey: { zh: '旅程', en: 'Journey' },
  within: { zh: '旅程内贡献', en: 'Within' },
  mix: { zh: '结构贡献', en: 'Mix' },
  shareBefore: { zh: '占比（前）', en: 'Share before' },
  shareNow: { zh: '占比（后）', en: 'Share now' },
  before: { zh: 'NPS（前）', en: 'NPS before' },
  now: { zh: 'NPS（后）', en: 'NPS now' },
  nBefore: { zh: 'n（前）', en: 'n before' },
  nNow: { zh: 'n（后）', en: 'n now' },
});

/** 贡献: what moved a total between two periods, journey by journey; the parts add up to the change. */
export function ContributionsCard({ contributions }: { contributions: NpsContributions }) {
  const { names, search, go, paper } = useNps();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const comparators = useTexts(againstWords);
  const says = useTexts(sentenceTexts);
  const { nps, delta, period } = useNpsFormats();
  const { change, parts, now, among, weighting } = contributions;
  const against = comparators[change.against];
  const total = shownDelta(change.before, change.now);
  const nameOf = ({ journey, journeys }: NpsContribution) => (journey === undefined ? `${words.other} (${journeys.length})` : names.journey(journey));
  const steps = useMemo(() => {
    const called = new Map([['mix', words.mix], ...(parts ?? []).map((part) => [part.journey ?? 'other', part.journey === undefined ? `${words.other} (${part.journeys.length})` : names.journey(part.journey)] as const)]);
    const named = shownContributions(contributions)?.map((part) => ({ ...part, name: called.get(part.key) ?? part.key }));
    return named && waterfallSteps({ name: period(change.period.id), level: shown(change.before.nps ?? 0) }, named, period(now.id));
  }, [contributions, parts, change, now, names, words, period]);
  const enlarge = (journey: string | undefined) => go({ ...search, group: undefined, focus: journey });
  const columns: Column<NpsContribution>[] = [
    { key: 'journey', header: t.journey, kind: 'text', value: nameOf },
    { key: 'within', header: t.within, kind: 'delta', value: ({ within }) => within },
    { key: 'mix', header: t.mix, kind: 'delta', value: (part) => part.mix },
    { key: 'shareBefore', header: t.shareBefore, kind: 'share', value: ({ shareBefore }) => shareBefore },
    { key: 'shareNow', header: t.shareNow, kind: 'share', value: ({ shareNow }) => shareNow },
    { key: 'before', header: t.before, kind: 'nps', value: ({ before }) => before.nps },
    { key: 'now', header: t.now, kind: 'nps', value: (part) => part.now.nps },
    { key: 'nBefore', header: t.nBefore, kind: 'count', value: ({ before }) => before.n },
    { key: 'nNow', header: t.nNow, kind: 'count', value: (part) => part.now.n },
  ];
  const sentence = steps && parts && total !== undefined ? sayContributions(steps, total, says, delta) : undefined;
  return (
    <ChartCard
      title={total === undefined ? t.none(against) : t.title(against, delta(total))}
      note={paper ? t.short(t[among], t[weighting.by]) : t.note(t[among], t[weighting.by])}
      sentence={sentence && <>{sentence} <ChangeTag change={change} /></>}
      file="contributions"
      table={{ columns, rows: parts ?? [], id: ({ journey }) => journey ?? 'other' }}
      open={({ journey }) => enlarge(journey)}
    >
      {steps ? <Waterfall steps={steps} label={sentence ?? ''} write={nps} signed={delta} row={paper ? 16.5 : steps.length < 9 ? 36 : 27} open={paper ? undefined : (key) => enlarge(key)} opens={(key) => parts?.some(({ journey }) => journey === key) ?? false} /> : <Empty title={t.noPeriod}><p>{t.few}</p></Empty>}
    </ChartCard>
  );
}
