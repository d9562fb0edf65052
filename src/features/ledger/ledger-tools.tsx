import { ViewsMenu } from '#src/views/index';
import { Button, classes, defineTexts, useFormats, useTexts } from '#ui';
import { ColumnChooser } from './column-chooser';
import styles from './ledger-page.module.css';
import { ledgerSearch, type LedgerSearch } from './search';
import type { useColumns } from './use-columns';

const texts = defineTexts({
  kind: { zh: '显示为', en: 'Show as' },
  table: { zh: '表格', en: 'Table' },
  board: { zh: '看板', en: 'Board' },
  keeps: { zh: '保存筛选、排序、分组和表/看板，以后一次点开。', en: 'Keeps filter, order, groups and table or board for later.' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  exporting: { zh: (n: string) => `已取 ${n} 件…`, en: (n: string) => `${n} so far…` },
  register: { zh: '登记工单', en: 'Register' },
});

export interface LedgerToolsProps {
  search: LedgerSearch;
  go: (search: LedgerSearch) => void;
  /** Absent where there are none to choose. */
  columns: ReturnType<typeof useColumns> | undefined;
  /** How many tickets a file under way has already. */
  exporting: number | undefined;
  onExport: () => void;
  onExcel: () => void;
  onNew: () => void;
}

/** Saved views, columns, table or board, export, and a new ticket. */
export function LedgerTools({ search, go, columns, exporting, onExport, onExcel, onNew }: LedgerToolsProps) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  return (
    <div className={styles.actions}>
      <ViewsMenu page="ledger" search={search} read={ledgerSearch} go={go} keeps={t.keeps} />
      {columns && <ColumnChooser choice={columns.choice} onChange={columns.setChoice} />}
      <div className={styles.switch} role="group" aria-label={t.kind}>
        {([undefined, 'board'] as const).map((view) => (
          <Button key={view ?? 'table'} aria-pressed={search.view === view} className={classes(search.view === view && styles.on)} onClick={() => go({ ...search, view })}>
            {t[view ?? 'table']}
          </Button>
        ))}
      </div>
      <Button disabled={exporting !== undefined} onClick={onExport}>{exporting === undefined ? t.csv : t.exporting(exact(exporting))}</Button>
      <Button onClick={onExcel}>Excel…</Button>
      <Button look="primary" onClick={onNew}>{t.register}</Button>
    </div>
  );
}
