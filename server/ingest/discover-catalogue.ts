import { type Catalogue, discoverJourney, discoverTouchpoints, gatherLogStatistics, type Journey, type JourneyId, type Localized, stageId, type StepId, UNNAMED_TOUCHPOINT } from '#model';
import type { Access, EventStore } from '../ports';
import type { LogContents } from './log-contents';

type Named = { id: string; name: Localized };

/** The catalogue with all that a log needs to be stored: its names, and its journey in one stage, of unknown order, until it is discovered. */
export function withContents(catalogue: Catalogue, { id, name }: Pick<Journey, 'id' | 'name'>, contents: LogContents): Catalogue {
  const all = stageId.parse('stage-1');
  const journey: Journey = {
    ...discoverJourney({ id, name }, { instances: 0, steps: [] }),
    stages: [{ id: all, name: { zh: '阶段 1', en: 'Stage 1' } }],
    steps: [...contents.steps].map((step) => ({ id: step, stage: all, name: { zh: step } })),
  };
  const named = [...contents.touchpoints].filter((one) => one !== UNNAMED_TOUCHPOINT);
  const touchpoints = [...(named.length > 0 ? discoverTouchpoints(named) : []), ...(contents.touchpoints.has(UNNAMED_TOUCHPOINT) ? discoverTouchpoints([]) : [])];
  const lastOrder = Math.max(-1, ...catalogue.touchpoints.map(({ order }) => order));
  return {
    ...withJourney(catalogue, journey),
    touchpoints: withNew(catalogue.touchpoints, touchpoints.map((one, index) => ({ ...one, order: lastOrder + 1 + index }))),
    reasons: withNew(catalogue.reasons, [...contents.reasons].map(nameless)),
    organisations: withNew(catalogue.organisations, [...contents.organisations].map(nameless)),
    segments: withNew(catalogue.segments, [...contents.segments].map(nameless)),
  };
}

/** Replaces a journey where it stands, or adds it. */
export function withJourney(catalogue: Catalogue, journey: Journey): Catalogue {
  const known = catalogue.journeys.some(({ id }) => id === journey.id);
  return { ...catalogue, journeys: known ? catalogue.journeys.map((one) => (one.id === journey.id ? journey : one)) : [...catalogue.journeys, journey] };
}

/** The journey that the stored events of a log show (section 1 of the model); `completes` where whoever knows the log says so. */
export async function discover(events: EventStore, access: Access, journey: { id: JourneyId; name: Localized }, completes?: readonly StepId[]): Promise<Journey> {
  const gatherer = gatherLogStatistics();
  for await (const sequence of events.sequences(access, journey.id)) gatherer.add(sequence);
  return completedBy(discoverJourney(journey, gatherer.statistics()), completes);
}

/** The journey with these completing steps, where any of them is one of its own; else as it is. */
export function completedBy(journey: Journey, completes: readonly StepId[] = []): Journey {
  if (!journey.steps.some(({ id }) => completes.includes(id))) return journey;
  return { ...journey, steps: journey.steps.map(({ completes: _, ...step }) => (completes.includes(step.id) ? { ...step, completes: true } : step)) };
}

const nameless = <Id extends string>(id: Id) => ({ id, name: { zh: id } });

/** What was merged into another is known too, by its old name. */
const withNew = <Item extends Named & { aliases?: readonly string[] | undefined }>(known: readonly Item[], found: readonly Item[]): Item[] => {
  const ids = new Set(known.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  return [...known, ...found.filter(({ id }) => !ids.has(id))];
};
