import { failureOf, taskQuery } from '#api';
import type { TaskTold } from '#contract';
import { toJourney, toStory } from '#src/routes';
import { nodeId } from '#model';
import { buttonClass, FailedToLoad, KindTag, Loading, Stale, Tag, taskModeWords, taskPriorityWords, TaskStateTag, useFormats, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { handoffTexts } from './handoff-texts';
import { SlaClock } from './sla-clock';
import { TaskAttempts } from './task-attempts';
import { TaskContext } from './task-context';
import { TaskMoves } from './task-moves';
import { TaskNote } from './task-note';
import styles from './task-panel.module.css';
import { panelTexts } from './panel-texts';
import { useTaskChange } from './use-task-change';
import { useHandoffs } from './view';

/** One task in depth: what broke and where, what the customer has done already, and what to do now. On a small screen a sheet over the list. */
export function TaskPanel({ id }: { id: string }) {
  const { search, go, names } = useHandoffs();
  const t = useTexts(panelTexts);
  const task = useQuery(taskQuery(id));
  const panel = useRef<HTMLElement>(null);
  const close = () => {
    go({ ...search, task: undefined });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`button[data-task="${CSS.escape(id)}"]`)?.focus());
  };
  useEffect(() => panel.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true }), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc of everything inside
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={t.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <button type="button" className={styles.close} onClick={close}>
        <span aria-hidden="true">‹</span> {t.close}
      </button>
      {/* One heading before and after the task has come: it has the focus. */}
      <h2 tabIndex={-1} className={task.data ? undefined : styles.waiting}>
        {task.data ? names.locus(task.data.task.interruption) : id}
      </h2>
      {task.data && <Task task={task.data.task} />}
      {task.isPending && <Loading lines={10} />}
      {task.isError && !task.data && <FailedToLoad failure={failureOf(task.error)} onRetry={() => void task.refetch()} />}
      {task.isError && task.data && <Stale onRetry={() => void task.refetch()}>{t.stale}</Stale>}
    </aside>
  );
}

function Task({ task }: { task: TaskTold }) {
  const changing = useTaskChange();
  return (
    <>
      <Head task={task} />
      <TaskMoves task={task} changing={changing} />
      <TaskContext task={task} />
      <TaskAttempts task={task} />
      <TaskNote key={task.id} task={task} changing={changing} />
      <Facts task={task} />
    </>
  );
}

function Head({ task }: { task: TaskTold }) {
  const { names, zone, person } = useHandoffs();
  const { dateTime } = useFormats();
  const t = useTexts(panelTexts);
  const words = useTexts(handoffTexts);
  const priorities = useTexts(taskPriorityWords);
  const { interruption, assignee } = task;
  return (
    <header className={styles.head}>
      <p className={styles.tags}>
        <TaskStateTag state={task.state} />
        <KindTag kind={interruption.kind} />
        {task.priority !== 'normal' && <Tag tone={task.priority === 'urgent' ? 'break' : 'mild'}>{priorities[task.priority]}</Tag>}
        {task.escalation.level > 0 && <Tag tone="break">{words.escalated(task.escalation.level)}</Tag>}
        <span className={styles.clock}>
          <SlaClock task={task} />
        </span>
      </p>
      <dl className={styles.lines}>
        <dt>{t.broke}</dt>
        <dd>
          {dateTime(interruption.at, zone)}
          {interruption.reason !== undefined && <b className={styles.bad}> {names.reason(interruption.reason)}</b>}
        </dd>
        <dt>{t.customer}</dt>
        <dd>
          {task.contact && <b>{task.contact}</b>} {task.customer && t.customerId(task.customer)}
          {[task.segment && names.segment(task.segment), task.organisation && names.organisation(task.organisation)].filter(Boolean).map((part) => ` · ${part}`)}
        </dd>
        <dt>{t.through}</dt>
        <dd className={styles.teal}>{names.touchpoint(task.touchpoint)}</dd>
        <dt>{t.assignee}</dt>
        <dd>{assignee === undefined ? words.unassigned : person(assignee)}</dd>
        {task.endReason && (
          <>
            <dt>{t.ended}</dt>
            <dd>{t[task.endReason]}</dd>
          </>
        )}
      </dl>
      <p className={styles.links}>
        <Link {...toJourney(interruption.journey, { node: nodeId(interruption.step, interruption.touchpoint) })} className={buttonClass()}>
          {t.onMap}
        </Link>
        <Link {...toStory(interruption.journey, interruption.instance)} className={buttonClass()}>
          {t.story}
        </Link>
      </p>
    </header>
  );
}

/** Where the task comes from, and what has become of it when. */
function Facts({ task }: { task: TaskTold }) {
  const { zone, rules } = useHandoffs();
  const { dateTime } = useFormats();
  const localize = useLocalize();
  const t = useTexts(panelTexts);
  const modes = useTexts(taskModeWords);
  const rule = task.rule === undefined ? undefined : rules.get(task.rule);
  const times = [
    [t.opened, task.openedAt],
    [t.due, task.dueAt],
    [t.claimed, task.claimedAt],
    [t.escalatedAt, task.escalation.at],
    [t.endedAt, task.endedAt],
  ] as const;
  return (
    <section aria-label={t.facts}>
      <h3>{t.facts}</h3>
      <dl className={styles.lines}>
        <dt>{t.number}</dt>
        <dd>{task.id}</dd>
        {task.rule !== undefined && (
          <>
            <dt>{t.rule}</dt>
            <dd>{rule ? localize(rule.name) : task.rule}</dd>
          </>
        )}
        {task.source !== undefined && (
          <>
            <dt>{t.source}</dt>
            <dd>{task.source}</dd>
          </>
        )}
        <dt>{t.mode}</dt>
        <dd>{modes[task.mode]}</dd>
        {times.map(
          ([name, at]) =>
            at !== undefined && (
              <div key={name} className={styles.pair}>
                <dt>{name}</dt>
                <dd>{dateTime(at, zone)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
