import { expect, test } from 'vitest';
import { formatsOf } from '../formats';
import type { Palette } from './palette';
import { trendOption } from './trend-option';

const palette = new Proxy({}, { get: (_, name) => String(name) }) as Palette; // Each colour is its own name.
const words = { rate: '中断率', part: '中断客户', whole: '客户', immature: '未成熟', mayChange: '还会变' };
const days = [
  { day: '2026-11-20', part: 5, whole: 100, mature: true },
  { day: '2026-11-21', part: 0, whole: 0, mature: true },
  { day: '2026-11-22', part: 8, whole: 80, mature: false },
];
const seriesOf = (some: typeof days) => trendOption({ days: some, marks: [{ day: '2026-11-21', label: 'v2' }], tone: 'break', words }, formatsOf('zh'), palette).series as { data: unknown[]; lineStyle?: { type: string }; markArea?: { data: unknown[] } }[];

test('mature days are solid, days that may change dashed and marked, days without anybody a gap', () => {
  const [volume, solid, dashed] = seriesOf(days);
  expect(volume?.data).toEqual([100, 0, 80]);
  expect(solid).toMatchObject({ data: [0.05, null, null], lineStyle: { type: 'solid' } });
  expect(solid?.markArea?.data).toHaveLength(1);
  expect(dashed).toMatchObject({ data: [null, null, 0.1], lineStyle: { type: 'dashed' } });
});

test('the days of the comparison are a line behind, each at the day it stands beside', () => {
  const compared = { name: '对比期', days: [{ day: '2026-10-16', part: 1, whole: 10, mature: true }, { day: '2026-10-17', part: 0, whole: 0, mature: true }] };
  const series = trendOption({ days, marks: [], compared, tone: 'break', words }, formatsOf('zh'), palette).series as { name: string; data: unknown[] }[];
  expect(series.at(-1)).toMatchObject({ name: '对比期', data: [0.1, null, undefined] });
});

test('with nothing but mature days there is no dashed line', () => {
  expect(seriesOf(days.slice(0, 2))).toHaveLength(2);
});

test('what was noted at an end of the chart is written inwards, and not over what was noted before', () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ day: `2026-11-${String(n + 1).padStart(2, '0')}`, part: 1, whole: 10, mature: true }));
  const marks = [{ day: '2026-11-30', label: 'later' }, { day: '2026-11-26', label: 'v2' }, { day: '2026-11-02', label: 'v1' }];
  const [, solid] = trendOption({ days: many, marks, tone: 'break', words }, formatsOf('zh'), palette).series as { markLine?: { data: unknown[] } }[];
  expect(solid?.markLine?.data).toMatchObject([
    { xAxis: 1, label: { show: true, align: 'left' } },
    { xAxis: 25, label: { show: true, align: 'right' } },
    { xAxis: 29, label: { show: false } },
  ]);
});
