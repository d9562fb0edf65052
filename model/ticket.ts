import { z } from 'zod';
import { type EvidencePlan, type EvidenceVerdict, measure } from './evidence';
import { departmentId, instanceId, type PersonId, personId, ticketId, touchpointId } from './ids';
import { locus } from './locus';
import { day } from './selection';
import { stamp } from './stamp';

/** 已登记, 已立项, 整改中, 验证中; then the ends: 已销号, 人工核销. */
export const TICKET_STATES = ['registered', 'assigned', 'remediating', 'verifying', 'closed', 'waived'] as const;
export const ticketState = z.enum(TICKET_STATES);
export type TicketState = z.infer<typeof ticketState>;

export const OPEN_TICKET_STATES = ['registered', 'assigned', 'remediating', 'verifying'] as const satisfies readonly TicketState[];
/** Whether somebody has a hand in what a ticket claims, and so is not the second person that closing needs. */
export const hasHandIn = ({ owner, submittedBy, submittedOwner }: Pick<Ticket, 'owner' | 'submittedBy' | 'submittedOwner'>, person: PersonId): boolean =>
  [owner, submittedBy, submittedOwner].includes(person);

export const isOpenTicket = ({ state }: { state: TicketState }): boolean => OPEN_TICKET_STATES.some((one) => one === state);

/** 立项, 整改, 提交验证, 销号, 退回, 人工核销; 复发 is the system's alone. */
export const TICKET_MOVES = ['assign', 'start', 'submit', 'close', 'return', 'waive', 'recur'] as const;
export const ticketMove = z.enum(TICKET_MOVES);
export type TicketMove = z.infer<typeof ticketMove>;

const count = z.int().nonnegative();
const locusDay = z.object({ day, n: count, hits: count });

/** A proportion with what it is taken from and its 95 % Wilson interval. */
export const proportionFigures = z.object({ hits: count, n: count, rate: z.number(), low: z.number(), high: z.number() });
export type ProportionFigures = z.infer<typeof proportionFigures>;

/** 整改措施: one optimisation of one system. */
export const ticketMeasure = z.object({
  id: z.string().min(1).max(50),
  title: z.string().min(1).max(300),
  /** The system or business it is done in. */
  system: z.string().min(1).max(100).optional(),
  owner: personId.optional(),
  /** Planned for. */
  due: day.optional(),
  state: z.enum(['planned', 'done', 'dropped']),
  doneOn: day.optional(),
});
export type TicketMeasure = z.infer<typeof ticketMeasure>;

/** 生效日: the first day on which the fix is live on a touchpoint. */
export const effectiveDate = z.object({ touchpoint: touchpointId, day });
export type EffectiveDate = z.infer<typeof effectiveDate>;

/** The rate at the locus before anything was done, over whole days that ended before `takenOn`. */
export const ticketBaseline = z.object({ from: day, to: day, days: count, takenOn: day, ...proportionFigures.shape });
export type TicketBaseline = z.infer<typeof ticketBaseline>;

/** 投诉关联: the statutory days run from the day it was received: 15, 30 when complex, 30 more when approved. */
export const complaint = z.object({
  reference: z.string().min(1).max(100),
  receivedOn: day,
  complex: z.boolean().default(false),
  /** Approved by whom, when 30 more days were granted. */
  extension: z.object({ by: personId, on: day, reason: z.string().min(1).max(500) }).optional(),
});
export type Complaint = z.infer<typeof complaint>;

/** 督办: who was told, when, and at which level; a person's own reminder has level 0. */
export const supervisionEntry = z.object({
  level: z.int().min(0).max(3),
  at: stamp,
  to: z.array(personId),
  by: personId.optional(),
  note: z.string().max(500).optional(),
  /** The due day it was late for: each level is told once for each. */
  due: day.optional(),
});
export type SupervisionEntry = z.infer<typeof supervisionEntry>;

/** 复发: the CUSUM that raised it, as it stood: one point per day. */
export const recurrence = z.object({
  raisedOn: day,
  at: stamp,
  reference: z.number(),
  unit: z.number(),
  threshold: z.number(),
  path: z.array(z.object({ day, n: count, hits: count, cusum: z.number() })),
});
export type Recurrence = z.infer<typeof recurrence>;

/** A step back that somebody sent it, and why. */
export const ticketReturn = z.object({ from: ticketState, to: ticketState, at: stamp, by: personId, reason: z.string().min(1).max(1_000), evidenceFailed: z.boolean() });

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
/** Kept as it was on submission. */
const frozenPlan = z.custom<EvidencePlan>(isObject, 'no plan of evidence');

/** What is kept of the one test: the verdict, and the days it was taken from. */
export const frozenEvidence = z.object({
  testedOn: day,
  at: stamp,
  verdict: z.custom<EvidenceVerdict>(isObject, 'no verdict'),
  baseline: z.array(locusDay),
  after: z.array(locusDay),
});
export type FrozenEvidence = z.infer<typeof frozenEvidence>;

/** A test of an earlier round: it failed and the ticket was sent back, or it passed and the break came back. Its days stand in the audit. */
export const pastTest = frozenEvidence.pick({ testedOn: true, at: true, verdict: true });
export type PastTest = z.infer<typeof pastTest>;

/** 整改工单. */
export const ticket = z.object({
  /** `ZG-0001`. */
  id: ticketId,
  version: z.int().positive(),
  state: ticketState,
  title: z.string().min(1).max(200),
  description: z.string().max(10_000).optional(),
  locus,
  /** What it must move. */
  measure,
  important: z.boolean().default(false),
  registeredAt: stamp,
  registeredBy: personId.optional(),
  /** 责任人. */
  owner: personId.optional(),
  department: departmentId.optional(),
  due: day.optional(),
  /** Expected drop as a proportion: 0.01 is one point. */
  target: z.number().positive().max(1).optional(),
  /** Absent where the locus had no days to take it from. */
  baseline: ticketBaseline.optional(),
  measures: z.array(ticketMeasure).max(200),
  effective: z.array(effectiveDate).max(50),
  plan: frozenPlan.optional(),
  /** What its test says, from the test day until it is closed or sent back: as of the last look, for lists to ask. The evidence is computed when it is read. */
  tested: z.object({ on: day, passed: z.boolean() }).optional(),
  evidence: frozenEvidence.optional(),
  /** Oldest first; absent where no round is over. */
  pastTests: z.array(pastTest).optional(),
  /** Since its evidence failed: a new effective date, later than these, is needed to submit again. */
  failedEffective: z.array(effectiveDate).optional(),
  /** The last day that was judged then: a new fix is judged by days nobody has seen. */
  failedUntil: day.optional(),
  submittedAt: stamp.optional(),
  submittedBy: personId.optional(),
  /** Who owned it then. Neither may close it, whoever owns it since. */
  submittedOwner: personId.optional(),
  closedAt: stamp.optional(),
  closedBy: personId.optional(),
  waiver: z.object({ by: personId, at: stamp, reason: z.string().min(1).max(1_000) }).optional(),
  recurrences: z.array(recurrence),
  returns: z.array(ticketReturn),
  supervision: z.array(supervisionEntry),
  complaint: complaint.optional(),
  watchers: z.array(personId).max(200),
  /** Journeys somebody linked as examples. */
  instances: z.array(instanceId).max(200),
  /** The states it has been in, oldest first. */
  history: z.array(z.object({ state: ticketState, at: stamp, by: personId.optional() })),
  updatedAt: stamp,
});
export type Ticket = z.infer<typeof ticket>;
