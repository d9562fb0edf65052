import { expect, test } from 'vitest';
import { axisOf } from './axis';
import { waterfallSteps } from './waterfall-steps';

test('an axis has round steps, holds zero and every value, and stays within what NPS can be', () => {
  expect(axisOf([36.8, -22.7, 8])).toEqual({ min: -40, max: 40, ticks: [-40, -20, 0, 20, 40] });
  expect(axisOf([-98, 97])).toEqual({ min: -100, max: 100, ticks: [-100, -50, 0, 50, 100] });
  expect(axisOf([undefined])).toEqual({ min: 0, max: 1, ticks: [0, 1] });
});

test('a waterfall goes from the level before by every part, largest first, to the level after', () => {
  const steps = waterfallSteps({ name: '年初', level: 29 }, [{ key: 'a', name: 'a', value: -1 }, { key: 'b', name: 'b', value: 3 }], '现在');
  expect(steps.map(({ key, from, to }) => [key, from, to])).toEqual([['before', 29, 29], ['b', 29, 32], ['a', 32, 31], ['after', 31, 31]]);
});
