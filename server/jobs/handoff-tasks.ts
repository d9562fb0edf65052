import { type InstanceId, isUnfinishedTask, SECOND, type Stamp, stampOf } from '#model';
import type { LedgerChange } from '../ports';
import type { Services } from '../services/services';

/** Changes come in bursts: what follows a first one at once is taken with it. */
const BURST_MS = 50;
/** How long a run is followed by rest, in its own lengths: neither kind of run takes more than about a tenth of the time. */
const REST = 9;
/** But a posted break is not kept waiting longer than this, however slow the machine. */
const LONGEST_REST = { all: Infinity, these: SECOND };
/** After a failure, which the log tells. */
const REST_AFTER_FAILURE_MS = 30 * SECOND;
const TICK_MS = SECOND;
/** More instances than this at once are an import: looking at all is quicker. */
const FEW = 10_000;

/**
 * Keeps handoff tasks in line with interruptions, rules and the time. Runs at start and after every change of what the event store answers
 * or of the rules; for a few instances alone where it is known which changed, so that a posted break is a task at once however much is
 * stored; and when a level is to be told. One run at a time. @returns stops it
 */
export function startHandoffTasks({ reconciler, revisions, ledger, ports: { clock }, onFault }: Services): () => Promise<void> {
  const touched = new Set<InstanceId>();
  let all = true;
  let nextAt: Stamp | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const restsUntil = { all: 0, these: 0 };

  const whole = async () => {
    all = false;
    touched.clear();
    ({ nextAt } = await reconciler.reconcile());
  };
  const these = async () => {
    const instances = new Set(touched);
    touched.clear();
    if (!(await reconciler.reconcileThese(instances))) all = true;
  };
  const run = async (kind: 'all' | 'these') => {
    const start = performance.now();
    try {
      await (kind === 'all' ? whole() : these());
      const end = performance.now();
      restsUntil[kind] = end + Math.min(REST * (end - start), LONGEST_REST[kind]);
    } catch (error) {
      onFault('Failed to bring handoff tasks in line', error);
      all = true;
      restsUntil.all = restsUntil.these = performance.now() + REST_AFTER_FAILURE_MS;
    }
  };

  const schedule = () => {
    if (running || timer !== undefined || stopped || !(all || touched.size > 0)) return;
    const kind = all && (touched.size === 0 || restsUntil.all <= performance.now()) ? 'all' : 'these';
    const start = () => {
      timer = undefined;
      running = run(kind).finally(() => {
        running = undefined;
        schedule();
      });
    };
    timer = setTimeout(start, Math.max(BURST_MS, restsUntil[kind] - performance.now()));
  };
  const askAll = () => {
    all = true;
    schedule();
  };

  const moved = (instances: ReadonlySet<InstanceId> | undefined) => {
    if (!instances || instances.size + touched.size > FEW) return askAll();
    if (touched.size === 0) {
      // A run of all may be waiting for its time: this one need not.
      clearTimeout(timer);
      timer = undefined;
    }
    for (const id of instances) touched.add(id);
    schedule();
  };
  const changed = ({ documents = [], tasks = [] }: LedgerChange) => {
    for (const { next } of tasks) {
      const at = isUnfinishedTask(next) ? next.escalateAt[next.escalation.level] : undefined;
      if (at !== undefined && (nextAt === undefined || at < nextAt)) nextAt = at;
    }
    if (documents.some(({ name }) => name === 'rules')) askAll();
  };
  const silence = [revisions.subscribe(moved), ledger.subscribe(changed)];
  const ticks = setInterval(() => {
    if (nextAt !== undefined && nextAt <= stampOf(clock())) askAll();
  }, TICK_MS);
  schedule();
  return async () => {
    stopped = true;
    clearInterval(ticks);
    clearTimeout(timer);
    for (const stop of silence) stop();
    await running;
  };
}
