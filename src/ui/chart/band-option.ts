import type { EChartsCoreOption } from 'echarts/core';
import { placeMarks } from './place-band-marks';
import type { Palette } from './palette';

/** A period of a series: its value with the ends of its interval, or none where too few were counted. */
export interface BandPoint {
  /** On the axis. */
  label: string;
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  /** Not over yet: drawn hollow. */
  open?: boolean;
  /** What the tooltip says, line by line. Plain words, no data: they become HTML. */
  tip: readonly string[];
}

/** Something that happened in a period. */
export interface BandMark {
  /** Which point, from 0. */
  index: number;
  /** Becomes text, not HTML. */
  label: string;
  tone: 'ticket' | 'note';
}

export interface Band {
  points: readonly BandPoint[];
  marks: readonly BandMark[];
  /** A horizontal line with a word at its end. */
  target?: { value: number; label: string } | undefined;
  /** What the line is called. */
  name: string;
  /** What a hollow mark at the foot stands for: a period without a point. */
  gap: string;
  /** What follows the words of a mark that stands for others too: a bare `+2` would read as a change of the value. */
  more: (others: number) => string;
  write: (value: number) => string;
  /** The drawing's size in CSS pixels: how much room words have. */
  width: number;
  height: number;
}

/**
 * A line with its 95 % band. A period without a value is a gap with a mark at its foot; one between two gaps has its interval as a bar.
 * Marks stand as dashed lines with their words above, where there is room.
 */
export function bandOption({ points, marks, target, name, gap, more, write, width, height }: Band, palette: Palette): EChartsCoreOption {
  const quiet = { color: palette['ink-3'], fontSize: 11 };
  const placed = placeMarks(marks, points.length, width - 60, more);
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const row = WORDS / Math.max(100, height - 30);
  const [min, max] = rangeOf([...points.flatMap(({ value, low, high }) => [value, low, high]), target?.value], rows * row);
  const last = points.findLastIndex(({ value }) => value !== undefined);
  const alone = (index: number) => points[index]?.value !== undefined && points[index - 1]?.value === undefined && points[index + 1]?.value === undefined;
  const invisible = { type: 'line', stack: 'band', stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false }, z: 1 };
  return {
    // Printed and saved as it stands.
    animation: false,
    grid: { left: 4, right: 14, top: 8, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 12 },
      formatter: (params: unknown) => points[indexOf(params)]?.tip.map((line, index) => (index === 0 ? `<b>${line}</b>` : line)).join('<br>') ?? '',
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line }, onZero: false },
      axisLabel: { ...quiet, hideOverlap: true, showMinLabel: true, showMaxLabel: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: { type: 'value', min, max, splitNumber: 4, axisLabel: { ...quiet, showMinLabel: false, showMaxLabel: rows === 0, formatter: write }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      { ...invisible, data: points.map(({ low }) => low ?? null) },
      { ...invisible, areaStyle: { color: palette.nps, opacity: 0.16 }, data: points.map(({ low, high }) => (low === undefined || high === undefined ? null : high - low)) },
      {
        type: 'line',
        name,
        z: 3,
        symbol: 'circle',
        symbolSize: points.length > 60 ? 3 : 5,
        showAllSymbol: true,
        lineStyle: { color: palette.nps, width: 2.5 },
        itemStyle: { color: palette.nps },
        data: points.map((point, index) => pointOf(point, index === last, palette, write)),
        markLine: {
          silent: true,
          symbol: 'none',
          data: [
            ...placed.map(({ index, row: at, text, tone, atLeft }) => [
              {
                coord: [index, min],
                lineStyle: { color: tone === 'ticket' ? palette.ticket : palette['ink-3'], type: 'dashed', width: 1 },
                label: {
                  show: text !== '',
                  position: 'end',
                  distance: 3,
                  align: atLeft ? 'right' : 'left',
                  verticalAlign: 'top',
                  padding: [0, 4],
                  formatter: text,
                  color: tone === 'ticket' ? palette['ticket-ink'] : palette['ink-2'],
                  fontSize: 11,
                },
              },
              // What has no words is a tick at the foot, unless it is a ticket.
              { coord: [index, text === '' && tone === 'note' ? min + (max - min) * 0.03 : max - (max - min) * row * at] },
            ]),
            ...points.flatMap(({ low, high }, index) => (alone(index) && low !== undefined && high !== undefined ? [[{ coord: [index, low], lineStyle: { color: palette.nps, type: 'solid', width: 4, opacity: 0.3 } }, { coord: [index, high] }]] : [])),
            ...(target ? [{ yAxis: target.value, lineStyle: { color: palette['good'], type: 'dashed' as const, width: 1.5 }, label: { show: true, position: 'insideEndTop', formatter: target.label, color: palette['good'], fontSize: 11 } }] : []),
          ],
        },
      },
      {
        // Tickets sit on the line, where they took effect.
        type: 'line',
        silent: true,
        z: 4,
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { opacity: 0 },
        itemStyle: { color: palette.surface, borderColor: palette.ticket, borderWidth: 2 },
        data: points.map(({ value }, index) => (value !== undefined && marks.some((mark) => mark.tone === 'ticket' && mark.index === index) ? value : null)),
      },
      {
        type: 'line',
        name: gap,
        silent: true,
        z: 2,
        symbol: 'emptyCircle',
        symbolSize: 6,
        lineStyle: { opacity: 0 },
        itemStyle: { color: palette['ink-3'] },
        data: points.map(({ value }) => (value === undefined ? min : null)),
      },
    ],
  };
}

/** The height of a row of words above the line, in CSS pixels. */
const WORDS = 18;

function pointOf({ value, open = false }: BandPoint, isLast: boolean, palette: Palette, write: (value: number) => string) {
  if (value === undefined) return null;
  return {
    value,
    ...(open && { itemStyle: { color: palette.surface, borderColor: palette.nps, borderWidth: 2 }, symbolSize: 7 }),
    ...(isLast && { label: { show: true, position: 'top', distance: 10, align: 'right', formatter: write(value), color: palette.nps, fontSize: 14, fontWeight: 700, textBorderColor: palette.surface, textBorderWidth: 3 } }),
  };
}

/** The range of the axis: all values with some air, above them `room` for words (a share of the height), in whole numbers. */
function rangeOf(values: readonly (number | undefined)[], room: number): [min: number, max: number] {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return [-100, 100];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const air = Math.max(1, (high - low) * 0.12);
  const step = high - low > 40 ? 10 : high - low > 12 ? 4 : 2;
  const min = Math.max(-100, Math.floor((low - air) / step) * step);
  const used = high + air - min;
  return [min, Math.ceil((min + used / (1 - Math.min(0.5, room))) / step) * step];
}

const indexOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
};
