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

/** Marks closer than this share of the days have their labels on two lines. */
const CLOSE = 0.18;
/** Labels this near to an end of the days are written inwards. */
const END = 0.12;

/**
 * Daily rates of a ticket's locus. Shaded: the control limits, grey in the baseline, green where the fix is judged, each with its centre
 * line; violet lines where the fix took effect. Days that may still change are hollow; a day beyond its limits is a diamond.
 */
export function evidenceOption({ days, marks, baselineRate, afterRate, words }: EvidenceChartData, formats: Formats, palette: Palette): EChartsCoreOption {
  const quiet = { color: palette['ink-3'], fontSize: 11 };
  const index = (day: Day) => days.findIndex((one) => one.day >= day);
  const looks = {
    baseline: { centre: palette['ink-3'], band: palette.volume, opacity: 0.28, edge: palette['line-strong'] },
    after: { centre: palette.good, band: palette.good, opacity: 0.16, edge: palette.good },
  };
  const span = (window: Judged): readonly [number, number] | undefined => {
    const first = days.findIndex((one) => one.window === window);
    return first < 0 ? undefined : [first, days.findLastIndex((one) => one.window === window)];
  };
  const centre = (window: Judged, value: number | undefined) => {
    const within = span(window);
    if (!within || value === undefined) return [];
    return [[{ coord: [within[0], value], lineStyle: { color: looks[window].centre, type: 'dashed' }, label: { show: false } }, { coord: [within[1], value] }]];
  };
  /** Holds only the name of the window, at its top. */
  const area = (window: Judged) => {
    const within = span(window);
    return within ? [[{ name: words[window], xAxis: within[0], itemStyle: { color: 'transparent' } }, { xAxis: within[1] }]] : [];
  };
  const band = (window: Judged) => {
    const { band: color, opacity, edge } = looks[window];
    const of = (value: (low: number, high: number) => number) =>
      days.map(({ window: one, low, high }) => (one !== window || low === undefined || high === undefined ? null : value(low, high)));
    const line = { type: 'line', name: words.limits, stack: window, stackStrategy: 'all', symbol: 'none', silent: true, step: 'middle', lineStyle: { color: edge, width: 1, opacity: 0.7 }, z: 1 };
    return [
      { ...line, areaStyle: { opacity: 0 }, data: of((low) => low) },
      { ...line, areaStyle: { color, opacity }, data: of((low, high) => high - low) },
    ];
  };
  const placed = markLines(marks.flatMap(({ day, label }) => (index(day) < 0 ? [] : [{ at: index(day), label }])), days.length);
  return {
    // Data that come in must not make it move.
    animation: false,
    grid: { left: 4, right: 8, top: placed.some(({ isRaised }) => isRaised) ? 38 : 24, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
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
    // A rate is never above 1, whatever room a day of few journeys asks for.
    yAxis: { type: 'value', min: 0, ...(Math.max(...days.map((day) => rateOf(day) ?? 0)) > 0.8 && { max: 1 }), splitNumber: 4, axisLabel: { ...quiet, formatter: formats.percent }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      ...band('baseline'),
      ...band('after'),
      {
        type: 'line',
        name: words.rate,
        connectNulls: true,
        showAllSymbol: true,
        lineStyle: { color: palette.break, width: days.length > MANY ? 1.5 : 2 },
        itemStyle: { color: palette.break },
        z: 3,
        data: days.map((day) => {
          const value = rateOf(day);
          if (value === undefined) return null;
          return {
            value,
            symbol: day.outside ? 'diamond' : 'circle',
            symbolSize: day.outside ? 10 : days.length > MANY ? 3 : 5,
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
            ...placed.map(({ at, label, align, isRaised }) => ({ xAxis: at, label: { formatter: label, align, ...(isRaised && { offset: [0, -13] }) } })),
            ...centre('baseline', baselineRate),
            ...centre('after', afterRate),
          ],
        },
      },
    ],
  };
}

type Judged = 'baseline' | 'after';
/** More days than this are drawn finer. */
const MANY = 80;

interface PlacedMark {
  at: number;
  label: string;
  align: 'left' | 'center' | 'right';
  /** On a line of its own above the label before it. */
  isRaised: boolean;
}

/** Where the labels of marks stand so that none covers another or is cut off. `marks` are in the order of days. */
function markLines(marks: readonly { at: number; label: string }[], count: number): PlacedMark[] {
  let before: PlacedMark | undefined;
  return marks.map(({ at, label }) => {
    const isRaised = before !== undefined && !before.isRaised && at - before.at < count * CLOSE;
    before = { at, label, isRaised, align: at < count * END ? 'left' : at > count * (1 - END) ? 'right' : 'center' };
    return before;
  });
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
