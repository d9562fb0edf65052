import type { TaskMove, TaskTold } from '#contract';
import { isUnfinishedTask, type TaskMoveInput } from '#model';
import { Button, useTexts, useToast } from '#ui';
import { useId, useState } from 'react';
import { ChangeNotice } from './change-notice';
import { MoveForm } from './move-form';
import { moveTexts, moveWords } from './move-texts';
import { sayMissing } from './say-missing';
import styles from './task-panel.module.css';
import type { useTaskChange } from './use-task-change';
import { useHandoffs } from './view';

/** In the order in which they are come to. */
const MOVES: readonly TaskMove[] = ['claim', 'contact', 'resume', 'fail', 'assign', 'release'];
/** Shown although their time has not come, so that one knows where it leads. */
const AHEAD: ReadonlySet<TaskMove> = new Set(['contact', 'resume', 'fail']);

/** What can be done now, as buttons; what cannot be done yet says what it needs. */
export function TaskMoves({ task, changing }: { task: TaskTold; changing: ReturnType<typeof useTaskChange> }) {
  const t = useTexts(moveTexts);
  const words = useTexts(moveWords);
  const toast = useToast();
  const [form, setForm] = useState<Exclude<TaskMove, 'claim'>>();
  const { pending, problem, change, reset } = changing;

  const claim = () =>
    change(task, { move: { move: 'claim' } }, (told) =>
      toast({ text: `${t.claimed} · ${told.id}`, action: { label: t.undo, run: () => change(told, { move: { move: 'release' } }) } }),
    );
  const send = (move: TaskMoveInput) =>
    change(task, { move }, () => {
      setForm(undefined);
      toast({ text: t.done(words[move.move]) });
    });

  if (!isUnfinishedTask(task)) {
    return (
      <>
        {problem && <ChangeNotice problem={problem} onDismiss={reset} />}
        <p className={styles.quiet}>{t.ended}</p>
      </>
    );
  }
  const shown = MOVES.flatMap((move) => {
    const told = task.moves.find((one) => one.move === move);
    return told && (told.allowed || AHEAD.has(move) || told.missing.some(({ code }) => code !== 'state')) ? [told] : [];
  });
  const primary = shown.find(({ move, allowed }) => allowed && move === { open: 'claim', claimed: 'contact', contacted: 'resume' }[String(task.state)])?.move;
  return (
    <section aria-label={t.title}>
      {problem && <ChangeNotice problem={problem} onDismiss={reset} />}
      <div className={styles.moves}>
        {shown.map(({ move, allowed, missing }) => (
          <MoveButton
            key={move}
            move={move}
            missing={allowed ? [] : missing}
            primary={move === primary}
            open={move === form}
            busy={pending}
            onPress={() => {
              reset();
              if (move === 'claim') claim();
              else setForm(move === form ? undefined : move);
            }}
          />
        ))}
      </div>
      {form && <MoveForm key={form} task={task} move={form} busy={pending} onSend={send} onCancel={() => setForm(undefined)} />}
    </section>
  );
}

interface MoveButtonProps {
  move: TaskMove;
  missing: TaskTold['moves'][number]['missing'];
  primary: boolean;
  open: boolean;
  busy: boolean;
  onPress: () => void;
}

function MoveButton({ move, missing, primary, open, busy, onPress }: MoveButtonProps) {
  const { person } = useHandoffs();
  const id = useId();
  const words = useTexts(moveWords);
  const hint = sayMissing(missing, move, person, useTexts(moveTexts));
  return (
    <span className={styles.move}>
      <Button
        look={primary && !open ? 'primary' : 'plain'}
        aria-disabled={hint !== undefined || busy}
        aria-describedby={hint === undefined ? undefined : id}
        aria-expanded={move === 'claim' || hint !== undefined ? undefined : open}
        onClick={() => {
          if (hint === undefined && !busy) onPress();
        }}
      >
        {words[move]}
      </Button>
      {hint !== undefined && <small id={id}>{hint}</small>}
    </span>
  );
}
