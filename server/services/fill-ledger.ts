import { addDays, DAY, type Instant, isOpenTicket, type Person, type PersonId, type Ticket, ticketMeasure, type TicketMeasure, zoneOf } from '#model';
import { ticketEdit, ticketMoveBody, type TicketMoveRead, ticketRegistration } from '#contract';
import { ProblemError } from '../http/problem-error';
import { accessOf, everybody } from './acting';
import type { Services } from './services';
import { superviseTickets } from './tickets/supervise';
import { tellTests } from './tickets/tell-tests';
import { watchRecurrences } from './tickets/watch-recurrences';

/** One ticket's past as it is told: days are YYYY-MM-DD, people and places are ids. */
export interface ToldTicket {
  title: string;
  description?: string | undefined;
  important?: boolean | undefined;
  locus: object;
  measure?: string | undefined;
  registered: { by: string; on: string };
  complaint?: object | undefined;
  assigned?: { by: string; on: string; owner: string; department: string; due: string; target?: number | undefined; share?: number | undefined } | undefined;
  measures: readonly { title: string; system: string; owner?: string | undefined; due?: string | undefined; done?: string | undefined }[];
  started?: string | undefined;
  effective: readonly { touchpoint: string; day: string }[];
  submitted?: string | undefined;
  closer?: string | undefined;
  waived?: { by: string; on: string; reason: string } | undefined;
  returned?: { by: string; on: string; reason: string } | undefined;
  again?: { by: string; on: string; due: string; measures: ToldTicket['measures']; effective: ToldTicket['effective']; submitted: string } | undefined;
  said?: readonly { by: string; on: string; text: string; mentions?: readonly string[] }[] | undefined;
}

/** Something that happens to a ticket on a day. */
interface Turn {
  at: Instant;
  of: Played;
  by: string;
  play: (asked: Asked, ticket: Ticket | undefined) => Promise<Ticket | undefined>;
}

interface Played {
  told: ToldTicket;
  ticket?: Ticket | undefined;
  /** The due day, and how often it had come back, that reminders are planned for. */
  reminded?: string;
}

type Asked = Parameters<Services['tickets']['register']>[0];

/** Half past nine; every turn of a day a few minutes after the one before it. */
const OFFICE_OPENS_MS = 9.5 * 3_600_000;
const BETWEEN_TURNS_MS = 7 * 60_000;
/** All levels of 督办 are told within so many days, holidays among them. */
const REMINDED_DAYS = 21;
const nothingToRemember = () => undefined;

/**
 * Tells the past of a ledger to the product's own services, in the order of time and with the clock of each day, so that every baseline,
 * guard, test and verdict in it is the product's own. A move that its guards refuse does not happen, and the ticket stays where it is.
 *
 * @param until what lies after it has not happened
 */
export async function fillLedger(services: Services, stories: readonly ToldTicket[], until: Instant, onProgress: (text: string) => void = () => {}): Promise<void> {
  const zone = zoneOf(services.ports.config.zone);
  const people = new Map<string, Person>((await everybody(services.ports.desk)).map((person) => [person.id, person]));
  const { catalogue } = await services.catalogue.current();
  const timeOf = (day: string) => zone.startOf(day) + OFFICE_OPENS_MS;
  const turns = stories.flatMap((told) => turnsOf(services, { told }, timeOf));

  let latest = -Infinity;
  for (let played = 0; turns.length > 0; played++) {
    turns.sort((a, b) => a.at - b.at);
    const turn = turns.shift();
    if (!turn || turn.at > until) break;
    const person = people.get(turn.by);
    if (!person) throw new Error(`Failed to fill the ledger: there is no person "${turn.by}".`);
    const now = (latest = Math.min(until, Math.max(turn.at, latest + BETWEEN_TURNS_MS)));
    const before = turn.of.ticket;
    turn.of.ticket = await unlessRefused(() => turn.play({ access: accessOf(person, catalogue.organisations), person, now }, before), before);
    const after = turn.of.ticket;
    if (after) turns.push(...(await follows(services, turn.of, before, after, { now, until, timeOf })));
    if (played % 20 === 0) onProgress(`${played} moves of its ledger`);
  }
}

