import { useCallback } from 'react';
import { useFormats } from '../formats';
import { defineTexts, useTexts } from '../texts';
import { Chart } from './chart';
import { evidenceOption, type EvidenceChartDay, type EvidenceChartMark } from './evidence-option';
import type { Palette } from './palette';

const texts = defineTexts({
  day: { zh: '开始日', en: 'Start day' },
  window: { zh: '时段', en: 'Window' },
  limits: { zh: '控制限', en: 'Control limits' },
  mayChange: { zh: '未成熟，还会变', en: 'not mature, may change' },
  outside: { zh: '◆ 超出控制限', en: '◆ beyond its control limits' },
  before: { zh: '基线之前', en: 'before the baseline' },
  baseline: { zh: '基线', en: 'baseline' },
  between: { zh: '分批生效中', en: 'taking effect' },
  after: { zh: '观察期', en: 'after' },
  later: { zh: '检验之后', en: 'after the test' },
  nothing: { zh: '没有可画的日子', en: 'no days to draw' },
  summary: {
    zh: (rate: string, from: string, to: string, baseline: string, after: string) => `每日${rate}，${from} 至 ${to}，基线 ${baseline}，观察期 ${after}`,
    en: (rate: string, from: string, to: string, baseline: string, after: string) => `Daily ${rate}, ${from} to ${to}, baseline ${baseline}, after ${after}`,
  },
});

export interface EvidenceChartProps {
  days: readonly EvidenceChartDay[];
  /** Keep its identity while nothing changes. Labels become text, not HTML. */
  marks: readonly EvidenceChartMark[];
  baselineRate?: number | undefined;
  afterRate?: number | undefined;
  /** What the rate, its numerator and its denominator are called. Plain words, no data: they become HTML. */
  words: { rate: string; part: string; whole: string };
  height?: number;
}

/** The daily rates by which a ticket is judged, with windows, control limits and effective dates. */
export function EvidenceChart({ days, marks, baselineRate, afterRate, words, height = 240 }: EvidenceChartProps) {
  const t = useTexts(texts);
  const formats = useFormats();
  const { rate, part, whole } = words;
  const option = useCallback(
    (palette: Palette) => evidenceOption({ days, marks, baselineRate, afterRate, words: { rate, part, whole, ...t } }, formats, palette),
    [days, marks, baselineRate, afterRate, rate, part, whole, t, formats],
  );
  const share = (value: number | undefined) => (value === undefined ? '—' : formats.percent(value));
  const [first, last] = [days.at(0), days.at(-1)];
  const label = first && last ? t.summary(rate, formats.day(first.day), formats.day(last.day), share(baselineRate), share(afterRate)) : `${rate}: ${t.nothing}`;
  const table = (
    <>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.window}</th>
          <th scope="col" data-number>{rate}</th>
          <th scope="col" data-number>{part}</th>
          <th scope="col" data-number>{whole}</th>
          <th scope="col" data-number>{t.limits}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((one) => (
          <tr key={one.day}>
            <th scope="row">
              {formats.day(one.day)} {!one.mature && <small>({t.mayChange})</small>}
            </th>
            <td>
              {t[one.window]} {one.outside && <small>{t.outside}</small>}
            </td>
            <td data-number>{one.whole > 0 ? formats.percent(one.part / one.whole) : '—'}</td>
            <td data-number>{formats.exact(one.part)}</td>
            <td data-number>{formats.exact(one.whole)}</td>
            <td data-number>{one.low === undefined || one.high === undefined ? '—' : `${formats.percent(one.low)} – ${formats.percent(one.high)}`}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
  return <Chart option={option} label={label} table={table} height={height} />;
}
