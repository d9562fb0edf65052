import { tellMissing, type TicketRegistrationRead, type TicketEditRead, type TicketMoveRead } from '#contract';
import {
  type AuditDraft,
  changedFields,
  editTicket,
  type Instant,
  isOpenTicket,
  type Missing,
  missingForEdit,
  missingForTicket,
  moveTicket,
  type Person,
  stampOf,
  type Ticket,
  ticket as ticketSchema,
  type TicketId,
  type TicketMove,
  type TicketMoveContext,
  TICKET_MOVES,
  withMoveFields,
  withWatchers,
  zoneOf,
} from '#model';
import type { Remember } from '../../http/once';
import { ProblemError } from '../../http/problem-error';
import type { Access, LedgerChange } from '../../ports';
import type { Core } from '../core';
import { auditOfTicket } from './audit-of-ticket';
import { changeOf } from './change-of';
import { checkFields } from './check-fields';
import type { EvidenceService } from './evidence-service';

/** Who changes a ticket, and when. */
export interface Asker {
  access: Access;
  person: Person;
  now: Instant;
}

export interface TicketService {
  /** Throws `not-found`. */
  get(access: Access, id: TicketId): Promise<Ticket>;
  register(asker: Asker, body: TicketRegistrationRead, remember: Remember): Promise<Ticket>;
  /** Throws `version-stale` with the ticket as it is, `move-refused` for fields that may not change now, `invalid-input`. */
  edit(asker: Asker, id: TicketId, expected: number, body: TicketEditRead, remember: Remember): Promise<Ticket>;
  /** Throws `version-stale` with the ticket as it is, `move-refused` with what is missing, `invalid-input`. */
  move(asker: Asker, id: TicketId, expected: number, body: TicketMoveRead, remember: Remember): Promise<Ticket>;
  /** What `register` would store as a ticket of a number, once asked for. Throws as it does. */
  drafted(asker: Asker, body: TicketRegistrationRead): Promise<(number: number) => Promise<TicketWrite>>;
  /** What `edit` would store; `undefined` where nothing is another. Throws as it does. */
  edited(asker: Asker, before: Ticket, body: TicketEditRead): Promise<TicketWrite | undefined>;
  remind(asker: Asker, id: TicketId, note: string | undefined, remember: Remember): Promise<Ticket>;
  /** What each move still needs, for whoever asks. */
  moves(ticket: Ticket, asker: Pick<Asker, 'person' | 'now'>): Promise<{ move: TicketMove; allowed: boolean; missing: Missing[] }[]>;
  /** Stores the next version of a ticket. Throws `version-stale` with the ticket as it is when somebody was faster. */
  store(access: Access, before: Ticket, next: Ticket, change: Pick<LedgerChange, 'audit' | 'remember' | 'comments'>): Promise<Ticket>;
}

/** A ticket to store with its audit entry. */
export interface TicketWrite {
  next: Ticket;
  from?: Ticket;
  audit: AuditDraft;
}

/** How often a new ticket asks for the next number when others take it. */
const NUMBER_ATTEMPTS = 20;

