import { expect, test } from 'vitest';
import { fitViewport, LEGIBLE_ZOOM, panInto } from './viewport';

test('a map that fits is shown whole and in the middle', () => {
  const { x, zoom } = fitViewport({ width: 1000, height: 500 }, { width: 1100, height: 700 });
  expect(zoom).toBeCloseTo(1.076);
  expect(x).toBeCloseTo((1100 - 1000 * zoom) / 2);
});

test('a map too large to read whole starts at its top left corner, legibly', () => {
  expect(fitViewport({ width: 3000, height: 2000 }, { width: 390, height: 600 })).toEqual({ x: 0, y: 0, zoom: LEGIBLE_ZOOM });
});

test('a map that is only too high is as wide as its frame, and never enlarged', () => {
  expect(fitViewport({ width: 1000, height: 7000 }, { width: 924, height: 700 })).toMatchObject({ zoom: 0.9 });
  expect(fitViewport({ width: 600, height: 7000 }, { width: 924, height: 700 })).toMatchObject({ zoom: 1 });
});

test('what is in view does not move, what is outside moves in by no more than needed', () => {
  const frame = { width: 400, height: 300 };
  const viewport = { x: 0, y: 0, zoom: 1 };
  const pinned = { left: 50, top: 20 };
  expect(panInto({ x: 100, y: 100, width: 100, height: 50 }, viewport, frame, pinned)).toBeUndefined();
  expect(panInto({ x: 350, y: 100, width: 100, height: 50 }, viewport, frame, pinned)).toEqual({ x: -62, y: 0 });
  expect(panInto({ x: 20, y: 100, width: 100, height: 50 }, viewport, frame, pinned)).toEqual({ x: 42, y: 0 });
});
