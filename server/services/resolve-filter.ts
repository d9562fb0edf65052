import type { FilterAnswer, filterQuery, Problem } from '#contract';
import { addDays, type Catalogue, type Day, type Filter, type Instant, zoneOf } from '#model';
import type { z } from 'zod';
import { ProblemError } from '../http/problem-error';
import type { Access, Ports } from '../ports';

/** How many days a filter without `from` shows. */
const DEFAULT_DAYS = 30;

type InputErrors = NonNullable<Problem['errors']>;

/**
 * Fills in a filter's days and checks its names. Without days: the 30 that end at the newest start day with data of these journeys,
 * never after today, so that an old log is not an empty map. Throws `invalid-input` for names the catalogue does not know.
 */
export async function resolveFilter(
  { events, config }: Pick<Ports, 'events' | 'config'>,
  { access, catalogue, now }: { access: Access; catalogue: Catalogue; now: Instant },
  query: z.output<typeof filterQuery>,
): Promise<Filter> {
  const journeys = query.journey && [...new Set(query.journey)];
  const errors: InputErrors = [
    ...(journeys ?? []).flatMap((id) => unknownName('journey', id, catalogue.journeys)),
    ...unknownName('organisation', query.organisation, catalogue.organisations),
    ...unknownName('segment', query.segment, catalogue.segments),
  ];
  const today = zoneOf(config.zone).dayOf(now);
  const newest = async (): Promise<Day> => {
    const { lastDay = today } = await events.extent(access, journeys);
    return lastDay < today ? lastDay : today;
  };
  const to = query.to ?? later(await newest(), query.from);
  const from = query.from ?? addDays(to, 1 - DEFAULT_DAYS);
  if (from > to) errors.push({ pointer: '?to', reason: `it lies before from, ${from}` });
  if (errors.length > 0) throw new ProblemError('invalid-input', 'The filter is not valid.', { errors });
  const { organisation, segment } = query;
  return { ...(journeys && { journeys }), from, to, ...(organisation && { organisation }), ...(segment && { segment }) };
}

const later = (day: Day, other: Day | undefined): Day => (other !== undefined && other > day ? other : day);

/** An error when the catalogue does not have the name that the query gives. */
export function unknownName(name: string, id: string | undefined, known: readonly { id: string }[]): InputErrors {
  if (id === undefined || known.some((one) => one.id === id)) return [];
  return [{ pointer: `?${name}`, reason: `the catalogue has no ${name.replace(/^compare/, '').toLowerCase()} "${id}"` }];
}

/** Refuses a journey's map for no journey or several. */
export function requireOneJourney(level: 'overview' | 'journey', { journeys }: Filter): void {
  if (level === 'overview' || journeys?.length === 1) return;
  const errors = [{ pointer: '?journey', reason: 'level=journey needs exactly one' }];
  throw new ProblemError('invalid-input', 'The map inside a journey is of one journey.', { errors });
}

export const filterTold = ({ journeys, from, to, organisation, segment }: Filter): FilterAnswer => ({ journeys, from, to, organisation, segment });
