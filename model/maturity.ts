import type { Catalogue } from './catalogue';
import { addDays } from './days';
import type { Filter } from './selection';
import type { Day, Instant, Millis } from './time';
import type { Zone } from './zone';

/**
 * The latest mature day: `now` − its end > `idleLostMs`. Every day before it is mature too, every day after it may still change its
 * abandonments, losses and open interruptions by time alone.
 */
export const latestMatureDay = (zone: Zone, now: Instant, idleLostMs: Millis): Day => addDays(zone.dayOf(now - idleLostMs - 1), -1);

/** The largest `idleLostMs` in a filter; 0 where it has no journey of the catalogue. */
export function largestIdle(catalogue: Pick<Catalogue, 'journeys'>, { journeys }: Pick<Filter, 'journeys'>): Millis {
  const inFilter = catalogue.journeys.filter(({ id }) => !journeys?.length || journeys.includes(id));
  return Math.max(0, ...inFilter.map(({ idleLostMs }) => idleLostMs));
}

/** How far a filter's days are mature. */
export interface Maturity {
  /** Start days of the filter after this one are not mature; absent when none is mature. */
  matureUntil?: Day | undefined;
  /** Whether all of them are mature. */
  mature: boolean;
}

/** The maturity of the start days of a filter. */
export function maturityOf(catalogue: Pick<Catalogue, 'journeys'>, filter: Filter, zone: Zone, now: Instant): Maturity {
  const idleLostMs = largestIdle(catalogue, filter);
  // Asked first, because an idle time that stands for "never" reaches back beyond every calendar.
  if (now - zone.endOf(filter.from) <= idleLostMs) return { mature: false };
  const latest = latestMatureDay(zone, now, idleLostMs);
  return latest < filter.to ? { matureUntil: latest, mature: false } : { matureUntil: filter.to, mature: true };
}
