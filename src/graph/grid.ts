/** What is laid out: lanes from top to bottom, columns from left to right, places in their cells in stable order. */
export interface GridSpec {
  lanes: readonly { id: string }[];
  /** Columns with the same `group` stand together under one heading. */
  columns: readonly { id: string; group?: string | undefined }[];
  /** Several places in a cell stand side by side, then below each other, in this order. A place in no lane or column is left out. */
  places: readonly { id: string; lane: string; column: string }[];
  sizes: GridSizes;
}

/** All in pixels at zoom 1. */
export interface GridSizes {
  node: { width: number; height: number };
  /** Between two places side by side: room for vertical lines. */
  gapX: number;
  /** Between two places one below the other: room for arcs and horizontal lines. */
  gapY: number;
  /** Around the places of a lane, above and below. */
  lanePadding: number;
  laneGap: number;
  /** Between columns of different groups, on top of `gapX`. */
  groupGap: number;
  /** Room for the names of the lanes at the left. */
  laneHead: number;
  /** Room for the names of columns and groups at the top. */
  columnHead: number;
  /** The room a map should fill: of all ways to put places of a cell side by side or below each other, the one that fits it best wins. */
  frame: { width: number; height: number };
}

/** Where a place stands: its top left corner, and its row and track counted over the whole map. */
export interface Cell {
  id: string;
  x: number;
  y: number;
  row: number;
  track: number;
}

/** The finished layout. Depends on the structure only, never on a number shown in it, so nothing moves when numbers change. */
export interface Grid {
  width: number;
  height: number;
  sizes: GridSizes;
  lanes: { id: string; y: number; height: number }[];
  columns: { id: string; group?: string | undefined; x: number; width: number }[];
  groups: { id: string; x: number; width: number }[];
  cells: ReadonlyMap<string, Cell>;
  /** Top of each row and left of each track, over the whole map. */
  rows: number[];
  tracks: number[];
}

/** Lays places out as a lane × column grid: pure, deterministic, and the same for the same structure whatever the numbers. */
export function layoutGrid(spec: GridSpec): Grid {
  const byCell = cellsOf(spec);
  const tallest = spec.columns.map((column) => Math.max(1, ...spec.lanes.map((lane) => byCell.get(key(lane.id, column.id))?.length ?? 0)));
  const { frame } = spec.sizes;
  const scale = (grid: Grid) => Math.min(frame.width / grid.width, frame.height / grid.height);
  let best: Grid | undefined;
  for (let across = Math.max(1, ...tallest); across >= 1; across--) {
    const grid = arrange(spec, byCell, tallest.map((count) => Math.min(count, across)));
    if (!best || scale(grid) > scale(best)) best = grid;
  }
  return best ?? arrange(spec, byCell, []);
}

/** The grid in which at most `tracksPerColumn` places of a cell stand side by side. */
function arrange(spec: GridSpec, byCell: ReadonlyMap<string, readonly string[]>, tracksPerColumn: readonly number[]): Grid {
  const { sizes } = spec;

  const columns: Grid['columns'] = [];
  const tracks: number[] = [];
  const firstTrack: number[] = [];
  let x = sizes.laneHead;
  spec.columns.forEach((column, c) => {
    if (c > 0 && spec.columns[c - 1]?.group !== column.group) x += sizes.groupGap;
    const count = tracksPerColumn[c] ?? 1;
    firstTrack.push(tracks.length);
    for (let t = 0; t < count; t++) tracks.push(x + sizes.gapX / 2 + t * (sizes.node.width + sizes.gapX));
    const width = count * (sizes.node.width + sizes.gapX);
    columns.push({ id: column.id, group: column.group, x, width });
    x += width;
  });

  const lanes: Grid['lanes'] = [];
  const rows: number[] = [];
  const cells = new Map<string, Cell>();
  let y = sizes.columnHead;
  spec.lanes.forEach((lane) => {
    const placed = spec.columns.map((column) => byCell.get(key(lane.id, column.id)) ?? []);
    const count = Math.max(1, ...placed.map((ids, c) => Math.ceil(ids.length / (tracksPerColumn[c] ?? 1))));
    const firstRow = rows.length;
    for (let r = 0; r < count; r++) rows.push(y + sizes.lanePadding + sizes.gapY / 2 + r * (sizes.node.height + sizes.gapY));
    placed.forEach((ids, c) => {
      const across = tracksPerColumn[c] ?? 1;
      ids.forEach((id, index) => {
        const row = firstRow + Math.floor(index / across);
        const track = (firstTrack[c] ?? 0) + (index % across);
        cells.set(id, { id, row, track, x: tracks[track] ?? 0, y: rows[row] ?? 0 });
      });
    });
    const height = 2 * sizes.lanePadding + count * (sizes.node.height + sizes.gapY);
    lanes.push({ id: lane.id, y, height });
    y += height + sizes.laneGap;
  });

  return { width: x, height: y, sizes, lanes, columns, groups: groupsOf(columns), cells, rows, tracks };
}

const key = (lane: string, column: string) => `${lane} ${column}`;

function cellsOf({ lanes, columns, places }: GridSpec): Map<string, string[]> {
  const known = { lanes: new Set(lanes.map((lane) => lane.id)), columns: new Set(columns.map((column) => column.id)) };
  const byCell = new Map<string, string[]>();
  for (const place of places) {
    if (!known.lanes.has(place.lane) || !known.columns.has(place.column)) continue;
    const ids = byCell.get(key(place.lane, place.column));
    if (ids) ids.push(place.id);
    else byCell.set(key(place.lane, place.column), [place.id]);
  }
  return byCell;
}

function groupsOf(columns: Grid['columns']): Grid['groups'] {
  const groups: Grid['groups'] = [];
  for (const column of columns) {
    if (column.group === undefined) continue;
    const last = groups.at(-1);
    if (last?.id === column.group) last.width = column.x + column.width - last.x;
    else groups.push({ id: column.group, x: column.x, width: column.width });
  }
  return groups;
}
