import { addCounts, type Day, type JourneyId, noRatings, type NpsCounts, type NpsUnit, type PeriodNumber, periodNumber, type RatingCount } from '#model';
import type { Core } from '../core';
import type { AskedNps } from './nps-question';
import type { ByJourney } from './nps-weights';

/** Sums what passes, by period and by a name of each row. */
export function sumBy<Name>(rows: readonly RatingCount[], nameOf: (row: RatingCount) => Name): Map<PeriodNumber, Map<Name, NpsCounts>> {
  const sums = new Map<PeriodNumber, Map<Name, NpsCounts>>();
  for (const row of rows) {
    const named = sums.get(row.period) ?? new Map<Name, NpsCounts>();
    sums.set(row.period, named);
    const name = nameOf(row);
    const sum = named.get(name) ?? noRatings();
    named.set(name, sum);
    addCounts(sum, row);
  }
  return sums;
}

/** The instances that started, by period and journey; as far back as the current period is compared. */
export async function startedBy({ ports: { events } }: Core, { access, unit, filter, reachesBack, until }: AskedNps): Promise<ByJourney<number>> {
  const { journeys, organisation, segment } = filter;
  const rows = await events.started(access, { unit, filter: { journeys, organisation, segment, from: reachesBack, to: until } });
  const started = new Map<PeriodNumber, Map<JourneyId, number>>();
  for (const { period, journey, instances } of rows) started.set(period, (started.get(period) ?? new Map<JourneyId, number>()).set(journey, instances));
  return started;
}

/** The instances of all periods that some days lie in. */
export function startedWithin(unit: NpsUnit, started: ByJourney<number>, { from, to }: { from: Day; to: Day }): Map<JourneyId, number> {
  const sums = new Map<JourneyId, number>();
  for (const [period, journeys] of started) {
    if (period < periodNumber(unit, from) || period > periodNumber(unit, to)) continue;
    for (const [journey, instances] of journeys) sums.set(journey, (sums.get(journey) ?? 0) + instances);
  }
  return sums;
}
