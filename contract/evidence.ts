import { day, type EvidencePlan, type EvidenceProgress, type EvidenceRefusal, type EvidenceVerdict, frozenEvidence, measure, recurrence, ticketId, touchpointId } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';
import { missing } from './missing';

const count = z.int().nonnegative();
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** One start day at the locus. `low` and `high`: control limits for that day's `n`, in the windows that have them. */
export const evidenceDay = z.object({
  day,
  n: count,
  hits: count,
  low: z.number().optional(),
  high: z.number().optional(),
  outside: z.boolean().optional(),
  /** May still change by time alone. */
  mature: z.boolean(),
  /** `between`: from the first effective day to the last, in neither window; `later`: after the test, watched for a recurrence. */
  window: z.enum(['before', 'baseline', 'between', 'after', 'later']),
});
export type EvidenceDay = z.infer<typeof evidenceDay>;

/** The checklist of the close-out, in order. */
export const evidenceCheck = z.object({
  code: z.enum(['effect', 'target', 'samples', 'displacement', 'days', 'second-person']),
  state: z.enum(['open', 'running', 'done', 'failed']),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type EvidenceCheck = z.infer<typeof evidenceCheck>;

export const evidenceAnswer = reading.extend({
  ticket: ticketId,
  measure,
  /** Whole days of the locus, oldest first: from 56 days before the fix (or before today) on. */
  days: z.array(evidenceDay),
  /** The centre lines. */
  baselineRate: z.number().optional(),
  afterRate: z.number().optional(),
  effective: z.array(z.object({ touchpoint: touchpointId, day })),
  /** Touchpoints of the locus, each of which needs an effective date: the one it names, else those visited there in the baseline. */
  touchpoints: z.array(touchpointId),
  /** As it was fixed on submission; before that, as it would be fixed today (`draft`). */
  plan: z.custom<EvidencePlan>(isObject).optional(),
  draft: z.boolean(),
  refusal: z.custom<EvidenceRefusal>(isObject).optional(),
  /** Between submission and test day. */
  progress: z.custom<EvidenceProgress>(isObject).optional(),
  /** From the test day on; what was frozen with the ticket, once it was closed. */
  verdict: z.custom<EvidenceVerdict>(isObject).optional(),
  frozen: frozenEvidence.optional(),
  checks: z.array(evidenceCheck),
  /** What closing still needs, for whoever asks. */
  missing: z.array(missing),
  /** After the close: the CUSUM that watches for a recurrence, as of today. */
  watch: recurrence.omit({ raisedOn: true, at: true }).extend({ raisedOn: day.optional() }).optional(),
});
export type EvidenceAnswer = z.infer<typeof evidenceAnswer>;

export const getEvidence = endpoint({
  method: 'GET',
  path: '/tickets/:id/evidence',
  summary: 'Whether a ticket did what it was for: daily rates before and after, progress until the test day, then the verdict. Computed, never typed.',
  params: z.object({ id: ticketId }),
  output: evidenceAnswer,
});
