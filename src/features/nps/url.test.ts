import { expect, test } from 'vitest';
import { monthsBefore } from './months';
import { npsSearch } from './search';
import { againstOf, driversOf, questionOf, withoutFilter } from './url';

test('what an address does not understand is left out', () => {
  expect(npsSearch({ programme: 'both', by: 'day', span: '24', from: 'yesterday' })).toEqual({ span: '24' });
});

test('without days the API chooses them; a relative range ends at the newest day with data', () => {
  expect(questionOf({}, '2026-06-17')).toEqual({ group: 'journey' });
  expect(questionOf({ span: '12', by: 'month' }, '2026-06-17')).toEqual({ group: 'journey', by: 'month', from: '2025-07-01', to: '2026-06-17' });
  expect(questionOf({ span: '12', from: '2024-01-01', to: '2024-12-31' }, '2026-06-17')).toEqual({ group: 'journey', from: '2024-01-01', to: '2024-12-31' });
});

test('what moved it is asked of the total in front and against the chosen comparator', () => {
  expect(driversOf({ against: 'lastYear', focus: 'all' }, undefined)).toEqual({ against: 'lastYear', among: 'all' });
  expect(driversOf({ against: 'custom', compareFrom: '2025-01-01', compareTo: '2025-03-31' }, undefined)).toEqual({ against: 'custom', compareFrom: '2025-01-01', compareTo: '2025-03-31' });
  expect(questionOf({ against: 'custom', compareFrom: '2025-01-01', compareTo: '2025-03-31' }, undefined)).toEqual({ group: 'journey', compareFrom: '2025-01-01', compareTo: '2025-03-31' });
  expect(againstOf({ against: 'custom' })).toBe('yearStart');
  expect(againstOf({ against: 'custom', compareFrom: '2025-03-31', compareTo: '2025-01-01' })).toBe('yearStart');
});

test('months are counted across years', () => {
  expect(monthsBefore('2026-02-28', 35)).toBe('2023-03-01');
  expect(monthsBefore('2026-12-31', 0)).toBe('2026-12-01');
});

test('clearing the filter keeps time, programme and comparison', () => {
  expect(Object.entries(withoutFilter(npsSearch({ programme: 'relational', span: '12', organisation: 'gd', focus: 'loan' }))).filter(([, value]) => value !== undefined)).toEqual([['programme', 'relational'], ['span', '12']]);
});
