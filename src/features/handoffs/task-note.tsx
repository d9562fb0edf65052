import type { TaskTold } from '#contract';
import { isUnfinishedTask } from '#model';
import { Button, defineTexts, useTexts } from '#ui';
import { useId, useState } from 'react';
import styles from './task-panel.module.css';
import type { useTaskChange } from './use-task-change';

const texts = defineTexts({
  title: { zh: '备注', en: 'Note' },
  none: { zh: '没有备注。', en: 'No note.' },
  save: { zh: '保存备注', en: 'Save note' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  discard: { zh: '放弃', en: 'Discard' },
});

/** What whoever works on it next should know. What is typed stays while others change the task. */
export function TaskNote({ task, changing }: { task: TaskTold; changing: ReturnType<typeof useTaskChange> }) {
  const t = useTexts(texts);
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const isDirty = typed !== undefined && typed !== (task.note ?? '');
  const mayEdit = isUnfinishedTask(task) && (task.moves.find(({ move }) => move === 'assign')?.allowed ?? false);
  if (!mayEdit) {
    return (
      <section aria-label={t.title}>
        <h3>{t.title}</h3>
        <p className={task.note ? styles.note : styles.quiet}>{task.note ?? t.none}</p>
      </section>
    );
  }
  return (
    <section aria-label={t.title}>
      <h3>
        <label htmlFor={id}>{t.title}</label>
      </h3>
      <textarea id={id} className={styles.textarea} rows={2} maxLength={2_000} value={typed ?? task.note ?? ''} onChange={({ target }) => setTyped(target.value)} />
      {isDirty && (
        <p className={styles.actions}>
          <Button look="primary" disabled={changing.pending} onClick={() => changing.change(task, { edit: { note: typed.trim() || null } }, () => setTyped(undefined))}>
            {changing.pending ? t.saving : t.save}
          </Button>
          <Button onClick={() => setTyped(undefined)}>{t.discard}</Button>
        </p>
      )}
    </section>
  );
}