/** What comes by itself of a turn: the test day, the day on which a break that came back is noticed, and reminders of what is late. */
async function follows(services: Services, of: Played, before: Ticket | undefined, after: Ticket, { now, until, timeOf }: { now: Instant; until: Instant; timeOf: (day: string) => Instant }): Promise<Turn[]> {
  const { closer, registered } = of.told;
  const found: Turn[] = [];
  if (after.state === 'verifying' && before?.state !== 'verifying' && after.plan && !after.plan.tooLong) {
    const at = timeOf(after.plan.testDay);
    // One that came back is not closed again: it waits for whoever looks at the ledger.
    found.push(closer === undefined || after.recurrences.length > 0 ? byItself(of, at, registered.by, services, (day, id) => tellTests(services, services.evidence, day, [id])) : closing(services, of, at, closer));
  }
  if (after.state === 'closed' && before?.state !== 'closed') {
    const raisedOn = (await services.evidence.watch(after, until))?.raisedOn;
    if (raisedOn !== undefined) found.push(byItself(of, timeOf(addDays(raisedOn, 1)), registered.by, services, (day) => watchRecurrences(services, services.evidence, day)));
  }
  const reminded = `${after.due}/${after.recurrences.length}`;
  if (after.due !== undefined && isOpenTicket(after) && of.reminded !== reminded) {
    of.reminded = reminded;
    const first = Math.max(timeOf(addDays(after.due, 1)), now + DAY);
    for (let day = 0; day < REMINDED_DAYS; day++) {
      found.push(byItself(of, first + day * DAY, registered.by, services, (then, id) => superviseTickets(services, services.handoffSettings, then, [id])));
    }
  }
  return found;
}

/** As the jobs of a running server do at the beginning of a day. `run` answers how many tickets it wrote to. */
const byItself = (of: Played, at: Instant, by: string, { tickets }: Services, run: (now: Instant, id: Ticket['id']) => Promise<number>): Turn => ({
  of,
  by,
  at,
  play: async ({ access, now }, ticket) => (ticket && (await run(now, ticket.id)) > 0 ? tickets.get(access, ticket.id) : ticket),
});

function turnsOf(services: Services, of: Played, timeOf: (day: string) => Instant): Turn[] {
  const { tickets, ticketParts } = services;
  const { told } = of;
  const move = (by: string, day: string, body: (ticket: Ticket) => unknown): Turn => ({
    of,
    by,
    at: timeOf(day),
    play: async (asked, ticket) => ticket && tickets.move(asked, ticket.id, ticket.version, ticketMoveBody.parse(body(ticket)), nothingToRemember),
  });
  const edit = (by: string, day: string, body: (ticket: Ticket) => unknown): Turn => ({
    of,
    by,
    at: timeOf(day),
    play: async (asked, ticket) => ticket && tickets.edit(asked, ticket.id, ticket.version, ticketEdit.parse(body(ticket)), nothingToRemember),
  });
  const owner = told.assigned?.owner ?? told.registered.by;
  const planned = told.measures.map((one, index): TicketMeasure => ticketMeasure.parse({ id: `m${index + 1}`, title: one.title, system: one.system, owner: one.owner, due: one.due, state: 'planned' }));
  const turns: Turn[] = [
    {
      of,
      by: told.registered.by,
      at: timeOf(told.registered.on),
      play: (asked) => {
        const { title, description, important, locus, measure, complaint } = told;
        return tickets.register(asked, ticketRegistration.parse({ title, description, important, locus, measure, complaint }), nothingToRemember);
      },
    },
  ];
  const { assigned } = told;
  if (assigned) turns.push(move(assigned.by, assigned.on, () => ({ move: 'assign', owner: assigned.owner, department: assigned.department, due: assigned.due, target: assigned.target })));
  if (assigned && planned.length > 0) turns.push(edit(owner, assigned.on, () => ({ measures: planned })));
  if (told.started !== undefined) turns.push(move(owner, told.started, () => ({ move: 'start' })));
  for (const [index, one] of told.measures.entries()) {
    const { done } = one;
    if (done !== undefined) turns.push(edit(one.owner ?? owner, done, ({ measures }) => ({ measures: measures.map((measure) => (measure.id === `m${index + 1}` ? { ...measure, state: 'done', doneOn: done } : measure)) })));
  }
  for (const { touchpoint, day } of told.effective) {
    turns.push(edit(owner, day, ({ effective }) => ({ effective: [...effective.filter((one) => one.touchpoint !== touchpoint), { touchpoint, day }] })));
  }
  if (told.submitted !== undefined) turns.push(submission(services, of, owner, timeOf(told.submitted)));
  const { again } = told;
  if (again) {
    const more = again.measures.map((one, index): TicketMeasure => ticketMeasure.parse({ id: `n${index + 1}`, title: one.title, system: one.system, owner: one.owner, due: one.due, state: 'planned' }));
    turns.push(edit(again.by, again.on, ({ measures }) => ({ due: again.due, measures: [...measures, ...more] })));
    const [first] = again.effective;
    if (first) {
      turns.push(
        edit(owner, first.day, ({ measures }) => ({ effective: again.effective, measures: measures.map((one) => (more.some(({ id }) => id === one.id) ? { ...one, state: 'done', doneOn: first.day } : one)) })),
        submission(services, of, owner, timeOf(again.submitted)),
      );
    }
  }
  if (told.returned) turns.push(move(told.returned.by, told.returned.on, () => ({ move: 'return', reason: told.returned?.reason })), move(owner, told.returned.on, () => ({ move: 'start' })));
  if (told.waived) turns.push(move(told.waived.by, told.waived.on, () => ({ move: 'waive', reason: told.waived?.reason })));
  for (const { by, on, text, mentions = [] } of told.said ?? []) {
    turns.push({
      of,
      by,
      at: timeOf(on),
      play: async (asked, ticket) => {
        if (!ticket) return undefined;
        await ticketParts.comment(asked, ticket.id, { text, mentions: mentions as PersonId[] }, nothingToRemember);
        return tickets.get(asked.access, ticket.id);
      },
    });
  }
  return turns;
}

