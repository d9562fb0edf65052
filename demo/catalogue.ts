import { type Catalogue, catalogue } from '#model';
import { JOURNEYS } from './journeys';
import { ORGANISATIONS } from './organisations';
import type { JourneyProfile, StageProfile, StepProfile } from './profile';
import { REASONS } from './reasons';
import { SEGMENTS } from './segments';
import { TOUCHPOINTS } from './touchpoints';

/** The demo insurer's catalogue; a new object each time. */
export function demoCatalogue(): Catalogue {
  return catalogue.parse({
    touchpoints: TOUCHPOINTS.map((one, order) => ({ ...one, order })),
    journeys: JOURNEYS.map(journeyOf),
    organisations: ORGANISATIONS.map(({ id, name, parent }) => ({ id, name, parent })),
    reasons: Object.entries(REASONS).map(([id, name]) => ({ id, name })),
    segments: SEGMENTS.map(({ id, name }) => ({ id, name })),
  });
}

const journeyOf = ({ id, name, important, npsTarget, idleLost, stages }: JourneyProfile) => ({
  id,
  name,
  important,
  npsTarget,
  idleLostMs: idleLost,
  stages: stages.map((stage) => ({ id: stage.id, name: stage.name })),
  steps: stages.flatMap((stage) => stage.steps.map((step) => stepOf(stage, step))),
});

const stepOf = (stage: StageProfile, { id, name, completes, standard, maxAttempts }: StepProfile) => ({
  id,
  stage: stage.id,
  name,
  completes,
  standardMs: standard,
  maxAttempts,
});
