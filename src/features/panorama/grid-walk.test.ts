import { expect, test } from 'vitest';
import { walkGrid } from './grid-walk';

const size = { rows: 25, columns: 4 };
const from = (row: number, column: number, key: string, far?: boolean) => {
  const next = walkGrid({ row, column }, key, size, far);
  return next && [next.row, next.column];
};

test('arrows go one cell and stop at the edges; up from the first row are the headers', () => {
  expect([from(3, 1, 'ArrowLeft'), from(3, 1, 'ArrowRight'), from(3, 1, 'ArrowUp'), from(3, 1, 'ArrowDown')]).toEqual([[3, 0], [3, 2], [2, 1], [4, 1]]);
  expect([from(1, 0, 'ArrowUp'), from(0, 0, 'ArrowUp'), from(25, 3, 'ArrowDown'), from(25, 3, 'ArrowRight')]).toEqual([[0, 0], [0, 0], [25, 3], [25, 3]]);
});

test('Home and End are the ends of the row, with Ctrl those of the grid', () => {
  expect([from(7, 2, 'Home'), from(7, 2, 'End'), from(7, 2, 'Home', true), from(7, 2, 'End', true)]).toEqual([[7, 0], [7, 3], [1, 0], [25, 3]]);
});

test('a page is ten rows, and a page up never leaves the rows', () => {
  expect([from(3, 2, 'PageDown'), from(20, 2, 'PageDown'), from(20, 2, 'PageUp'), from(3, 2, 'PageUp'), from(0, 2, 'PageUp')]).toEqual([[13, 2], [25, 2], [10, 2], [1, 2], [0, 2]]);
});

test('other keys lead nowhere', () => {
  expect(from(3, 2, 'a')).toBeUndefined();
});
