import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invert } from './invert';

test('a matrix times its inverse is one', () => {
  // Dominant diagonals are never singular.
  const matrices = fc.integer({ min: 1, max: 6 }).chain((size) => fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }));
  fc.assert(
    fc.property(matrices, (random) => {
      const matrix = random.map((row, i) => row.map((value, j) => (i === j ? value + 10 : value)));
      const inverse = invert(matrix);
      matrix.forEach((row, i) => row.forEach((_, j) => expect(row.reduce((sum, value, k) => sum + value * inverse[k]![j]!, 0)).toBeCloseTo(Number(i === j), 10)));
    }),
  );
});

test('rows change places where they must, and a singular matrix has none', () => {
  expect(invert([[0, 2], [1, 0]])).toEqual([[0, 1], [0.5, 0]]);
  expect(invert([])).toEqual([]);
  expect(() => invert([[1, 2], [2, 4]])).toThrow(RangeError);
});
