import type { PanoramaNode } from '#contract';
import { day } from '#model';
import { expect, test } from 'vitest';
import { periodsUpTo } from './brief-bar';
import { briefPeriod, previousMonth, upToToday } from './brief-period';
import { briefSearch } from './brief-search';
import { ticket } from './sample-nps.suite';
import { ticketsThatWorked, worstBreaks } from './worst-breaks';

test('a month and a quarter have their days, and the 36 months that end with them', () => {
  expect(briefPeriod('2026-02')).toEqual({ id: '2026-02', by: 'month', from: '2026-02-01', to: '2026-02-28', trendFrom: '2023-03-01' });
  expect(briefPeriod('2026-Q3')).toEqual({ id: '2026-Q3', by: 'quarter', from: '2026-07-01', to: '2026-09-30', trendFrom: '2023-10-01' });
  expect(previousMonth('2026-01')).toBe('2025-12');
  expect(briefSearch({ period: '2026-13' })).toEqual({});
});

test('a period under way ends today; one that is over, and one to come, as it does', () => {
  const may = briefPeriod('2026-05');
  const endsOn = (today: string) => upToToday(may, day.parse(today)).to;
  expect([endsOn('2026-04-30'), endsOn('2026-05-10'), endsOn('2026-05-31'), endsOn('2026-07-01')]).toEqual(['2026-05-31', '2026-05-10', '2026-05-31', '2026-05-31']);
  expect(upToToday(may, day.parse('2026-05-10')).trendFrom).toBe(may.trendFrom);
});

test('periods to choose are the months, and the quarters that are over', () => {
  expect(periodsUpTo('2026-05-10').slice(0, 5)).toEqual(['2026-05', '2026-04', '2026-Q1', '2026-03', '2026-02']);
});

test('the worst breaks are those most of which nobody picked up', () => {
  const node = (id: string, unhanded: number) => ({ id, unhanded }) as PanoramaNode; // All that is read of it.
  expect(worstBreaks({ nodes: [node('b', 3), node('a', 3), node('c', 9), node('d', 0)] }, 3).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('tickets that worked passed their own test: where NPS rose first, then by their own rate; none closed later, none where NPS is significantly lower', () => {
  const passed = (before: number, after: number) => ({ evidence: { before, after, passed: true } });
  const all = [
    ticket('ZG-0001', { delta: -0.4, significant: false, ...passed(0.08, 0.05) }),
    ticket('ZG-0002', { delta: 3, significant: false, ...passed(0.08, 0.07) }),
    ticket('ZG-0003', { delta: 1, significant: true, ...passed(0.08, 0.07) }),
    ticket('ZG-0004', { delta: 9, significant: true, closedOn: '2026-05-01', ...passed(0.08, 0.02) }),
    ticket('ZG-0005', { delta: 9, significant: true, evidence: { before: 0.08, after: 0.07, passed: false } }),
    ticket('ZG-0006', { delta: -5, significant: true, ...passed(0.08, 0.01) }),
    ticket('ZG-0007', { delta: undefined, significant: undefined, ...passed(0.09, 0.01) }),
  ];
  expect(ticketsThatWorked(all, '2026-03-31', 5).map(({ id }) => id)).toEqual(['ZG-0003', 'ZG-0002', 'ZG-0007', 'ZG-0001']);
});
