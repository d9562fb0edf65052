import type { EvidencePlan, EvidenceProgress, EvidenceRefusal } from './evidence';
import { EVIDENCE_RULES } from './evidence/evidence-rules';
import type { DepartmentId, PersonId, TouchpointId } from './ids';
import type { Missing } from './missing';
import type { Stamp } from './stamp';
import { type EffectiveDate, type FrozenEvidence, hasHandIn, type PastTest, type Recurrence, type Ticket, type TicketMove, type TicketState } from './ticket';
import type { Day } from './time';

/** A move as it is asked for; what it brings along counts as standing in the ticket. */
export type TicketMoveInput =
  | { move: 'assign'; owner?: PersonId | undefined; department?: DepartmentId | undefined; due?: Day | undefined; target?: number | undefined }
  | { move: 'start' }
  | { move: 'submit'; effective?: EffectiveDate[] | undefined }
  | { move: 'close' }
  | { move: 'return' | 'waive'; reason: string }
  | { move: 'recur'; recurrence?: Recurrence | undefined };

/** What is known of a ticket's evidence when a move is asked for. */
export interface TicketEvidence {
  /** As it was fixed on submission; before that, as it would be fixed today. Absent where its measure has no data. */
  plan?: EvidencePlan | EvidenceRefusal | undefined;
  /** Between submission and test day. */
  progress?: EvidenceProgress | undefined;
  /** From the test day on. */
  tested?: Omit<FrozenEvidence, 'at'> | undefined;
}

export interface TicketMoveContext {
  /** Who moves it; absent: the system. */
  by?: { id: PersonId; isManager: boolean } | undefined;
  now: Stamp;
  today: Day;
  /** Touchpoints of the locus, each of which needs an effective date: the one it names, else those visited in the baseline. */
  touchpoints: readonly TouchpointId[];
  /** Of the ticket with what the move brings along (`withMoveFields`). */
  evidence: TicketEvidence;
}

/** The states each move starts from. */
const FROM: Record<TicketMove, readonly TicketState[]> = {
  assign: ['registered'],
  start: ['assigned'],
  submit: ['remediating'],
  close: ['verifying'],
  return: ['assigned', 'remediating', 'verifying'],
  waive: ['registered', 'assigned', 'remediating', 'verifying'],
  recur: ['closed'],
};

/** The default target: a share of the baseline rate; absent where nothing broke or nothing is known. */
export const defaultTarget = ({ baseline }: Pick<Ticket, 'baseline'>): number | undefined =>
  baseline && baseline.rate > 0 ? baseline.rate * EVIDENCE_RULES.defaultTargetShare : undefined;

/** A ticket with what a move brings along. */
export function withMoveFields(ticket: Ticket, input: TicketMoveInput): Ticket {
  if (!FROM[input.move].includes(ticket.state)) return ticket;
  if (input.move === 'submit') return { ...ticket, effective: input.effective ?? ticket.effective };
  if (input.move !== 'assign') return ticket;
  const { owner = ticket.owner, department = ticket.department, due = ticket.due, target = ticket.target ?? defaultTarget(ticket) } = input;
  return { ...ticket, owner, department, due, target };
}

/** What a move of a ticket still needs, for whoever asks; nothing when it is possible. Section 8 of the model is its table. */
export function missingForTicket(ticket: Ticket, move: TicketMove, context: TicketMoveContext): Missing[] {
  if (!FROM[move].includes(ticket.state)) return [{ code: 'state', params: { state: ticket.state } }];
  switch (move) {
    case 'assign':
      return needed([!ticket.owner, 'owner-required'], [!ticket.department, 'department-required'], [!ticket.due, 'due-required'], [ticket.target === undefined && defaultTarget(ticket) === undefined, 'target-required']);
    case 'start':
      return needed([!ticket.measures.some(({ state }) => state !== 'dropped'), 'measure-required']);
    case 'submit':
      return missingForSubmission(ticket, context);
    case 'close':
      return missingForClose(ticket, context);
    case 'return':
      return [];
    case 'waive':
      return needed([!context.by?.isManager, 'manager-required'], [!context.by || [ticket.owner, ticket.submittedOwner].includes(context.by.id), 'other-person-required']);
    case 'recur':
      return needed([context.by !== undefined, 'system-only']);
  }
}

