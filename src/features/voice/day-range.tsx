import type { Day } from '#model';
import { buttonClass, defineTexts, useCloseDropdown, useTexts } from '#ui';
import { useState } from 'react';
import styles from './filter-bar.module.css';

const texts = defineTexts({
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  apply: { zh: '应用', en: 'Apply' },
});

/** Two days in order; what the browser lets people type is a day or empty. */
export function DayRange({ from, to, onApply }: { from: Day; to: Day; onApply: (from: Day, to: Day) => void }) {
  const t = useTexts(texts);
  const close = useCloseDropdown();
  const [range, setRange] = useState({ from, to });
  const valid = range.from !== '' && range.to !== '' && range.from <= range.to;
  return (
    <form
      className={styles.range}
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        onApply(range.from, range.to);
        close();
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {t[end]}
          <input type="date" value={range[end]} onChange={({ target }) => setRange({ ...range, [end]: target.value })} />
        </label>
      ))}
      <button type="submit" className={buttonClass()} disabled={!valid}>{t.apply}</button>
    </form>
  );
}
