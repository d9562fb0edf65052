import type { TicketId } from '#model';
import { classes, defineTexts, useFormats, useLanguage, useTexts } from '#ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useId, useMemo, useRef, useState } from 'react';
import { columnOf, type ColumnId, wordsOf } from './columns';
import { type Cell, cellId } from './cell-id';
import { Flight } from './flight';
import { closedKey, layOut } from './layout';
import type { LedgerSearch } from './search';
import { sortColumn } from './sorting';
import { GroupLine } from './group-line';
import { TableHead } from './table-head';
import { PlaceholderLine, TicketLine } from './table-lines';
import styles from './ticket-table.module.css';
import type { Told } from './told';
import { useGridKeys } from './use-grid-keys';
import type { SelectionControl } from './use-selection';
import { type TicketList, useTicketRows } from './use-ticket-list';
import { useOpenTicket } from './use-open-ticket';

const texts = defineTexts({
  table: { zh: (n: string) => `工单 ${n} 件`, en: (n: string) => `${n} tickets` },
  failed: { zh: '有几行没有取到', en: 'Some rows could not be loaded' },
  retry: { zh: '重试', en: 'Try again' },
});

/** Pixels; every line of the table is as high. */
const LINE = 40;
const HEAD = 36;
const SELECT = 40;
/** Lines above and below what is in view. */
const OVERSCAN = 6;

export interface TicketTableProps {
  list: TicketList;
  told: Told;
  columns: readonly ColumnId[];
  search: LedgerSearch;
  go: (search: LedgerSearch) => void;
  selecting: SelectionControl;
  /** Another question is under way. */
  isOld: boolean;
}

/**
 * The ledger as a grid (the ARIA pattern): only what is in view is there, rows are asked for where somebody looks, and lines never move
 * under the eye. The grid has the focus and tells which cell is active, so that scrolling cannot lose it.
 */
