import { zoneOf } from '#model';
import { expect, test } from 'vitest';
import { orderIn, parseTime } from './parse-time';

const shanghai = zoneOf('Asia/Shanghai');
const read = (text: string, zone = shanghai) => {
  const at = parseTime(text, zone);
  return at === undefined ? undefined : new Date(at).toISOString();
};

test.each([
  ['2011-10-11 13:45:40.276000+02:00', '2011-10-11T11:45:40.276Z'],
  ['2011-10-11T13:45:40Z', '2011-10-11T13:45:40.000Z'],
  ['2011-10-11T13:45:40.1239+0200', '2011-10-11T11:45:40.123Z'],
  ['2011-10-11 13:45:40', '2011-10-11T05:45:40.000Z'],
  ['2016/2/29 1:16', '2016-02-28T17:16:00.000Z'],
  ['2016-02-29', '2016-02-28T16:00:00.000Z'],
  ['1456680000', '2016-02-28T17:20:00.000Z'],
  ['1456680000123', '2016-02-28T17:20:00.123Z'],
  [' 2011-10-11 13:45 UTC ', '2011-10-11T13:45:00.000Z'],
])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

test.each(['', 'yesterday', '2016-02-30', '2016-13-01', '29/2/2016 01:16', '2011-10-11 25:00', '2002-0530T09:30:10Z', '2011-10-11 13'])('%j is no time', (text) =>
  expect(read(text)).toBeUndefined(),
);

test('local times around a change of the clocks are those the clocks show', () => {
  const berlin = zoneOf('Europe/Berlin');
  expect(read('2026-03-29 01:30', berlin)).toBe('2026-03-29T00:30:00.000Z');
  expect(read('2026-03-29 12:00', berlin)).toBe('2026-03-29T10:00:00.000Z');
  expect(read('2026-10-25 12:00', berlin)).toBe('2026-10-25T11:00:00.000Z');
});

test.each([
  ['29/2/2016 01:16', 'dmy', '2016-02-28T17:16:00.000Z'],
  ['2/29/2016 1:16 PM', 'mdy', '2016-02-29T05:16:00.000Z'],
  ['29.02.2016 01:16:05', 'dmy', '2016-02-28T17:16:05.000Z'],
  ['29-Feb-2016 01:16', undefined, '2016-02-28T17:16:00.000Z'],
  ['February 29, 2016 12:16 a.m.', undefined, '2016-02-28T16:16:00.000Z'],
  ['2016年2月29日 1时16分', undefined, '2016-02-28T17:16:00.000Z'],
  ['2016年2月29日 下午 1:16', undefined, '2016-02-29T05:16:00.000Z'],
  ['20160229 011605', undefined, '2016-02-28T17:16:05.000Z'],
  ['20160229', undefined, '2016-02-28T16:00:00.000Z'],
  ['1456680000.5', undefined, '2016-02-28T17:20:00.500Z'],
] as const)('%s, %s, is %s', (text, order, expected) => {
  const at = parseTime(text, shanghai, order);
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(expected);
});

test('which of day and month comes first is told by what can only be one', () => {
  expect(['29/2/2016', '2/29/2016 1:00', '2/3/2016', '30/31/2016', '2016-02-03', 'soon'].map(orderIn)).toEqual(['dmy', 'mdy', 'either', 'either', undefined, undefined]);
  expect(parseTime('2/29/2016', shanghai, 'dmy')).toBeUndefined();
});
