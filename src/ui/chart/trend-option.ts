import type { Day } from '#model';
import type { EChartsCoreOption } from 'echarts/core';
import type { Formats } from '../formats';
import type { Palette } from './palette';

/** A start day: `part` of `whole`, and whether it may still change. */
export interface TrendDay {
  day: Day;
  part: number;
  whole: number;
  mature: boolean;
}

/** The days it is compared with, one below the other in order, such as those of 对比期. */
export interface ComparedDays {
  name: string;
  days: readonly TrendDay[];
}

/** Something that happened on a day: a release, a fix in effect. */
export interface TrendMark {
  day: Day;
  label: string;
}

export interface Trend {
  days: readonly TrendDay[];
  marks: readonly TrendMark[];
  compared?: ComparedDays | undefined;
  /** The colour of the rate. */
  tone: 'break' | 'handoff' | 'nps';
  /** What the rate, its numerator and denominator are called, and a day that may still change: in a word, and in more. */
  words: { rate: string; part: string; whole: string; immature: string; mayChange: string };
}

const rateOf = ({ part, whole }: TrendDay): number | undefined => (whole > 0 ? part / whole : undefined);

/**
 * A daily rate as a line over grey bars of its denominator, and that of the days it is compared with as a thin grey one behind it. The line is solid while days are mature and dashed after, where a tinted
 * band says why; a day without a denominator is a gap.
 */
export function trendOption({ days, marks, compared, tone, words }: Trend, formats: Formats, palette: Palette): EChartsCoreOption {
  const firstImmature = days.findIndex(({ mature }) => !mature);
  const solidUntil = firstImmature < 0 ? days.length : firstImmature;
  const placed = marks
    .map(({ day, label }) => ({ xAxis: days.findIndex((one) => one.day === day), label }))
    .filter(({ xAxis }) => xAxis >= 0)
    .toSorted((a, b) => a.xAxis - b.xAxis);
  const quiet = { color: palette['ink-3'], fontSize: 11 };
  const line = (from: number, to: number, type: 'solid' | 'dashed') => ({
    type: 'line',
    name: words.rate,
    yAxisIndex: 0,
    symbol: 'circle',
    symbolSize: days.length > 45 ? 3 : 5,
    lineStyle: { color: palette[tone], width: 2, type },
    itemStyle: { color: type === 'solid' ? palette[tone] : palette.surface, borderColor: palette[tone], borderWidth: 1.5 },
    data: days.map((day, index) => (index >= from && index < to ? (rateOf(day) ?? null) : null)),
  });
  return {
    grid: { left: 4, right: 6, top: 22, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 12 },
      formatter: (params: unknown) => tellDay(indexOf(params), { days, compared, words }, formats),
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => formats.shortDay(day)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...quiet, hideOverlap: true },
    },
    yAxis: [
      { type: 'value', min: 0, splitNumber: 3, axisLabel: { ...quiet, formatter: formats.percent }, splitLine: { lineStyle: { color: palette.line } } },
      // Bars take the lowest fifth, behind the line.
      { type: 'value', min: 0, max: 5 * Math.max(1, ...days.map(({ whole }) => whole)), show: false },
    ],
    series: [
      { type: 'bar', name: words.whole, yAxisIndex: 1, barMaxWidth: 14, itemStyle: { color: palette['volume-soft'] }, data: days.map(({ whole }) => whole), z: 1 },
      {
        ...line(0, solidUntil, 'solid'),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.ticket, type: 'solid' },
          label: { color: palette['ticket-ink'], fontSize: 11, position: 'end' },
          data: placed.map(({ xAxis, label }, index) => {
            // Words that would lie on those before are left out; the time axis of the map has them all.
            const show = marks.length <= 3 && xAxis - (placed[index - 1]?.xAxis ?? -days.length) >= days.length / 3;
            const align = xAxis > days.length * 0.8 ? 'right' : xAxis < days.length * 0.2 ? 'left' : 'center';
            return { xAxis, label: { show, align, formatter: shorten(label) } };
          }),
        },
        markArea: {
          silent: true,
          itemStyle: { color: palette['volume-soft'], opacity: 0.45, borderColor: palette['line-strong'], borderType: 'dashed', borderWidth: 1 },
          label: { color: palette['ink-3'], fontSize: 11, position: 'insideTopRight' },
          data: firstImmature < 0 ? [] : [[{ name: words.immature, xAxis: firstImmature }, { xAxis: days.length - 1 }]],
        },
      },
      // From the last solid day, so that the line goes on without a gap.
      ...(firstImmature < 0 ? [] : [line(Math.max(0, solidUntil - 1), days.length, 'dashed')]),
      ...(compared ? [{ type: 'line', name: compared.name, yAxisIndex: 0, symbol: 'none', z: 1, lineStyle: { color: palette['ink-3'], width: 1.2 }, data: days.map((_, index) => compared.days[index] && (rateOf(compared.days[index]) ?? null)) }] : []),
    ],
  };
}

/** Above the chart there is room for a few words; all of them stand on the time axis. */
const shorten = (label: string): string => (label.length > 9 ? `${label.slice(0, 8)}…` : label);

const indexOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
};

/** Words of the data are left out: what a tooltip shows is HTML. */
const tellDay = (index: number, { days, compared, words }: Pick<Trend, 'days' | 'compared' | 'words'>, { day: write, weekday, percent, exact }: Formats): string => {
  const [day, before] = [days[index], compared?.days[index]];
  if (!day) return '';
  const percentOf = (one: TrendDay) => (one.whole > 0 ? percent(one.part / one.whole) : '—');
  const lines = [
    `<b>${write(day.day)} ${weekday(day.day)}</b>`,
    `${words.rate} ${percentOf(day)}`,
    `${words.part} ${exact(day.part)} ÷ ${words.whole} ${exact(day.whole)}`,
    ...(day.mature ? [] : [words.mayChange]),
    ...(compared && before ? [`${compared.name} ${write(before.day)} ${weekday(before.day)} ${percentOf(before)}`] : []),
  ];
  return lines.join('<br>');
};
