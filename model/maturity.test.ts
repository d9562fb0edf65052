import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Journey } from './catalogue';
import { addDays } from './days';
import { journeyId } from './ids';
import { largestIdle, latestMatureDay, maturityOf } from './maturity';
import { DAY, HOUR } from './time';
import { zoneOf } from './zone';

const journey = (id: string, idleLostMs: number): Journey => ({ id: journeyId.parse(id), name: { zh: '名' }, stages: [], steps: [], idleLostMs });
const catalogue = { journeys: [journey('loan', 2 * DAY), journey('claim', 7 * DAY)] };
const shanghai = zoneOf('Asia/Shanghai');

test('a day is mature when more than the idle time has passed since its end', () => {
  const end = shanghai.endOf('2024-03-10');
  expect(latestMatureDay(shanghai, end + 2 * DAY, 2 * DAY)).toBe('2024-03-09');
  expect(latestMatureDay(shanghai, end + 2 * DAY + 1, 2 * DAY)).toBe('2024-03-10');
});

test('the latest mature day is the last of which the sentence holds, over changes of the clocks too', () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2025, 0) });
  fc.assert(
    fc.property(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London'), instants, fc.nat(90 * 24), (id, now, hours) => {
      const zone = zoneOf(id);
      const latest = latestMatureDay(zone, now, hours * HOUR);
      expect(now - zone.endOf(latest)).toBeGreaterThan(hours * HOUR);
      expect(now - zone.endOf(addDays(latest, 1))).toBeLessThanOrEqual(hours * HOUR);
    }),
  );
});

test('the largest idle time of the filter decides', () => {
  expect(largestIdle(catalogue, {})).toBe(7 * DAY);
  expect(largestIdle(catalogue, { journeys: [] })).toBe(7 * DAY);
  expect(largestIdle(catalogue, { journeys: [journeyId.parse('loan')] })).toBe(2 * DAY);
  expect(largestIdle(catalogue, { journeys: [journeyId.parse('gone')] })).toBe(0);
});

test('a filter is mature, partly mature or not at all', () => {
  const now = shanghai.endOf('2024-03-10') + 7 * DAY + 1;
  const of = (from: string, to: string) => maturityOf(catalogue, { from, to }, shanghai, now);
  expect(of('2024-03-01', '2024-03-10')).toEqual({ matureUntil: '2024-03-10', mature: true });
  expect(of('2024-03-01', '2024-03-11')).toEqual({ matureUntil: '2024-03-10', mature: false });
  expect(of('2024-03-11', '2024-03-12')).toEqual({ mature: false });
});

test('where customers are never given up, no day is mature', () => {
  const never = { journeys: [journey('never', Number.MAX_SAFE_INTEGER)] };
  expect(maturityOf(never, { from: '2024-03-01', to: '2024-03-10' }, shanghai, shanghai.endOf('2024-03-12'))).toEqual({ mature: false });
});
