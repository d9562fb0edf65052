import { NPS_VARIABLES, type NpsCorrelation, type NpsCorrelations } from '#contract';
import { defineTexts, useTexts } from '#ui';
import { ChartCard } from './chart-card';
import { CorrelationMatrix, type MatrixCell } from './charts/correlation-matrix';
import { useNpsFormats } from './nps-formats';
import { npsWords, variableWords } from './nps-words';
import { sayCorrelations, sentenceTexts, writeR } from './say-drivers';
import type { Column } from './table';

const texts = defineTexts({
  title: { zh: '什么与 NPS 一起变动', en: 'What goes together with NPS' },
  note: {
    zh: (n: string, left: string) => `${n} 个旅程月的 Spearman 秩相关；描边加粗 = Holm 校正后显著；${left} 个旅程月评价不足 30 份，不计`,
    en: (n: string, left: string) => `Spearman rank correlation over ${n} journey-months; bold with a ring: significant after Holm; ${left} journey-months with fewer than 30 ratings left out`,
  },
  pair: { zh: '一对', en: 'Pair' },
  and: { zh: (a: string, b: string) => `${a} × ${b}`, en: (a: string, b: string) => `${a} × ${b}` },
  r: { zh: 'ρ', en: 'ρ' },
  p: { zh: 'p', en: 'p' },
  pHolm: { zh: 'p（Holm）', en: 'p (Holm)' },
  n: { zh: '旅程月', en: 'Journey-months' },
  tip: { zh: (pair: string, r: string, p: string, n: string, verdict: string) => `${pair}：ρ = ${r}，校正后 p = ${p}，n = ${n}，${verdict}`, en: (pair: string, r: string, p: string, n: string, verdict: string) => `${pair}: ρ = ${r}, adjusted p = ${p}, n = ${n}, ${verdict}` },
  few: { zh: '不足', en: 'too few' },
});

/** Break rate, handoff rate, waiting and repeats against NPS, over months of journeys. */
export function CorrelationCard({ correlations }: { correlations: NpsCorrelations }) {
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const variables = useTexts(variableWords);
  const says = useTexts(sentenceTexts);
  const formats = useNpsFormats();
  const { exact } = formats;
  const pair = ({ a, b }: NpsCorrelation) => t.and(variables[a], variables[b]);
  const verdict = ({ r, significant }: NpsCorrelation) => (r === undefined ? undefined : significant ? words.significant : words.insignificant);
  const cells = correlations.pairs.map(
    (one): MatrixCell => ({
      row: one.a,
      column: one.b,
      r: one.r,
      significant: one.significant ?? false,
      tip: one.r === undefined ? `${pair(one)}: n = ${exact(one.n)}` : t.tip(pair(one), writeR(one.r), one.pHolm === undefined ? '—' : writeP(one.pHolm), exact(one.n), verdict(one) ?? ''),
    }),
  );
  const columns: Column<NpsCorrelation>[] = [
    { key: 'pair', header: t.pair, kind: 'text', value: pair },
    { key: 'r', header: t.r, kind: 'number', value: ({ r }) => r },
    { key: 'p', header: t.p, kind: 'number', value: ({ p }) => p },
    { key: 'pHolm', header: t.pHolm, kind: 'number', value: ({ pHolm }) => pHolm },
    { key: 'verdict', header: words.verdict, kind: 'text', value: verdict },
    { key: 'n', header: t.n, kind: 'count', value: ({ n }) => n },
  ];
  const sentence = sayCorrelations(correlations, variables, says, formats);
  return (
    <ChartCard title={t.title} note={t.note(exact(correlations.months.length), exact(correlations.leftOut))} sentence={sentence} file="correlations" table={{ columns, rows: correlations.pairs, id: ({ a, b }) => `${a} ${b}` }}>
      <CorrelationMatrix names={NPS_VARIABLES.map((key) => ({ key, name: variables[key] }))} cells={cells} label={sentence} write={writeR} none={t.few} />
    </ChartCard>
  );
}

const writeP = (p: number): string => (p < 0.001 ? '<0.001' : p.toFixed(3));
