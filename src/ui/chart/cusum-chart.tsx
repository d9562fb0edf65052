import type { Day } from '#model';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useFormats, type Formats } from '../formats';
import { defineTexts, useTexts } from '../texts';
import { Chart } from './chart';
import type { Palette } from './palette';

const texts = defineTexts({
  day: { zh: '日', en: 'Day' },
  sum: { zh: '累积和', en: 'Cumulative sum' },
  rate: { zh: '当日比例', en: 'That day' },
  threshold: { zh: (h: string) => `复发线 ${h}`, en: (h: string) => `recurrence at ${h}` },
  summary: {
    zh: (from: string, to: string, last: string, h: string) => `累积和，${from} 至 ${to}，最后 ${last}，复发线 ${h}`,
    en: (from: string, to: string, last: string, h: string) => `Cumulative sum, ${from} to ${to}, at last ${last}, recurrence at ${h}`,
  },
});

export interface CusumChartProps {
  /** Keep its identity while nothing changes. */
  path: readonly { day: Day; n: number; hits: number; cusum: number }[];
  threshold: number;
  height?: number;
}

/** The cumulative sum that watches a rate after a fix, day by day, and the line at which it says that the fix did not last. */
export function CusumChart({ path, threshold, height = 120 }: CusumChartProps) {
  const t = useTexts(texts);
  const formats = useFormats();
  const option = useCallback((palette: Palette) => cusumOption(path, threshold, { sum: t.sum, threshold: t.threshold(String(threshold)) }, formats, palette), [path, threshold, t, formats]);
  const [first, last] = [path.at(0), path.at(-1)];
  const label = first && last ? t.summary(formats.day(first.day), formats.day(last.day), last.cusum.toFixed(1), String(threshold)) : t.sum;
  const table = (
    <>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col" data-number>{t.rate}</th>
          <th scope="col" data-number>{t.sum}</th>
        </tr>
      </thead>
      <tbody>
        {path.map(({ day, n, hits, cusum }) => (
          <tr key={day}>
            <th scope="row">{formats.day(day)}</th>
            <td data-number>{n === 0 ? '—' : `${formats.percent(hits / n)} (${formats.exact(hits)} ÷ ${formats.exact(n)})`}</td>
            <td data-number>{cusum.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
  return <Chart option={option} label={label} table={table} height={height} />;
}

function cusumOption(path: CusumChartProps['path'], threshold: number, words: { sum: string; threshold: string }, formats: Formats, palette: Palette): EChartsCoreOption {
  const quiet = { color: palette['ink-3'], fontSize: 11 };
  return {
    animation: false,
    grid: { left: 4, right: 8, top: 16, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink, fontSize: 12 }, valueFormatter: (value: unknown) => Number(value).toFixed(2) },
    xAxis: { type: 'category', data: path.map(({ day }) => formats.shortDay(day)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { ...quiet, hideOverlap: true } },
    yAxis: { type: 'value', min: 0, max: ({ max }: { max: number }) => Math.ceil(Math.max(max, threshold) * 1.15), splitNumber: 2, axisLabel: quiet, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      {
        type: 'line',
        name: words.sum,
        step: 'middle',
        symbol: 'none',
        lineStyle: { color: palette.break, width: 2 },
        areaStyle: { color: palette.break, opacity: 0.08 },
        data: path.map(({ cusum }) => cusum),
        markLine: { silent: true, symbol: 'none', lineStyle: { color: palette.break, type: 'dashed' }, label: { ...quiet, formatter: words.threshold, position: 'insideStartTop' }, data: [{ yAxis: threshold }] },
      },
    ],
  };
}
