import { bulkAnswer, type bulkBody } from '#contract';
import { type AuditDraft, canonicalJson, changedFields, day, departmentId, editTicket, type Missing, missingForEdit, personId, stamp, stampOf, type Ticket, ticketId, zoneOf } from '#model';
import { z } from 'zod';
import type { Remember } from '../../http/once';
import { ProblemError } from '../../http/problem-error';
import { type LedgerChange, systemAccess } from '../../ports';
import type { Core } from '../core';
import { actorText } from '../ledger-writer';
import { auditOfTicket } from './audit-of-ticket';
import { changeOf } from './change-of';
import { checkFields } from './check-fields';
import { ticketAsker, ticketQuestion } from './ticket-question';
import type { Asker } from './ticket-service';

/** What came of a bulk action. */
export const bulkResult = bulkAnswer.omit({ asOf: true, revision: true, zone: true });
type BulkResult = z.output<typeof bulkResult>;

export interface BulkService {
  /** Sets fields of exactly the tickets of a filter, all in one write. Throws `count-changed` with the number there are now. */
  set(asker: Asker, body: z.output<typeof bulkBody>, remember: Remember): Promise<BulkResult>;
  /** Puts back what an action set, on tickets that nobody changed since. It is an action of its own, and can be undone too. */
  undo(asker: Asker, id: string, remember: Remember): Promise<BulkResult>;
}

const fieldsBefore = z.object({ owner: personId.nullable(), department: departmentId.nullable(), due: day.nullable(), watchers: z.array(personId) }).partial();
type FieldsBefore = z.output<typeof fieldsBefore>;

/** What is kept of an action: which version it made of each ticket, and what stood there before. */
const keptTicket = z.object({ id: ticketId, version: z.int(), before: fieldsBefore });
type KeptTicket = z.output<typeof keptTicket>;
const kept = z.object({ by: personId, at: stamp, tickets: z.array(z.unknown()) });
type Kept = Omit<z.output<typeof kept>, 'tickets'> & { tickets: KeptTicket[] };

/** One ticket as an action changes it. Made while tickets are read, which lets others have the thread again and again. */
interface Edit {
  before: Ticket;
  next: Ticket;
  audit: AuditDraft;
  kept: KeptTicket;
}

/** Tickets that an undo reads at once. */
const TOGETHER = 500;
/** How often all is read again when a ticket changes in between. */
const ATTEMPTS = 5;
const system = systemAccess('bulk');
const nameOf = (id: string): string => `bulk:${id}`;

export function createBulkService({ ports, ledger, catalogue }: Core): BulkService {
  const zone = zoneOf(ports.config.zone);

  /** Stores all at once; `false` when a ticket changed in between. */
  const store = async ({ access, person, now }: Asker, action: string, edits: readonly Edit[], result: BulkResult, about: Record<string, unknown>, remember: Remember) => {
    const body: Kept = { by: person.id, at: stampOf(now), tickets: edits.map((one) => one.kept) };
    const change: LedgerChange = {
      tickets: edits.map(({ before, next }) => ({ next, expected: before.version, from: before })),
      documents: [{ name: nameOf(result.id), body }],
      audit: [
        { at: body.at, actor: actorText(access.actor), subject: { kind: 'ticket', id: nameOf(result.id) }, action, after: { ...about, changed: result.changed, refused: result.refused.length } },
        ...edits.map(({ audit }) => audit),
      ],
      remember: remember(result),
    };
    const written = await ledger.write(access, change);
    return written.kind === 'stored';
  };

  const editOf = ({ access }: Asker, action: string, before: Ticket, next: Ticket): Edit => ({
    before,
    next,
    audit: auditOfTicket(access, action, before, next),
    kept: { id: next.id, version: next.version, before: earlier(before, next) },
  });

  return {
    async set(asker, { filter, expected, set }, remember) {
      const { access, person, now } = asker;
      const change = changeOf(set, zone.dayOf(now));
      await checkFields(ports, { access, catalogue: (await catalogue.current()).catalogue, today: zone.dayOf(now) }, change);
      const question = { ...ticketQuestion(filter, ticketAsker(person, zone, now)), sort: 'id' } as const;
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const refused: BulkResult['refused'] = [];
        const edits: Edit[] = [];
        let selected = 0;
        for await (const before of ports.ledger.eachTicket(access, question)) {
          selected++;
          const missing = missingForEdit(before, change).map((one) => one.missing);
          if (missing.length > 0) refused.push({ id: before.id, missing: distinct(missing) });
          else if (changedFields(before, change).length > 0) edits.push(editOf(asker, 'bulk', before, editTicket(before, change, stampOf(now))));
        }
        if (selected !== expected) throw new ProblemError('count-changed', `There are ${selected} tickets by now, not ${expected}.`, { current: selected });
        const result: BulkResult = { id: crypto.randomUUID(), changed: edits.length, refused };
        if (await store(asker, 'bulk', edits, result, { filter, set }, remember)) return result;
      }
      throw new ProblemError('unavailable', 'The tickets keep changing. Please try again.');
    },

    async undo(asker, id, remember) {
      const { access, person, now } = asker;
      const { body } = await ports.ledger.document(system, nameOf(id));
      if (body === undefined) throw new ProblemError('not-found', `There is no bulk action "${id}".`);
      const action = kept.parse(body);
      if (action.by !== person.id && !person.roles.includes('manager')) throw new ProblemError('forbidden', 'A bulk action is undone by who did it, or by a manager.');
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const refused: BulkResult['refused'] = [];
        const edits: Edit[] = [];
        for (let from = 0; from < action.tickets.length; from += TOGETHER) {
          const part = new Map(action.tickets.slice(from, from + TOGETHER).map((one) => keptTicket.parse(one)).map((one) => [one.id, one]));
          for await (const before of ports.ledger.eachTicket(access, { ids: [...part.keys()], asker: ticketAsker(person, zone, now), sort: 'id' })) {
            const was = part.get(before.id);
            if (was?.version !== before.version) continue;
            part.delete(before.id);
            edits.push(editOf(asker, 'undo', before, { ...before, ...changeOf(was.before, zone.dayOf(now)), version: before.version + 1, updatedAt: stampOf(now) }));
          }
          // Others are another version by now, or gone.
          for (const changed of part.keys()) refused.push({ id: changed, missing: [{ code: 'changed-since' }] });
        }
        const result: BulkResult = { id: crypto.randomUUID(), changed: edits.length, refused };
        if (await store(asker, 'undo', edits, result, { undoes: nameOf(id) }, remember)) return result;
      }
      throw new ProblemError('unavailable', 'The tickets keep changing. Please try again.');
    },
  };
}

/** What stood in the fields that an edit changed; `null` where nothing did. */
function earlier({ owner, department, due, watchers }: Ticket, next: Ticket): FieldsBefore {
  const isChanged = (field: keyof FieldsBefore, was: unknown) => canonicalJson(next[field] ?? null) !== canonicalJson(was ?? null);
  return {
    ...(isChanged('owner', owner) && { owner: owner ?? null }),
    ...(isChanged('department', department) && { department: department ?? null }),
    ...(isChanged('due', due) && { due: due ?? null }),
    ...(isChanged('watchers', watchers) && { watchers }),
  };
}

const distinct = (missing: readonly Missing[]): Missing[] => missing.filter(({ code }, index) => missing.findIndex((one) => one.code === code) === index);
