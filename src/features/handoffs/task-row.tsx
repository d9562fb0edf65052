import type { TaskTold } from '#contract';
import { classes, kindMarks, kindWords, TaskStateTag, Tag, taskPriorityWords, useTexts } from '#ui';
import { memo } from 'react';
import { handoffTexts } from './handoff-texts';
import { SlaClock } from './sla-clock';
import styles from './task-row.module.css';
import { useHandoffs } from './view';

interface Props {
  task: TaskTold;
  opened: boolean;
  tabbable: boolean;
  onOpen: (id: TaskTold['id']) => void;
}

/** One task of the list: where it broke and why, who picks up through what, and its clock. */
export const TaskRow = memo(function TaskRow({ task, opened, tabbable, onOpen }: Props) {
  const { names, person, me } = useHandoffs();
  const t = useTexts(handoffTexts);
  const kinds = useTexts(kindWords);
  const priorities = useTexts(taskPriorityWords);
  const { interruption, touchpoint, assignee, contact, customer, priority, escalation, state } = task;
  const who = assignee === undefined ? (state === 'open' ? t.unassigned : undefined) : assignee === me?.id ? t.mine : person(assignee);
  return (
    <button
      type="button"
      className={classes(styles.row, styles[priority], opened && styles.opened)}
      data-task={task.id}
      tabIndex={tabbable ? 0 : -1}
      aria-current={opened ? 'true' : undefined}
      onClick={() => onOpen(task.id)}
    >
      <span className={styles.line}>
        <b className={styles.place}>
          {names.locus(interruption)}
        </b>
        <SlaClock task={task} />
      </span>
      <span className={styles.line}>
        <span className={styles.cause}>
          <span className={styles.bad}>
            <span aria-hidden="true">{kindMarks[interruption.kind].shape} </span>
            {interruption.reason === undefined ? kinds[interruption.kind] : names.reason(interruption.reason)}
          </span>
          <span className={styles.through}>{t.to(names.touchpoint(touchpoint))}</span>
          {(contact ?? customer) && <span>{contact ?? customer}</span>}
        </span>
        <span className={styles.tags}>
          {priority !== 'normal' && <Tag tone={priority === 'urgent' ? 'break' : 'mild'}>{priorities[priority]}</Tag>}
          {escalation.level > 0 && <Tag tone="break">{t.escalated(escalation.level)}</Tag>}
          {who !== undefined && <span className={assignee === undefined ? styles.nobody : undefined}>{who}</span>}
          <TaskStateTag state={state} />
        </span>
      </span>
    </button>
  );
});