/**
 * Submits as an owner does who reads what the button says: touchpoints without a date get the last one, as the last to follow, a target that
 * is a share is taken from the baseline that the plan will have, and one too small to be shown in 60 days is raised to the least that can.
 */
const submission = ({ tickets, evidence }: Services, of: Played, by: string, at: Instant): Turn => ({
  of,
  by,
  at,
  play: async (asked, submitted) => {
    if (!submitted) return undefined;
    const missing = async (ticket: Ticket) => (await tickets.moves(ticket, asked)).find(({ move }) => move === 'submit')?.missing ?? [];
    const last = submitted.effective.map(({ day }) => day).toSorted().at(-1);
    const without = (await missing(submitted)).flatMap(({ code, params }) => (code === 'effective-required' ? String(params?.touchpoints ?? '').split(',').filter(Boolean) : []));
    const effective = [...submitted.effective, ...(last === undefined ? [] : without.map((touchpoint) => ({ touchpoint, day: last })))];
    let ticket = await tickets.edit(asked, submitted.id, submitted.version, ticketEdit.parse({ effective }), nothingToRemember);
    const { plan } = await evidence.read(ticket, asked.now);
    const { share } = of.told.assigned ?? {};
    if (share !== undefined && plan && !('refused' in plan)) {
      ticket = await tickets.edit(asked, ticket.id, ticket.version, ticketEdit.parse({ target: inThousandths(share * plan.baselineRate) }), nothingToRemember);
    }
    const least = (await missing(ticket)).find(({ code }) => code === 'test-too-long')?.params?.target;
    if (least !== undefined) {
      ticket = await tickets.edit(asked, ticket.id, ticket.version, ticketEdit.parse({ target: inThousandths(Number(least)) }), nothingToRemember);
    }
    return tickets.move(asked, ticket.id, ticket.version, { move: 'submit' }, nothingToRemember);
  },
});

/** Never less than told. */
const inThousandths = (target: number): number => Math.ceil(target * 1_000) / 1_000;

/** On the test day: closed when the evidence passes, otherwise sent back for another measure. */
const closing = ({ tickets }: Services, of: Played, at: Instant, by: string): Turn => ({
  of,
  by,
  at,
  play: async (asked, ticket) => {
    if (!ticket) return undefined;
    const close = (await tickets.moves(ticket, asked)).find(({ move }) => move === 'close');
    const input: TicketMoveRead = close?.allowed ? { move: 'close' } : { move: 'return', reason: '检验未通过，请看证据后补充措施。' };
    return tickets.move(asked, ticket.id, ticket.version, input, nothingToRemember);
  },
});

async function unlessRefused(play: () => Promise<Ticket | undefined>, before: Ticket | undefined): Promise<Ticket | undefined> {
  try {
    return await play();
  } catch (error) {
    if (error instanceof ProblemError && (error.code === 'move-refused' || error.code === 'invalid-input')) return before;
    throw error;
  }
}
