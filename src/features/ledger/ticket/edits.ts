import type { TicketTold } from '#contract';
import type { EditableField } from './editable-field';
import { mergeField, same } from './merge-lists';

export type TicketPatch = { [Field in EditableField]?: TicketTold[Field] | null };

/** One edit on its way to the server: what somebody set, and what stood there when they did. */
export interface PendingEdit {
  /** Also the idempotency key it is sent with: sent twice, it is done once. */
  id: string;
  patch: TicketPatch;
  seen: TicketPatch;
}

/** A field that somebody else changed while this edit was on its way. */
export interface FieldConflict {
  field: EditableField;
  seen: unknown;
  /** What it becomes when one's own is kept, and when the other's is: lists keep what the other added or changed beside. */
  mine: unknown;
  theirs: unknown;
}

const fieldsOf = (patch: TicketPatch): EditableField[] => Object.keys(patch) as EditableField[]; // `Object.keys` forgets the keys of a type.

/** An edit of a ticket as it is on screen, `seen` where it was made on something older; `undefined` when it changes nothing. */
export function editOf(id: string, ticket: TicketTold, patch: TicketPatch, seen: TicketPatch = ticket): PendingEdit | undefined {
  const base: TicketPatch = { ...ticket, ...seen };
  const changed = fieldsOf(patch).filter((field) => !same(patch[field], base[field]));
  if (changed.length === 0) return undefined;
  const pick = (of: TicketPatch): TicketPatch => Object.fromEntries(changed.map((field) => [field, of[field] ?? null]));
  return { id, patch: pick(patch), seen: pick(base) };
}

/** The ticket as it will be once the edits have arrived: what is shown meanwhile. */
export function withEdits(ticket: TicketTold, edits: readonly PendingEdit[]): TicketTold {
  const shown: TicketTold = { ...ticket };
  for (const { patch, seen } of edits) {
    const current: TicketPatch = shown;
    // Values of a patch are those of its fields, and `null` stands for absence.
    Object.assign(shown, Object.fromEntries(fieldsOf(patch).map((field) => [field, mergeField(field, seen[field], patch[field], current[field], 'mine').value ?? undefined])));
  }
  return shown;
}

/** Where an edit and the ticket as it is now disagree; none: it may simply be sent on top of it. */
export const conflictsOf = ({ patch, seen }: PendingEdit, current: TicketTold): FieldConflict[] =>
  fieldsOf(patch).flatMap((field) => {
    const { value: mine, clashes } = mergeField(field, seen[field], patch[field], current[field], 'mine');
    if (!clashes) return [];
    return [{ field, seen: seen[field], mine, theirs: mergeField(field, seen[field], patch[field], current[field], 'theirs').value }];
  });

/**
 * The same edit on top of the ticket as it is now: what stands there already is left out, lists take in what others changed, and a clash
 * goes the way `keepMine` says. `undefined` when nothing is left of it. An edit that stays the same keeps its id.
 */
export function rebased(edit: PendingEdit, current: TicketTold, newKey: () => string, keepMine: (field: EditableField) => boolean = () => true): PendingEdit | undefined {
  const merged = fieldsOf(edit.patch).map((field) => [field, mergeField(field, edit.seen[field], edit.patch[field], current[field], keepMine(field) ? 'mine' : 'theirs').value ?? null]);
  const next = editOf(edit.id, current, Object.fromEntries(merged) as TicketPatch);
  return next && !same(next.patch, edit.patch) ? { ...next, id: newKey() } : next;
}
