import { z } from 'zod';
import type { PendingEdit, TicketPatch } from './edits';
import { kept } from './kept';

const keyOf = (ticket: string): string => `throughline.edits.${ticket}`;

const patch = z.custom<TicketPatch>((value) => typeof value === 'object' && value !== null);
const stored = z.array(z.object({ id: z.string(), patch, seen: patch }));

/** Edits of a ticket that have not arrived yet, kept over a reload. What cannot be read is no edit. */
export function readEdits(ticket: string): PendingEdit[] {
  try {
    return stored.parse(JSON.parse(kept.read(keyOf(ticket)) ?? '[]'));
  } catch {
    return [];
  }
}

/**
 * Keeps the edits of one page beside those that another tab keeps of the same ticket. Made for each page, as it knows which were its own.
 */
export function storeEditsOf(ticket: string): (edits: readonly PendingEdit[]) => void {
  const own = new Set(readEdits(ticket).map(({ id }) => id));
  return (edits) => {
    for (const { id } of edits) own.add(id);
    const all = [...readEdits(ticket).filter(({ id }) => !own.has(id)), ...edits];
    kept.write(keyOf(ticket), all.length === 0 ? undefined : JSON.stringify(all));
  };
}
