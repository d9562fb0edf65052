import { expect, test } from 'vitest';
import { bandOption, type BandPoint } from './band-option';
import type { Palette } from './palette';
import { placeMarks } from './place-band-marks';

/** Each colour by its own name. */
const palette = new Proxy({}, { get: (_, name) => String(name) }) as Palette; // Whatever is asked of it is there.
const at = (value: number | undefined, open = false): BandPoint => ({ label: '2026-01', value, ...(value !== undefined && { low: value - 1, high: value + 1 }), open, tip: [] });

interface Series {
  data: unknown[];
  markLine?: { data: unknown[] };
}
const seriesOf = (points: readonly BandPoint[], target?: { value: number; label: string }): Series[] =>
  bandOption({ points, marks: [], target, name: 'NPS', gap: '样本不足', more: String, write: String, width: 800, height: 300 }, palette).series as Series[]; // ECharts types an option as anything.

test('a period without a value is a gap in line and band, with a mark at the foot', () => {
  const [low, band, line, , foot] = seriesOf([at(30), at(undefined), at(31), at(32)]);
  expect(low?.data).toEqual([29, null, 30, 31]);
  expect(band?.data).toEqual([2, null, 2, 2]);
  expect(line?.data[1]).toBeNull();
  expect(foot?.data.map((one) => one !== null)).toEqual([false, true, false, false]);
});

test('a period that is not over is hollow, and the last one says its value', () => {
  expect(seriesOf([at(30), at(31, true)])[2]?.data[1]).toMatchObject({ value: 31, itemStyle: { color: 'surface' }, label: { formatter: '31' } });
});

test('a point between two gaps has its interval as a bar; a target has a line', () => {
  const marks = seriesOf([at(undefined), at(30), at(undefined)], { value: 35, label: '目标 35' })[2]?.markLine?.data;
  expect(marks?.[0]).toMatchObject([{ coord: [1, 29] }, { coord: [1, 31] }]);
  expect(marks?.[1]).toMatchObject({ yAxis: 35, label: { formatter: '目标 35' } });
});

test('words of marks never lie on each other: tickets first, of several at one point the first, and near the end at the left', () => {
  const mark = (index: number, label: string, tone: 'ticket' | 'note' = 'note') => ({ index, label, tone });
  const placed = placeMarks([mark(10, '发布'), mark(10, '扣款失败主动外呼', 'ticket'), mark(11, '开门红活动开始'), mark(12, '银行代扣通道中断'), mark(35, '上线')], 36, 700, (others) => ` 等 ${others + 1} 项`);
  expect(placed.map(({ index, row, text, atLeft }) => [index, row, text, atLeft])).toEqual([
    [10, 0, '扣款失败主动外呼 等 2 项', false],
    [11, 1, '开门红活动开始', false],
    [12, 1, '', false],
    [35, 0, '上线', true],
  ]);
});
