import type { TicketRow } from '#contract';
import { classes, defineTexts, useTexts } from '#ui';
import { memo } from 'react';
import { cellId } from './cell-id';
import type { Column, Words } from './columns';
import styles from './ticket-table.module.css';
import type { Told } from './told';

const texts = defineTexts({ select: { zh: (id: string) => `选择 ${id}`, en: (id: string) => `Select ${id}` } });

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
  href: string;
  columns: readonly Column[];
  selected: boolean;
  told: Told;
  words: Words;
}

/** A ticket as a line; drawn anew only when it changes, since a frame of scrolling has few of them. */
export const TicketLine = memo(function TicketLine({ id, line, start, activeColumn, row, href, columns, selected, told, words }: TicketLineProps) {
  const t = useTexts(texts);
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
export const PlaceholderLine = ({ id, line, start, activeColumn, columns }: LinePlace & { columns: readonly Column[] }) => (
  <div role="row" aria-rowindex={line + 2} className={classes(styles.line, styles.ticket)} style={{ transform: `translateY(${start}px)` }} data-line={line} aria-busy="true">
    {[undefined, ...columns].map((column, index) => (
      <div key={column?.id ?? ''} role="gridcell" id={cellId(id, { line, column: index })} className={classes(styles.cell, activeColumn === index && styles.active)} data-column={index}>
        {column && <span className={styles.blank} />}
      </div>
    ))}
  </div>
);
