import { expect, test } from 'vitest';
import { formatsOf } from '../formats';
import { evidenceOption, type EvidenceChartDay } from './evidence-option';
import type { Palette } from './palette';

/** Each colour by its own name. */
const palette = new Proxy({}, { get: (_, name) => String(name) }) as Palette; // Whatever is asked of it is there.
const words = { rate: '中断率', part: '中断', whole: '旅程', baseline: '基线', after: '观察期', limits: '控制限', mayChange: '还会变', outside: '超出' };
const day = (date: string, window: EvidenceChartDay['window'], more: Partial<EvidenceChartDay> = {}): EvidenceChartDay => ({ day: date, part: 1, whole: 10, mature: true, window, low: 0.05, high: 0.2, ...more });
const days = [day('2026-06-01', 'baseline'), day('2026-06-02', 'baseline', { outside: true }), day('2026-06-03', 'between', { low: undefined, high: undefined, whole: 0 }), day('2026-06-04', 'after', { mature: false })];

interface Series {
  name: string;
  stack?: string;
  data: unknown[];
  markLine?: { data: unknown[] };
}
const seriesOf = (marks: readonly { day: string; label: string }[] = []): Series[] =>
  evidenceOption({ days, marks, baselineRate: 0.1, afterRate: 0.1, words }, formatsOf('zh'), palette).series as Series[]; // ECharts types an option as anything.

test('control limits are two bands, each only in its own window', () => {
  const bands = seriesOf().filter(({ name }) => name === '控制限');
  expect(bands.map(({ stack }) => stack)).toEqual(['baseline', 'baseline', 'after', 'after']);
  expect(bands[0]?.data).toEqual([0.05, 0.05, null, null]);
  expect(bands[2]?.data).toEqual([null, null, null, 0.05]);
});

test('a day without journeys has no point, one beyond its limits is a diamond, one that may change is hollow', () => {
  const points = seriesOf().at(-1)?.data;
  expect(points?.[1]).toMatchObject({ value: 0.1, symbol: 'diamond' });
  expect(points?.[2]).toBeNull();
  expect(points?.[3]).toMatchObject({ itemStyle: { color: 'surface', borderColor: 'break' } });
});

test('labels of neighbouring marks stand on two lines and inside the chart; a mark after the last day is left out', () => {
  const long = Array.from({ length: 40 }, (_, index) => day(`2026-0${index < 20 ? 6 : 7}-${String((index % 20) + 1).padStart(2, '0')}`, 'baseline'));
  const marks = [{ day: '2026-07-17', label: 'APP 生效' }, { day: '2026-07-18', label: '微信 生效' }, { day: '2026-09-01', label: '官网 生效' }];
  const series = evidenceOption({ days: long, marks, words }, formatsOf('zh'), palette).series as Series[]; // ECharts types an option as anything.
  expect(series.at(-1)?.markLine?.data).toEqual([
    { xAxis: 36, label: { formatter: 'APP 生效', align: 'right' } },
    { xAxis: 37, label: { formatter: '微信 生效', align: 'right', offset: [0, -13] } },
  ]);
});