export function TicketTable({ list, told, columns: columnIds, search, go, selecting, isOld }: TicketTableProps) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const language = useLanguage();
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const words = useMemo(() => wordsOf(language), [language]);
  const columns = useMemo(() => columnIds.map(columnOf), [columnIds]);
  const [flight] = useState(() => new Flight());
  const layout = useMemo(() => layOut(list.total, list.groups, closed), [list.total, list.groups, closed]);
  const virtual = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => grid.current,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const shown = virtual.getVirtualItems().map(({ index, start }) => ({ index, start, line: layout.at(index) }));
  const light = flight.over(shown.map(({ index }) => index), virtual.isScrolling);
  const offsets = shown.flatMap(({ line }) => (line.kind === 'ticket' ? [line.offset] : []));
  const rows = useTicketRows(list.question, { first: offsets[0] ?? 0, last: offsets.at(-1) ?? 0, total: list.total });
  const { hrefOf, open } = useOpenTicket(search);

  const toggleGroup = (key: string) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  const ticketAt = (line: number): TicketId | undefined => {
    const at = layout.at(line);
    return at.kind === 'ticket' ? rows.row(at.offset)?.id : undefined;
  };
  const { active, setActive, onKeyDown } = useGridKeys({
    lines: layout.lines,
    columns: columns.length + 1,
    page: Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / LINE) - 2),
    reveal: (line) => virtual.scrollToIndex(line),
    run: ({ line, column }) => {
      if (line < 0) return column === 0 ? toggleAll() : sort(columns[column - 1]?.id);
      const at = layout.at(line);
      if (at.kind === 'group') return toggleGroup(closedKey(at.group));
      const ticket = ticketAt(line);
      if (ticket) open(ticket);
    },
    select: ({ line }) => {
      if (line < 0) return toggleAll();
      const ticket = ticketAt(line);
      if (ticket) selecting.toggle(ticket);
    },
    extend: (from, to) => selecting.add(ticketsBetween(from, to)),
    selectAll: selecting.selectAll,
    clear: selecting.clear,
  });
  const toggleAll = () => (selecting.count(list.total) > 0 ? selecting.clear() : selecting.selectAll());
  const sort = (column: ColumnId | undefined) => column && go({ ...search, sort: sortColumn(column, search.sort) });
  const ticketsBetween = (from: number, to: number): TicketId[] => {
    const [low, high] = from < to ? [from, to] : [to, from];
    return Array.from({ length: high - low + 1 }, (_, index) => ticketAt(low + index)).filter((one) => one !== undefined);
  };

  /** One listener for all cells: rows come and go by the hundred. */
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const cell = cellOf(event.target);
    if (!cell) return;
    grid.current?.focus({ preventScroll: true });
    const before = active;
    setActive(cell);
    const ticket = ticketAt(cell.line);
    if (cell.line < 0) {
      if (cell.column === 0) toggleAll();
      else if (event.target.closest('button')) sort(columns[cell.column - 1]?.id);
    } else if (!ticket) {
      const at = layout.at(cell.line);
      if (at.kind === 'group') toggleGroup(closedKey(at.group));
    } else if (cell.column === 0) {
      if (event.shiftKey && before.line >= 0) selecting.add(ticketsBetween(before.line, cell.line));
      else selecting.toggle(ticket);
    } else if (event.target.closest('a') && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      open(ticket);
    }
  };

  // As many as are ever in view at once.
  const slots = Math.ceil((virtual.scrollRect?.height ?? 0) / LINE) + 1 + 2 * OVERSCAN;
  // In flight nothing is taken out of the document and put in again elsewhere; at rest it reads from top to bottom.
  const drawn = light.size > 0 ? shown.toSorted((a, b) => (a.index % slots) - (b.index % slots)) : shown;
  const isInView = active.line < 0 || shown.some(({ index }) => index === active.line);
  const width = SELECT + columns.reduce((sum, column) => sum + column.width, 0);
  const tracks = [`${SELECT}px`, ...columns.map((column) => (column.grows ? `minmax(${column.width}px, 1fr)` : `${column.width}px`))].join(' ');
  return (
    <div className={styles.frame}>
      <div
        ref={grid}
        className={classes(styles.grid, isOld && styles.old)}
        // Handed down to the lines.
        style={{ gridTemplateColumns: tracks }}
        role="grid"
        aria-label={t.table(exact(list.total))}
        aria-rowcount={layout.lines + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-busy={isOld}
        aria-activedescendant={isInView ? cellId(id, active) : undefined}
        tabIndex={0}
        data-scroll-restoration-id="ledger"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <TableHead
          id={id}
          columns={columns}
          sort={search.sort}
          selected={selecting.selection.kind === 'all' ? 'all' : selecting.count(list.total) > 0 ? 'some' : 'none'}
          activeColumn={active.line < 0 ? active.column : undefined}
          width={width}
        />
        <div role="rowgroup" className={classes(styles.body, light.size > 0 && styles.flying)} style={{ height: virtual.getTotalSize(), minWidth: width }}>
          {drawn.map(({ index, start, line }) => {
            const place = { id, line: index, start: start - HEAD, activeColumn: active.line === index ? active.column : undefined };
            if (line.kind === 'group') {
              const key = closedKey(line.group);
              return <GroupLine key={`group ${key}`} {...place} by={list.question.group} group={line.group} open={!closed.has(key)} span={columns.length + 1} told={told} words={words} />;
            }
            // Lines that leave at one end come back at the other: the browser has less to make and to throw away.
            const slot = index % slots;
            const row = rows.row(line.offset);
            if (!row) return <PlaceholderLine key={slot} {...place} span={columns.length + 1} />;
            return <TicketLine key={slot} {...place} row={row} light={light.has(index)} href={hrefOf(row.id)} columns={columns} selected={selecting.has(row.id)} told={told} words={words} />;
          })}
        </div>
      </div>
      {rows.error && (
        <p className={styles.trouble} role="alert">
          {t.failed} <button type="button" onClick={rows.retry}>{t.retry}</button>
        </p>
      )}
    </div>
  );
}

function cellOf(element: Element): Cell | undefined {
  const cell = element.closest<HTMLElement>('[data-column]');
  const line = element.closest<HTMLElement>('[data-line]');
  return cell && line ? { line: Number(line.dataset.line), column: Number(cell.dataset.column) } : undefined;
}
