import type { Catalogue, JourneyId } from '#model';

/** Raised when detection itself comes to other results: every store then detects again at its next `configure`. */
const DETECTION_VERSION = 1;

/** All that the derived rows of a journey depend on beside its events; absent for a journey the catalogue does not have. */
export function journeyFingerprint(catalogue: Catalogue, id: JourneyId, zone: string): string | undefined {
  const journey = catalogue.journeys.find((one) => one.id === id);
  if (!journey) return undefined;
  return JSON.stringify([
    DETECTION_VERSION,
    zone,
    catalogue.handoffWindowMs,
    journey.idleLostMs,
    journey.steps.map((step) => [step.id, step.completes ?? false, step.standardMs ?? null, step.maxAttempts ?? null, ...(step.aliases ?? [])]),
    catalogue.touchpoints.map((one) => [one.id, one.service, one.place, one.initiative, ...(one.aliases ?? [])]).toSorted(),
  ]);
}
