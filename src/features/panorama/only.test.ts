import { expect, test } from 'vitest';
import { isAbnormal, staysInFront, toggleOnly } from './only';
import { sampleAnswer, sampleNode } from './sample-answer.suite';
import { panoramaSearch } from './search';

const nodeWith = (given: Parameters<typeof sampleNode>[1]) => {
  const [node] = sampleAnswer({ nodes: [sampleNode('loan~app', given)] }).nodes;
  if (!node) throw new Error('Failed to make a node.');
  return node;
};
const compared = (before: number, now: number, significant: boolean) => {
  const rate = (value: number) => ({ value, low: value, high: value });
  return { instances: 100, interrupted: before * 100, rate: rate(before), current: { instances: 100, interrupted: now * 100, rate: rate(now) }, significant };
};

test('abnormal is what the map marks with a gap, or what became significantly worse', () => {
  expect(isAbnormal(nodeWith({ interrupted: 5 }))).toBe(true);
  expect(isAbnormal(nodeWith({ interrupted: 4 }))).toBe(false);
  expect(isAbnormal(nodeWith({ instances: 29, interrupted: 29 }))).toBe(false);
  expect(isAbnormal(nodeWith({ interrupted: 4, previous: compared(0.01, 0.04, true) }))).toBe(true);
  expect(isAbnormal(nodeWith({ interrupted: 4, previous: compared(0.01, 0.04, false) }))).toBe(false);
  expect(isAbnormal(nodeWith({ interrupted: 1, previous: compared(0.04, 0.01, true) }))).toBe(false);
});

test('a place stays in front only when every condition holds of it', () => {
  const missed = nodeWith({ unhanded: 3, byKind: { limit: 3 } });
  const ticketed = nodeWith({ unhanded: 3, byKind: { limit: 3 }, tickets: { assigned: 1 } });
  expect([missed, ticketed].map((node) => staysInFront(node, ['unhanded']))).toEqual([true, true]);
  expect([missed, ticketed].map((node) => staysInFront(node, ['unhanded', 'unticketed']))).toEqual([true, false]);
  expect(staysInFront(nodeWith({}), ['unticketed'])).toBe(false);
  expect(staysInFront(nodeWith({}))).toBe(true);
});

test('conditions are switched one by one, and the address of one alone still reads', () => {
  expect(toggleOnly(undefined, 'abnormal')).toEqual(['abnormal']);
  expect(toggleOnly(['abnormal'], 'unhanded')).toEqual(['abnormal', 'unhanded']);
  expect(toggleOnly(['abnormal'], 'abnormal')).toBeUndefined();
  expect(panoramaSearch({ only: 'unhanded' }).only).toEqual(['unhanded']);
  expect(panoramaSearch({ only: ['unhanded', 'unticketed'] }).only).toEqual(['unhanded', 'unticketed']);
});
