import { editTicket, keepTicket, keepTicketItself, newKey, ticketQuery } from '#api';
import type { TicketAnswer, TicketEdit, TicketTold } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { EditQueue, type EditsState, shownOf } from './edit-queue';
import type { EditableField } from './editable-field';
import type { TicketPatch } from './edits';
import { readEdits, storeEditsOf } from './stored-edits';

/** How often edits that did not get through are tried again, beside the moment the browser is online again. */
const RETRY_MS = 8_000;

export interface TicketEdits {
  /** The ticket with the edits that are still on their way. */
  shown: TicketTold;
  state: EditsState;
  /** `seen`: what stood there when somebody began to write, if that was earlier. */
  edit: (patch: TicketPatch | ((shown: TicketTold) => TicketPatch), seen?: TicketPatch) => void;
  resolve: (keepMine: ReadonlySet<EditableField>) => void;
  discard: () => void;
  retry: () => void;
}

/** Edits of a ticket: shown at once, kept over a reload, sent one after the other, tried again when the network is back. */
export function useTicketEdits(ticket: TicketTold): TicketEdits {
  const queries = useQueryClient();
  const [queue] = useState(() => {
    const { id } = ticket;
    const { queryKey } = ticketQuery(id);
    return new EditQueue({
      held: () => queries.getQueryData<TicketAnswer>(queryKey)?.ticket ?? ticket,
      keep: (current) => keepTicketItself(queries, current),
      // Values of a patch are those that its fields take.
      send: async (version, edit) => {
        const answer = await editTicket(id, version, edit.patch as TicketEdit, edit.id);
        keepTicket(queries, answer);
        return answer.ticket;
      },
      store: storeEditsOf(id),
      stored: readEdits(id),
      newKey,
    });
  });
  const queued = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const waits = queued.edits.length > 0;
  useEffect(() => {
    if (!waits) return undefined;
    const again = () => void queue.flush();
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, RETRY_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [queue, waits]);
  const shown = useMemo(() => shownOf(ticket, queued), [ticket, queued]);
  return { shown, state: queued.state, edit: queue.edit, resolve: queue.resolve, discard: queue.discard, retry: queue.retry };
}
