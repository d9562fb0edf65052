import { MINUTE, zoneOf } from '#model';
import type { Services } from '../services/services';
import { superviseTickets } from '../services/tickets/supervise';
import { watchRecurrences } from '../services/tickets/watch-recurrences';

const TICK_MS = MINUTE;
/** A new day may raise a recurrence at once; late events may wait a little. */
const WATCH_AGAIN_MS = 30 * MINUTE;

/**
 * 督办 and 复发: looks at start, when a day begins, and again when something has changed meanwhile; one run at a time. @returns stops it
 */
export function startTicketJobs(services: Services): () => Promise<void> {
  const { ports, revisions, handoffSettings, evidence, onFault } = services;
  const zone = zoneOf(ports.config.zone);
  let supervised = '';
  let watched = { day: '', revision: '', at: 0 };

  const run = async () => {
    const now = ports.clock();
    const day = zone.dayOf(now);
    const seen = `${day} ${revisions.current()}`;
    if (seen !== supervised) {
      await superviseTickets(services, handoffSettings, now);
      supervised = seen;
    }
    const revision = revisions.ofCounts();
    if (day !== watched.day || (revision !== watched.revision && now - watched.at >= WATCH_AGAIN_MS)) {
      await watchRecurrences(services, evidence, now);
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
    clearInterval(timer);
    return running;
  };
}
