import { expect, test } from 'vitest';
import { businessDays } from './business-days';
import { levelsToTell, supervisionLevel } from './supervision';

const calendar = businessDays({ holidays: ['2026-06-19'], workingDays: [] });
const late = { state: 'remediating', due: '2026-06-12', supervision: [], recurrences: [] } as const; // A Friday.
const told = (level: number, due: string) => ({ level, at: '2026-06-15T01:00:00.000Z', to: [], due });

test('levels are told after one, three and seven business days past due', () => {
  const on = (today: string) => levelsToTell({ ...late, recurrences: [], supervision: [] }, today, calendar);
  expect(on('2026-06-12')).toEqual([]);
  // The weekend is none.
  expect(on('2026-06-14')).toEqual([]);
  expect(on('2026-06-15')).toEqual([1]);
  expect(on('2026-06-17')).toEqual([1, 2]);
  // Nor is a holiday.
  expect(on('2026-06-23')).toEqual([1, 2]);
  expect(on('2026-06-24')).toEqual([1, 2, 3]);
});

test('each level is told once for each due day, and of open tickets alone', () => {
  expect(levelsToTell({ ...late, recurrences: [], supervision: [told(1, '2026-06-12')] }, '2026-06-17', calendar)).toEqual([2]);
  expect(levelsToTell({ ...late, recurrences: [], supervision: [told(1, '2026-05-01')] }, '2026-06-15', calendar)).toEqual([1]);
  expect(levelsToTell({ ...late, recurrences: [], state: 'closed', supervision: [] }, '2026-06-24', calendar)).toEqual([]);
  expect(levelsToTell({ state: 'registered', due: undefined, supervision: [], recurrences: [] }, '2026-06-24', calendar)).toEqual([]);
});

test('a ticket that came back is late from then on, not for the time it was closed', () => {
  const recurrences = [{ raisedOn: '2026-06-22', at: '2026-06-22T01:00:00.000Z', reference: 0.1, unit: 0.01, threshold: 8, path: [] }];
  const on = (today: string) => levelsToTell({ ...late, supervision: [], recurrences }, today, calendar);
  expect(on('2026-06-22')).toEqual([]);
  expect(on('2026-06-23')).toEqual([1]);
  expect(on('2026-06-25')).toEqual([1, 2]);
});

test('the level of a ticket is of the due day it has', () => {
  expect(supervisionLevel({ due: '2026-06-12', supervision: [told(1, '2026-06-12'), told(3, '2026-05-01')] })).toBe(1);
  expect(supervisionLevel({ due: '2026-06-12', supervision: [] })).toBe(0);
});
