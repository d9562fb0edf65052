import { NPS_VARIABLES, type NpsCorrelations, type NpsJourneyMonth, type NpsVariable } from '#contract';
import { holm, type JourneyPeriod, LEAST_RATINGS, MINUTE, npsOf, type NpsCounts, periodAt, spearman } from '#model';
import type { Core } from '../core';
import { sumBy } from './nps-counts';
import type { AskedNps } from './nps-question';

const ALPHA = 0.05;

/** How NPS goes with what customers met, over the months of each journey. */
export async function npsCorrelations({ ports: { events } }: Core, { access, catalogue, filter, until }: AskedNps): Promise<NpsCorrelations> {
  const { journeys, organisation, segment, from } = filter;
  const isEmpty = from > until;
  const [rows, met] = await Promise.all([
    isEmpty ? [] : events.ratings.counts(access, { unit: 'month', filter: { ...filter, to: until } }),
    isEmpty ? [] : events.journeyPeriods(access, { unit: 'month', filter: { journeys, organisation, segment, from, to: until } }),
  ]);
  const counts = sumBy(rows, ({ journey }) => journey);
  const order = new Map(catalogue.journeys.map(({ id }, index) => [id, index]));
  const months: NpsJourneyMonth[] = [];
  let leftOut = 0;
  for (const one of met.toSorted((a, b) => (order.get(a.journey) ?? 0) - (order.get(b.journey) ?? 0) || a.period - b.period)) {
    const rated = counts.get(one.period)?.get(one.journey);
    if (rated === undefined || rated.n < LEAST_RATINGS) leftOut++;
    else months.push({ journey: one.journey, month: periodAt('month', one.period).id, n: rated.n, values: valuesOf(one, rated) });
  }
  return { from, to: until, method: 'spearman', months, leftOut, pairs: correlate(months) };
}

function valuesOf({ instances, interrupted, toHand, handed, visits, returns, waitingMs }: JourneyPeriod, rated: NpsCounts): NpsJourneyMonth['values'] {
  return {
    nps: npsOf(rated),
    breakRate: interrupted / instances,
    ...(toHand > 0 && { handoffRate: handed / toHand }),
    ...(waitingMs !== undefined && { waiting: waitingMs / MINUTE }),
    ...(visits > 0 && { repeats: returns / visits }),
  };
}

/** Every pair once, those with NPS first; judged together. */
function correlate(months: readonly Pick<NpsJourneyMonth, 'values'>[]): NpsCorrelations['pairs'] {
  const pairs = NPS_VARIABLES.flatMap((a, index) => NPS_VARIABLES.slice(index + 1).map((b) => ({ a, b, ...pairOf(months, a, b) })));
  const judged = pairs.flatMap(({ p }) => (p === undefined ? [] : [p]));
  const adjusted = holm(judged);
  let next = 0;
  return pairs.map((pair) => {
    if (pair.p === undefined) return pair;
    const pHolm = adjusted[next++] ?? 1;
    return { ...pair, pHolm, significant: pHolm <= ALPHA };
  });
}

function pairOf(months: readonly Pick<NpsJourneyMonth, 'values'>[], a: NpsVariable, b: NpsVariable): { n: number; r?: number; p?: number } {
  const both = months.flatMap(({ values: { [a]: x, [b]: y } }) => (x === undefined || y === undefined ? [] : [{ x, y }]));
  const found = spearman(
    both.map(({ x }) => x),
    both.map(({ y }) => y),
  );
  return { n: both.length, ...found };
}
