import type { npsDriversQuery, NpsAgainst, NpsContributions, NpsDriversAnswer, NpsExperience, Reading } from '#contract';
import { addCounts, addDays, type Day, type JourneyId, noRatings, npsContributions, type NpsCounts, type PeriodNumber, periodAt } from '#model';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error';
import type { Core } from '../core';
import { npsCorrelations } from './nps-correlations';
import { startedBy, startedWithin, sumBy } from './nps-counts';
import { changeOf, differenceOf, figureOf, levelOf } from './nps-levels';
import { ANY_DAYS, type AskedNps, customDays, npsFilterTold, periodTold, wholePeriod } from './nps-question';
import { comparedWith } from './nps-series';
import { JourneyWeights } from './nps-weights';

type DriversQuery = Pick<z.output<typeof npsDriversQuery>, 'against' | 'compareFrom' | 'compareTo' | 'among'>;

const EXPERIENCE_DAYS = 90;
const STATES = ['smooth', 'recovered', 'handed', 'detoured', 'lost'] as const;

/** What moved it: the whole answer. Throws `invalid-input` where the comparison is incomplete. */
export async function readDrivers(services: Core, asked: AskedNps, query: DriversQuery): Promise<Omit<NpsDriversAnswer, keyof Reading>> {
  const reference = referenceOf(asked, query);
  const [contributions, experience, correlations] = await Promise.all([contributionsOf(services, asked, query, reference), experienceOf(services, asked), npsCorrelations(services, asked)]);
  return { programme: asked.programme, by: asked.unit, filter: npsFilterTold(asked), contributions, experience, correlations };
}

/** What the current period is compared with: a whole period, or any days. */
interface Reference {
  against: NpsAgainst;
  period: ReturnType<typeof wholePeriod>;
}

/** The reference that a query names; the start of the year unless told. Throws `invalid-input`. */
function referenceOf(asked: Pick<AskedNps, 'unit' | 'current' | 'today'>, { against, compareFrom: from, compareTo: to }: DriversQuery): Reference {
  const errors = [];
  if (against === 'custom') {
    if (from === undefined) errors.push({ pointer: '?compareFrom', reason: 'against=custom needs it' });
    if (to === undefined) errors.push({ pointer: '?compareTo', reason: 'against=custom needs it' });
    if (from !== undefined && to !== undefined && from > to) errors.push({ pointer: '?compareTo', reason: `it lies before compareFrom, ${from}` });
    if (errors.length === 0 && from !== undefined && to !== undefined) return { against, period: customDays(asked.unit, from, to, asked.today) };
  } else if (from !== undefined || to !== undefined) {
    errors.push({ pointer: from === undefined ? '?compareTo' : '?compareFrom', reason: 'only against=custom reads it' });
  }
  const possible = comparedWith(asked.unit, asked.current);
  const chosen = possible.find((one) => one.against === against) ?? (against === undefined ? possible[0] : undefined);
  if (chosen === undefined && errors.length === 0) errors.push({ pointer: '?against', reason: 'the period is itself the first of its year' });
  if (errors.length > 0 || chosen === undefined) throw new ProblemError('invalid-input', 'The comparison is not valid.', { errors });
  return { against: chosen.against, period: wholePeriod(asked, chosen.period) };
}

async function contributionsOf(services: Core, asked: AskedNps, query: DriversQuery, { against, period }: Reference): Promise<NpsContributions> {
  const { access, catalogue, unit, filter, until, current } = asked;
  const inFilter = catalogue.journeys.filter(({ id }) => !filter.journeys?.length || filter.journeys.includes(id));
  const important = inFilter.filter((one) => one.important);
  const among = query.among ?? (important.length > 0 ? 'important' : 'all');
  const journeys = (among === 'important' ? important : inFilter).map(({ id }) => id);
  const countsIn = async (from: Day, to: Day): Promise<ReadonlyMap<JourneyId, NpsCounts>> => {
    const rows = from > to ? [] : await services.ports.events.ratings.counts(access, { unit, filter: { ...filter, from, to } });
    return sumBy(rows.map((row) => ({ ...row, period: 0 })), ({ journey }) => journey).get(0) ?? new Map<JourneyId, NpsCounts>();
  };
  const { from } = periodAt(unit, current);
  const [now, before, started] = await Promise.all([countsIn(from, until), countsIn(period.from, period.to < asked.today ? period.to : asked.today), startedBy(services, asked)]);
  const weights = new JourneyWeights(journeys, period.number === ANY_DAYS ? new Map([...started, [ANY_DAYS, startedWithin(unit, started, period)]]) : started);
  const nowParts = weights.parts(current, now);
  const beforeParts = weights.parts(period.number, before);
  const shown = [...asked.periods.filter(({ number }) => number === current), ...(period.number === current ? [] : [period])];
  const told = asked.periods.at(-1);
  const change = changeOf(against, periodTold(period), weights.level(period.number, before), weights.level(current, now));
  const parts = npsContributions(nowParts.map(({ id, part }, index) => ({ id, now: part, before: beforeParts[index]?.part ?? { weight: 0, counts: noRatings() } })));
  return {
    among,
    weighting: weights.told(current, shown, (number: PeriodNumber) => periodAt(unit, number).id),
    now: periodTold(told ?? wholePeriod(asked, current)),
    change,
    ...(change.delta !== undefined && {
      parts: parts.map(({ ids, isOther, before: was, now: is, ...split }) => ({
        ...(!isOther && ids[0] !== undefined && { journey: ids[0] }),
        journeys: ids,
        ...split,
        // Sums of shares may miss 1 by an ulp.
        shareBefore: Math.min(1, split.shareBefore),
        shareNow: Math.min(1, split.shareNow),
        before: figureOf(levelOf(was)),
        now: figureOf(levelOf(is)),
      })),
      mix: parts.reduce((sum, { mix }) => sum + mix, 0),
    }),
  };
}

async function experienceOf({ ports: { events } }: Core, { access, filter, until }: AskedNps): Promise<NpsExperience> {
  const earliest = addDays(until, 1 - EXPERIENCE_DAYS);
  const from = earliest > filter.from ? earliest : filter.from;
  const { ratings, linked, states } = from > until ? { ratings: 0, linked: 0, states: [] } : await events.ratings.experience(access, { ...filter, from, to: until });
  const countsOf = (state: (typeof STATES)[number] | 'active'): NpsCounts => {
    const sum = noRatings();
    for (const one of states) if (one.state === state) addCounts(sum, one);
    return sum;
  };
  const difference = differenceOf(levelOf(countsOf('detoured')), levelOf(countsOf('handed')));
  return {
    from,
    to: until,
    ratings,
    linked,
    ...(ratings > 0 && { linkedShare: linked / ratings }),
    states: STATES.map((state) => ({ state, ...figureOf(levelOf(countsOf(state))) })),
    active: countsOf('active').n,
    ...(difference && { handedAgainstDetoured: difference }),
  };
}
