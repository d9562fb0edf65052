import type { NpsAnswer, NpsSeries } from '#contract';
import { BandChart, Choice, defineTexts, Dropdown, useTexts } from '#ui';
import { useCallback, useMemo } from 'react';
import { ChartCard } from './chart-card';
import { type NpsFormats, useNpsFormats } from './nps-formats';
import { npsWords } from './nps-words';
import { seriesName } from './series';
import { shownDelta } from './shown';
import type { Column } from './table';
import { bandMarks, bandPoints, notesOf, ticketsOf, type TrendRow, trendRows } from './to-trend';
import { useNps } from './view';

const texts = defineTexts({
  title: { zh: (name: string, periods: string) => `${name} · ${periods}`, en: (name: string, periods: string) => `${name} · ${periods}` },
  month: { zh: (n: string) => `${n} 个月`, en: (n: string) => `${n} months` },
  quarter: { zh: (n: string) => `${n} 个季度`, en: (n: string) => `${n} quarters` },
  week: { zh: (n: string) => `${n} 周`, en: (n: string) => `${n} weeks` },
  shade: { zh: '阴影为 95% 区间', en: 'shaded: 95% interval' },
  target: { zh: (nps: string) => `目标 ${nps}`, en: (nps: string) => `target ${nps}` },
  gap: { zh: '样本不足，无点', en: 'too few ratings' },
  more: { zh: (others: number) => ` 等 ${others + 1} 项`, en: (others: number) => ` and ${others} more` },
  weighted: { zh: '各旅程按当期旅程量加权', en: 'journeys weighted by their instances' },
  borrowed: { zh: (n: string, of: string) => `其中 ${n} 期没有旅程量，借用 ${of} 的权重`, en: (n: string, of: string) => `${n} periods without instances use the weights of ${of}` },
  sentence: {
    zh: (name: string, first: string, from: string, last: string, to: string, delta: string) => `${name}从 ${first}（${from}）到 ${last}（${to}），${delta}。`,
    en: (name: string, first: string, from: string, last: string, to: string, delta: string) => `${name} went from ${first} (${from}) to ${last} (${to}), ${delta}.`,
  },
  gaps: { zh: (n: string) => `${n} 期评价不足 30 份，没有点。`, en: (n: string) => ` ${n} periods have fewer than 30 ratings and no point.` },
  nothing: { zh: '每一期的评价都不足 30 份，没有可画的点。换成按季度，或放宽筛选。', en: 'No period has 30 ratings, so there is no point to draw. Look by quarter, or filter less.' },
  comma: { zh: '、', en: ', ' },
  line: { zh: '看', en: 'Show' },
  open: { zh: '点击一期，看它的构成。', en: 'Click a period for what it is made of.' },
});

/** The series in front over time. */
export function TrendCard({ answer, series }: { answer: NpsAnswer; series: NpsSeries }) {
  const { search, go, names, annotations, paper } = useNps();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const formats = useNpsFormats();
  const { exact, percent, nps, delta, period: write } = formats;
  const name = seriesName(answer, series.id, names, words);
  const rows = useMemo(() => trendRows(answer, series), [answer, series]);
  const points = useMemo(() => bandPoints(rows, words, formats), [rows, words, formats]);
  const marks = useMemo(() => bandMarks(answer.periods, ticketsOf(answer, series), notesOf(answer, series, annotations)), [answer, series, annotations]);
  const target = useMemo(() => (series.target === undefined ? undefined : { value: series.target, label: t.target(nps(series.target)) }), [series.target, t, nps]);
  const openPoint = useCallback((index: number) => go({ ...search, point: rows[index]?.period.id }), [go, search, rows]);
  const known = rows.filter(({ point }) => point.nps !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  const sentence =
    first && last
      ? t.sentence(name, nps(first.point.nps ?? 0), write(first.period.id), nps(last.point.nps ?? 0), write(last.period.id), delta(shownDelta(first.point, last.point) ?? 0)) + (known.length < rows.length ? t.gaps(exact(rows.length - known.length)) : '')
      : t.nothing;
  const { responseRate } = series.current;
  const rate = responseRate === undefined ? words.noRate : words.responded(percent(responseRate));
  const { by, weights, borrowed } = { ...series.weighting, weights: series.weighting.weights ?? [] };
  const weighted = by === 'instances' && [t.weighted, weights.length > 0 && `(${weights.map(({ journey, share }) => `${names.journey(journey)} ${Math.round(share * 100)}%`).join(t.comma)})`, borrowed && `· ${t.borrowed(exact(borrowed.periods.length), write(borrowed.weightsOf))}`].filter(Boolean).join(' ');
  return (
    <ChartCard
      title={t.title(name, t[answer.by](exact(rows.length)))}
      note={[t.shade, words.n(exact(series.total.n)), rate, weighted].filter(Boolean).join(' · ')}
      sentence={sentence}
      hint={t.open}
      file="trend"
      actions={
        <Dropdown name={t.line} value={name}>
          {[answer.important, answer.all, ...answer.series].flatMap((one) =>
            one ? (
              <Choice key={one.id} chosen={one.id === series.id} onChoose={() => go({ ...search, focus: one.id === 'important' ? undefined : one.id })}>
                {seriesName(answer, one.id, names, words)}
              </Choice>
            ) : (
              []
            ),
          )}
        </Dropdown>
      }
      table={{ columns: trendColumns(words, formats), rows: rows.toReversed(), id: ({ period }) => period.id }}
      open={({ period }) => go({ ...search, point: period.id })}
    >
      <BandChart points={points} marks={marks} target={target} name={name} gap={t.gap} more={t.more} write={nps} label={sentence} height={paper ? 128 : 'fill'} paper={paper} onPick={paper ? undefined : openPoint} />
    </ChartCard>
  );
}

/** The columns of a trend's table. */
function trendColumns(t: (typeof npsWords)['zh'], { period }: NpsFormats): Column<TrendRow>[] {
  return [
    { key: 'period', header: t.period, kind: 'text', value: (row) => period(row.period.id) },
    { key: 'nps', header: t.nps, kind: 'nps', value: ({ point }) => point.nps },
    { key: 'low', header: t.low, kind: 'nps', value: ({ point }) => point.low },
    { key: 'high', header: t.high, kind: 'nps', value: ({ point }) => point.high },
    { key: 'n', header: t.count, kind: 'count', value: ({ point }) => point.n },
    { key: 'promoters', header: t.promoters, kind: 'count', value: ({ point }) => point.promoters },
    { key: 'detractors', header: t.detractors, kind: 'count', value: ({ point }) => point.detractors },
    { key: 'invited', header: t.invited, kind: 'count', value: ({ point }) => point.invited },
    { key: 'responseRate', header: t.responseRate, kind: 'share', value: ({ point }) => point.responseRate },
  ];
}
