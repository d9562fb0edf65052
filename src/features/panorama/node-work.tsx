import { peopleQuery, tasksQuery, ticketRowsQuery } from '#api';
import type { PanoramaNode } from '#contract';
import { toHandoffs, toLedger, toTicket } from '#src/routes';
import { Button, defineTexts, nameFinder, Tag, TaskStateTag, TicketStateTag, useFormats, useLanguage, useTexts } from '#ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import styles from './panel.module.css';
import { useView } from './view';
import { isUnclaimed, openTickets, UNCLAIMED } from './work';

const RegisterDialog = lazy(async () => ({ default: (await import('./register-dialog')).RegisterDialog }));

const texts = defineTexts({
  title: { zh: '谁在管', en: 'Who is on it' },
  tickets: { zh: (n: string) => `未销号工单 ${n}`, en: (n: string) => `Open tickets: ${n}` },
  tasks: { zh: (n: string) => `待办接续任务 ${n}`, en: (n: string) => `Open handoff tasks: ${n}` },
  overdue: { zh: (n: string) => `超时 ${n}`, en: (n: string) => `${n} overdue` },
  all: { zh: '全部', en: 'all' },
  noOwner: { zh: '无责任人', en: 'no owner' },
  due: { zh: (day: string) => `${day} 到期`, en: (day: string) => `due ${day}` },
  late: { zh: (days: string) => `逾期 ${days} 天`, en: (days: string) => `${days} days late` },
  noTickets: { zh: '没有工单在治理这里。', en: 'No ticket mends this place.' },
  unclaimed: {
    zh: (missed: string, rate: string) => `无人认领：未接续 ${missed} 次，接续率不到 ${rate}，也没有工单。`,
    en: (missed: string, rate: string) => `Unclaimed: ${missed} missed breaks, under ${rate} handed over, and no ticket.`,
  },
  register: { zh: '登记整改工单', en: 'Register a ticket' },
});

/** So many of each are named here; the lists have them all. */
const NAMED = 3;

/** What people do about a place: its open tickets and tasks, and a ticket to be registered. */
export function NodeWork({ node }: { node: PanoramaNode }) {
  const { place } = useView();
  const { exact, percent } = useFormats();
  const t = useTexts(texts);
  const [registering, setRegistering] = useState(false);
  const at = place.level === 'overview' ? { level: place.level, node: node.id } : { level: place.level, node: node.id, journey: place.journey };
  const tickets = openTickets(node);
  return (
    <section aria-label={t.title}>
      <h3>{t.title}</h3>
      {tickets === 0 && <p className={styles.quiet}>{isUnclaimed(node) ? <span className={styles.bad}>{t.unclaimed(exact(node.unhanded), percent(UNCLAIMED.handoffRate))}</span> : t.noTickets}</p>}
      {tickets > 0 && (
        <>
          <p className={styles.row}>
            <b>{t.tickets(exact(tickets))}</b>
            <Link {...toLedger(at)}>{t.all} →</Link>
          </p>
          <Tickets at={at} />
        </>
      )}
      {node.tasks.open > 0 && (
        <>
          <p className={styles.row}>
            <b>
              {t.tasks(exact(node.tasks.open))} {node.tasks.overdue > 0 && <Tag tone="break">! {t.overdue(exact(node.tasks.overdue))}</Tag>}
            </b>
            <Link {...toHandoffs(at)}>{t.all} →</Link>
          </p>
          <Tasks at={at} />
        </>
      )}
      <p className={styles.actions}>
        <Button look={isUnclaimed(node) ? 'primary' : 'plain'} onClick={() => setRegistering(true)}>
          {t.register}
        </Button>
      </p>
      {registering && (
        <Suspense>
          <RegisterDialog at={node} onClose={() => setRegistering(false)} />
        </Suspense>
      )}
    </section>
  );
}

type At = NonNullable<Parameters<typeof toHandoffs>[0]>;

function Tickets({ at: { level, node, journey } }: { at: At }) {
  const { shortDay, exact } = useFormats();
  const language = useLanguage();
  const t = useTexts(texts);
  const people = useQuery(peopleQuery()).data?.items ?? [];
  const person = nameFinder(people, language);
  const tickets = useQuery(ticketRowsQuery({ level, node, ...(journey && { journey }), state: ['open'], sort: 'urgency' }, { offset: 0, limit: NAMED })).data;
  return (
    <ul className={styles.rows}>
      {tickets?.items.map((ticket) => (
        <li key={ticket.id} className={styles.row}>
          <Link {...toTicket(ticket.id)}>
            {ticket.id} {ticket.title}
          </Link>
          <span>
            {ticket.recurrences > 0 ? <TicketStateTag state="recurred" /> : <TicketStateTag state={ticket.state} />}
          </span>
          <span className={styles.sub}>
            {ticket.owner === undefined ? t.noOwner : person(ticket.owner)}
            {ticket.daysLate > 0 ? <span className={styles.bad}> · ! {t.late(exact(ticket.daysLate))}</span> : ticket.due !== undefined && ` · ${t.due(shortDay(ticket.due))}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Tasks({ at: { level, node, journey } }: { at: At }) {
  const { names, zone } = useView();
  const { dateTime } = useFormats();
  const t = useTexts(texts);
  const tasks = useInfiniteQuery(tasksQuery({ level, node, ...(journey && { journey }), sort: 'urgency' }, NAMED)).data?.pages[0];
  return (
    <ul className={styles.rows}>
      {tasks?.items.map((task) => (
        <li key={task.id} className={styles.row}>
          <Link {...toHandoffs({ level, node, ...(journey && { journey }), task: task.id })}>
            {task.contact ?? task.customer ?? task.id} → {names.touchpoint(task.touchpoint)}
          </Link>
          <TaskStateTag state={task.state} />
          <span className={task.overdue ? styles.bad : styles.sub}>
            {task.overdue && '! '}
            {t.due(dateTime(task.dueAt, zone))}
          </span>
        </li>
      ))}
    </ul>
  );
}
