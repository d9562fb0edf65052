import type { NpsTicket } from '#contract';
import { addCounts, addDays, type Day, daysBetween, noRatings, type Person, type RatingFilter, type Ticket, zoneOf } from '#model';
import type { Core } from '../core';
import { ticketAsker } from '../tickets/ticket-question';
import { differenceOf, figureOf, levelOf, type NpsLevel } from './nps-levels';
import type { AskedNps } from './nps-question';

/** At most so many days on either side of a fix. */
const WINDOW_DAYS = 90;
/** The newest ones; more marks would be no chart. */
const MOST_TICKETS = 50;

/** Tickets of the filter that became effective and were closed in it, with the NPS of their locus before and after; oldest first. */
export async function npsTickets(services: Core, asked: AskedNps, person: Person, now: number): Promise<NpsTicket[]> {
  const { ledger, config } = services.ports;
  const { access, filter } = asked;
  const zone = zoneOf(config.zone);
  const found: { ticket: Ticket; first: Day; last: Day; closedOn: Day }[] = [];
  for await (const ticket of ledger.eachTicket(access, { states: ['closed'], sort: 'id', asker: ticketAsker(person, zone, now) })) {
    const { locus, effective, closedAt } = ticket;
    const days = effective.map(({ day }) => day).toSorted();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined || closedAt === undefined) continue;
    const closedOn = zone.dayOf(Date.parse(closedAt));
    if (last < filter.from || last > filter.to || closedOn < filter.from || closedOn > filter.to) continue;
    if (filter.journeys?.length && !filter.journeys.includes(locus.journey)) continue;
    if (filter.touchpoints?.length && locus.touchpoint !== undefined && !filter.touchpoints.includes(locus.touchpoint)) continue;
    found.push({ ticket, first, last, closedOn });
  }
  const newest = found.toSorted((a, b) => (a.last < b.last ? -1 : 1)).slice(-MOST_TICKETS);
  return Promise.all(newest.map((one) => told(services, asked, one)));
}

async function told({ ports: { events } }: Core, { access, filter, until }: AskedNps, { ticket, first, last, closedOn }: { ticket: Ticket; first: Day; last: Day; closedOn: Day }): Promise<NpsTicket> {
  const { id, title, state, locus, evidence } = ticket;
  const days = Math.min(WINDOW_DAYS, Math.max(0, daysBetween(last, until)));
  const levelIn = async (from: Day, to: Day): Promise<NpsLevel> => {
    const here: RatingFilter = { ...filter, journeys: [locus.journey], touchpoints: locus.touchpoint === undefined ? filter.touchpoints : [locus.touchpoint], from, to };
    const sum = noRatings();
    if (from <= to) for (const row of await events.ratings.counts(access, { unit: 'month', filter: here })) addCounts(sum, row);
    return levelOf(sum);
  };
  const windows = { before: { from: addDays(first, -days), to: addDays(first, -1) }, after: { from: addDays(last, 1), to: addDays(last, days) } };
  const [before, after] = await Promise.all([levelIn(windows.before.from, windows.before.to), levelIn(windows.after.from, windows.after.to)]);
  const { baseline, after: fixed, passed = false } = evidence?.verdict ?? {};
  const difference = differenceOf(before, after);
  return {
    id,
    title,
    state,
    locus,
    at: { journey: locus.journey, ...(locus.touchpoint !== undefined && { touchpoint: locus.touchpoint }) },
    day: last,
    closedOn,
    before: { ...figureOf(before), ...windows.before },
    after: { ...figureOf(after), ...windows.after },
    ...difference,
    ...(baseline?.rate !== undefined && fixed?.rate !== undefined && { evidence: { before: baseline.rate, after: fixed.rate, passed } }),
  };
}
