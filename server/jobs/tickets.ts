import { type Day, type Instant, isOpenTicket, MINUTE, type TicketId, zoneOf } from '#model';
import type { Services } from '../services/services';
import { superviseTickets } from '../services/tickets/supervise';
import { tellTests } from '../services/tickets/tell-tests';
import { watchRecurrences } from '../services/tickets/watch-recurrences';

const TICK_MS = MINUTE;
/** A new day may raise a recurrence at once; late events may wait a little. */
const WATCH_AGAIN_MS = 30 * MINUTE;

/** So many changed tickets are looked at one by one; more are as good as all. */
const MANY = 500;

/**
 * 督办, the tests whose day has come, and 复发: looks at all tickets at start and when a day begins, and in between at those that change, or once data have changed; one run at a
 * time. @returns stops it
 */
export function startTicketJobs(services: Services): () => Promise<void> {
  const { ports, revisions, ledger, handoffSettings, evidence, onFault } = services;
  const zone = zoneOf(ports.config.zone);
  let supervised = '';
  let watched = { day: '', revision: '', at: 0 };
  let changed = new Set<TicketId>();

  const silence = ledger.subscribe(({ tickets = [], documents = [] }) => {
    for (const { next } of tickets) if (isOpenTicket(next)) changed.add(next.id);
    // Other days are business days by now.
    if (documents.some(({ name }) => name === 'calendar')) supervised = '';
  });

  const supervise = async (now: Instant, day: Day) => {
    const ids = [...changed];
    const isNew = day !== supervised || ids.length > MANY;
    if (!isNew && ids.length === 0) return;
    changed = new Set();
    supervised = day;
    try {
      await superviseTickets(services, handoffSettings, now, isNew ? undefined : ids);
      // All of them are looked at below when a day begins.
      if (!isNew) await tellTests(services, evidence, now, ids);
    } catch (error) {
      supervised = '';
      throw error;
    }
  };

  const run = async () => {
    const now = ports.clock();
    const day = zone.dayOf(now);
    await supervise(now, day);
    const revision = revisions.ofCounts();
    if (day !== watched.day || (revision !== watched.revision && now - watched.at >= WATCH_AGAIN_MS)) {
      await watchRecurrences(services, evidence, now);
      await tellTests(services, evidence, now);
      watched = { day, revision, at: now };
    }
  };

  let running: Promise<void> = Promise.resolve();
  let waiting = false;
  const tick = () => {
    if (waiting) return;
    waiting = true;
    running = run()
      .catch((error: unknown) => onFault('Failed to look after tickets', error))
      .finally(() => {
        waiting = false;
      });
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return () => {
    silence();
    clearInterval(timer);
    return running;
  };
}
