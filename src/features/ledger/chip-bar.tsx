import type { TicketCounts } from '#contract';
import { classes, defineTexts, useFormats, useTexts } from '#ui';
import styles from './chip-bar.module.css';
import { CHIPS, isChosen } from './chips';
import { withFilter, withoutFilter } from './filter';
import { ledgerTexts } from './ledger-texts';
import type { LedgerSearch } from './search';

const texts = defineTexts({ chips: { zh: '常用筛选', en: 'Common filters' } });

export interface ChipBarProps {
  search: LedgerSearch;
  go: (search: LedgerSearch) => void;
  /** Absent while they are being counted: the chips stand already. */
  counts: TicketCounts | undefined;
}

/** Filters by one press, each with as many tickets as it gives; 人工核销 among them, always. */
export function ChipBar({ search, go, counts }: ChipBarProps) {
  const t = useTexts(texts);
  const words = useTexts(ledgerTexts);
  const { exact } = useFormats();
  return (
    <div className={styles.chips} role="group" aria-label={t.chips}>
      {CHIPS.map((chip) => {
        const chosen = isChosen(chip, search);
        const count = counts && chip.count(counts);
        return (
          <button
            key={chip.id}
            type="button"
            className={classes(styles.chip, chip.id === 'late' && Boolean(count) && styles.late)}
            aria-pressed={chosen}
            onClick={() => go(chosen ? withoutFilter(search) : withFilter(search, chip.filter))}
          >
            {words[chip.id]} <span>{count === undefined ? '' : exact(count)}</span>
          </button>
        );
      })}
    </div>
  );
}
