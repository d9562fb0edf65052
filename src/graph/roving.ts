import type { Cell, Grid } from './grid';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/**
 * The place an arrow key leads to: along the row to the next one, or to the nearest row that has one, as close as possible to the
 * same track. `first` and `last` are the ends of the row. Absent at the edge of the map.
 */
export function nextPlace(grid: Grid, from: string, direction: Direction): string | undefined {
  const here = grid.cells.get(from);
  if (!here) return undefined;
  const all = [...grid.cells.values()];
  const row = all.filter((cell) => cell.row === here.row);
  switch (direction) {
    case 'left':
      return best(row.filter((cell) => cell.track < here.track), (cell) => here.track - cell.track);
    case 'right':
      return best(row.filter((cell) => cell.track > here.track), (cell) => cell.track - here.track);
    case 'first':
      return best(row, (cell) => cell.track);
    case 'last':
      return best(row, (cell) => -cell.track);
    case 'up':
      return best(all.filter((cell) => cell.row < here.row), (cell) => (here.row - cell.row) * 1000 + Math.abs(cell.track - here.track));
    case 'down':
      return best(all.filter((cell) => cell.row > here.row), (cell) => (cell.row - here.row) * 1000 + Math.abs(cell.track - here.track));
  }
}

/** The place that takes the focus before any has it: the first of the first row. */
export const firstPlace = (grid: Grid): string | undefined => best([...grid.cells.values()], (cell) => cell.row * 1000 + cell.track);

function best(cells: readonly Cell[], distance: (cell: Cell) => number): string | undefined {
  let nearest: Cell | undefined;
  for (const cell of cells) if (!nearest || distance(cell) < distance(nearest)) nearest = cell;
  return nearest?.id;
}
