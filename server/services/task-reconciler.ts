import {
  type BreakNow,
  type BrokenService,
  dueLevels,
  endedTask,
  escalatedTask,
  type HandoffRule,
  type HandoffTask,
  type InstanceId,
  type Instant,
  type InterruptionId,
  type JourneyId,
  openTask,
  orderOf,
  ruleMatcher,
  ruleTimes,
  seenEnd,
  type Stamp,
  stampOf,
  type TaskId,
  type TaskOrder,
  zoneOf,
} from '#model';
import { type LedgerStore, systemAccess } from '../ports';
import { everybody } from './acting';
import { auditDraft, openingAudit } from './audit-draft';
import type { Core } from './core';
import type { HandoffSettings } from './handoff-settings';
import { taskCode } from './task-service';

/** Brings handoff tasks in line with interruptions and with the time. */
export interface TaskReconciler {
  /**
   * Opens what rules ask for, ends what has ended, tells levels whose time has come. What it does depends on the stores and the clock
   * alone, so that running it again, after a restart or beside another one, changes nothing more.
   *
   * @returns when to run again if no interruption or task changes before: when the next level is to be told
   */
  reconcile(): Promise<{ nextAt: Stamp | undefined }>;
  /** The same for a few instances that were just written, without looking at all others. @returns whether all is done */
  reconcileThese(instances: ReadonlySet<InstanceId>): Promise<boolean>;
}

interface Order {
  broken: BrokenService;
  order: TaskOrder;
}
type Unfinished = Awaited<ReturnType<LedgerStore['unfinishedTasks']>>[number];

const access = systemAccess('handoff-tasks');
/** Tasks opened in one write: few enough that others get their turn. */
const BATCH = 50;

