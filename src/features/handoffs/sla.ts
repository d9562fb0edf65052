import { type Instant, isUnfinishedTask, type Millis, type TaskState } from '#model';

/** How a task stands against its due time; `ms` is what is left, what it is late by, or what it took. */
export interface Sla {
  kind: 'left' | 'late' | 'took' | 'took-late';
  ms: Millis;
  /** Little is left. */
  soon: boolean;
}

interface Timed {
  state: TaskState;
  openedAt: string;
  dueAt: string;
  endedAt?: string | undefined;
}

/** From this on little is left: a fifth of the whole time, but no more than half an hour. */
const SOON_SHARE = 0.2;
const SOON_AT_MOST: Millis = 30 * 60_000;

/**
 * The clock of a task at a moment. It stops when the task ends.
 *
 * @param between time that passes between two instants on the clock of the rule: all of it, or that in working hours
 */
export function slaOf(task: Timed, now: Instant, between: (from: Instant, to: Instant) => Millis = (from, to) => to - from): Sla {
  const [opened, due] = [Date.parse(task.openedAt), Date.parse(task.dueAt)];
  const ended = isUnfinishedTask(task) || task.endedAt === undefined ? undefined : Date.parse(task.endedAt);
  const at = ended ?? now;
  if (ended === undefined && at <= due) {
    const ms = between(at, due);
    return { kind: 'left', ms, soon: ms <= Math.min(SOON_AT_MOST, between(opened, due) * SOON_SHARE) };
  }
  if (at > due) return { kind: ended === undefined ? 'late' : 'took-late', ms: between(due, at), soon: false };
  return { kind: 'took', ms: between(opened, at), soon: false };
}

/** Under an hour to the second: it is seen to run. */
export function countdown(ms: Millis): { minutes: number; seconds: string } | undefined {
  if (ms >= 3_600_000) return undefined;
  const seconds = Math.floor(ms / 1_000);
  return { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') };
}
