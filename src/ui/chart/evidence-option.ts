import type { Day } from '#model';
import type { EChartsCoreOption } from 'echarts/core';
import type { Formats } from '../formats';
import type { Palette } from './palette';

/** A start day at the place a ticket mends; `low` and `high` are control limits for that day's `whole`. */
export interface EvidenceChartDay {
  day: Day;
  part: number;
  whole: number;
  mature: boolean;
  window: 'before' | 'baseline' | 'between' | 'after' | 'later';
  low?: number | undefined;
  high?: number | undefined;
  /** Beyond its control limits. */
  outside?: boolean | undefined;
}

/** Something in effect from a day on. */
export interface EvidenceChartMark {
  day: Day;
  label: string;
}

export interface EvidenceChartData {
  days: readonly EvidenceChartDay[];
  marks: readonly EvidenceChartMark[];
  baselineRate?: number | undefined;
  afterRate?: number | undefined;
  words: EvidenceChartWords;
}

export interface EvidenceChartWords {
  rate: string;
  part: string;
  whole: string;
  baseline: string;
  after: string;
  limits: string;
  mayChange: string;
  outside: string;
}

const rateOf = ({ part, whole }: EvidenceChartDay): number | undefined => (whole > 0 ? part / whole : undefined);

/**
 * Daily rates of a ticket's locus: grey where the baseline is, green where the fix is judged, each with its centre line and its control
 * limits; violet lines where the fix took effect. Days that may still change are hollow; a day beyond its limits is a diamond.
 */
export function evidenceOption({ days, marks, baselineRate, afterRate, words }: EvidenceChartData, formats: Formats, palette: Palette): EChartsCoreOption {
  const quiet = { color: palette['ink-3'], fontSize: 11 };
  const index = (day: Day) => days.findIndex((one) => one.day >= day);
  const span = (window: EvidenceChartDay['window']): readonly [number, number] | undefined => {
    const first = days.findIndex((one) => one.window === window);
    return first < 0 ? undefined : [first, days.findLastIndex((one) => one.window === window)];
  };
  const centre = (window: 'baseline' | 'after', value: number | undefined) => {
    const within = span(window);
    if (!within || value === undefined) return [];
    const color = window === 'baseline' ? palette['ink-3'] : palette.good;
    return [[{ coord: [within[0], value], lineStyle: { color, type: 'dashed' }, label: { show: false } }, { coord: [within[1], value] }]];
  };
  const area = (window: 'baseline' | 'after') => {
    const within = span(window);
    if (!within) return [];
    const color = window === 'baseline' ? palette['volume-soft'] : palette.good;
    return [[{ name: words[window], xAxis: within[0], itemStyle: { color, opacity: window === 'baseline' ? 0.5 : 0.1 } }, { xAxis: within[1] }]];
  };
  const limits = days.map(({ low, high }) => (low === undefined || high === undefined ? null : ([low, high] as const)));
  const limitLine = (name: string, data: (number | null)[], stacked: boolean) => ({
    type: 'line',
    name,
    stack: 'limits',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    step: 'middle',
    lineStyle: { color: palette['line-strong'], width: 1, type: 'dotted' },
    areaStyle: stacked ? { color: palette['volume-soft'], opacity: 0.55 } : { opacity: 0 },
    data,
    z: 1,
  });
  return {
    grid: { left: 4, right: 8, top: 26, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 12 },
      formatter: (params: unknown) => tellDay(days[dataIndex(params)], words, formats),
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => formats.shortDay(day)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...quiet, hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, splitNumber: 4, axisLabel: { ...quiet, formatter: formats.percent }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      limitLine(words.limits, limits.map((one) => one && one[0]), false),
      limitLine(words.limits, limits.map((one) => one && one[1] - one[0]), true),
      {
        type: 'line',
        name: words.rate,
        connectNulls: true,
        lineStyle: { color: palette.break, width: 2 },
        itemStyle: { color: palette.break },
        z: 3,
        data: days.map((day) => {
          const value = rateOf(day);
          if (value === undefined) return null;
          return {
            value,
            symbol: day.outside ? 'diamond' : 'circle',
            symbolSize: day.outside ? 10 : days.length > 80 ? 3 : 5,
            itemStyle: day.mature ? { color: palette.break } : { color: palette.surface, borderColor: palette.break, borderWidth: 1.5 },
          };
        }),
        markArea: { silent: true, label: { ...quiet, position: 'insideTopLeft' }, data: [...area('baseline'), ...area('after')] },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { color: palette['ticket-ink'], fontSize: 11, position: 'end' },
          lineStyle: { color: palette.ticket, type: 'solid', width: 1.5 },
          data: [
            ...marks.flatMap(({ day, label }) => (index(day) < 0 ? [] : [{ xAxis: index(day), label: { formatter: label } }])),
            ...centre('baseline', baselineRate),
            ...centre('after', afterRate),
          ],
        },
      },
    ],
  };
}

const dataIndex = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
};

/** Words of the data are left out: what a tooltip shows is HTML. */
function tellDay(day: EvidenceChartDay | undefined, words: EvidenceChartWords, { day: write, weekday, percent, exact }: Formats): string {
  if (!day) return '';
  const rate = rateOf(day);
  return [
    `<b>${write(day.day)} ${weekday(day.day)}</b>`,
    `${words.rate} ${rate === undefined ? '—' : percent(rate)}`,
    `${words.part} ${exact(day.part)} ÷ ${words.whole} ${exact(day.whole)}`,
    ...(day.low === undefined || day.high === undefined ? [] : [`${words.limits} ${percent(day.low)} – ${percent(day.high)}`]),
    ...(day.outside ? [words.outside] : []),
    ...(day.mature ? [] : [words.mayChange]),
  ].join('<br>');
}
