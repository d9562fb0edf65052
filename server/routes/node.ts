import { getNode, type NodeDepth } from '#contract';
import { type Catalogue, differingGroups, KINDS, type Level, type PanoramaNode, parseNodeId, type PlaceCounts, RESOLUTIONS, zeros } from '#model';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import { dataDays, everyDay } from '../services/data-days';
import { mapQuestion } from '../services/map-question';
import { placeMarks } from '../services/place-marks';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';
import { groupsTold } from './differences-told';
import { flowTold, handoffTold, nodeTold } from './map-told';

export function bindNode(bind: Binder, services: Services): void {
  const { events } = services.ports;

  bind.question(getNode, async (asked) => {
    const { id } = asked.params;
    const [question, marks] = await Promise.all([mapQuestion(services, asked), placeMarks(services, asked.access, asked.now)]);
    const { access, catalogue, level, filter, maturity } = question;
    const nobody = emptyNode(catalogue, level, id, filter.journeys);
    return {
      about: [id, question.about, marks.about],
      answer: async () => {
        const [place, { map, comparison }, days, groups] = await Promise.all([
          events.place(access, { level, filter, node: id }),
          services.maps.read(question, Infinity),
          dataDays(events, access, filter),
          events.groups(access, { level, filter, node: id }),
        ]);
        const node = map.nodes.find((one) => one.id === id) ?? nobody;
        if (!node) throw new ProblemError('not-found', `Nobody was at "${id}", and the catalogue has no such place.`);
        return {
          filter: filterTold(filter),
          node: nodeTold(node, marks),
          daily: dailyTold(place, days, maturity.matureUntil),
          dwellMs: place?.dwell,
          outcomes: place?.outcomes ?? [],
          differences: groupsTold(differingGroups(groups, { organisations: catalogue.organisations, within: filter.organisation, withoutAbandonment: !maturity.mature }), !maturity.mature),
          flowsIn: map.flows.filter(({ to }) => to === id).map(flowTold),
          flowsOut: map.flows.filter(({ from }) => from === id).map(flowTold),
          handoffsIn: map.handoffs.filter(({ to }) => to === id).map(handoffTold),
          handoffsOut: map.handoffs.filter(({ from }) => from === id).map(handoffTold),
          comparison,
        };
      },
    };
  });
}

function dailyTold(place: PlaceCounts | undefined, days: readonly string[], matureUntil: string | undefined): NodeDepth['daily'] {
  const empty = (day: string) => ({ day, instances: 0, interrupted: 0, interruptedWithoutAbandonment: 0, interruptions: 0, unhanded: 0, withHandoff: 0 });
  return everyDay(days, place?.daily ?? [], empty).map(({ interruptedWithoutAbandonment: _, ...day }) => ({
    ...day,
    mature: matureUntil !== undefined && day.day <= matureUntil,
  }));
}

/** A place that the catalogue knows and nobody was at: a selected place must not turn into an error when the period changes. */
function emptyNode(catalogue: Catalogue, level: Level, id: string, journeys: readonly string[] | undefined): PanoramaNode | undefined {
  const parts = readId(level, id);
  const journeyId = parts.level === 'overview' ? parts.journey : journeys?.[0];
  const journey = catalogue.journeys.find((one) => one.id === journeyId);
  const step = parts.level === 'journey' ? journey?.steps.find((one) => one.id === parts.step) : undefined;
  if (!journey || (parts.level === 'journey' && !step) || !catalogue.touchpoints.some((one) => one.id === parts.touchpoint)) return undefined;
  return {
    id,
    journey: journey.id,
    touchpoint: parts.touchpoint,
    ...(step && { step: step.id, stage: step.stage }),
    ...zeros(['instances', 'visits', 'events', 'starts', 'ends', 'interrupted', 'interruptedWithoutAbandonment', 'unhanded', 'pending', 'withHandoff']),
    // Of nobody nothing is known.
    rate: { value: 0, low: 0, high: 1 },
    byKind: zeros(KINDS),
    byResolution: zeros(RESOLUTIONS),
    byReason: [],
    carriers: { received: 0, succeeded: 0 },
  };
}

function readId(level: Level, id: string) {
  try {
    return parseNodeId(level, id);
  } catch {
    const errors = [{ pointer: '?id', reason: 'not a place of this level, such as loan~app' }];
    throw new ProblemError('invalid-input', `"${id}" does not name a place.`, { errors });
  }
}
