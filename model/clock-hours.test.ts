import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockHours, isoIn } from './clock-hours';
import { dayOfNumber } from './days';
import { zoneOf } from './zone';

const clocks = (zone: string, day: string) => clockHours(zoneOf(zone), day).map(({ clock }) => clock);

test('a day has the 24 hours that its clock shows', () => {
  const hours = clockHours(zoneOf('Asia/Shanghai'), '2026-11-26');
  expect(hours.map(({ clock }) => clock)).toEqual(Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`));
  expect(isoIn(zoneOf('Asia/Shanghai'), hours[9]!.from)).toBe('2026-11-26T09:00:00.000+08:00');
});

test('where the clocks are changed an hour is missing, or there twice', () => {
  const newYork = zoneOf('America/New_York');
  expect(clocks('America/New_York', '2026-03-08').slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
  expect(clocks('America/New_York', '2026-03-08')).toHaveLength(23);
  const autumn = clockHours(newYork, '2026-11-01');
  expect(autumn).toHaveLength(25);
  expect(autumn.slice(1, 3).map(({ from }) => isoIn(newYork, from))).toEqual(['2026-11-01T01:00:00.000-04:00', '2026-11-01T01:00:00.000-05:00']);
});

test('offsets of half an hour keep full hours on the clock, and a change by half an hour makes a short one', () => {
  expect(clocks('Asia/Kolkata', '2026-01-05')).toHaveLength(24);
  expect(clocks('Asia/Kolkata', '2026-01-05')[7]).toBe('07:00');
  expect(clocks('Australia/Lord_Howe', '2026-10-04').slice(0, 5)).toEqual(['00:00', '01:00', '02:30', '03:00', '04:00']);
});

test('the hours of a day leave no gap and do not overlap', () => {
  const zones = ['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia'].map(zoneOf);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 3_650, max: 22_000 }), (zone, number) => {
      const day = dayOfNumber(number);
      const hours = clockHours(zone, day);
      // Apia had no 30 December 2011.
      expect(hours[0]?.from ?? zone.startOf(day)).toBe(zone.startOf(day));
      expect(hours.at(-1)?.to ?? zone.endOf(day)).toBe(zone.endOf(day));
      hours.forEach(({ from, to }, index) => {
        expect(to).toBeGreaterThan(from);
        expect(to).toBe(hours[index + 1]?.from ?? zone.endOf(day));
        expect(Date.parse(isoIn(zone, from))).toBe(from);
      });
    }),
  );
});
