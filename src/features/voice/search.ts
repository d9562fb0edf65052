import { repeated } from '#contract';
import { BANDS, day, journeyId, kind, organisationId, programme, segmentId, sentiment, stepId, themeId, touchpointId } from '#model';
import { z } from 'zod';

/** Relative ranges that end at the newest comment. */
export const PERIODS = ['30d', '90d', '365d'] as const;
export type Period = (typeof PERIODS)[number];
export const DEFAULT_PERIOD: Period = '30d';

/** A value somebody has mistyped in the address is no value. */
const value = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const schema = z.object({
  period: value(z.enum(PERIODS)),
  /** Both, or neither: an absolute range, instead of `period`. */
  from: value(day),
  to: value(day),
  journey: value(repeated(journeyId)),
  touchpoint: value(touchpointId),
  organisation: value(organisationId),
  segment: value(segmentId),
  programme: value(programme),
  /** Where and how the journey last broke before the comment. */
  step: value(stepId),
  kind: value(z.enum([...kind.options, 'any', 'none'])),
  band: value(z.enum(BANDS)),
  sentiment: value(sentiment),
  /** The theme in front; `none`: comments of no theme. */
  theme: value(z.union([z.literal('none'), themeId])),
  q: value(z.string().min(1).max(200)),
  sort: value(z.enum(['-at', 'at', 'score', '-score'])),
  /** What is set up over the page. */
  sheet: value(z.enum(['dictionary'])),
});

/** All that the address of 客户之声 carries: sent to a colleague, it shows the same. */
export type VoiceSearch = z.output<typeof schema>;

/** Reads the address; anything in it that is not understood is left out. */
export const voiceSearch = (search: Record<string, unknown>): VoiceSearch => schema.parse(search);
