import type { Catalogue, JourneyId, Locus, OrganisationId, ReasonId, SegmentId, StageId, StepId, TouchpointId } from '#model';
import { type Language, localize } from './language';

/** The catalogue's names in one language; an id that it does not know (any more) stands for itself. */
export interface CatalogueNames {
  journey: (id: JourneyId) => string;
  touchpoint: (id: TouchpointId) => string;
  step: (journey: JourneyId, id: StepId) => string;
  stage: (journey: JourneyId, id: StageId) => string;
  reason: (id: ReasonId) => string;
  organisation: (id: OrganisationId) => string;
  segment: (id: SegmentId) => string;
  /** Where a ticket mends: 身份核验 › 人脸核验 · 微信, without kind and reason. */
  locus: (locus: Pick<Locus, 'journey' | 'step' | 'touchpoint'>) => string;
}

/** Finds names by id; an id that is not there stands for itself. */
export function nameFinder<Id extends string>(items: readonly { id: Id; name: { zh: string; en?: string | undefined } }[], language: Language): (id: Id) => string {
  const byId = new Map(items.map((item) => [item.id, localize(item.name, language)]));
  return (id) => byId.get(id) ?? id;
}

export function catalogueNames(catalogue: Catalogue, language: Language): CatalogueNames {
  const journeys = new Map(
    catalogue.journeys.map((one) => [one.id, { step: nameFinder(one.steps, language), stage: nameFinder(one.stages, language) }]),
  );
  const journey = nameFinder(catalogue.journeys, language);
  const touchpoint = nameFinder(catalogue.touchpoints, language);
  const step = (of: JourneyId, id: StepId) => journeys.get(of)?.step(id) ?? id;
  return {
    journey,
    touchpoint,
    step,
    stage: (of, id) => journeys.get(of)?.stage(id) ?? id,
    reason: nameFinder(catalogue.reasons, language),
    organisation: nameFinder(catalogue.organisations, language),
    segment: nameFinder(catalogue.segments, language),
    locus: (locus) => {
      const place = locus.step === undefined ? journey(locus.journey) : `${journey(locus.journey)} › ${step(locus.journey, locus.step)}`;
      return locus.touchpoint === undefined ? place : `${place} · ${touchpoint(locus.touchpoint)}`;
    },
  };
}
