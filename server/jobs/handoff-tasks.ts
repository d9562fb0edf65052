import { isUnfinishedTask, SECOND, type Stamp, stampOf } from '#model';
import type { LedgerChange } from '../ports';
import type { Services } from '../services/services';

/** Changes come in bursts: what follows a first one at once is taken with it. */
const BURST_MS = 50;
/** How long a run is followed by rest, in its own lengths: never more than a tenth of the time is spent here. */
const REST = 9;
/** After a failure, which the log tells. */
const REST_AFTER_FAILURE_MS = 30 * SECOND;
const TICK_MS = SECOND;

/**
 * Keeps handoff tasks in line with interruptions, rules and the time: runs at start, after every change of what the event store answers
 * or of the rules, and when a level is to be told; one run at a time. @returns stops it
 */
export function startHandoffTasks({ reconciler, revisions, ledger, ports: { clock }, onFault }: Services): () => Promise<void> {
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  let stopped = false;
  let restsUntil = 0;
  let nextAt: Stamp | undefined;

  const run = async () => {
    const start = performance.now();
    try {
      ({ nextAt } = await reconciler.reconcile());
      const end = performance.now();
      restsUntil = end + REST * (end - start);
    } catch (error) {
      onFault('Failed to bring handoff tasks in line', error);
      restsUntil = performance.now() + REST_AFTER_FAILURE_MS;
      again = true;
    }
  };
  const ask = () => {
    again = true;
    if (running || timer !== undefined || stopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      again = false;
      running = run().finally(() => {
        running = undefined;
        if (again) ask();
      });
    }, Math.max(BURST_MS, restsUntil - performance.now()));
  };

  const changed = ({ documents = [], tasks = [] }: LedgerChange) => {
    if (documents.some(({ name }) => name === 'rules')) ask();
    for (const { next } of tasks) {
      const at = isUnfinishedTask(next) ? next.escalateAt[next.escalation.level] : undefined;
      if (at !== undefined && (nextAt === undefined || at < nextAt)) nextAt = at;
    }
  };
  const silence = [revisions.subscribe(ask), ledger.subscribe(changed)];
  const ticks = setInterval(() => {
    if (nextAt !== undefined && nextAt <= stampOf(clock())) ask();
  }, TICK_MS);
  ask();
  return async () => {
    stopped = true;
    clearInterval(ticks);
    clearTimeout(timer);
    for (const stop of silence) stop();
    await running;
  };
}
