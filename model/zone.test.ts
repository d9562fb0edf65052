import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './days';
import { HOUR, MINUTE } from './time';
import { zoneOf } from './zone';

const at = (iso: string) => Date.parse(iso);

test('a day in Shanghai begins at 16:00 UTC the day before', () => {
  const shanghai = zoneOf('Asia/Shanghai');
  expect(shanghai.dayOf(at('2024-02-28T15:59:59.999Z'))).toBe('2024-02-28');
  expect(shanghai.dayOf(at('2024-02-28T16:00:00Z'))).toBe('2024-02-29');
  expect(shanghai.startOf('2024-02-29')).toBe(at('2024-02-28T16:00:00Z'));
  expect(shanghai.endOf('2024-02-29')).toBe(at('2024-02-29T16:00:00Z'));
});

test('a day on which the clocks change has 23 or 25 hours', () => {
  const newYork = zoneOf('America/New_York');
  const hours = (day: string) => (newYork.endOf(day) - newYork.startOf(day)) / HOUR;
  expect(['2024-03-09', '2024-03-10', '2024-11-03', '2024-11-04'].map(hours)).toEqual([24, 23, 25, 24]);
});

test('a day whose midnight the clocks skip begins after the gap', () => {
  const beirut = zoneOf('Asia/Beirut');
  expect(beirut.startOf('2022-03-27')).toBe(at('2022-03-27T01:00:00+03:00'));
  expect(beirut.dayOf(beirut.startOf('2022-03-27') - 1)).toBe('2022-03-26');
});

test('a day that a zone left out has no length', () => {
  const apia = zoneOf('Pacific/Apia');
  expect(apia.endOf('2011-12-30')).toBe(apia.startOf('2011-12-30'));
  expect(apia.dayOf(apia.startOf('2011-12-30'))).toBe('2011-12-31');
});

test('the first years of the calendar are days like any other', () => {
  for (const id of ['UTC', 'Asia/Shanghai']) {
    const zone = zoneOf(id);
    expect(zone.dayOf(at('0001-01-01T00:00:00Z'))).toBe('0001-01-01');
    expect(zone.dayOf(at('0099-12-31T12:00:00Z'))).toBe('0099-12-31');
    expect(zone.dayOf(at('1500-03-01T12:00:00Z'))).toBe('1500-03-01');
    expect(zone.endOf('0050-02-28')).toBe(zone.startOf('0050-03-01'));
  }
});

test('an unknown zone is an error', () => {
  expect(() => zoneOf('Asia/Nowhere')).toThrow(RangeError);
});

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/Amsterdam', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Africa/Casablanca'];
const formats = new Map(zones.map((id) => [id, new Intl.DateTimeFormat('sv-SE', { timeZone: id, dateStyle: 'short' })]));
const instants = fc.integer({ min: at('1975-01-01T00:00Z'), max: at('2035-01-01T00:00Z') });

test('the day of any instant is the one Intl writes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (id, instant) => {
      expect(zoneOf(id).dayOf(instant)).toBe(formats.get(id)!.format(instant));
    }),
    { numRuns: 2_000 },
  );
});

test('around every change of the clocks the day is the one Intl writes', () => {
  for (const id of zones) {
    const zone = zoneOf(id);
    const format = formats.get(id)!;
    const halfHours = Array.from({ length: 366 * 48 }, (_, index) => at('2020-01-01T00:00Z') + index * 30 * MINUTE);
    expect(halfHours.filter((instant) => zone.dayOf(instant) !== format.format(instant))).toEqual([]);
  }
});

test('a day starts at the first instant that is on it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (id, instant) => {
      const zone = zoneOf(id);
      const day = zone.dayOf(instant);
      expect(zone.dayOf(zone.startOf(day))).toBe(day);
      expect(zone.dayOf(zone.startOf(day) - 1)).toBe(addDays(day, -1));
      expect(zone.startOf(day)).toBeLessThanOrEqual(instant);
      expect(zone.endOf(day)).toBeGreaterThan(instant);
    }),
  );
});
