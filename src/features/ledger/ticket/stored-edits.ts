import { z } from 'zod';
import type { PendingEdit, TicketPatch } from './edits';

const keyOf = (ticket: string): string => `throughline.edits.${ticket}`;

const patch = z.custom<TicketPatch>((value) => typeof value === 'object' && value !== null);
const stored = z.array(z.object({ id: z.string(), patch, seen: patch }));

/** Edits of a ticket that have not arrived yet, kept over a reload. What cannot be read is no edit. */
export function readEdits(ticket: string): PendingEdit[] {
  try {
    return stored.parse(JSON.parse(localStorage.getItem(keyOf(ticket)) ?? '[]'));
  } catch {
    return [];
  }
}

export function storeEdits(ticket: string, edits: readonly PendingEdit[]): void {
  if (edits.length === 0) localStorage.removeItem(keyOf(ticket));
  else localStorage.setItem(keyOf(ticket), JSON.stringify(edits));
}
