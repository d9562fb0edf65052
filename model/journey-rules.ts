import type { Catalogue, Touchpoint } from './catalogue';
import type { JourneyEvent, JourneyRules, StepRules } from './detection';
import type { JourneyId, StepId, TouchpointId } from './ids';
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
    const stepRules = new Map<StepId, StepRules>(steps.map((step, order) => [step.id, { ...step, order }]));
    for (const step of steps) for (const alias of step.aliases ?? []) stepRules.set(alias, mustHave(stepRules, step.id));
    journeys.set(id, { idleLostMs, handoffWindowMs: catalogue.handoffWindowMs, steps: stepRules });
  }
  return { journeys, touchpoints: new Map(catalogue.touchpoints.map((one) => [one.id, one])) };
}

function mustHave<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`Failed to look up ${String(key)}.`);
  return value;
}

/**
 * A service event as detection reads it, or what is unknown of it (the first of journey, step, touchpoint): such a row is rejected.
 *
 * @example const read = journeyEvent(rules, event); if (typeof read === 'string') reject(read);
 */
export function journeyEvent(rules: CatalogueRules, event: ServiceEvent): JourneyEvent | UnknownInCatalogue {
  const journey = rules.journeys.get(event.journey);
  if (!journey) return 'unknown-journey';
  const step = journey.steps.get(event.step);
  if (!step) return 'unknown-step';
  const touchpoint = rules.touchpoints.get(event.touchpoint);
  if (!touchpoint) return 'unknown-touchpoint';
  const { at, outcome, reason, initiative, organisation, segment } = event;
  return { at, step, touchpoint, outcome, reason, initiative, organisation, segment };
}
