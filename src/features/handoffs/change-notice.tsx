import { failureOf } from '#api';
import type { TaskTold } from '#contract';
import { Button, taskPriorityWords, taskStateWords, useFormats, useTexts } from '#ui';
import { handoffTexts } from './handoff-texts';
import { changedFieldWords, moveTexts } from './move-texts';
import { sayMissing } from './say-missing';
import styles from './task-panel.module.css';
import type { ChangeProblem } from './use-task-change';
import { useHandoffs } from './view';
import { type ChangedField, whatChanged } from './what-changed';

/** Why a change was not made, and where somebody else was first, what they did. */
export function ChangeNotice({ problem, onDismiss }: { problem: ChangeProblem; onDismiss: () => void }) {
  const t = useTexts(moveTexts);
  return (
    <div className={styles.notice} role="alert">
      <Problem problem={problem} />
      <Button look="quiet" onClick={onDismiss}>
        {t.dismiss}
      </Button>
    </div>
  );
}

function Problem({ problem }: { problem: ChangeProblem }) {
  const { person } = useHandoffs();
  const t = useTexts(moveTexts);
  switch (problem.kind) {
    case 'stale':
      return (
        <div>
          <p>{t.stale}</p>
          <Changes before={problem.before} now={problem.now} />
        </div>
      );
    case 'refused':
      return <p>{t.refused + problem.missing.map((one) => sayMissing([one], 'claim', person, t)).join('; ')}</p>;
    case 'failed': {
      const { kind, detail } = failureOf(problem.error);
      return <p>{t.failed + (kind === 'network' ? t.network : detail)}</p>;
    }
  }
}

function Changes({ before, now }: { before: TaskTold; now: TaskTold }) {
  const { names, person, zone } = useHandoffs();
  const { dateTime } = useFormats();
  const t = useTexts(moveTexts);
  const words = useTexts(handoffTexts);
  const fields = useTexts(changedFieldWords);
  const states = useTexts(taskStateWords);
  const priorities = useTexts(taskPriorityWords);
  const changed = whatChanged(before, now);
  if (changed.length === 0) return <p>{t.nothingSeen}</p>;
  const write = (field: ChangedField, task: TaskTold): string => {
    switch (field) {
      case 'state':
        return states[task.state];
      case 'assignee':
        return task.assignee === undefined ? words.unassigned : person(task.assignee);
      case 'priority':
        return priorities[task.priority];
      case 'dueAt':
        return dateTime(task.dueAt, zone);
      case 'touchpoint':
        return names.touchpoint(task.touchpoint);
      case 'note':
        return task.note ?? '—';
      case 'attempts':
        return String(task.attempts.length);
    }
  };
  return (
    <ul>
      {changed.map((field) => (
        <li key={field}>
          {fields[field]}: {write(field, before)} → <b>{write(field, now)}</b>
        </li>
      ))}
    </ul>
  );
}
