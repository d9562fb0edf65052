import { expect, test } from 'vitest';
import { connectedTo } from './connected';
import type { MapEdge } from './map-edge';

const edge = (id: string, from: string, to: string): MapEdge => ({ id, kind: 'flow', from, to, volume: 1 });
const edges = [edge('1', 'a', 'b'), edge('2', 'c', 'a'), edge('3', 'b', 'c')];
const losses = [{ id: 'loss:a', from: 'a', label: '' }];

test('a place is lit with its ways in and out, their other ends and its loss', () => {
  expect(connectedTo('a', edges, losses)).toEqual(new Set(['a', '1', 'b', '2', 'c', 'loss:a']));
});

test('an edge is lit with its ends alone', () => {
  expect(connectedTo('3', edges, losses)).toEqual(new Set(['3', 'b', 'c']));
});
