import { type Day, dayOfWeek } from '#model';
import { useState } from 'react';
import { buttonClass } from './button';
import styles from './day-range.module.css';
import { useCloseDropdown } from './dropdown';
import { defineTexts, useTexts } from './texts';

const texts = defineTexts({
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  apply: { zh: '应用', en: 'Apply' },
});

/** Two days in order, inside a dropdown: applied with one button, which then closes it. */
export function DayRange({ from, to, onApply }: { from: Day | undefined; to: Day | undefined; onApply: (from: Day, to: Day) => void }) {
  const t = useTexts(texts);
  const close = useCloseDropdown();
  const [range, setRange] = useState({ from: from ?? '', to: to ?? '' });
  const valid = isDay(range.from) && isDay(range.to) && range.from <= range.to;
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
          <input type="date" value={range[end]} onChange={(event) => setRange({ ...range, [end]: event.target.value })} />
        </label>
      ))}
      <button type="submit" className={buttonClass()} disabled={!valid}>
        {t.apply}
      </button>
    </form>
  );
}

const isDay = (text: string): boolean => {
  try {
    return dayOfWeek(text) > 0;
  } catch {
    return false;
  }
};
