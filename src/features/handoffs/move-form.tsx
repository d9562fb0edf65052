import { catalogueQuery } from '#api';
import type { TaskMove, TaskTold } from '#contract';
import { CONTACT_RESULTS, type TaskMoveInput } from '#model';
import { Button, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { contactResultWords } from './contact-texts';
import { moveTexts, moveWords } from './move-texts';
import { panelTexts } from './panel-texts';
import styles from './task-panel.module.css';
import { useHandoffs } from './view';

const FAIL_REASONS = ['unreachable', 'declined', 'not-needed', 'elsewhere', 'other'] as const;

interface Props {
  task: TaskTold;
  move: Exclude<TaskMove, 'claim'>;
  busy: boolean;
  onSend: (move: TaskMoveInput) => void;
  onCancel: () => void;
}

/** What a move has to be told before it is made. It stays as it is typed until the move is made. */
export function MoveForm({ task, move, busy, onSend, onCancel }: Props) {
  const { people, person, names } = useHandoffs();
  const t = useTexts(moveTexts);
  const words = useTexts(moveWords);
  const results = useTexts(contactResultWords);
  const ends = useTexts(panelTexts);
  const touchpoints = useQuery(catalogueQuery()).data?.touchpoints.filter(({ service }) => service === 'assisted') ?? [];
  const form = useRef<HTMLFormElement>(null);
  const [result, setResult] = useState<(typeof CONTACT_RESULTS)[number]>('reached');
  const [touchpoint, setTouchpoint] = useState(task.touchpoint);
  const [reason, setReason] = useState<(typeof FAIL_REASONS)[number]>();
  const [assignee, setAssignee] = useState<(typeof people)[number]['id']>();
  const [typed, setTyped] = useState('');
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);

  const input = inputOf();
  function inputOf(): TaskMoveInput | undefined {
    const note = typed.trim() === '' ? {} : { note: typed.trim() };
    switch (move) {
      case 'contact':
        return { move, result, touchpoint, ...note };
      case 'fail':
        return reason && { move, reason, ...note };
      case 'assign':
        return assignee && { move, assignee, ...note };
      default:
        return { move, ...note };
    }
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc of everything inside
    <form
      ref={form}
      className={styles.form}
      aria-label={words[move]}
      onSubmit={(event) => {
        event.preventDefault();
        if (input && !busy) onSend(input);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      {move === 'contact' && (
        <fieldset className={styles.choices}>
          <legend>{t.result}</legend>
          {CONTACT_RESULTS.map((one) => (
            <label key={one}>
              <input type="radio" name="result" checked={one === result} onChange={() => setResult(one)} />
              {results[one]}
            </label>
          ))}
        </fieldset>
      )}
      {move === 'contact' && (
        <label className={styles.field}>
          {t.via}
          <select value={touchpoint} onChange={({ target }) => setTouchpoint(touchpoints.find(({ id }) => id === target.value)?.id ?? touchpoint)}>
            {touchpoints.map(({ id }) => (
              <option key={id} value={id}>
                {names.touchpoint(id)}
              </option>
            ))}
          </select>
        </label>
      )}
      {move === 'fail' && (
        <label className={styles.field}>
          {t.reason}
          <select required value={reason ?? ''} onChange={({ target }) => setReason(FAIL_REASONS.find((one) => one === target.value))}>
            <option value="">{t.choose}</option>
            {FAIL_REASONS.map((one) => (
              <option key={one} value={one}>
                {ends[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      {move === 'assign' && (
        <label className={styles.field}>
          {t.assignee}
          <select required value={assignee ?? ''} onChange={({ target }) => setAssignee(people.find(({ id }) => id === target.value)?.id)}>
            <option value="">{t.choose}</option>
            {people
              .filter(({ id }) => id !== task.assignee)
              .map(({ id }) => (
                <option key={id} value={id}>
                  {person(id)}
                </option>
              ))}
          </select>
        </label>
      )}
      <label className={styles.field}>
        {t.note}
        <textarea className={styles.textarea} rows={2} maxLength={2_000} value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <p className={styles.actions}>
        <Button look="primary" disabled={!input || busy} onClick={() => input && onSend(input)}>
          {busy ? t.sending : t.confirm(words[move])}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </p>
    </form>
  );
}
