import type { TaskCounts } from '#contract';
import { classes, defineTexts, useFormats, useTexts } from '#ui';
import styles from './task-chips.module.css';
import { type Chip, chipOf, CHIPS, withChip } from './url';
import { useHandoffs } from './view';

const texts = defineTexts<Record<Chip | 'chips', string>>({
  chips: { zh: '看哪些', en: 'Which' },
  unfinished: { zh: '待办', en: 'To do' },
  overdue: { zh: '超时', en: 'Overdue' },
  mine: { zh: '我的', en: 'Mine' },
  unassigned: { zh: '无人认领', en: 'Unclaimed' },
  ended: { zh: '已结束', en: 'Ended' },
});

/** What most people look for, with how many there are of each. */
export function TaskChips({ counts }: { counts: TaskCounts | undefined }) {
  const { search, go } = useHandoffs();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const chosen = chipOf(search);
  return (
    <div className={styles.chips} role="group" aria-label={t.chips}>
      {CHIPS.map((chip) => {
        const count = chip === 'ended' ? undefined : counts?.[chip];
        return (
          <button
            key={chip}
            type="button"
            className={classes(styles.chip, chip === 'overdue' && count !== undefined && count > 0 && styles.alarm)}
            aria-pressed={chip === chosen}
            onClick={() => go(withChip(search, chip))}
          >
            {t[chip]}
            {count !== undefined && <b>{exact(count)}</b>}
          </button>
        );
      })}
    </div>
  );
}
