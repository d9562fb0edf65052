import { demoCatalogue, demoPeople } from '#demo';
import {
  addDays,
  DAY,
  type Day,
  type HandoffTask,
  handoffTask,
  HOUR,
  interruptionIdOf,
  type Journey,
  type ServiceEvent,
  stampOf,
  TASK_PRIORITIES,
  TASK_STATES,
  type Ticket,
  ticket,
  TICKET_STATES,
  type TicketState,
  zoneOf,
} from '#model';
import { UNTIL, ZONE } from './filled-store';

/** Of a hundred tickets so many are in each state, as after a few years: most are closed. */
const STATES: Record<TicketState, number> = { registered: 8, assigned: 10, remediating: 12, verifying: 6, closed: 58, waived: 6 };
/** One task in ten is unfinished. */
const UNFINISHED_EVERY = 10;

const catalogue = demoCatalogue();
const { people, departments } = demoPeople();
const today: Day = zoneOf(ZONE).dayOf(UNTIL);

const pick = <Item>(items: readonly Item[], number: number): Item => {
  const item = items[number % items.length];
  if (item === undefined) throw new RangeError('Failed to pick: there is nothing.');
  return item;
};
const stateOf = (number: number): TicketState => {
  let rest = (number * 37) % 100;
  for (const state of TICKET_STATES) if ((rest -= STATES[state]) < 0) return state;
  return 'closed';
};
const daysFrom = (from: Day, days: number, n: number) => Array.from({ length: days }, (_, index) => ({ day: addDays(from, index), n, hits: Math.round(n * 0.08) + (index % 7) }));

/** A ticket as long as real ones are: measures, its history, evidence once it is closed, the chart where it recurred. */
export function benchTicket(number: number): Ticket {
  const state = stateOf(number);
  const journey = pick(catalogue.journeys, number);
  const age = 20 + (number % 900);
  const registered = UNTIL - age * DAY;
  const day = addDays(today, -age);
  const ended = state === 'closed' || state === 'waived';
  const isOwned = state !== 'registered' || number % 3 === 0;
  const at = stampOf(registered);
  const recurred = number % 20 === 0;
  return ticket.parse({
    id: `ZG-${String(number).padStart(5, '0')}`,
    version: 1,
    state,
    title: `${journey.name.zh}：第 ${number} 处中断整改`,
    description: '客户在此处反复尝试后离开，自助渠道没有说明原因，也没有引导到人工。'.repeat(4),
    locus: { journey: journey.id, step: pick(journey.steps, number).id, touchpoint: pick(catalogue.touchpoints, number).id, kind: number % 4 === 0 ? 'failure' : undefined },
    measure: 'break-rate',
    important: number % 5 === 0,
    registeredAt: at,
    registeredBy: pick(people, number).id,
    owner: isOwned ? pick(people, number * 7).id : undefined,
    department: isOwned ? pick(departments, number * 3).id : undefined,
    due: isOwned ? addDays(today, (number % 90) - (ended ? 200 : 30)) : undefined,
    target: 0.016,
    baseline: { from: addDays(day, -56), to: addDays(day, -1), days: 56, takenOn: day, hits: 896, n: 11_200, rate: 0.05 + (number % 80) / 1_000, low: 0.04, high: 0.2 },
    measures: Array.from({ length: 4 }, (_, index) => ({ id: `m${index}`, title: `优化措施 ${index + 1}：页面提示前置并给出人工入口`, system: '核心业务系统', owner: pick(people, number + index).id, due: addDays(day, 30), state: ended ? 'done' : 'planned' })),
    effective: state === 'verifying' || state === 'closed' ? [{ touchpoint: pick(catalogue.touchpoints, number).id, day: addDays(day, 10) }] : [],
    plan: state === 'verifying' ? { tooLong: false, testDay: addDays(today, (number % 20) - 5), afterDaysNeeded: 14 } : undefined,
    evidence: state === 'closed' ? { testedOn: addDays(day, 40), at, verdict: { passed: true, drop: 0.02, after: { hits: 240, n: 4_000, rate: 0.06, low: 0.05, high: 0.07 } }, baseline: daysFrom(addDays(day, -56), 56, 200), after: daysFrom(addDays(day, 11), 20, 200) } : undefined,
    recurrences: recurred ? [{ raisedOn: addDays(day, 60), at, reference: 0.07, unit: 0.01, threshold: 8, path: daysFrom(addDays(day, 30), 40, 200).map((one) => ({ ...one, cusum: 1.5 })) }] : [],
    returns: [],
    supervision: number % 6 === 0 ? [{ level: 1, at, to: [pick(people, number).id] }] : [],
    waiver: state === 'waived' ? { by: pick(people, number + 1).id, at, reason: '业务已下线' } : undefined,
    complaint: number % 15 === 0 ? { reference: `TS-${number}`, receivedOn: day } : undefined,
    watchers: [pick(people, number).id, pick(people, number + 5).id],
    instances: [],
    history: TICKET_STATES.slice(0, TICKET_STATES.indexOf(state) + 1).map((one) => ({ state: one, at })),
    updatedAt: stampOf(registered + 5 * DAY),
  });
}

