import { expect, test } from 'vitest';
import { barPaths, placeMarks, slotAfterKey, slotAt, type Slot } from './time-axis';

const slots: Slot[] = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'].map((at, index) => ({ at, count: index * 10, mature: index < 3 }));

test('marks of one day stand together, and those of other days are left out', () => {
  const marks = [
    { id: 'b', at: '2026-11-03', text: '修复' },
    { id: 'a', at: '2026-11-01', text: '发布' },
    { id: 'c', at: '2026-11-03', text: '活动' },
    { id: 'd', at: '2025-11-03', text: '去年' },
  ];
  expect(placeMarks(slots, marks, 400).map(({ index, marks: there }) => [index, there.map(({ id }) => id)])).toEqual([
    [0, ['a']],
    [2, ['b', 'c']],
  ]);
});

test('a text is told where it has room before the next mark', () => {
  const marks = [
    { id: 'a', at: '2026-11-01', text: '人脸核验限流修复上线' },
    { id: 'b', at: '2026-11-02', text: '修复' },
  ];
  expect(placeMarks(slots, marks, 400).map(({ told }) => told)).toEqual([false, true]);
  expect(placeMarks(slots, marks, 800).map(({ told }) => told)).toEqual([true, true]);
});

test('the highest bar fills the box, one without breaks is none, and what may still change is apart', () => {
  const { mature, immature } = barPaths(slots);
  expect(mature.match(/M/g)).toHaveLength(2);
  expect(immature).toBe('M3.14 1V0.000H3.86V1Z');
  expect(barPaths([])).toEqual({ mature: '', immature: '' });
});

test('points and keys lead to a slot of the axis, never beyond it', () => {
  expect([-5, 0, 99, 100, 399, 900].map((x) => slotAt(slots, x, 400))).toEqual([0, 0, 0, 1, 3, 3]);
  expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'Home', 'End', 'x'].map((key) => slotAfterKey(key, 1, 4, 7))).toEqual([0, 2, 3, 0, 3, undefined]);
  expect(slotAfterKey('ArrowLeft', 0, 4, 7)).toBe(0);
});
