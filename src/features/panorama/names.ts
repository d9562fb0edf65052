import { type Catalogue, type JourneyId, type OrganisationId, parseEdgeId, parseNodeId, type ReasonId, type SegmentId, type StageId, type StepId, type TouchpointId } from '#model';
import { type Language, localize } from '#ui';
import type { Place } from './url';

/** The catalogue's names in one language; an id that it does not know (any more) stands for itself. */
export interface Names {
  journey: (id: JourneyId) => string;
  touchpoint: (id: TouchpointId) => string;
  step: (journey: JourneyId, id: StepId) => string;
  stage: (journey: JourneyId, id: StageId) => string;
  reason: (id: ReasonId) => string;
  organisation: (id: OrganisationId) => string;
  segment: (id: SegmentId) => string;
  /** A place of the map: 保单借款 · APP on the overview, 额度试算 · APP inside a journey. */
  node: (place: Place, id: string) => string;
  /** What an edge joins: 额度试算 · APP → 人工补额 · 空中客服. */
  edge: (place: Place, id: string) => string;
}

export function namesOf(catalogue: Catalogue, language: Language): Names {
  const finder = <Id extends string>(items: readonly { id: Id; name: { zh: string; en?: string | undefined } }[]) => {
    const byId = new Map(items.map((item) => [item.id, localize(item.name, language)]));
    return (id: Id): string => byId.get(id) ?? id;
  };
  const journeys = new Map(catalogue.journeys.map((journey) => [journey.id, { step: finder(journey.steps), stage: finder(journey.stages) }]));
  const journey = finder(catalogue.journeys);
  const touchpoint = finder(catalogue.touchpoints);
  const step = (of: JourneyId, id: StepId) => journeys.get(of)?.step(id) ?? id;

  const node = (place: Place, id: string): string =>
    orItself(id, () => {
      const parts = parseNodeId(place.level, id);
      const first = parts.level === 'overview' ? journey(parts.journey) : place.level === 'journey' ? step(place.journey, parts.step) : parts.step;
      return `${first} · ${touchpoint(parts.touchpoint)}`;
    });

  return {
    journey,
    touchpoint,
    step,
    stage: (of, id) => journeys.get(of)?.stage(id) ?? id,
    reason: finder(catalogue.reasons),
    organisation: finder(catalogue.organisations),
    segment: finder(catalogue.segments),
    node,
    edge: (place, id) =>
      orItself(id, () => {
        const edge = parseEdgeId(place.level, id);
        return edge.kind === 'loss' ? node(place, edge.from) : `${node(place, edge.from)} → ${node(place, edge.to)}`;
      }),
  };
}

/** An id from the address may be no id at all: then it is shown as it is. */
function orItself(id: string, read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return id;
    throw error;
  }
}
