import { type EdgeDepth, getEdge } from '#contract';
import type { EdgeCounts, EdgeKey } from '#model';
import type { Binder } from '../http/bind';
import { dataDays, everyDay } from '../services/data-days';
import { mapQuestion } from '../services/map-question';
import { readEdgeId } from '../services/read-edge-id';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';

export function bindEdge(bind: Binder, services: Services): void {
  const { events } = services.ports;

  bind.question(getEdge, async (asked) => {
    const { id } = asked.params;
    const question = await mapQuestion(services, asked);
    const { access, level, filter, maturity } = question;
    const edge = readEdgeId(level, id, 'id');
    return {
      about: [id, question.about],
      answer: async () => {
        const [counts, days] = await Promise.all([events.edge(access, { level, filter, edge }), dataDays(events, access, filter)]);
        return { filter: filterTold(filter), id, ...ends(edge), ...depthTold(edge, counts, days, maturity.matureUntil) };
      },
    };
  });
}

const ends = (edge: EdgeKey): Pick<EdgeDepth, 'kind' | 'from' | 'to'> =>
  edge.kind === 'loss' ? { kind: edge.kind, from: edge.from } : { kind: edge.kind, from: edge.from, to: edge.to };

/** An edge that nobody took in this period is one of count 0, so that a selected one does not turn into an error. */
function depthTold(edge: EdgeKey, counts: EdgeCounts | undefined, days: readonly string[], matureUntil: string | undefined) {
  const { count = 0, instances = 0, succeeded, realtime, time: timeMs, byKind, byResolution, byReason } = counts ?? {};
  const empty = (day: string) => (edge.kind === 'handoff' || edge.kind === 'detour' ? { day, count: 0, succeeded: 0 } : { day, count: 0 });
  const daily = everyDay<EdgeCounts['daily'][number]>(days, counts?.daily ?? [], empty).map((day) => ({
    ...day,
    mature: matureUntil !== undefined && day.day <= matureUntil,
  }));
  return { count, instances, succeeded, realtime, timeMs, daily, byKind, byResolution, byReason };
}
