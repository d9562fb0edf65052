import type { TicketRow } from '#contract';
import { classes, defineTexts, useTexts } from '#ui';
import { memo } from 'react';
import { cellId } from './cell-id';
import type { Column, Words } from './columns';
import styles from './ticket-table.module.css';
import type { Told } from './told';

const texts = defineTexts({
  select: { zh: (id: string) => `选择 ${id}`, en: (id: string) => `Select ${id}` },
  loading: { zh: '正在加载', en: 'Loading' },
});

/** Where a line stands in the grid. */
export interface LinePlace {
  /** Of the grid. */
  id: string;
  line: number;
  /** Pixels from the top of the body. */
  start: number;
  activeColumn: number | undefined;
}

interface TicketLineProps extends LinePlace {
  row: TicketRow;
  /** Only what it is called, while somebody flies past. */
  light: boolean;
  href: string;
  columns: readonly Column[];
  selected: boolean;
  told: Told;
  words: Words;
}

/** A ticket as a line; drawn anew only when it changes, since a frame of scrolling has few of them. */
export const TicketLine = memo(function TicketLine({ id, line, start, activeColumn, row, light, href, columns, selected, told, words }: TicketLineProps) {
  const t = useTexts(texts);
  if (light) {
    return (
      <div role="row" aria-rowindex={line + 2} className={classes(styles.ticket, selected && styles.selected)} style={{ transform: `translateY(${start}px)` }} data-line={line}>
        <div role="gridcell" aria-colspan={columns.length + 1} className={styles.light}>{`${row.id} ${row.title}`}</div>
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={line + 2} aria-selected={selected} className={classes(styles.line, styles.ticket, selected && styles.selected)} style={{ transform: `translateY(${start}px)` }} data-line={line}>
      <div role="gridcell" id={cellId(id, { line, column: 0 })} className={classes(styles.cell, styles.select, activeColumn === 0 && styles.active)} data-column={0}>
        <input type="checkbox" tabIndex={-1} checked={selected} readOnly aria-label={t.select(row.id)} />
      </div>
      {columns.map((column, index) => {
        const content = column.cell(row, told, words);
        return (
          <div
            key={column.id}
            role={column.id === 'title' ? 'rowheader' : 'gridcell'}
            id={cellId(id, { line, column: index + 1 })}
            className={classes(styles.cell, column.isNumber && styles.number, activeColumn === index + 1 && styles.active)}
            data-column={index + 1}
          >
            {column.id === 'title' ? <a href={href} tabIndex={-1} title={row.title}>{content}</a> : content}
          </div>
        );
      })}
    </div>
  );
});

/** The place of a line that is still on its way. */
export const PlaceholderLine = memo(function PlaceholderLine({ id, line, start, activeColumn, span }: LinePlace & { span: number }) {
  const t = useTexts(texts);
  return (
    <div role="row" aria-rowindex={line + 2} className={styles.ticket} style={{ transform: `translateY(${start}px)` }} data-line={line} aria-busy="true">
      <div role="gridcell" id={cellId(id, { line, column: activeColumn ?? 0 })} aria-colspan={span} className={classes(styles.blank, activeColumn !== undefined && styles.active)} aria-label={t.loading} />
    </div>
  );
});
