import { Button, defineTexts, Dropdown, useTexts } from '#ui';
import styles from './column-chooser.module.css';
import { columnOf } from './columns';
import { ledgerTexts } from './ledger-texts';
import { type ColumnChoice, DEFAULT_COLUMNS, mayHide, moved } from './use-columns';

const texts = defineTexts({
  columns: { zh: '列', en: 'Columns' },
  up: { zh: (column: string) => `${column}往前移`, en: (column: string) => `Move ${column} forward` },
  down: { zh: (column: string) => `${column}往后移`, en: (column: string) => `Move ${column} back` },
  reset: { zh: '恢复默认', en: 'Reset' },
});

/** Which columns there are, and in which order; kept in this browser. */
export function ColumnChooser({ choice, onChange }: { choice: ColumnChoice; onChange: (choice: ColumnChoice) => void }) {
  const t = useTexts(texts);
  const l = useTexts(ledgerTexts);
  const shown = choice.order.length - choice.hidden.length;
  return (
    <Dropdown name={t.columns} value={`${shown}/${choice.order.length}`}>
      <ul className={styles.list}>
        {choice.order.map((id, index) => {
          const name = l[columnOf(id).header];
          const hidden = choice.hidden.includes(id);
          return (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={!hidden}
                  disabled={!mayHide(id)}
                  onChange={() => onChange({ ...choice, hidden: hidden ? choice.hidden.filter((one) => one !== id) : [...choice.hidden, id] })}
                />
                {name}
              </label>
              <button type="button" aria-label={t.up(name)} disabled={index === 0} onClick={() => onChange(moved(choice, id, -1))}>↑</button>
              <button type="button" aria-label={t.down(name)} disabled={index === choice.order.length - 1} onClick={() => onChange(moved(choice, id, 1))}>↓</button>
            </li>
          );
        })}
      </ul>
      <Button look="quiet" onClick={() => onChange(DEFAULT_COLUMNS)}>{t.reset}</Button>
    </Dropdown>
  );
}
