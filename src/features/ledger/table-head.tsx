import type { TicketSort } from '#contract';
import { classes, defineTexts, useTexts } from '#ui';
import { memo } from 'react';
import { cellId } from './cell-id';
import type { Column } from './columns';
import { ledgerTexts } from './ledger-texts';
import { ariaSort } from './sorting';
import styles from './ticket-table.module.css';

const texts = defineTexts({ selectAll: { zh: '选中筛选出的全部', en: 'Select all of this filter' } });

export interface TableHeadProps {
  id: string;
  columns: readonly Column[];
  sort: TicketSort | undefined;
  selected: 'none' | 'some' | 'all';
  activeColumn: number | undefined;
  width: number;
}

/** The head of the grid; the grid hears the presses. */
export const TableHead = memo(function TableHead({ id, columns, sort, selected, activeColumn, width }: TableHeadProps) {
  const t = useTexts(texts);
  const words = useTexts(ledgerTexts);
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth: width }}>
      <div role="row" aria-rowindex={1} className={styles.line} data-line={-1}>
        <div role="columnheader" id={cellId(id, { line: -1, column: 0 })} className={classes(styles.cell, styles.select, activeColumn === 0 && styles.active)} data-column={0} aria-colindex={1}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t.selectAll}
            checked={selected === 'all'}
            readOnly
            ref={(box) => {
              if (box) box.indeterminate = selected === 'some';
            }}
          />
        </div>
        {columns.map((column, index) => {
          const sorted = ariaSort(column.id, sort);
          return (
            <div
              key={column.id}
              role="columnheader"
              id={cellId(id, { line: -1, column: index + 1 })}
              className={classes(styles.cell, column.isNumber && styles.number, activeColumn === index + 1 && styles.active)}
              data-column={index + 1}
              aria-colindex={index + 2}
              aria-sort={sorted}
            >
              {sorted === undefined ? (
                words[column.header]
              ) : (
                <button type="button" tabIndex={-1}>
                  {words[column.header]}
                  <span aria-hidden="true">{sorted === 'none' ? '' : sorted === 'descending' ? ' ▾' : ' ▴'}</span>
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});