export function createTicketService({ ports, ledger, catalogue }: Core, evidence: EvidenceService): TicketService {
  const zone = zoneOf(ports.config.zone);

  const get: TicketService['get'] = async (access, id) => {
    const found = await ports.ledger.ticket(access, id);
    if (found) return found;
    throw new ProblemError('not-found', `There is no ticket "${id}".`);
  };

  const current = async (access: Access, id: TicketId, expected: number): Promise<Ticket> => {
    const found = await get(access, id);
    if (found.version !== expected) throw stale(found);
    return found;
  };

  const store: TicketService['store'] = async (access, before, next, change) => {
    const written = await ledger.write(access, { ...change, tickets: [{ next, expected: before.version, from: before }] });
    if (written.kind === 'stored') return next;
    throw stale((written.kind === 'stale' ? written.ticket : undefined) ?? (await get(access, before.id)));
  };

  const check = async ({ access, now }: Asker, change: Parameters<typeof checkFields>[2], before?: Ticket) => {
    const { catalogue: known } = await catalogue.current();
    await checkFields(ports, { access, catalogue: known, today: zone.dayOf(now) }, change, before);
  };

  const contextOf = async (ticket: Ticket, { person, now }: Pick<Asker, 'person' | 'now'>): Promise<TicketMoveContext> => {
    const read = await evidence.read(ticket, now);
    return { by: { id: person.id, isManager: person.roles.includes('manager') }, now: stampOf(now), today: read.today, touchpoints: read.touchpoints, evidence: read };
  };

  const drafted: TicketService['drafted'] = async (asker, { locus, measure, ...fields }) => {
    const { access, person, now } = asker;
    const change = changeOf(fields, zone.dayOf(now));
    await check(asker, { ...change, locus, measure });
    let baseline: ReturnType<EvidenceService['baseline']> | undefined;
    const at = stampOf(now);
    return async (number) => {
      const next = ticketSchema.parse({
        ...change,
        id: `ZG-${String(number).padStart(4, '0')}`,
        version: 1,
        state: 'registered',
        title: fields.title,
        locus,
        measure,
        registeredAt: at,
        registeredBy: person.id,
        baseline: await (baseline ??= evidence.baseline({ locus, measure }, now)),
        measures: change.measures ?? [],
        effective: change.effective ?? [],
        recurrences: [],
        returns: [],
        supervision: [],
        watchers: withWatchers([person.id, ...(change.owner ? [change.owner] : [])], change.watchers ?? []),
        instances: change.instances ?? [],
        history: [{ state: 'registered', at, by: person.id }],
        updatedAt: at,
      });
      return { next, audit: auditOfTicket(access, 'register', undefined, next) };
    };
  };

  const edited: TicketService['edited'] = async (asker, before, body) => {
    const { access, now } = asker;
    const change = changeOf(body, zone.dayOf(now));
    const refused = missingForEdit(before, change);
    if (refused.length > 0) {
      const errors = refused.map(({ field, missing }) => ({ pointer: `/${field}`, ...tellMissing(missing) }));
      throw new ProblemError('move-refused', `Not everything of ${before.id} can be changed now.`, { errors });
    }
    await check(asker, change, before);
    if (changedFields(before, change).length === 0) return undefined;
    const made = editTicket(before, change, stampOf(now));
    const next = change.locus ? { ...made, baseline: await evidence.baseline(made, now) } : made;
    return { next, from: before, audit: auditOfTicket(access, 'edit', before, next) };
  };

  return {
    get,
    store,
    drafted,
    edited,

    async register(asker, body, remember) {
      const { access } = asker;
      const draft = await drafted(asker, body);
      for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt++) {
        const { next, audit } = await draft(await ports.ledger.nextTicketNumber(access));
        const written = await ledger.write(access, { tickets: [{ next }], audit: [audit], remember: remember(next) });
        if (written.kind === 'stored') return next;
        // `once` answers what was remembered meanwhile.
        if (written.kind === 'repeated') break;
      }
      throw new ProblemError('unavailable', 'Too many tickets are being registered at once. Please try again.');
    },

    async edit(asker, id, expected, body, remember) {
      const { access } = asker;
      const before = await current(access, id, expected);
      const made = await edited(asker, before, body);
      return made ? store(access, before, made.next, { audit: [made.audit], remember: remember(made.next) }) : before;
    },

    async move(asker, id, expected, body, remember) {
      const { access } = asker;
      const before = await current(access, id, expected);
      const brought = withMoveFields(before, body);
      await check(asker, { owner: brought.owner, department: brought.department, due: brought.due, effective: brought.effective }, before);
      const context = await contextOf(brought, asker);
      const result = moveTicket(before, body, context);
      if (result.kind === 'refused') {
        const errors = result.missing.map((one) => ({ pointer: '', ...tellMissing(one) }));
        throw new ProblemError('move-refused', `${id} cannot ${body.move} (yet).`, { errors });
      }
      const next = body.move === 'assign' && result.ticket.owner ? { ...result.ticket, watchers: withWatchers(result.ticket.watchers, [result.ticket.owner]) } : result.ticket;
      const reason = 'reason' in body ? body.reason : undefined;
      const audit = auditOfTicket(access, body.move, before, next, reason);
      // A test that failed stays on record with what it was taken from, although the ticket goes on without.
      const failed = next.returns.length > before.returns.length && next.returns.at(-1)?.evidenceFailed;
      return store(access, before, next, { audit: [failed ? { ...audit, after: { ...audit.after, tested: context.evidence.tested } } : audit], remember: remember(next) });
    },

    async remind({ access, person, now }, id, note, remember) {
      if (!person.roles.includes('manager')) throw new ProblemError('forbidden', 'Only managers remind owners.');
      const before = await get(access, id);
      const missing: Missing[] = [...(isOpenTicket(before) ? [] : [{ code: 'state' as const, params: { state: before.state } }]), ...(before.owner ? [] : [{ code: 'owner-required' as const }])];
      if (missing.length > 0 || !before.owner) throw new ProblemError('move-refused', `Nobody can be reminded of ${id}.`, { errors: missing.map((one) => ({ pointer: '', ...tellMissing(one) })) });
      const at = stampOf(now);
      const entry = { level: 0, at, to: [before.owner], by: person.id, ...(note && { note }) };
      const next: Ticket = { ...before, supervision: [...before.supervision, entry], version: before.version + 1, updatedAt: at };
      return store(access, before, next, { audit: [auditOfTicket(access, 'remind', before, next)], remember: remember(next) });
    },

    async moves(ticket, asker) {
      const context = await contextOf(ticket, asker);
      return TICKET_MOVES.map((move) => {
        const missing = missingForTicket(ticket, move, context);
        return { move, allowed: missing.length === 0, missing };
      });
    },
  };
}

const stale = (current: Ticket): StaleTicket => new StaleTicket(current);

/** Somebody changed the ticket meanwhile; routes tell it as it is to whoever asks. */
export class StaleTicket extends Error {
  constructor(readonly current: Ticket) {
    super(`${current.id} is at version ${current.version} by now.`);
  }
}
