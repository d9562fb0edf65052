import { classes, useFormats, useTexts } from '#ui';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import styles from './data-grid.module.css';
import { type CellAt, walkGrid } from './grid-walk';
import type { MapTable, TableOrder } from './map-tables';
import type { Column } from './table-rows';
import { tableTexts } from './table-texts';

interface Props<Row> extends MapTable<Row> {
  /** The name of the grid, for a screen reader. */
  name: string;
  onOrder: (order: TableOrder) => void;
  selected: string | undefined;
  onSelect: (id: string) => void;
}

/**
 * A table as an ARIA grid: one stop for Tab, walked by arrows, Home, End, PageUp and PageDown; Enter sorts by a header, or selects a row.
 *
 * Which cell takes the focus is kept in the document, not in React: to walk draws nothing again, however many rows there are.
 */
export function DataGrid<Row extends { id: string }>({ name, columns, rows, order, onOrder, selected, onSelect }: Props<Row>) {
  const t = useTexts(tableTexts);
  const keys = useId();
  const grid = useRef<HTMLTableElement>(null);

  // One cell is a stop for Tab: the one walked to, or the first of the selected row, or of the first one.
  useEffect(() => {
    const table = grid.current;
    if (!table || table.querySelector('[tabindex="0"]')) return;
    const row = Math.max(0, rows.findIndex(({ id }) => id === selected));
    focusable(table, { row: rows.length > 0 ? row + 1 : 0, column: 0 })?.setAttribute('tabindex', '0');
  }, [rows, selected]);

  const walk = (to: CellAt) => {
    const table = grid.current;
    const target = table && focusable(table, to);
    if (!target) return;
    for (const old of table.querySelectorAll('[tabindex="0"]')) old.setAttribute('tabindex', '-1');
    target.setAttribute('tabindex', '0');
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const activate = ({ row, column }: CellAt) => {
    const chosen = columns[column];
    if (row > 0) {
      const id = rows[row - 1]?.id;
      if (id !== undefined) onSelect(id);
    } else if (chosen) onOrder({ key: chosen.key, descending: chosen.key === order.key ? !order.descending : chosen.kind !== 'text' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = cellOf(event.target);
    if (!at || event.altKey) return;
    const to = walkGrid(at, event.key, { rows: rows.length, columns: columns.length }, event.ctrlKey || event.metaKey);
    if (to) walk(to);
    else if (event.key === 'Enter' || event.key === ' ') activate(at);
    else return;
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent) => {
    const at = cellOf(target);
    // A text that somebody marks to copy it is no click.
    if (!at || window.getSelection()?.type === 'Range') return;
    walk(at);
    activate(at);
  };

  return (
    <div className={styles.scroller}>
      <p id={keys} className={styles.hidden}>
        {t.keys}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the pattern of a data grid (ARIA APG): keys and clicks of its cells, in one place */}
      <table ref={grid} role="grid" aria-label={name} aria-describedby={keys} aria-rowcount={rows.length + 1} className={styles.table} onKeyDown={onKeyDown} onClick={onClick}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <th key={column.key} scope="col" {...placed(columns, index)} aria-sort={column.key !== order.key ? 'none' : order.descending ? 'descending' : 'ascending'} data-at={`0 ${index}`} tabIndex={-1}>
                {column.header}
                <span aria-hidden="true">{column.key !== order.key ? '' : order.descending ? ' ▾' : ' ▴'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} aria-rowindex={index + 2} aria-selected={row.id === selected} className={classes(row.id === selected && styles.selected)}>
              {columns.map((column, at) => {
                const Cell = column.pinned === undefined ? 'td' : 'th';
                return (
                  <Cell key={column.key} scope={Cell === 'th' ? 'row' : undefined} role={Cell === 'th' ? undefined : 'gridcell'} {...placed(columns, at)} data-at={`${index + 1} ${at}`} tabIndex={-1}>
                    <Value column={column} row={row} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How a cell of a column stands: numbers to the right, names pinned side by side at the left. */
function placed<Row>(columns: readonly Column<Row>[], index: number) {
  const column = columns[index];
  if (column?.pinned === undefined) return { className: column?.kind === 'text' ? undefined : styles.number };
  const left = columns.slice(0, index).reduce((sum, { pinned = 0 }) => sum + pinned, 0);
  return { className: styles.pinned, style: { left, minWidth: column.pinned, maxWidth: column.pinned } };
}

const focusable = (table: HTMLElement, { row, column }: CellAt): HTMLElement | null => table.querySelector(`[data-at="${row} ${column}"]`);

function cellOf(target: EventTarget): CellAt | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined;
  const [row, column] = at?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

function Value<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { exact, duration } = useFormats();
  const value = column.value(row);
  if (value === undefined || typeof value === 'string') return value ?? '—';
  switch (column.kind) {
    // The unit is in the header, and the figures of a column stand under each other.
    case 'rate':
      return (value * 100).toFixed(1);
    case 'points':
      return signed(value * 100);
    case 'ms':
      return duration(value);
    default:
      return exact(value);
  }
}

const signed = (value: number): string => {
  const figure = Math.abs(value).toFixed(1);
  return figure === '0.0' ? figure : `${value > 0 ? '+' : '−'}${figure}`;
};
