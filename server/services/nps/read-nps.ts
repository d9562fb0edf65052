import type { NpsAnswer, NpsGroup, Reading } from '#contract';
import { type JourneyId, LEAST_RATINGS, type NpsCounts, type PeriodNumber, periodAt, type Person } from '#model';
import type { Core } from '../core';
import { startedBy, startedWithin, sumBy } from './nps-counts';
import { npsGrouping } from './nps-groups';
import { levelOf } from './nps-levels';
import { ANY_DAYS, type AskedNps, npsFilterTold, periodTold } from './nps-question';
import { seriesOf } from './nps-series';
import { npsTickets } from './nps-tickets';
import { JourneyWeights } from './nps-weights';

const NONE: ReadonlyMap<JourneyId, NpsCounts> = new Map();

/** The whole answer about NPS over time. */
export async function readNps(services: Core, asked: AskedNps, { group, person, now }: { group: NpsGroup; person: Person; now: number }): Promise<Omit<NpsAnswer, keyof Reading>> {
  const { access, catalogue, unit, filter, until, reachesBack, custom } = asked;
  const { ratings } = services.ports.events;
  const reaching = { ...filter, from: reachesBack, to: until };
  const key = group === 'touchpoint' || group === 'organisation' || group === 'segment' ? group : undefined;
  const [rows, chosenRows, everStarted, invitedRows, tickets] = await Promise.all([
    reachesBack > until ? [] : ratings.counts(access, { unit, filter: reaching, group: key }),
    custom === undefined || custom.from > custom.counted ? [] : ratings.counts(access, { unit, filter: { ...filter, from: custom.from, to: custom.counted }, group: key }),
    startedBy(services, asked),
    reachesBack > until ? [] : ratings.invited(access, { unit, filter: reaching }),
    npsTickets(services, asked, person, now),
  ]);
  const inFilter = catalogue.journeys.filter(({ id }) => !filter.journeys?.length || filter.journeys.includes(id));
  const isKnown = new Set(inFilter.map(({ id }) => id));
  // Chosen days are a period of their own, beside those they lie in.
  const started = custom === undefined ? everStarted : new Map([...everStarted, [ANY_DAYS, everStarted.get(custom.number) ?? startedWithin(unit, everStarted, custom)]]);
  const known = [...rows, ...chosenRows.map((row) => ({ ...row, period: ANY_DAYS }))].filter(({ journey }) => isKnown.has(journey));
  const byJourney = sumBy(known, ({ journey }) => journey);
  const nameOf = (period: PeriodNumber) => periodAt(unit, period).id;

  // Invitations know nothing but journeys and days.
  const tellsInvited = filter.organisation === undefined && filter.segment === undefined && !filter.touchpoints?.length;
  const invitedOf = (journeys: readonly JourneyId[]) => {
    if (!tellsInvited) return undefined;
    const sums = new Map<PeriodNumber, number>();
    for (const { period, journey, invited } of invitedRows) if (journeys.includes(journey)) sums.set(period, (sums.get(period) ?? 0) + invited);
    return (period: PeriodNumber) => sums.get(period);
  };
  const together = (id: string, journeys: readonly JourneyId[]) => {
    const weights = new JourneyWeights(journeys, started);
    return seriesOf(asked, {
      id,
      level: (period) => weights.level(period, byJourney.get(period) ?? NONE),
      invited: invitedOf(journeys),
      weighting: weights.told(asked.current, asked.periods, nameOf),
    });
  };
  const series = () => {
    if (group === 'none') return [];
    const { nameOf: groupOf, names } = npsGrouping(group, catalogue, filter.organisation);
    const byName = sumBy(known, groupOf);
    const has = new Set([...byName.values()].flatMap((named) => [...named.keys()]));
    return names
      .filter((name) => has.has(name))
      .map((id) => {
        const journey = group === 'journey' ? inFilter.find((one) => one.id === id) : undefined;
        return seriesOf(asked, {
          id,
          level: (period) => levelOf(byName.get(period)?.get(id)),
          invited: journey && invitedOf([journey.id]),
          weighting: { by: 'ratings' },
          target: journey?.npsTarget,
        });
      });
  };
  const important = inFilter.filter((one) => one.important).map(({ id }) => id);
  return {
    programme: asked.programme,
    by: unit,
    group,
    filter: npsFilterTold(asked),
    least: LEAST_RATINGS,
    periods: asked.periods.map(periodTold),
    series: series(),
    ...(important.length > 0 && { important: together('important', important) }),
    all: together('all', inFilter.map(({ id }) => id)),
    tickets,
  };
}
