import { z } from 'zod';
import { journeyId, reasonId, stepId, touchpointId } from './ids';
import { kind } from './interruption';
import { themeId } from './voice/theme-id';

/** 位置: where breaks happen that a ticket mends, as wide or as narrow as it says. What is absent is any. */
export const locus = z.object({
  journey: journeyId,
  step: stepId.optional(),
  touchpoint: touchpointId.optional(),
  kind: kind.optional(),
  reason: reasonId.optional(),
  /** 声音主题: what customers write of this place, for the measure 声音主题占比. It narrows no break. */
  theme: themeId.optional(),
});
export type Locus = z.infer<typeof locus>;

/** A place of the map; on the overview without a step. */
export type PlaceKey = Pick<Locus, 'journey' | 'step' | 'touchpoint'>;

/**
 * Whether a locus has to do with a place: they name the same journey, and neither step nor touchpoint differ where both name one. What
 * kind and reason a locus narrows to does not matter: its ticket still mends this place.
 */
export const concernsPlace = ({ journey, step, touchpoint }: Locus, place: PlaceKey): boolean =>
  journey === place.journey &&
  (step === undefined || place.step === undefined || step === place.step) &&
  (touchpoint === undefined || place.touchpoint === undefined || touchpoint === place.touchpoint);
