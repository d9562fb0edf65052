import fc from 'fast-check';
import { TASK_PRIORITIES } from '../handoff-rule';
import { type HandoffTask, handoffTask, TASK_STATES, UNFINISHED_TASK_STATES } from '../handoff-task';
import { KINDS } from '../interruption';
import { type Ticket, ticket, TICKET_STATES } from '../ticket';
import { AWKWARD } from './arbitrary-catalogue';
import { sometimes } from './sometimes';

/** What tasks and tickets of a random ledger are made of: few enough that any two often share it. */
export const LEDGER = {
  people: ['lin', '王', '😀', '～'],
  departments: ['d1', 'D1', '理赔部'],
  journeys: ['loan', '身份核验'],
  steps: ['quote', 'x~y'],
  touchpoints: ['app', 'hotline', '% o_'],
  organisations: ['hq', '苏州'],
  days: ['2026-06-15', '2026-06-17', '2026-06-18', '2026-06-21', '2026-06-22'],
  stamps: ['2026-06-17T01:00:00.000Z', '2026-06-17T02:00:00.000Z', '2026-06-17T02:00:00.001Z', '2026-06-18T00:00:00.000Z'],
} as const;

const of = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const perhaps = <Value>(values: readonly Value[]): fc.Arbitrary<Value | undefined> => sometimes(of(values), 1);
const title = fc.tuple(of(AWKWARD), of(['', '额度', 'A_b', 'a%B'])).map((parts) => parts.join(''));

/** Any number of tasks, of which no two unfinished ones are of one interruption. */
export const arbitraryTasks: fc.Arbitrary<HandoffTask[]> = fc
  .array(
    fc.record({
      state: fc.oneof(of(TASK_STATES), of(UNFINISHED_TASK_STATES)),
      instance: of(AWKWARD),
      kind: of(KINDS),
      journey: of(LEDGER.journeys),
      step: of(LEDGER.steps),
      broken: of(LEDGER.touchpoints),
      touchpoint: of(LEDGER.touchpoints),
      organisation: perhaps(LEDGER.organisations),
      customer: perhaps(AWKWARD),
      rule: perhaps(['r1', 'r2']),
      department: perhaps(LEDGER.departments),
      assignee: perhaps(LEDGER.people),
      priority: of(TASK_PRIORITIES),
      openedAt: of(LEDGER.stamps),
      dueAt: of(LEDGER.stamps),
      updatedAt: of(LEDGER.stamps),
      level: fc.nat({ max: 2 }),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ state, instance, kind, journey, step, broken, level, ...row }, index) =>
      handoffTask.parse({
        ...row,
        id: `JX-${index % 2 === 0 ? '' : '00'}${index}`,
        version: 1,
        state,
        interruption: { id: `${instance}~${index}`, instance, journey, step, touchpoint: broken, kind, at: row.openedAt },
        mode: 'proactive',
        escalation: { level, to: [] },
        escalateAt: [row.dueAt],
        context: { events: [], entered: { amount: index } },
        attempts: [],
      }),
    ),
  );

/** Any number of tickets. */
export const arbitraryTickets: fc.Arbitrary<Ticket[]> = fc
  .array(
    fc.record({
      state: of(TICKET_STATES),
      title,
      journey: of(LEDGER.journeys),
      step: perhaps(LEDGER.steps),
      touchpoint: perhaps(LEDGER.touchpoints),
      kind: perhaps(KINDS),
      owner: perhaps(LEDGER.people),
      submittedBy: perhaps(LEDGER.people),
      department: perhaps(LEDGER.departments),
      due: perhaps(LEDGER.days),
      testDay: perhaps(LEDGER.days),
      tooLong: fc.boolean(),
      rate: perhaps([0.08, 0.1, 0.12]),
      recurred: perhaps(LEDGER.days),
      complaint: perhaps(LEDGER.days),
      effective: perhaps(LEDGER.days),
      watchers: fc.uniqueArray(of(LEDGER.people), { maxLength: 3 }),
      registeredAt: of(LEDGER.stamps),
      updatedAt: of(LEDGER.stamps),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ journey, step, touchpoint, kind, testDay, tooLong, rate, recurred, complaint, effective, ...row }, index) =>
      ticket.parse({
        ...row,
        id: index % 3 === 0 ? `ZG-${index}` : `ZG-${String(index).padStart(4, '0')}`,
        version: 1,
        locus: { journey, step, touchpoint, kind },
        measure: 'break-rate',
        baseline: rate === undefined ? undefined : { from: '2026-04-01', to: '2026-05-26', days: 56, takenOn: '2026-05-27', hits: 1, n: 10, rate, low: 0, high: 1 },
        measures: [],
        effective: effective === undefined ? [] : [{ touchpoint: 'app', day: effective }],
        plan: testDay === undefined ? undefined : { testDay, tooLong },
        recurrences: recurred === undefined ? [] : [{ raisedOn: recurred, at: row.updatedAt, reference: 0.1, unit: 0.01, threshold: 8, path: [] }],
        returns: [],
        supervision: [],
        complaint: complaint === undefined ? undefined : { reference: 'c', receivedOn: complaint },
        instances: [],
        history: [{ state: row.state, at: row.registeredAt }],
      }),
    ),
  );
