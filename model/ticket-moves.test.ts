import { describe, expect, test } from 'vitest';
import type { EvidencePlan, EvidenceVerdict } from './evidence';
import { type Ticket, ticket as ticketSchema, TICKET_MOVES, TICKET_STATES } from './ticket';
import { heldPlan, missingForTicket, moveTicket, type TicketMoveContext, type TicketMoveInput, withMoveFields } from './ticket-moves';

const NOW = '2026-06-20T04:00:00.000Z';
const PLAN: EvidencePlan = {
  tooLong: false,
  baselineFrom: '2026-04-08',
  baselineTo: '2026-06-02',
  baselineDays: 56,
  flaggedDays: 55,
  effectiveFrom: '2026-06-03',
  effectiveTo: '2026-06-03',
  afterFrom: '2026-06-04',
  perDay: 100,
  phi: 1,
  baselineRate: 0.4,
  target: 0.1,
  afterDaysNeeded: 14,
  instancesNeeded: 900,
  afterTo: '2026-06-17',
  testDay: '2026-06-18',
  settleDays: 0,
};
const rate = { successes: 1, n: 10, rate: 0.1, low: 0, high: 0.4 };
const verdict = (passed: boolean): EvidenceVerdict => ({
  passed, baseline: rate, after: rate, drop: 0.1, target: 0.1, dropNeeded: 0.05, z: 3, p: 0.001, alpha: 0.05, phi: 1, significant: passed, dropEnough: passed, displacement: [], displaced: false, facts: [],
});
const tested = (passed: boolean) => ({ testedOn: '2026-06-18', verdict: verdict(passed), baseline: [], after: [] });

/** A ticket with everything that any state needs. */
const ticketIn = (state: Ticket['state'], more: Record<string, unknown> = {}): Ticket =>
  ticketSchema.parse({
    id: 'ZG-0001', version: 5, state, title: 'x', locus: { journey: 'loan', step: 'quote' }, measure: 'break-rate', registeredAt: NOW, registeredBy: 'reg', owner: 'ann', department: 'it', due: '2026-06-30', target: 0.1,
    baseline: { from: '2026-04-01', to: '2026-05-26', days: 56, takenOn: '2026-05-27', hits: 40, n: 100, rate: 0.4, low: 0.3, high: 0.5 },
    measures: [{ id: 'm', title: 'm', state: 'done' }], effective: [{ touchpoint: 'app', day: '2026-06-03' }],
    ...(['verifying', 'closed'].includes(state) && { plan: PLAN, submittedAt: NOW, submittedBy: 'sub', submittedOwner: 'ann' }),
    ...(state === 'closed' && { evidence: { ...tested(true), at: NOW } }),
    recurrences: [], returns: [], supervision: [], watchers: [], instances: [], history: [], updatedAt: NOW, ...more,
  });
const person = (id: string, isManager = false) => ({ id: ticketIn('registered', { owner: id }).owner!, isManager });
const context = (more: Partial<TicketMoveContext> = {}): TicketMoveContext => ({ by: person('boss', true), now: NOW, today: '2026-06-20', touchpoints: ticketIn('registered').effective.map((one) => one.touchpoint), evidence: { plan: PLAN, tested: tested(true) }, ...more });
const recurrence = { raisedOn: '2026-07-20', at: NOW, reference: 0.2, unit: 0.4, threshold: 8, path: [] };
const INPUTS: Record<(typeof TICKET_MOVES)[number], TicketMoveInput> = {
  assign: { move: 'assign' }, start: { move: 'start' }, submit: { move: 'submit' }, close: { move: 'close' }, return: { move: 'return', reason: 'no' }, waive: { move: 'waive', reason: 'no' }, recur: { move: 'recur', recurrence },
};
const codes = (ticket: Ticket, move: (typeof TICKET_MOVES)[number], more: Partial<TicketMoveContext> = {}) => missingForTicket(ticket, move, context(more)).map(({ code }) => code);

/** From → to of every move, as section 8 of the model has it. */
const TABLE: Record<(typeof TICKET_MOVES)[number], Partial<Record<Ticket['state'], Ticket['state']>>> = {
  assign: { registered: 'assigned' },
  start: { assigned: 'remediating' },
  submit: { remediating: 'verifying' },
  close: { verifying: 'closed' },
  return: { assigned: 'registered', remediating: 'assigned', verifying: 'remediating' },
  waive: { registered: 'waived', assigned: 'waived', remediating: 'waived', verifying: 'waived' },
  recur: { closed: 'remediating' },
};

