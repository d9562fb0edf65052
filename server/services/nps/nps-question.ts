import type { NpsPeriod, npsQuery, Problem } from '#contract';
import { type Catalogue, type Day, type NamedPeriod, type NpsUnit, type PeriodNumber, periodAt, periodNumber, PERIODS_A_YEAR, type Programme, type RatingFilter, zoneOf } from '#model';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error';
import type { Access } from '../../ports';
import type { Asked } from '../../http/bind';
import type { Core } from '../core';
import { unknownName } from '../resolve-filter';

/** How many periods a question without `from` shows. */
const DEFAULT_PERIODS: Record<NpsUnit, number> = { month: 36, quarter: 12, week: 26 };
/** More would be no chart. */
const MOST_PERIODS = 600;
const YEARS_BACK = 3;

/** What is asked, with its defaults filled in. */
export interface AskedNps {
  access: Access;
  catalogue: Catalogue;
  unit: NpsUnit;
  programme: Programme;
  /** From the first day of a period to the last day asked for. */
  filter: RatingFilter;
  /** No later than today, nor than the filter's last day. */
  until: Day;
  today: Day;
  periods: (NamedPeriod & { complete: boolean })[];
  /** The last one: what is compared. */
  current: PeriodNumber;
  /** Any days that every series is compared with, too. */
  custom?: CustomDays | undefined;
  /** The first day of the earliest period that the current one is compared with. */
  reachesBack: Day;
  about: unknown[];
}

type NpsRead = Omit<z.output<typeof npsQuery>, 'group'>;

/** Days that are compared with, as a period; `counted`: as far as they have come. */
export type CustomDays = NamedPeriod & { complete: boolean; counted: Day };

/** The number of days that are no period; after all that are. */
export const ANY_DAYS: PeriodNumber = 1e9;

/** What a query of NPS asks. Throws `invalid-input` for names the catalogue does not know, and for days the wrong way round. */
export async function npsQuestion({ ports: { events, config }, catalogue: current }: Core, { access, now, query }: Pick<Asked<unknown, NpsRead, unknown>, 'access' | 'now' | 'query'>): Promise<AskedNps> {
  const { version, catalogue } = await current.current();
  const { by: unit = 'month', programme = 'transactional', organisation, segment } = query;
  const journeys = query.journey && [...new Set(query.journey)];
  const touchpoints = query.touchpoint && [...new Set(query.touchpoint)];
  const today = zoneOf(config.zone).dayOf(now);
  const to = query.to ?? later(await newest(events.ratings.extent(access, programme), today), query.from);
  const last = periodNumber(unit, to);
  const first = query.from === undefined ? last - DEFAULT_PERIODS[unit] + 1 : periodNumber(unit, query.from);
  const errors: NonNullable<Problem['errors']> = [
    ...(journeys ?? []).flatMap((id) => unknownName('journey', id, catalogue.journeys)),
    ...(touchpoints ?? []).flatMap((id) => unknownName('touchpoint', id, catalogue.touchpoints)),
    ...unknownName('organisation', organisation, catalogue.organisations),
    ...unknownName('segment', segment, catalogue.segments),
    ...(query.from !== undefined && query.from > to ? [{ pointer: '?to', reason: `it lies before from, ${query.from}` }] : []),
    ...customErrors(query),
    ...(last - first >= MOST_PERIODS ? [{ pointer: '?from', reason: `these are ${last - first + 1} periods, and ${MOST_PERIODS} can be shown` }] : []),
  ];
  if (errors.length > 0) throw new ProblemError('invalid-input', 'The question is not valid.', { errors });
  const periods = Array.from({ length: last - first + 1 }, (_, index) => {
    const period = periodAt(unit, first + index);
    return { ...period, to: period.to < to ? period.to : to, complete: period.to <= to && period.to < today };
  });
  const filter: RatingFilter = { programme, ...(journeys && { journeys }), from: periodAt(unit, first).from, to, ...(touchpoints && { touchpoints }), ...(organisation && { organisation }), ...(segment && { segment }) };
  const farthest = periodAt(unit, last - YEARS_BACK * PERIODS_A_YEAR[unit]).from;
  const reachesBack = farthest < filter.from ? farthest : filter.from;
  const custom = query.compareFrom === undefined || query.compareTo === undefined ? undefined : customDays(unit, query.compareFrom, query.compareTo, today);
  return { custom, access, catalogue, unit, programme, filter, until: to < today ? to : today, today, periods, current: last, reachesBack, about: [version, unit, filter, today, custom?.id] };
}

function customErrors({ compareFrom: from, compareTo: to }: Pick<NpsRead, 'compareFrom' | 'compareTo'>): NonNullable<Problem['errors']> {
  if ((from === undefined) !== (to === undefined)) return [{ pointer: from === undefined ? '?compareFrom' : '?compareTo', reason: 'chosen days need both ends' }];
  return from !== undefined && to !== undefined && from > to ? [{ pointer: '?compareTo', reason: `it lies before compareFrom, ${from}` }] : [];
}

/** Any days: named as a period where they are one. */
export function customDays(unit: NpsUnit, from: Day, to: Day, today: Day): CustomDays {
  const period = periodAt(unit, periodNumber(unit, from));
  const isWhole = period.from === from && period.to === to;
  return { ...(isWhole ? { number: period.number, id: period.id } : { number: ANY_DAYS, id: `${from}/${to}` }), from, to, complete: to < today, counted: to < today ? to : today };
}

async function newest(extent: Promise<{ lastDay?: Day | undefined }>, today: Day): Promise<Day> {
  const { lastDay = today } = await extent;
  return lastDay < today ? lastDay : today;
}

const later = (day: Day, other: Day | undefined): Day => (other !== undefined && other > day ? other : day);

/** What the answers say of the filter. */
export const npsFilterTold = ({ filter: { journeys, from, to, organisation, segment, touchpoints } }: AskedNps) => ({ journeys, from, to, organisation, segment, touchpoints: touchpoints && [...touchpoints] });

export const periodTold = ({ id, from, to, complete }: NamedPeriod & { complete: boolean }): NpsPeriod => ({ id, from, to, complete });

/** A whole period as far as it has come. */
export function wholePeriod({ unit, today }: Pick<AskedNps, 'unit' | 'today'>, number: PeriodNumber): NamedPeriod & { complete: boolean } {
  const period = periodAt(unit, number);
  return { ...period, complete: period.to < today };
}
