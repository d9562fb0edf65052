import { businessDays, type Instant, levelsToTell, type Organisation, type Person, personId, stampOf, type SupervisionLevel, type Ticket, type TicketId, weekEnd, zoneOf } from '#model';
import { systemAccess, type TicketAsker } from '../../ports';
import { everybody } from '../acting';
import type { Core } from '../core';
import type { HandoffSettings } from '../handoff-settings';
import { auditOfTicket } from './audit-of-ticket';

const access = systemAccess('supervision');
/** Nobody's own: the system asks. */
const nobody = personId.parse('system');

/** Of days, for questions that the system asks. */
export const systemAsker = (today: string): TicketAsker => ({ me: nobody, isManager: false, today, weekEnds: weekEnd(today) });

/** Tickets that are written together. */
const TOGETHER = 200;

/**
 * 督办: tells each level once for each due day that a ticket is late; what was missed while no server ran is made up for. Safe to run twice: what was told
 * stands in the ticket. @param ids looks at these tickets alone @returns how many tickets it wrote to
 */
export async function superviseTickets({ ports, ledger, catalogue }: Core, settings: HandoffSettings, now: Instant, ids?: readonly TicketId[]): Promise<number> {
  const today = zoneOf(ports.config.zone).dayOf(now);
  const calendar = businessDays((await settings.calendar()).setting);
  const people = await everybody(ports.desk);
  const { organisations } = (await catalogue.current()).catalogue;
  const at = stampOf(now);

  const write = async (edits: readonly { before: Ticket; next: Ticket }[]): Promise<number> => {
    if (edits.length === 0) return 0;
    const written = await ledger.write(access, {
      tickets: edits.map(({ before, next }) => ({ next, expected: before.version, from: before })),
      audit: edits.map(({ before, next }) => auditOfTicket(access, 'supervise', before, next)),
    });
    if (written.kind === 'stored') return edits.length;
    // One of them changed meanwhile: the next run looks at that one again.
    if (edits.length === 1) return 0;
    let told = 0;
    for (const one of edits) told += await write([one]);
    return told;
  };

  let told = 0;
  let edits: { before: Ticket; next: Ticket }[] = [];
  for await (const before of ports.ledger.eachTicket(access, { due: 'late', ids, asker: systemAsker(today), sort: 'id' })) {
    const levels = levelsToTell(before, today, calendar);
    if (levels.length === 0) continue;
    const entries = levels.map((level) => ({ level, at, to: recipients(level, before, people, organisations), due: before.due }));
    edits.push({ before, next: { ...before, supervision: [...before.supervision, ...entries], version: before.version + 1, updatedAt: at } });
    if (edits.length < TOGETHER) continue;
    told += await write(edits);
    edits = [];
  }
  return told + (await write(edits));
}

/** Whom a level tells: the owner (else who registered it); the managers of its department; the managers at headquarters. Without any, those of the next. */
function recipients(level: SupervisionLevel, { owner, registeredBy, department }: Ticket, people: readonly Person[], organisations: readonly Organisation[]): Person['id'][] {
  const managers = people.filter(({ roles }) => roles.includes('manager'));
  const isTop = ({ organisation }: Person) => organisation === undefined || organisations.find(({ id }) => id === organisation)?.parent === undefined;
  const levels = [[owner ?? registeredBy].filter((id) => id !== undefined), managers.filter((one) => one.department === department).map(({ id }) => id), managers.filter(isTop).map(({ id }) => id)];
  return levels.slice(level - 1).find((ids) => ids.length > 0) ?? [];
}