describe.each(TICKET_MOVES)('%s', (move) => {
  test.each(TICKET_STATES)('from %s', (state) => {
    const before = ticketIn(state);
    const by = move === 'recur' ? undefined : person('boss', true);
    const moved = moveTicket(before, INPUTS[move], context({ by }));
    const to = TABLE[move][state];
    if (to === undefined) return expect(moved).toEqual({ kind: 'refused', missing: [{ code: 'state', params: { state } }] });
    if (moved.kind !== 'moved') throw new Error(`Refused: ${JSON.stringify(moved.missing)}`);
    expect(moved.ticket).toMatchObject({ state: to, version: 6, updatedAt: NOW });
    expect(moved.ticket.history).toEqual([{ state: to, at: NOW, ...(by && { by: by.id }) }]);
    expect(ticketSchema.parse(moved.ticket)).toEqual(moved.ticket);
  });
});

test('assigning needs exactly one owner, a department, a due day and a target, which is a fifth of the baseline unless told', () => {
  expect(codes(ticketIn('registered', { owner: undefined, department: undefined, due: undefined, target: undefined, baseline: undefined }), 'assign')).toEqual(['owner-required', 'department-required', 'due-required', 'target-required']);
  const input = { move: 'assign', owner: person('bob').id, due: '2026-07-15' } as const;
  expect(withMoveFields(ticketIn('registered', { target: undefined }), input)).toMatchObject({ owner: 'bob', department: 'it', due: '2026-07-15', target: 0.4 * 0.2 });
  expect(withMoveFields(ticketIn('assigned'), input).owner).toBe('ann');
});

test('starting needs a measure that is not dropped', () => {
  expect(codes(ticketIn('assigned', { measures: [] }), 'start')).toEqual(['measure-required']);
  expect(codes(ticketIn('assigned', { measures: [{ id: 'm', title: 'm', state: 'dropped' }] }), 'start')).toEqual(['measure-required']);
  expect(codes(ticketIn('assigned', { measures: [{ id: 'm', title: 'm', state: 'planned' }] }), 'start')).toEqual([]);
});

describe('submitting', () => {
  test('needs a measure done and the effective day of every touchpoint of the locus', () => {
    const bare = ticketIn('remediating', { measures: [{ id: 'm', title: 'm', state: 'planned' }], effective: [] });
    expect(missingForTicket(bare, 'submit', context())).toEqual([{ code: 'measure-done-required' }, { code: 'effective-required', params: { touchpoints: 'app' } }]);
  });
  test('needs effective days that have come', () => {
    expect(missingForTicket(ticketIn('remediating', { effective: [{ touchpoint: 'app', day: '2026-06-21' }] }), 'submit', context())).toEqual([{ code: 'effective-day', params: { touchpoints: 'app', day: '2026-06-21' } }]);
  });
  test('needs a plan that can be tested, and says why there is none', () => {
    const ticket = ticketIn('remediating');
    const refusal = (plan: TicketMoveContext['evidence']['plan']) => missingForTicket(ticket, 'submit', context({ evidence: { plan } }));
    expect(refusal({ refused: 'baseline-too-short', daysPresent: 12, daysNeeded: 28 })).toEqual([{ code: 'baseline-too-short', params: { have: 12, need: 28 } }]);
    expect(refusal({ refused: 'baseline-rate-zero', daysPresent: 30, instances: 900 })).toEqual([{ code: 'baseline-rate-zero', params: { days: 30 } }]);
    expect(refusal({ refused: 'never-settles', settleMs: 1e15 })).toEqual([{ code: 'never-settles' }]);
    const { afterTo: _, testDay: _day, settleDays: _settle, ...base } = PLAN;
    expect(refusal({ ...base, tooLong: true, afterDaysNeeded: 90, feasibleTarget: 0.12 })).toEqual([{ code: 'test-too-long', params: { days: 90, target: 0.12 } }]);
    expect(refusal({ ...base, tooLong: true, afterDaysNeeded: undefined, instancesNeeded: undefined })).toEqual([{ code: 'test-too-long', params: {} }]);
  });
  test('of a measure without data is not possible yet', () => {
    expect(codes(ticketIn('remediating', { measure: 'nps' }), 'submit')).toEqual(['metric-without-data']);
  });
  test('fixes plan, target, and who stands for it', () => {
    const moved = moveTicket(ticketIn('remediating', { target: undefined }), { move: 'submit' }, context({ by: person('sub') }));
    expect(moved).toMatchObject({ kind: 'moved', ticket: { plan: PLAN, target: 0.1, submittedBy: 'sub', submittedOwner: 'ann', submittedAt: NOW } });
  });
});

