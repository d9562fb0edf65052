import type { ComparisonAnswer } from '#contract';
import {
  type Catalogue,
  type Filter,
  type Instant,
  type Level,
  maturityOf,
  NODE_LIMIT,
  panorama,
  type Panorama,
  type PanoramaCounts,
  type Reference,
  sumBalances,
  zoneOf,
} from '#model';
import type { Access, MapQuestion, Ports } from '../ports';
import type { AnswerCache } from './answer-cache';
import type { ResolvedComparison } from './resolve-comparison';
import { filterTold } from './resolve-filter';
import type { Revisions } from './revisions';

export interface MapAsked {
  access: Access;
  catalogue: Catalogue;
  level: Level;
  filter: Filter;
  comparison: ResolvedComparison | undefined;
  now: Instant;
}

export interface ReadMap {
  map: Panorama;
  comparison: ComparisonAnswer | undefined;
}

/** Reads maps from the event store; what one question has counted serves the next of the same revision. */
export interface MapReader {
  counts(access: Access, question: MapQuestion): Promise<PanoramaCounts>;
  /** @param limit how many nodes to keep; `Infinity` to find one of any */
  read(asked: MapAsked, limit?: number): Promise<ReadMap>;
}

export function createMapReader({ events, config }: Pick<Ports, 'events' | 'config'>, cache: AnswerCache, revisions: Revisions): MapReader {
  const zone = zoneOf(config.zone);

  const counts = (access: Access, question: MapQuestion) =>
    cache.get(JSON.stringify(['counts', access.scope, question]), revisions.ofCounts(), () => events.panorama(access, question));

  const reference = async ({ access, catalogue, level, filter, comparison, now }: MapAsked) => {
    if (!comparison) return undefined;
    const question = { level, filter: comparison.filter };
    const [{ balances }, days] = await Promise.all([
      counts(access, question),
      cache.get(JSON.stringify(['days', access.scope, question]), revisions.ofCounts(), () => events.days(access, question)),
    ]);
    const withoutAbandonment = [filter, comparison.filter].some((one) => !maturityOf(catalogue, one, zone, now).mature);
    const answer: ComparisonAnswer = {
      mode: comparison.mode,
      filter: filterTold(comparison.filter),
      balance: sumBalances(balances.map(({ balance }) => balance)),
      withoutAbandonment,
    };
    const used: Reference = { days, withoutAbandonment };
    return { answer, used };
  };

  return {
    counts,
    async read(asked, limit = NODE_LIMIT) {
      const { access, catalogue, level, filter } = asked;
      const [counted, compared] = await Promise.all([counts(access, { level, filter }), reference(asked)]);
      return { map: panorama(counted, catalogue, { reference: compared?.used, limit }), comparison: compared?.answer };
    },
  };
}
