import type { TaskTold } from '#contract';
import { defineTexts, outcomeWords, useFormats, useTexts } from '#ui';
import styles from './task-panel.module.css';
import { useHandoffs } from './view';

const texts = defineTexts({
  entered: { zh: '客户已填，勿重复询问', en: 'Already entered: do not ask again' },
  nothing: { zh: '断点之前没有记下客户填过的内容。', en: 'Nothing the customer entered before the break is on record.' },
  journey: { zh: '到此为止的旅程', en: 'The journey so far' },
  here: { zh: '在这里断了', en: 'it broke here' },
  requested: { zh: '申请', en: 'Asked for' },
  limit: { zh: '上限', en: 'Limit' },
  amount: { zh: '金额', en: 'Amount' },
});

const MARKS = { entered: '→', done: '✓', failed: '×', limited: '⊘' } as const;

/** What the customer did before it broke, so that they repeat nothing. */
export function TaskContext({ task }: { task: TaskTold }) {
  const t = useTexts(texts);
  return (
    <>
      <section aria-label={t.entered} className={styles.entered}>
        <h3>{t.entered}</h3>
        <Entered entered={task.context.entered} />
      </section>
      <section aria-label={t.journey}>
        <h3>{t.journey}</h3>
        <Events task={task} />
      </section>
    </>
  );
}

function Entered({ entered }: { entered: TaskTold['context']['entered'] }) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const words: Readonly<Record<string, string>> = { requested: t.requested, limit: t.limit, amount: t.amount };
  const given = Object.entries(entered);
  if (given.length === 0) return <p className={styles.quiet}>{t.nothing}</p>;
  return (
    <dl className={styles.lines}>
      {given.map(([name, value]) => (
        <div key={name} className={styles.pair}>
          <dt>{words[name] ?? name}</dt>
          <dd>{typeof value === 'number' ? exact(value) : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Events({ task: { context, interruption } }: { task: TaskTold }) {
  const { names, zone } = useHandoffs();
  const { dateTime, time } = useFormats();
  const t = useTexts(texts);
  const outcomes = useTexts(outcomeWords);
  const days = context.events.map(({ at }) => dateTime(at, zone).replace(/,? \d\d:\d\d$/, ''));
  return (
    <ol className={styles.story}>
      {context.events.map((event, index) => {
        const bad = event.outcome === 'failed' || event.outcome === 'limited';
        return (
          <li key={event.id} data-outcome={event.outcome}>
            {days[index] !== days[index - 1] && <span className={styles.day}>{days[index]}</span>}
            <time dateTime={event.at}>{time(event.at, zone)}</time> <b>{names.step(interruption.journey, event.step)}</b> <span className={styles.quiet}>{names.touchpoint(event.touchpoint)}</span>{' '}
            <span className={bad ? styles.bad : event.outcome === 'done' ? styles.good : styles.quiet}>
              <span aria-hidden="true">{MARKS[event.outcome]}</span> {outcomes[event.outcome]}
            </span>
            {event.reason !== undefined && <span className={styles.bad}> {names.reason(event.reason)}</span>}
          </li>
        );
      })}
      <li className={styles.bad} data-outcome="break">
        <b>
          <span aria-hidden="true">{'// '}</span>
          {t.here}
        </b>
      </li>
    </ol>
  );
}
