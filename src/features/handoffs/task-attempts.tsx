import type { TaskTold } from '#contract';
import { defineTexts, useFormats, useTexts } from '#ui';
import { contactResultWords } from './contact-texts';
import styles from './task-panel.module.css';
import { useHandoffs } from './view';

const texts = defineTexts({
  title: { zh: '联系记录', en: 'Contact attempts' },
  none: { zh: '还没有人联系过客户。', en: 'Nobody has tried to reach the customer yet.' },
});

/** Who tried to reach the customer, when, through what, and what came of it. */
export function TaskAttempts({ task: { attempts } }: { task: TaskTold }) {
  const { names, person, zone } = useHandoffs();
  const { dateTime } = useFormats();
  const t = useTexts(texts);
  const results = useTexts(contactResultWords);
  return (
    <section aria-label={t.title}>
      <h3>{t.title}</h3>
      {attempts.length === 0 && <p className={styles.quiet}>{t.none}</p>}
      <ol className={styles.attempts}>
        {attempts.toReversed().map((attempt) => (
          <li key={`${attempt.at} ${attempt.result}`}>
            <b className={attempt.result === 'reached' ? styles.teal : undefined}>{results[attempt.result]}</b>{' '}
            <span className={styles.quiet}>
              {[dateTime(attempt.at, zone), names.touchpoint(attempt.touchpoint), attempt.by && person(attempt.by)].filter(Boolean).join(' · ')}
            </span>
            {attempt.note && <p className={styles.note}>{attempt.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
