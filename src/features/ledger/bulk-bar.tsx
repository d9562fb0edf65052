import { Button, defineTexts, useFormats, useTexts } from '#ui';
import styles from './bulk-bar.module.css';
import type { SelectionControl } from './use-selection';

const texts = defineTexts({
  label: { zh: '批量操作', en: 'Bulk actions' },
  chosen: { zh: (n: string) => `已选 ${n} 件`, en: (n: string) => `${n} selected` },
  all: { zh: (n: string) => `已选中筛选出的全部 ${n} 件`, en: (n: string) => `All ${n} of this filter selected` },
  selectAll: { zh: (n: string) => `选中筛选出的全部 ${n} 件`, en: (n: string) => `Select all ${n} of this filter` },
  change: { zh: '批量修改…', en: 'Change…' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  clear: { zh: '取消选择', en: 'Clear' },
});

export interface BulkBarProps {
  selecting: SelectionControl;
  total: number;
  onChange: () => void;
  onExport: () => void;
}

/** What can be done with the rows that are selected; says how many they are. */
export function BulkBar({ selecting, total, onChange, onExport }: BulkBarProps) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const count = selecting.count(total);
  if (count === 0) return undefined;
  const all = selecting.selection.kind === 'all';
  return (
    <div className={styles.bar} role="group" aria-label={t.label}>
      <strong aria-live="polite">{all ? t.all(exact(total)) : t.chosen(exact(count))}</strong>
      {!all && count < total && <Button look="quiet" className={styles.all} onClick={selecting.selectAll}>{t.selectAll(exact(total))}</Button>}
      <Button look="primary" onClick={onChange}>{t.change}</Button>
      <Button onClick={onExport}>{t.csv}</Button>
      <Button look="quiet" onClick={selecting.clear}>{t.clear}</Button>
    </div>
  );
}
