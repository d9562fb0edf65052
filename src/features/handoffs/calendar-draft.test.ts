import { workingCalendar } from '#model';
import { expect, test } from 'vitest';
import { daysEdit, isInOrder, otherHours, runsOf, withDraft, withoutRun, withRun } from './calendar-draft';

test('days that follow each other are one run, over the end of a month too', () => {
  expect(runsOf(['2026-10-01', '2026-09-30', '2026-10-02', '2027-01-01'])).toEqual([
    { from: '2026-09-30', to: '2026-10-02' },
    { from: '2027-01-01', to: '2027-01-01' },
  ]);
});

test('a run is added once and taken away whole', () => {
  const days = withRun(['2026-10-02'], { from: '2026-10-01', to: '2026-10-03' });
  expect(days).toEqual(['2026-10-01', '2026-10-02', '2026-10-03']);
  expect(withoutRun(days, { from: '2026-10-01', to: '2026-10-02' })).toEqual(['2026-10-03']);
  expect(withRun(days, { from: '2026-10-05', to: '2026-10-04' })).toEqual(days);
});

test('hours are spans in order without overlap, and at least one', () => {
  expect(isInOrder([{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }])).toBe(true);
  expect(isInOrder([{ from: '08:30', to: '14:00' }, { from: '13:30', to: '18:00' }])).toBe(false);
  expect(isInOrder([{ from: '12:00', to: '08:30' }])).toBe(false);
  expect(isInOrder([])).toBe(false);
});

test('days that two people change at once all stay', () => {
  const saved = workingCalendar.parse({ holidays: ['2026-10-01', '2026-10-02'], workingDays: [] });
  const draft = { holidays: daysEdit(saved.holidays, ['2026-10-02', '2026-10-08']) };
  expect(draft.holidays).toEqual({ add: ['2026-10-08'], remove: ['2026-10-01'] });
  const theirs = { ...saved, holidays: ['2026-10-01', '2026-10-02', '2027-01-01'], workingDays: ['2026-10-10'] };
  expect(withDraft(theirs, draft)).toEqual({ ...theirs, holidays: ['2026-10-02', '2026-10-08', '2027-01-01'] });
  expect(withDraft(theirs, {})).toEqual(theirs);
});

test('hours that somebody else saved under a draft of other hours are told', () => {
  const saved = workingCalendar.parse({ holidays: [], workingDays: [] });
  const draft = { hours: { was: saved.hours, now: [{ from: '08:00', to: '18:00' }] } };
  expect(otherHours(saved, draft)).toBeUndefined();
  expect(otherHours({ ...saved, hours: draft.hours.now }, draft)).toBeUndefined();
  const theirs = { ...saved, hours: [{ from: '10:00', to: '18:00' }] };
  expect(otherHours(theirs, draft)).toEqual(theirs.hours);
  expect(otherHours(theirs, {})).toBeUndefined();
});
