import { expect, test } from 'vitest';
import { mapTables, orderParam } from './map-tables';
import { namesOf } from './names';
import { sampleAnswer, sampleCatalogue, sampleNode } from './sample-answer.suite';
import { tableTexts } from './table-texts';

const answer = sampleAnswer({
  nodes: [sampleNode('loan~app', { unhanded: 2 }), sampleNode('claim~app', { unhanded: 9, instances: 50 }), sampleNode('loan~video')],
  flows: [
    { from: 'loan~video', to: 'loan~app', count: 70, instances: 70, gapMs: { p50: 1 } },
    { from: 'loan~app', to: 'loan~video', count: 20, instances: 20, gapMs: { p50: 1 } },
  ],
});
const tablesOf = (search: Parameters<typeof mapTables>[0]['search']) =>
  mapTables({ answer, place: { level: 'overview' }, search, names: namesOf(sampleCatalogue, 'zh'), texts: tableTexts.zh });

test('the table of places begins with the most missed; the address may name another column', () => {
  expect(tablesOf({}).places.rows.map(({ id }) => id)).toEqual(['claim~app', 'loan~app', 'loan~video']);
  expect(tablesOf({ order: 'instances' }).places.rows.map(({ id }) => id)).toEqual(['claim~app', 'loan~app', 'loan~video']);
  expect(tablesOf({ order: '-instances' }).places.order).toEqual({ key: 'instances', descending: true });
  expect(tablesOf({ order: 'nonsense' }).places.order).toEqual({ key: 'unhanded', descending: true });
});

test('the order of the address is that of the table on screen alone', () => {
  const { places, edges } = tablesOf({ table: 'edges', order: 'count' });
  expect(edges.rows.map(({ count }) => count)).toEqual([20, 70]);
  expect(places.order.key).toBe('unhanded');
});

test('what steps back on the map is not in the tables, nor what leaves it, and is counted', () => {
  const { places, edges, hidden } = tablesOf({ only: ['unhanded'] });
  expect(places.rows.map(({ id }) => id)).toEqual(['claim~app', 'loan~app']);
  expect(edges.rows.map(({ id }) => id)).toEqual(['flow:loan~app:loan~video']);
  expect(hidden).toBe(1);
});

test('the order a table begins with is not in the address', () => {
  expect(orderParam('places', { key: 'unhanded', descending: true })).toBeUndefined();
  expect(orderParam('places', { key: 'unhanded', descending: false })).toBe('unhanded');
  expect(orderParam('edges', { key: 'from', descending: true })).toBe('-from');
});
