import type { Catalogue, Touchpoint } from './catalogue';
import type { JourneyEvent, JourneyRules, StepRules } from './detection';
import type { JourneyId, StepId, TouchpointId } from './ids';
import type { PlaceKey } from './locus';
import type { ServiceEvent } from './service-event';

/** A catalogue made ready for looking up: what detection needs of every journey, and the touchpoints. */
export interface CatalogueRules {
  journeys: ReadonlyMap<JourneyId, JourneyRules>;
  touchpoints: ReadonlyMap<TouchpointId, Touchpoint>;
}

/** Why a row cannot be an event of this catalogue. */
export type UnknownInCatalogue = 'unknown-journey' | 'unknown-step' | 'unknown-touchpoint';

/** Makes a catalogue ready for looking up. Call it once per catalogue: events of the same step must share its `StepRules`. */
export function journeyRules(catalogue: Catalogue): CatalogueRules {
  const journeys = new Map<JourneyId, JourneyRules>();
  for (const { id, idleLostMs, steps } of catalogue.journeys) {
    const stepRules: ReadonlyMap<StepId, StepRules> = byEveryName(steps.map((step, order) => ({ ...step, order })));
    journeys.set(id, { idleLostMs, handoffWindowMs: catalogue.handoffWindowMs, steps: stepRules });
  }
  return { journeys, touchpoints: byEveryName(catalogue.touchpoints) };
}

/** Each under its id and its aliases: the same object, since visits and stays are told apart by it. */
function byEveryName<Id extends string, Item extends { id: Id; aliases?: readonly Id[] | undefined }>(items: readonly Item[]): Map<Id, Item> {
  return new Map(items.flatMap((item) => [item.id, ...(item.aliases ?? [])].map((id) => [id, item] as const)));
}

/** A place by the names that the catalogue has for it now: what was merged stands for what it was merged into, what is unknown for itself. */
export function canonicalPlace<Place extends PlaceKey>({ journeys, touchpoints }: CatalogueRules, place: Place): Place {
  const step = place.step !== undefined && journeys.get(place.journey)?.steps.get(place.step)?.id;
  const touchpoint = place.touchpoint !== undefined && touchpoints.get(place.touchpoint)?.id;
  const isSame = (!step || step === place.step) && (!touchpoint || touchpoint === place.touchpoint);
  return isSame ? place : { ...place, ...(step && { step }), ...(touchpoint && { touchpoint }) };
}

/**
 * A service event as detection reads it, or what is unknown of it (the first of journey, step, touchpoint): such a row is rejected.
 *
 * @example const read = journeyEvent(rules, event); if (typeof read === 'string') reject(read);
 */
export function journeyEvent(rules: CatalogueRules, event: Omit<ServiceEvent, 'id' | 'instance'> & Partial<Pick<ServiceEvent, 'id' | 'instance'>>): JourneyEvent | UnknownInCatalogue {
  const journey = rules.journeys.get(event.journey);
  if (!journey) return 'unknown-journey';
  const step = journey.steps.get(event.step);
  if (!step) return 'unknown-step';
  const touchpoint = rules.touchpoints.get(event.touchpoint);
  if (!touchpoint) return 'unknown-touchpoint';
  const { at, outcome, reason, initiative, organisation, segment } = event;
  return { at, step, touchpoint, outcome, reason, initiative, organisation, segment };
}
