import type { TaskTold } from '#contract';
import { classes, useFormats, useTexts } from '#ui';
import { handoffTexts } from './handoff-texts';
import { countdown, slaOf } from './sla';
import styles from './sla-clock.module.css';
import { useNow } from './use-now';
import { useHandoffs } from './view';

type Timed = Pick<TaskTold, 'state' | 'openedAt' | 'dueAt' | 'endedAt' | 'rule'>;

const SIGNS = { left: '', late: '!', took: '✓', 'took-late': '!' } as const;

/** The SLA clock of a task: what is left, or what it is late by, ticking; it stands still once the task has ended. */
export function SlaClock({ task }: { task: Timed }) {
  const { rules, workingTime, skew, zone } = useHandoffs();
  const { dateTime, duration } = useFormats();
  const t = useTexts(handoffTexts);
  const now = useNow() + skew;
  const isWorking = task.rule !== undefined && rules.get(task.rule)?.clock === 'working';
  const { kind, ms, soon } = slaOf(task, now, isWorking ? workingTime : undefined);
  const running = kind === 'left' || kind === 'late' ? countdown(ms) : undefined;
  const time = running ? t.minutes(running.minutes, running.seconds) : duration(ms);
  const words = kind === 'took-late' ? t.tookLate(time) : t[kind](time);
  return (
    <span className={classes(styles.clock, styles[kind], soon && styles.soon)} title={`${t.due} ${dateTime(task.dueAt, zone)}`}>
      {SIGNS[kind] && <b aria-hidden="true">{SIGNS[kind]}</b>}
      {words}
      {isWorking && (
        <abbr className={styles.working} title={t.workingWhy}>
          {t.working}
        </abbr>
      )}
    </span>
  );
}