describe('closing', () => {
  test('before the test day says how many days and samples are still to come', () => {
    const progress = { testDay: '2026-06-26', due: false, daysLeft: 6, days: { gathered: 8, needed: 14 }, instances: { gathered: 1204, needed: 2012 }, baselineRate: 0.4 };
    expect(missingForTicket(ticketIn('verifying'), 'close', context({ evidence: { plan: PLAN, progress } }))).toEqual([
      { code: 'test-day', params: { day: '2026-06-26', days: 6 } },
      { code: 'days', params: { have: 8, need: 14 } },
      { code: 'samples', params: { have: 1204, need: 2012 } },
    ]);
  });
  test('needs evidence that passes', () => {
    expect(codes(ticketIn('verifying'), 'close', { evidence: { plan: PLAN, tested: tested(false) } })).toEqual(['evidence-failed']);
  });
  test('needs somebody who neither owns nor submitted it, whoever owns it since; that person may be no manager', () => {
    const reassigned = ticketIn('verifying', { owner: 'new' });
    for (const one of ['new', 'sub', 'ann']) expect(codes(reassigned, 'close', { by: person(one, true) })).toEqual(['other-person-required']);
    expect(codes(reassigned, 'close', { by: undefined })).toEqual(['other-person-required']);
    expect(codes(reassigned, 'close', { by: person('reg') })).toEqual([]);
  });
  test('freezes what it was closed on', () => {
    expect(moveTicket(ticketIn('verifying'), { move: 'close' }, context())).toMatchObject({ kind: 'moved', ticket: { evidence: { ...tested(true), at: NOW }, closedBy: 'boss', closedAt: NOW } });
  });
});

test('waiving needs a manager who is not the owner', () => {
  expect(codes(ticketIn('assigned'), 'waive', { by: person('ann', true) })).toEqual(['other-person-required']);
  expect(codes(ticketIn('assigned'), 'waive', { by: person('reg') })).toEqual(['manager-required']);
  const reassigned = ticketIn('verifying', { owner: 'new' });
  expect(codes(reassigned, 'waive', { by: person('ann', true) })).toEqual(['other-person-required']);
  expect(codes(reassigned, 'waive', { by: person('sub', true) })).toEqual([]);
  expect(moveTicket(ticketIn('assigned'), INPUTS.waive, context())).toMatchObject({ ticket: { waiver: { by: 'boss', at: NOW, reason: 'no' } } });
});

test('only the system reopens, and only with the chart that shows why', () => {
  expect(codes(ticketIn('closed'), 'recur')).toEqual(['system-only']);
  expect(() => moveTicket(ticketIn('closed'), { move: 'recur' }, context({ by: undefined }))).toThrow('nothing that shows');
  const reopened = moveTicket(ticketIn('closed'), INPUTS.recur, context({ by: undefined }));
  expect(reopened).toMatchObject({ ticket: { recurrences: [recurrence], failedUntil: '2026-07-20', failedEffective: [{ day: '2026-06-03' }], evidence: { testedOn: '2026-06-18' }, pastTests: [{ testedOn: '2026-06-18' }] } });
});

describe('returning', () => {
  const back = (passed: boolean | undefined) => {
    const moved = moveTicket(ticketIn('verifying'), INPUTS.return, context({ evidence: { plan: PLAN, tested: passed === undefined ? undefined : tested(passed) } }));
    if (moved.kind !== 'moved') throw new Error('refused');
    return moved.ticket;
  };
  test('a ticket whose evidence failed makes it need an effective day after all that was judged', () => {
    const returned = back(false);
    expect(returned).toMatchObject({ failedEffective: [{ day: '2026-06-03' }], failedUntil: '2026-06-17', returns: [{ from: 'verifying', to: 'remediating', by: 'boss', reason: 'no', evidenceFailed: true }] });
    expect(returned.plan).toBeUndefined();
    expect(returned.pastTests).toEqual([{ testedOn: tested(false).testedOn, at: NOW, verdict: tested(false).verdict }]);
    expect(missingForTicket({ ...returned, effective: returned.effective.map((one) => ({ ...one, day: '2026-06-17' })) }, 'submit', context())).toEqual([{ code: 'new-effective-required', params: { day: '2026-06-17' } }]);
    expect(codes({ ...returned, effective: returned.effective.map((one) => ({ ...one, day: '2026-06-18' })) }, 'submit')).toEqual([]);
  });
  test('before the test day, or although it passed, keeps the test day that was fixed', () => {
    for (const returned of [back(undefined), back(true)]) {
      expect(returned.failedEffective).toBeUndefined();
      expect(returned.pastTests).toBeUndefined();
      expect(heldPlan(returned)).toEqual(PLAN);
      expect(heldPlan({ ...returned, effective: returned.effective.map((one) => ({ ...one, day: '2026-06-05' })) })).toBeUndefined();
    }
  });
});
