import { ApiError, editTicket, failureOf, keepTicket, newKey, ticketQuery } from '#api';
import { type TicketAnswer, ticketTold, type TicketEdit, type TicketTold } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { conflictsOf, type EditableField, editOf, type FieldConflict, type PendingEdit, resolved, type TicketPatch, withEdits } from './edits';
import { readEdits, storeEdits } from './stored-edits';

/** How often edits that did not get through are tried again, beside the moment the browser is online again. */
const RETRY_MS = 8_000;

/** What becomes of edits: all there, on their way, waiting for the network, in conflict, or refused. */
export type EditsState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'waiting'; count: number }
  | { kind: 'conflict'; conflicts: FieldConflict[]; current: TicketTold }
  | { kind: 'refused'; detail: string };

export interface TicketEdits {
  /** The ticket with the edits that are still on their way. */
  shown: TicketTold;
  state: EditsState;
  edit: (patch: TicketPatch) => void;
  /** After a conflict: which of the clashing fields are kept as typed here. */
  resolve: (keepMine: ReadonlySet<EditableField>) => void;
  /** Gives up what was refused. */
  discard: () => void;
  retry: () => void;
}

/**
 * Edits of a ticket, one after the other: shown at once, kept over a reload, sent with the version they were made on, tried again when
 * the network is back. A clash with somebody else's edit of the same field stops them until a person has looked at both.
 */
export function useTicketEdits(ticket: TicketTold): TicketEdits {
  const queries = useQueryClient();
  const { id } = ticket;
  const [edits, setEdits] = useState<PendingEdit[]>(() => readEdits(id));
  const [trouble, setTrouble] = useState<Exclude<EditsState, { kind: 'saved' | 'saving' }>>();
  const queue = useRef(edits);
  const sending = useRef(false);

  const keep = useCallback(
    (next: PendingEdit[]) => {
      queue.current = next;
      storeEdits(id, next);
      setEdits(next);
    },
    [id],
  );

  const flush = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      for (let edit = queue.current[0]; edit; edit = queue.current[0]) {
        const base = queries.getQueryData<TicketAnswer>(ticketQuery(id).queryKey)?.ticket ?? ticket;
        // Values of a patch are those that its fields take.
        keepTicket(queries, await editTicket(id, base.version, edit.patch as TicketEdit, edit.id));
        keep(queue.current.slice(1));
        setTrouble(undefined);
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const edit = queue.current[0];
      if (error.failure.kind === 'network') setTrouble({ kind: 'waiting', count: queue.current.length });
      else if (edit && error.failure.kind === 'problem' && error.failure.code === 'version-stale') {
        const current = ticketTold.safeParse(error.failure.problem.current);
        if (!current.success) throw error;
        queries.setQueryData<TicketAnswer>(ticketQuery(id).queryKey, (held) => held && { ...held, ticket: current.data });
        const conflicts = conflictsOf(edit, current.data);
        if (conflicts.length > 0) setTrouble({ kind: 'conflict', conflicts, current: current.data });
        else {
          // Somebody changed something else: this edit stands on top of it. A new key, for it is another request.
          const again = editOf(newKey(), current.data, edit.patch);
          keep([...(again ? [again] : []), ...queue.current.slice(1)]);
          setTimeout(() => void flushLater.current());
        }
      } else setTrouble({ kind: 'refused', detail: failureOf(error).detail ?? error.message });
    } finally {
      sending.current = false;
    }
  }, [queries, id, ticket, keep]);
  const flushLater = useRef(flush);
  useEffect(() => {
    flushLater.current = flush;
  }, [flush]);

  const waits = edits.length > 0 && (trouble === undefined || trouble.kind === 'waiting');
  useEffect(() => {
    if (!waits) return undefined;
    const again = () => void flushLater.current();
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, RETRY_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [waits]);

  const shown = useMemo(() => withEdits(ticket, edits), [ticket, edits]);
  const edit = useCallback(
    (patch: TicketPatch) => {
      const made = editOf(newKey(), withEdits(ticket, queue.current), patch);
      if (!made) return;
      keep([...queue.current, made]);
      void flushLater.current();
    },
    [ticket, keep],
  );
  const resolve = useCallback(
    (keepMine: ReadonlySet<EditableField>) => {
      const [first, ...rest] = queue.current;
      const current = queries.getQueryData<TicketAnswer>(ticketQuery(id).queryKey)?.ticket;
      setTrouble(undefined);
      if (!first || !current) return;
      const wanted = resolved(first, current, (field) => keepMine.has(field), newKey());
      keep([...(wanted ? [wanted] : []), ...rest]);
      void flushLater.current();
    },
    [queries, id, keep],
  );
  const discard = useCallback(() => {
    setTrouble(undefined);
    keep(queue.current.slice(1));
    void flushLater.current();
  }, [keep]);
  const retry = useCallback(() => {
    setTrouble(undefined);
    void flushLater.current();
  }, []);

  const state: EditsState = trouble ?? (edits.length > 0 ? { kind: 'saving' } : { kind: 'saved' });
  return { shown, state, edit, resolve, discard, retry };
}
