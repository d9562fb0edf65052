import { ticketAnswer, type TicketTold } from '#contract';
import { addDays, type Day, department, person, type TicketId } from '#model';
import { systemAccess } from '../ports';
import { loanEvent } from './loan-events';
import { smallCatalogue } from './small-catalogue';
import type { Stores } from '../node/open-stores';
import { testApp, type TestApp } from './test-app';

/** Two managers and two owners of one department at headquarters, and a manager in Beijing. */
const PEOPLE = [
  { id: 'boss', name: { zh: '经理' }, department: 'cx', roles: ['manager'] },
  { id: 'head', name: { zh: '主管' }, department: 'it', organisation: 'bj', roles: ['manager', 'owner'] },
  { id: 'ann', name: { zh: '安' }, department: 'it', roles: ['owner'] },
  { id: 'bob', name: { zh: '宝' }, department: 'it', roles: ['owner'] },
  { id: 'beijing', name: { zh: '京' }, department: 'cx', organisation: 'bj', roles: ['operator'] },
].map((one) => person.parse(one));
const DEPARTMENTS = ['cx', 'it'].map((id) => department.parse({ id, name: { zh: id } }));

/** The loan journey with people to work on its tickets. */
export async function ledgerApp(open?: () => Promise<Stores>): Promise<TestApp> {
  const app = await testApp({ catalogue: smallCatalogue, ...(open && { stores: await open() }) });
  await app.ports.desk.replacePeople(systemAccess('test'), PEOPLE, DEPARTMENTS);
  return app;
}

/** Who asks, of which version, with which key. */
export const as = (who: string, version?: number, key?: string) => ({
  headers: { 'x-acting-as': who, ...(version !== undefined && { 'if-match': `"${version}"` }), ...(key !== undefined && { 'idempotency-key': key }) },
});

export const ticketOf = (answer: unknown): TicketTold => ticketAnswer.parse(answer).ticket;

/** Moves a ticket from the version it has, and answers it. Throws with the problem when it is refused. */
export async function move(app: TestApp, who: string, id: TicketId | string, body: { move: string } & Record<string, unknown>): Promise<TicketTold> {
  const { version } = ticketOf(await app.json(`/api/v1/tickets/${id}`, as(who)));
  return ticketOf(await app.json(`/api/v1/tickets/${id}/moves`, { ...as(who, version), json: body }));
}

type LoanEvent = ReturnType<typeof loanEvent>;
let worlds = 0;

/** Loans that start on each of so many days, `perDay` a day, of which `share` break at the quote on `touchpoint`; all are paid in the end. */
export function loanDays({ from, days, perDay, share, touchpoint = 'app' }: { from: Day; days: number; perDay: number; share: number; touchpoint?: string }): LoanEvent[] {
  const world = ++worlds;
  const events: LoanEvent[] = [];
  let owed = 0;
  for (let index = 0; index < days; index++) {
    const day = addDays(from, index);
    // So many that the share is kept over the days, whatever a day's rounding.
    owed += perDay * share;
    const broken = Math.floor(owed + 1e-9);
    owed -= broken;
    for (let loan = 0; loan < perDay; loan++) {
      const id = `w${world}-${day}-${loan}`;
      events.push(
        loanEvent(id, ['quote', touchpoint, loan < broken ? 'limited' : 'done'], `${day}T10:00:00`, loan < broken ? { reason: 'over-limit' } : {}),
        loanEvent(id, ['paid', touchpoint, 'done'], `${day}T10:05:00`),
      );
    }
  }
  return events;
}

/** Sends events in bodies that the API takes. */
export async function postEvents(app: TestApp, events: readonly LoanEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += 5_000) await app.json('/api/v1/events', { json: events.slice(at, at + 5_000) });
}
