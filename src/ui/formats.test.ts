import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatsOf } from './formats';

// Days of another year are written with it.
beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00+08:00'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const zh = formatsOf('zh');
const en = formatsOf('en');

test('counts are written out below ten thousand and shortened by 万 and 亿, k and M above', () => {
  expect([0, 9_999, 10_000, 182_345, 210_000, 123_456_789].map(zh.count)).toEqual(['0', '9,999', '1万', '18.2万', '21万', '1.2亿']);
  expect([9_999, 10_000, 182_345, 4_862_000].map(en.count)).toEqual(['9,999', '10k', '182.3k', '4.9M']);
});

test('the unit is that of the rounded number', () => {
  expect(zh.count(99_999_600)).toBe('1亿');
  expect(zh.count(99_990_000)).toBe('9,999万');
  expect(en.count(999_960)).toBe('1M');
});

test('a rate that is not nought is never shown as nought, and one below the whole never as the whole', () => {
  expect([0, 0.00004, 0.0004, 0.0681, 0.9996, 1].map(zh.percent)).toEqual(['0%', '<0.01%', '0.04%', '6.8%', '>99.9%', '100%']);
});

test('differences carry a sign, and a true minus', () => {
  expect([0.0094, -0.041, 0, 0.0001].map(zh.points)).toEqual(['+0.9 点', '−4.1 点', '0 点', '0 点']);
  expect([1.25, -3].map(en.signed)).toEqual(['+1.3', '−3']);
});

test('durations have at most two units', () => {
  expect([12_000, 200_000, 18_600_000, 180_000_000, 86_400_000 * 30].map(zh.duration)).toEqual(['12 秒', '3 分 20 秒', '5 小时 10 分', '2 天 2 小时', '30 天']);
  expect([400, 60_000].map(en.duration)).toEqual(['400 ms', '1 min']);
});

test('times are those of the zone of the answer, whatever zone the browser is in', () => {
  expect(zh.dateTime('2026-11-23T03:54:13.209Z', 'Asia/Shanghai')).toBe('2026/11/23 11:54');
  expect(en.time('2026-11-23T16:00:00Z', 'Asia/Shanghai')).toBe('00:00:00');
});

test('days keep their name in every zone', () => {
  expect(zh.shortDay('2026-11-01')).toBe('11-01');
  expect(en.shortDay('2026-11-01')).toBe('1 Nov');
  expect([zh, en].map(({ shortDay }) => shortDay('2025-11-01'))).toEqual(['2025-11-01', '1 Nov 2025']);
  expect(zh.weekday('2026-11-23')).toBe('周一');
});

test('bytes and how long ago', () => {
  expect([0, 1_536, 2_336_012].map(zh.bytes)).toEqual(['0 B', '1.5 KB', '2.2 MB']);
  expect(zh.ago('2026-11-23T03:54:00Z', Date.parse('2026-11-23T03:54:12Z'))).toBe('12秒前');
});