/** Where the customers of unfinished tasks wait: long enough ago that only a person ends their task, and not yet given up. */
const waiting: Journey = catalogue.journeys.toSorted((a, b) => b.idleLostMs - a.idleLostMs)[0] ?? pick(catalogue.journeys, 0);
const BROKEN_BEFORE = catalogue.handoffWindowMs + DAY;

const isUnfinished = (number: number) => number % UNFINISHED_EVERY === 0;
const instanceOf = (number: number) => `bench-${number}` as ServiceEvent['instance']; // As any id may be.

/** The break behind an unfinished task; ended ones need none. */
export function benchBreak(number: number): ServiceEvent[] {
  if (!isUnfinished(number)) return [];
  if (waiting.idleLostMs <= BROKEN_BEFORE) throw new RangeError('Failed to find a journey whose customers are waited for that long.');
  const id = `bench-event-${number}` as ServiceEvent['id']; // As any id may be.
  return [{ id, instance: instanceOf(number), journey: waiting.id, step: pick(waiting.steps, 0).id, touchpoint: pick(catalogue.touchpoints, 0).id, outcome: 'limited', at: UNTIL - BROKEN_BEFORE }];
}

/** A task that another system reported, with the journey so far. */
export function benchTask(number: number): HandoffTask {
  const [broken] = benchBreak(number);
  const opened = broken ? UNTIL - (number % 40) * 0.5 * HOUR : UNTIL - (2 + (number % 300)) * DAY;
  const at = stampOf(broken?.at ?? opened - HOUR);
  const journey = broken ? waiting : pick(catalogue.journeys, number);
  const step = broken?.step ?? pick(journey.steps, number).id;
  const touchpoint = broken?.touchpoint ?? pick(catalogue.touchpoints, number).id;
  const instance = broken?.instance ?? instanceOf(number);
  const anchor = broken?.id ?? (`bench-event-${number}` as ServiceEvent['id']); // As any id may be.
  const state = broken ? pick(TASK_STATES.slice(0, 3), number / UNFINISHED_EVERY) : pick(TASK_STATES.slice(3), number);
  return handoffTask.parse({
    id: `JX-${100_000 + number}`,
    version: 1,
    state,
    interruption: { id: interruptionIdOf({ instance, kind: 'limit', anchor }), instance, journey: journey.id, step, touchpoint, kind: 'limit', at },
    organisation: pick(catalogue.organisations, number).id,
    customer: `c-${number}`,
    source: 'crm',
    mode: 'proactive',
    touchpoint: pick(catalogue.touchpoints, number + 1).id,
    department: pick(departments, number).id,
    priority: pick(TASK_PRIORITIES, number),
    openedAt: stampOf(opened),
    dueAt: stampOf(opened + (number % 30) * HOUR),
    escalation: { level: 3, to: [] },
    escalateAt: [],
    assignee: state === 'open' ? undefined : pick(people, number).id,
    contact: '138****0000',
    context: { events: Array.from({ length: 6 }, (_, index) => ({ id: `${anchor}-${index}`, step, touchpoint, outcome: 'entered', at })), entered: { amount: 350_000, product: '终身寿险' } },
    attempts: state === 'open' ? [] : [{ at: stampOf(opened), touchpoint, result: 'no-answer' }],
    updatedAt: stampOf(opened),
  });
}
