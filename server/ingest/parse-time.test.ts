import { zoneOf } from '#model';
import { expect, test } from 'vitest';
import { parseTime } from './parse-time';

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