const needed = (...conditions: [boolean, Missing['code']][]): Missing[] => conditions.flatMap(([isMissing, code]) => (isMissing ? [{ code }] : []));

function missingForSubmission({ measure, measures, effective, failedEffective, failedUntil }: Ticket, { today, touchpoints, evidence }: TicketMoveContext): Missing[] {
  if (measure !== 'break-rate' && measure !== 'loss-rate') return [{ code: 'metric-without-data' }];
  const found = needed([!measures.some(({ state }) => state === 'done'), 'measure-done-required']);
  const without = touchpoints.filter((one) => !effective.some(({ touchpoint }) => touchpoint === one));
  if (without.length > 0 || effective.length === 0) found.push({ code: 'effective-required', params: { touchpoints: without.join(',') } });
  const future = effective.filter(({ day }) => day > today);
  if (future.length > 0) found.push({ code: 'effective-day', params: { touchpoints: future.map(({ touchpoint }) => touchpoint).join(','), day: lastDay(future) } });
  const judged = failedUntil ?? (failedEffective && lastDay(failedEffective));
  if (judged !== undefined && lastDay(effective) <= judged) found.push({ code: 'new-effective-required', params: { day: judged } });
  return [...found, ...missingForPlan(evidence.plan)];
}

const lastDay = (dates: readonly EffectiveDate[]): Day => dates.map(({ day }) => day).toSorted().at(-1) ?? '';

function missingForPlan(plan: TicketEvidence['plan']): Missing[] {
  if (!plan) return [];
  if (!('refused' in plan)) {
    const { tooLong, afterDaysNeeded: days } = plan;
    const target = tooLong ? plan.feasibleTarget : undefined;
    return tooLong ? [{ code: 'test-too-long', params: { ...(days !== undefined && { days }), ...(target !== undefined && { target }) } }] : [];
  }
  switch (plan.refused) {
    case 'baseline-too-short':
      return [{ code: 'baseline-too-short', params: { have: plan.daysPresent, need: plan.daysNeeded } }];
    case 'baseline-rate-zero':
      return [{ code: 'baseline-rate-zero', params: { days: plan.daysPresent } }];
    case 'no-target':
      return [{ code: 'target-required' }];
    case 'never-settles':
      return [{ code: 'never-settles' }];
  }
}

function missingForClose(ticket: Ticket, { by, evidence: { progress, tested } }: TicketMoveContext): Missing[] {
  const found: Missing[] = [];
  if (tested) {
    if (!tested.verdict.passed) found.push({ code: 'evidence-failed' });
  } else {
    const { testDay = '', daysLeft = 0, days, instances } = progress ?? {};
    found.push({ code: 'test-day', params: { day: testDay, days: daysLeft } });
    if (days && days.gathered < days.needed) found.push({ code: 'days', params: { have: days.gathered, need: days.needed } });
    if (instances && instances.gathered < instances.needed) found.push({ code: 'samples', params: { have: instances.gathered, need: instances.needed } });
  }
  // The system is nobody: closing needs two people.
  if (!by || hasHandIn(ticket, by.id)) found.push({ code: 'other-person-required' });
  return found;
}

export type MovedTicket = { kind: 'moved'; ticket: Ticket } | { kind: 'refused'; missing: Missing[] };

