import type { Instant } from '#model';
import { type Access, type EventStore, systemAccess } from '../ports';
import type { Revisions } from './revisions';

/** Makes figures true for `now`: what becomes late, lost or no longer pending does so without an event. */
export interface Sweeper {
  /** Detects again what is due; returns at once when nothing is. */
  sweepIfDue(now: Instant): Promise<void>;
}

const access: Access = systemAccess('sweep');

export function createSweeper(events: EventStore, revisions: Revisions): Sweeper {
  let running: Promise<void> | undefined;
  const sweep = async (now: Instant) => {
    const { changed } = await events.sweep(access, now);
    if (changed > 0) revisions.moved();
  };
  return {
    async sweepIfDue(now) {
      // Whoever comes while one is running shares its wait, then looks again: what it swept may have been for an earlier `now`.
      if (running) await running.catch(() => undefined);
      if (running || events.nextChangeAt === undefined || events.nextChangeAt > now) return running;
      running = sweep(now).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