export function createTaskReconciler(core: Core, settings: HandoffSettings): TaskReconciler {
  const { ports, ledger, catalogue, sweeper, onFault } = core;
  const zone = zoneOf(ports.config.zone);
  /** Interruptions known to have had a task: they never get another one by a rule. */
  let had = new Set<InterruptionId>();
  /** Somebody changed meanwhile what this run would have changed: the next one sees. */
  let refused = false;

  /** What rules would open a task for, had it none: only of journeys that a rule is about. */
  const matching = async (instances: ReadonlySet<InstanceId> | undefined): Promise<{ broken: BrokenService; rule: HandoffRule }[]> => {
    const { setting: rules } = await settings.rules();
    const enabled = rules.filter((rule) => rule.enabled);
    if (enabled.length === 0) return [];
    const match = ruleMatcher(enabled, (await catalogue.current()).catalogue.organisations);
    const pending = await ports.events.pendingInterruptions(access, { journeys: journeysOf(enabled), instances: instances && [...instances] });
    return pending.flatMap((broken) => {
      const rule = match(broken);
      return rule ? [{ broken, rule }] : [];
    });
  };

  /** @returns the interruptions that a rule is about: all of them are pending */
  const openMissing = async (now: Instant, instances?: ReadonlySet<InstanceId>): Promise<Set<InterruptionId>> => {
    const matched = await matching(instances);
    const pending = new Set(matched.map(({ broken }) => broken.id));
    const unknown = matched.filter(({ broken }) => !had.has(broken.id)).map(({ broken }) => broken.id);
    const tasksOf = unknown.length === 0 ? new Map<InterruptionId, TaskId>() : await ports.ledger.tasksOf(access, unknown);
    for (const id of tasksOf.keys()) had.add(id);
    // What is no longer pending need not be remembered.
    if (!instances) had = new Set([...had].filter((id) => pending.has(id)));
    const missing = matched.filter(({ broken }) => !had.has(broken.id));
    if (missing.length === 0) return pending;
    const { setting: calendar } = await settings.calendar();
    for (let from = 0; from < missing.length; from += BATCH) {
      const orders = missing.slice(from, from + BATCH).flatMap(({ broken, rule }): Order[] => {
        try {
          return [{ broken, order: orderOf(rule, ruleTimes(rule, broken.at, calendar, zone)) }];
        } catch (error) {
          onFault(`Failed to open a task for ${broken.id} by the rule ${rule.id}`, error);
          return [];
        }
      });
      await openAll(orders, now);
    }
    return pending;
  };

  const write = async (orders: readonly Order[], now: Instant): Promise<boolean> => {
    const first = await ports.ledger.nextTaskNumber(access);
    const tasks = orders.map(({ broken, order }, index) => openTask(taskCode(first + index), broken, order, now));
    const written = await ledger.write(access, { tasks: tasks.map((next) => ({ next })), audit: tasks.map((task) => openingAudit(access, task, now)) });
    const alone = written.kind === 'open-task' && orders.length === 1;
    if (written.kind === 'stored' || alone) for (const { broken } of orders) had.add(broken.id);
    return written.kind === 'stored' || alone;
  };

  /** All in one write; where that is refused (one has its task by now, or a number is taken) one by one. */
  const openAll = async (orders: readonly Order[], now: Instant): Promise<void> => {
    if (orders.length === 0 || (await write(orders, now))) return;
    for (const order of orders) if (!(await write([order], now))) refused = true;
  };

  /** @returns those that have not ended */
  const endAll = async (unfinished: readonly Unfinished[], pending: ReadonlySet<InterruptionId>, now: Instant): Promise<Unfinished[]> => {
    const stay = unfinished.filter(({ interruption }) => pending.has(interruption));
    const others = unfinished.filter(({ interruption }) => !pending.has(interruption));
    if (others.length === 0) return stay;
    const breaks = await ports.events.interruptionsNow(access, others.map(({ interruption }) => interruption));
    for (const one of others) {
      const becomes = breaks.get(one.interruption);
      if (!seenEnd({ state: 'open' }, becomes) || !(await end(one, becomes, now))) stay.push(one);
    }
    return stay;
  };

  /** @returns whether it has ended */
  const end = async ({ id }: Unfinished, becomes: BreakNow | undefined, now: Instant): Promise<boolean> => {
    const task = await ports.ledger.task(access, id);
    const seen = task && seenEnd(task, becomes);
    if (!task || !seen || (await wasSoWhenReported(task, seen.reason))) return false;
    const next = endedTask({ ...task, version: task.version + 1 }, { ...seen, now: stampOf(now) });
    const written = await ledger.write(access, {
      tasks: [{ next, expected: task.version, from: task }],
      audit: [auditDraft(access, now, { subject: { kind: 'task', id }, action: seen.state, before: task, after: next })],
    });
    refused ||= written.kind !== 'stored';
    return written.kind === 'stored';
  };

  /** Somebody may report a customer who is past the window or lost already: then it is for them to say when that ends. */
  const wasSoWhenReported = async (task: HandoffTask, reason: string): Promise<boolean> => {
    const { interruption, openedAt, rule } = task;
    if (rule !== undefined || (reason !== 'window' && reason !== 'lost')) return false;
    const { catalogue: current } = await catalogue.current();
    const opened = Date.parse(openedAt);
    if (reason === 'window') return opened > Date.parse(interruption.at) + current.handoffWindowMs;
    const story = await ports.events.story(access, interruption.instance);
    const idle = current.journeys.find(({ id }) => id === interruption.journey)?.idleLostMs;
    return story !== undefined && idle !== undefined && opened > story.instance.lastAt + idle;
  };

  const escalate = async ({ id }: Unfinished, now: Stamp): Promise<void> => {
    const task = await ports.ledger.task(access, id);
    const levels = task ? dueLevels(task.escalateAt, task.escalation.level, now) : [];
    if (!task || levels.length === 0) return;
    const next = escalatedTask(task, levels, await everybody(ports.desk), now);
    const subject = { kind: 'task', id } as const;
    const written = await ledger.write(access, {
      tasks: [{ next, expected: task.version, from: task }],
      audit: [auditDraft(access, Date.parse(now), { subject, action: 'escalate', before: task, after: next })],
    });
    refused ||= written.kind !== 'stored';
  };

  return {
    async reconcile() {
      const now = ports.clock();
      refused = false;
      await sweeper.sweepIfDue(now);
      const pending = await openMissing(now);
      const stay = await endAll(await ports.ledger.unfinishedTasks(access), pending, now);
      const stamp = stampOf(now);
      for (const one of stay) if (dueLevels(one.escalateAt, one.level, stamp).length > 0) await escalate(one, stamp);
      const ahead = stay.flatMap(({ escalateAt }) => escalateAt.filter((at) => at > stamp));
      return { nextAt: refused ? stamp : ahead.toSorted()[0] };
    },
    async reconcileThese(instances) {
      const now = ports.clock();
      refused = false;
      const pending = await openMissing(now, instances);
      await endAll(await ports.ledger.unfinishedTasks(access, instances), pending, now);
      return !refused;
    },
  };
}

/** The journeys that these rules are about; `undefined` for all. */
function journeysOf(rules: readonly HandoffRule[]): JourneyId[] | undefined {
  const named = rules.map(({ scene }) => scene.journeys);
  return named.every((some) => some !== undefined) ? [...new Set(named.flat())] : undefined;
}