/** The ticket after a move, as its next version; or what the move still needs. */
export function moveTicket(before: Ticket, input: TicketMoveInput, context: TicketMoveContext): MovedTicket {
  const ticket = withMoveFields(before, input);
  const missing = missingForTicket(ticket, input.move, context);
  if (missing.length > 0) return { kind: 'refused', missing };
  const { by, now, evidence } = context;
  const to = (state: TicketState, fields: Partial<Ticket> = {}): MovedTicket => ({
    kind: 'moved',
    ticket: { ...ticket, tested: undefined, ...fields, state, version: ticket.version + 1, updatedAt: now, history: [...ticket.history, { state, at: now, ...(by && { by: by.id }) }] },
  });
  switch (input.move) {
    case 'assign':
      return to('assigned');
    case 'start':
      return to('remediating');
    case 'submit': {
      const { plan } = evidence;
      if (!plan || 'refused' in plan) throw new RangeError(`Failed to submit ${ticket.id}: there is no plan.`);
      return to('verifying', { plan, target: plan.target, submittedAt: now, submittedBy: by?.id, submittedOwner: ticket.owner });
    }
    case 'close': {
      if (!evidence.tested) throw new RangeError(`Failed to close ${ticket.id}: it was not tested.`);
      return to('closed', { evidence: { ...evidence.tested, at: now }, closedAt: now, closedBy: by?.id, failedEffective: undefined, failedUntil: undefined });
    }
    case 'waive':
      if (!by) throw new RangeError(`Failed to waive ${ticket.id}: the system waives nothing.`);
      return to('waived', { waiver: { by: by.id, at: now, reason: input.reason } });
    case 'return':
      return returned(ticket, input.reason, context, to);
    case 'recur': {
      const { recurrence } = input;
      if (!recurrence) throw new RangeError(`Failed to reopen ${ticket.id}: there is nothing that shows its recurrence.`);
      return to('remediating', {
        recurrences: [...ticket.recurrences, recurrence],
        ...(ticket.evidence && { pastTests: withPast(ticket, ticket.evidence) }),
        plan: undefined,
        failedEffective: ticket.effective,
        failedUntil: recurrence.raisedOn,
        submittedAt: undefined,
        submittedBy: undefined,
        submittedOwner: undefined,
        closedAt: undefined,
        closedBy: undefined,
      });
    }
  }
}

const BACK = { assigned: 'registered', remediating: 'assigned', verifying: 'remediating' } as const satisfies Partial<Record<TicketState, TicketState>>;

/**
 * One state back. The plan stays with a ticket that is returned before its test failed: submitted again with the same first and last effective
 * day, it is tested on the day that was fixed (`heldPlan`).
 */
function returned(ticket: Ticket, reason: string, { by, now, evidence: { tested } }: TicketMoveContext, to: (state: TicketState, fields: Partial<Ticket>) => MovedTicket): MovedTicket {
  const { state, plan } = ticket;
  if (!by || !(state in BACK)) throw new RangeError(`Failed to return ${ticket.id}: only a person returns, and not from ${state}.`);
  const back = BACK[state as keyof typeof BACK];
  const evidenceFailed = state === 'verifying' && tested !== undefined && !tested.verdict.passed;
  const judged = plan && !plan.tooLong ? plan.afterTo : lastDay(ticket.effective);
  return to(back, {
    returns: [...ticket.returns, { from: state, to: back, at: now, by: by.id, reason, evidenceFailed }],
    ...(evidenceFailed && { pastTests: withPast(ticket, { ...tested, at: now }), plan: undefined, failedEffective: ticket.effective, failedUntil: judged }),
  });
}

const withPast = ({ pastTests = [] }: Ticket, { testedOn, at, verdict }: PastTest): PastTest[] => [...pastTests, { testedOn, at, verdict }];

/**
 * The plan that a ticket was submitted with, as long as it is in force: in verification and after, and while it is returned with the same first
 * and last effective day. Nobody gets another test day by returning it.
 */
export function heldPlan({ plan, effective }: Pick<Ticket, 'plan' | 'effective'>): EvidencePlan | undefined {
  const days = effective.map(({ day }) => day).toSorted();
  return plan && plan.effectiveFrom === days[0] && plan.effectiveTo === days.at(-1) ? plan : undefined;
}
