import { expect, test } from 'vitest';
import { comparisonWindow } from './comparison';
import { dayOfWeek } from './days';
import { organisationId } from './ids';

const filter = { from: '2024-03-04', to: '2024-03-13', organisation: organisationId.parse('sh') };

test('the previous period has the same length and ends the day before', () => {
  expect(comparisonWindow(filter, { period: 'previous' })).toEqual({ ...filter, from: '2024-02-23', to: '2024-03-03' });
});

test('the same weekdays before: shifted by the least whole weeks that do not overlap', () => {
  const window = comparisonWindow(filter, { period: 'weekdays' });
  expect(window).toEqual({ ...filter, from: '2024-02-19', to: '2024-02-28' });
  expect(dayOfWeek(window.from)).toBe(dayOfWeek(filter.from));
  expect(comparisonWindow({ from: '2024-03-04', to: '2024-03-10' }, { period: 'weekdays' })).toMatchObject({ from: '2024-02-26', to: '2024-03-03' });
  expect(comparisonWindow({ from: '2024-03-04', to: '2024-03-04' }, { period: 'weekdays' })).toMatchObject({ from: '2024-02-26', to: '2024-02-26' });
});

test('any period, and another organisation in any of them', () => {
  const other = organisationId.parse('bj');
  expect(comparisonWindow(filter, { period: { from: '2023-01-01', to: '2023-01-31' } })).toEqual({ ...filter, from: '2023-01-01', to: '2023-01-31' });
  expect(comparisonWindow(filter, { period: 'same', organisation: other })).toEqual({ ...filter, organisation: other });
  expect(comparisonWindow(filter, { period: 'previous', organisation: other })).toMatchObject({ from: '2024-02-23', organisation: other });
});
