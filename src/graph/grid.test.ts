import { expect, test } from 'vitest';
import { type GridSpec, layoutGrid } from './grid';
import { firstPlace, nextPlace } from './roving';

const sizes: GridSpec['sizes'] = {
  node: { width: 100, height: 50 },
  gapX: 20,
  gapY: 30,
  lanePadding: 5,
  laneGap: 10,
  groupGap: 15,
  laneHead: 80,
  columnHead: 40,
  frame: { width: 600, height: 400 },
};
const spec = (places: GridSpec['places'], frame = sizes.frame): GridSpec => ({
  lanes: [{ id: 'app' }, { id: 'web' }],
  columns: [{ id: 'enter', group: 'a' }, { id: 'check', group: 'a' }, { id: 'paid', group: 'b' }],
  places,
  sizes: { ...sizes, frame },
});
const place = (id: string, lane: string, column: string) => ({ id, lane, column });
const three = [place('1', 'app', 'check'), place('2', 'app', 'check'), place('3', 'app', 'check')];

test('a place stands in the cell of its lane and column', () => {
  const grid = layoutGrid(spec([place('p', 'web', 'check')]));
  const cell = grid.cells.get('p');
  expect(cell).toMatchObject({ row: 1, track: 1, x: grid.tracks[1], y: grid.rows[1] });
  const column = grid.columns[1];
  const lane = grid.lanes[1];
  expect(cell && column && cell.x >= column.x && cell.x + 100 <= column.x + column.width).toBe(true);
  expect(cell && lane && cell.y >= lane.y && cell.y + 50 <= lane.y + lane.height).toBe(true);
});

test('several places in a cell stand side by side in a wide frame, in the order given', () => {
  const grid = layoutGrid(spec(three, { width: 900, height: 200 }));
  expect(three.map(({ id }) => grid.cells.get(id)?.track)).toEqual([1, 2, 3]);
  expect(new Set(three.map(({ id }) => grid.cells.get(id)?.row)).size).toBe(1);
});

test('several places in a cell go below each other in a tall frame', () => {
  const grid = layoutGrid(spec(three, { width: 400, height: 900 }));
  expect(three.map(({ id }) => grid.cells.get(id)?.row)).toEqual([0, 1, 2]);
  expect(grid.lanes[1]?.y).toBeGreaterThan(grid.cells.get('3')?.y ?? Infinity);
});

test('no two places overlap', () => {
  const places = Array.from({ length: 60 }, (_, n) => place(`${n}`, n % 2 ? 'app' : 'web', ['enter', 'check', 'paid'][n % 3] ?? ''));
  const cells = [...layoutGrid(spec(places)).cells.values()];
  expect(cells).toHaveLength(60);
  expect(new Set(cells.map((cell) => `${cell.x} ${cell.y}`)).size).toBe(60);
});

test('columns of one group stand under one heading, with a gap before the next group', () => {
  const grid = layoutGrid(spec([]));
  expect(grid.groups).toEqual([
    { id: 'a', x: 80, width: 240 },
    { id: 'b', x: 80 + 240 + 15, width: 120 },
  ]);
});

test('a place in no lane is left out', () => {
  expect(layoutGrid(spec([place('p', 'moon', 'check')])).cells.size).toBe(0);
});

test('arrow keys walk the row and jump to the nearest row that has a place', () => {
  const grid = layoutGrid(spec([place('a', 'app', 'enter'), place('b', 'app', 'paid'), place('c', 'web', 'check')]));
  expect(firstPlace(grid)).toBe('a');
  expect(nextPlace(grid, 'a', 'right')).toBe('b');
  expect(nextPlace(grid, 'b', 'left')).toBe('a');
  expect(nextPlace(grid, 'b', 'right')).toBeUndefined();
  expect(nextPlace(grid, 'b', 'down')).toBe('c');
  expect(nextPlace(grid, 'c', 'up')).toBe('a');
  expect(nextPlace(grid, 'c', 'down')).toBeUndefined();
  expect(nextPlace(grid, 'b', 'first')).toBe('a');
  expect(nextPlace(grid, 'a', 'last')).toBe('b');
});
