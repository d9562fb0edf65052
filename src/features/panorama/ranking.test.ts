import { expect, test } from 'vitest';
import { fullBar, handoffBase, mainCause } from './figures';
import { rankUnhanded } from './ranking';
import { sampleAnswer, sampleNode } from './sample-answer.suite';

test('places are ranked by breaks nobody picked up; those without any are not ranked', () => {
  const { nodes } = sampleAnswer({ nodes: [sampleNode('a~x', { unhanded: 2 }), sampleNode('b~x', { unhanded: 9 }), sampleNode('c~x'), sampleNode('d~x', { unhanded: 2 })] });
  expect(rankUnhanded(nodes).map(({ id }) => id)).toEqual(['b~x', 'a~x', 'd~x']);
});

test('the handoff rate leaves out what recovered by itself and what is pending', () => {
  const [node] = sampleAnswer({ nodes: [sampleNode('a~x', { byKind: { limit: 6, failure: 4 }, byResolution: { self: 3 }, pending: 1 })] }).nodes;
  expect(node && handoffBase(node)).toBe(6);
});

test('the main cause is the main reason, unless most breaks have none', () => {
  const of = (byKind: object, byReason: object[]) => {
    const [node] = sampleAnswer({ nodes: [sampleNode('a~x', { byKind, byReason })] }).nodes;
    return node && mainCause(node);
  };
  expect(of({ limit: 10, overrun: 2 }, [{ reason: 'limit-300k', count: 9 }, { count: 3 }])).toEqual({ reason: 'limit-300k', count: 9 });
  expect(of({ overrun: 10 }, [{ count: 9 }, { reason: 'limit-300k', count: 1 }])).toEqual({ kind: 'overrun', count: 10 });
  expect(of({}, [])).toBeUndefined();
});

test('a full bar stands for a round share that every rate fits', () => {
  expect([fullBar([]), fullBar([0.116]), fullBar([0.05]), fullBar([0.99])]).toEqual([0.02, 0.13, 0.05, 1]);
});
