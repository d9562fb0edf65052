import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHINA_CALENDAR } from './china-calendar';
import { MINUTE } from './time';
import { type WorkingCalendar, workingCalendar } from './working-calendar';
import { addWorkingTime, workingTimeBetween } from './working-time';
import { type Zone, zoneOf } from './zone';

const shanghai = zoneOf('Asia/Shanghai');
const at = (text: string) => Date.parse(`${text}+08:00`);
const split = workingCalendar.parse({ ...CHINA_CALENDAR, hours: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }] });
const in2026 = (from: string, minutes: number, calendar = CHINA_CALENDAR) => new Date(addWorkingTime(calendar, shanghai, at(from), minutes) + 8 * 60 * MINUTE).toISOString().slice(0, 16);

test.each<[string, string, number, string]>([
  ['within a day', '2026-11-26T10:00', 30, '2026-11-26T10:30'],
  ['over the night', '2026-11-26T17:50', 30, '2026-11-27T09:20'],
  ['over a weekend', '2026-11-27T17:50', 30, '2026-11-30T09:20'],
  ['from outside the hours', '2026-11-26T03:00', 30, '2026-11-26T09:30'],
  ['to the very end of a day', '2026-11-26T17:30', 30, '2026-11-26T18:00'],
  ['over the National Day holidays, and on the Saturday worked for them', '2026-09-30T17:30', 60, '2026-10-08T09:30'],
  ['on a Sunday that is worked', '2026-09-20T09:00', 60, '2026-09-20T10:00'],
  ['over the Spring Festival', '2026-02-14T17:00', 120, '2026-02-24T10:00'],
  ['over days', '2026-11-26T09:00', 3 * 9 * 60, '2026-11-30T18:00'],
  ['none at all', '2026-11-28T03:00', 0, '2026-11-28T03:00'],
])('working time %s', (_, from, minutes, to) => {
  expect(in2026(from, minutes)).toBe(to);
});

test('a break at noon does not count', () => {
  expect(in2026('2026-11-26T11:50', 20, split)).toBe('2026-11-26T13:40');
  expect(in2026('2026-11-26T12:30', 5, split)).toBe('2026-11-26T13:35');
  expect(workingTimeBetween(split, shanghai, at('2026-11-26T08:00'), at('2026-11-26T20:00'))).toBe(8 * 60 * MINUTE);
});

test('hours go on over a change of the clocks: two in the night are skipped or come twice', () => {
  const nights = workingCalendar.parse({ hours: [{ from: '00:00', to: '06:00' }], workingDays: ['2026-03-29', '2026-10-25'] });
  const berlin = zoneOf('Europe/Berlin');
  const night = (day: string) => workingTimeBetween(nights, berlin, berlin.startOf(day), berlin.endOf(day)) / MINUTE / 60;
  expect([night('2026-03-27'), night('2026-03-29'), night('2026-10-25')]).toEqual([6, 5, 7]);
  // 02:30 does not exist on that day: hours that begin then begin at 03:00, which is when the clocks were put forward.
  const early = workingCalendar.parse({ hours: [{ from: '02:30', to: '04:00' }], workingDays: ['2026-03-29'] });
  expect(new Date(addWorkingTime(early, berlin, berlin.startOf('2026-03-29'), 30)).toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('a calendar without working time is told, and does not loop for ever', () => {
  const never: WorkingCalendar = { ...CHINA_CALENDAR, hours: [] };
  expect(() => addWorkingTime(never, shanghai, at('2026-11-26T10:00'), 1)).toThrow('none within 366 days');
});

const clock = fc.integer({ min: 0, max: 24 * 60 });
const pad = (number: number) => String(number).padStart(2, '0');
const hours = fc
  .uniqueArray(clock, { minLength: 2, maxLength: 6 })
  .map((times) => times.toSorted((a, b) => a - b).map((minutes) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`))
  .map((times) => Array.from({ length: Math.floor(times.length / 2) }, (_, index) => ({ from: times[2 * index] ?? '', to: times[2 * index + 1] ?? '' })));
const calendars = hours.map((spans) => workingCalendar.parse({ ...CHINA_CALENDAR, hours: spans }));
const zones = fc.constantFrom<Zone[]>(...['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'].map(zoneOf));
const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 11, 31) });
const minutes = fc.integer({ min: 0, max: 3_000 });

test('working time adds up, measures what was added, and never goes backwards', () => {
  fc.assert(
    fc.property(calendars, zones, instants, minutes, minutes, (calendar, zone, from, first, second) => {
      const add = (start: number, some: number) => addWorkingTime(calendar, zone, start, some);
      const end = add(from, first);
      expect(end).toBeGreaterThanOrEqual(from + first * MINUTE);
      expect(workingTimeBetween(calendar, zone, from, end)).toBe(first * MINUTE);
      expect(workingTimeBetween(calendar, zone, end, from) + first * MINUTE).toBe(0);
      expect(add(end, second)).toBe(first > 0 && second === 0 ? end : add(from, first + second));
    }),
    { numRuns: 200 },
  );
});

test('a clock on the wall shows the time that was asked for, except where it skips it', () => {
  fc.assert(
    fc.property(zones, instants, clock, (zone, near, time) => {
      const day = zone.dayOf(near);
      const instant = zone.at(day, time);
      const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone.id, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
      const asked = `${pad(Math.floor(time / 60) % 24)}:${pad(time % 60)}`;
      const before = new Intl.DateTimeFormat('en-GB', { timeZone: zone.id, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant - 1);
      // Where the clocks skip it, the instant is the one they jump at.
      expect(shown === asked || (before < asked && asked < shown)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
