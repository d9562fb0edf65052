import { type TicketTold, ticketTold } from '#contract';
import { ApiError, failureOf } from '#api';
import type { EditableField } from './editable-field';
import { conflictsOf, editOf, type FieldConflict, type PendingEdit, rebased, type TicketPatch, withEdits } from './edits';

/** What becomes of edits: all there, on their way, waiting for the network, in conflict, or refused. */
export type EditsState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'waiting'; count: number }
  | { kind: 'conflict'; conflicts: FieldConflict[]; current: TicketTold }
  | { kind: 'refused'; detail: string };

export interface Queued {
  edits: readonly PendingEdit[];
  state: EditsState;
  /** The ticket as the last edit that arrived made it: the page may hear of it a moment after the edit has left the queue. */
  arrived?: TicketTold;
}

/** What is on screen: the newest that is known of the ticket, with the edits that are still on their way. */
export function shownOf(ticket: TicketTold, { edits, arrived }: Queued): TicketTold {
  const isBehind = arrived !== undefined && arrived.registeredAt === ticket.registeredAt && arrived.version > ticket.version;
  return withEdits(isBehind ? arrived : ticket, edits);
}

export interface EditQueueOptions {
  /** The ticket as the page last heard of it. */
  held: () => TicketTold;
  /** Tells the page of a newer one. */
  keep: (ticket: TicketTold) => void;
  /** Sends an edit of a version. @returns what it made of the ticket @throws ApiError */
  send: (version: number, edit: PendingEdit) => Promise<TicketTold>;
  /** Remembers what has not arrived, over a reload. */
  store: (edits: readonly PendingEdit[]) => void;
  stored: readonly PendingEdit[];
  newKey: () => string;
}

/**
 * Edits of a ticket on their way to the server, one after the other, each with the version it was made on. Those that cannot get through
 * wait; one that clashes with somebody else's edit of the same field stops the rest until a person has looked at both.
 */
export class EditQueue {
  readonly #options: EditQueueOptions;
  readonly #listeners = new Set<() => void>();
  #queued: Queued;
  #sending = false;

  constructor(options: EditQueueOptions) {
    this.#options = options;
    this.#queued = { edits: options.stored, state: options.stored.length > 0 ? { kind: 'saving' } : { kind: 'saved' } };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object while nothing changes. */
  readonly snapshot = (): Queued => this.#queued;

  /** Takes an edit of the ticket as it is on screen; `seen`: what stood there when somebody began to write it, if that was earlier. */
  readonly edit = (patch: TicketPatch | ((shown: TicketTold) => TicketPatch), seen?: TicketPatch): void => {
    const shown = shownOf(this.#options.held(), this.#queued);
    const made = editOf(this.#options.newKey(), shown, typeof patch === 'function' ? patch(shown) : patch, seen);
    if (!made) return;
    this.#set([...this.#queued.edits, made], this.#queued.state.kind === 'saved' ? { kind: 'saving' } : this.#queued.state);
    void this.flush();
  };

  /** Sends what waits; does nothing while a person has to decide. */
  readonly flush = async (): Promise<void> => {
    if (this.#sending || this.#queued.state.kind === 'conflict' || this.#queued.state.kind === 'refused') return;
    this.#sending = true;
    try {
      for (let edit = this.#queued.edits[0]; edit; edit = this.#queued.edits[0]) {
        if (!(await this.#arrives(edit))) return;
      }
    } finally {
      this.#sending = false;
    }
  };

  /** After a conflict: which of the clashing fields are kept as they were typed here. */
  readonly resolve = (keepMine: ReadonlySet<EditableField>): void => {
    const [first, ...rest] = this.#queued.edits;
    const { state } = this.#queued;
    if (!first || state.kind !== 'conflict') return;
    // On top of the version they were shown: what changed after that is a conflict of its own.
    const wanted = rebased(first, state.current, this.#options.newKey, (field) => keepMine.has(field));
    this.#go([...(wanted ? [wanted] : []), ...rest]);
  };

  /** Gives up the edit that was refused. */
  readonly discard = (): void => this.#go(this.#queued.edits.slice(1));

  readonly retry = (): void => this.#go(this.#queued.edits);

  /** @returns whether the next may follow */
  async #arrives(edit: PendingEdit): Promise<boolean> {
    const current = this.#options.held();
    const conflicts = conflictsOf(edit, current);
    const rest = this.#queued.edits.slice(1);
    if (conflicts.length > 0) {
      this.#set(this.#queued.edits, { kind: 'conflict', conflicts, current });
      return false;
    }
    const wanted = rebased(edit, current, this.#options.newKey);
    if (wanted && wanted.id !== edit.id) this.#set([wanted, ...rest], this.#queued.state);
    let { arrived } = this.#queued;
    try {
      if (wanted) arrived = await this.#options.send(current.version, wanted);
    } catch (error) {
      return this.#failed(error);
    }
    const next = this.#queued.edits.slice(1);
    this.#set(next, next.length > 0 ? { kind: 'saving' } : { kind: 'saved' }, arrived);
    return true;
  }

  #failed(error: unknown): boolean {
    const { edits } = this.#queued;
    const failure = error instanceof ApiError ? error.failure : undefined;
    const current = failure?.kind === 'problem' && failure.code === 'version-stale' ? ticketTold.safeParse(failure.problem.current).data : undefined;
    if (current) {
      // Looked at again on top of what somebody else has made of it.
      this.#options.keep(current);
      return true;
    }
    this.#set(edits, isPassing(error) ? { kind: 'waiting', count: edits.length } : { kind: 'refused', detail: failureOf(error).detail });
    return false;
  }

  #go(edits: readonly PendingEdit[]): void {
    this.#set(edits, edits.length > 0 ? { kind: 'saving' } : { kind: 'saved' });
    void this.flush();
  }

  #set(edits: readonly PendingEdit[], state: EditsState, arrived = this.#queued.arrived): void {
    this.#queued = { edits, state: state.kind === 'waiting' ? { kind: 'waiting', count: edits.length } : state, ...(arrived && { arrived }) };
    this.#options.store(edits);
    for (const listener of this.#listeners) listener();
  }
}

/** Nothing is wrong with the edit: nobody answered, or somebody who cannot now. */
function isPassing(error: unknown): boolean {
  const failure = error instanceof ApiError ? error.failure : undefined;
  if (failure?.kind === 'network') return true;
  const status = failure?.kind === 'problem' ? failure.problem.status : failure?.kind === 'malformed' ? failure.status : 0;
  return status >= 500 || status === 429;
}
