import type { TicketTold } from '#contract';

/** The fields that an edit may set, as `PATCH /tickets/:id` takes them; `null` takes away. */
export type EditableField = 'title' | 'description' | 'important' | 'owner' | 'department' | 'due' | 'target' | 'measures' | 'effective' | 'complaint' | 'watchers' | 'instances' | 'locus';

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
  mine: unknown;
  theirs: unknown;
}

const fieldsOf = (patch: TicketPatch): EditableField[] => Object.keys(patch) as EditableField[]; // `Object.keys` forgets the keys of a type.

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** An edit of a ticket as it is on screen; `undefined` when it changes nothing. */
export function editOf(id: string, ticket: TicketTold, patch: TicketPatch): PendingEdit | undefined {
  const changed = fieldsOf(patch).filter((field) => !same(patch[field], ticket[field]));
  if (changed.length === 0) return undefined;
  const pick = (of: TicketPatch): TicketPatch => Object.fromEntries(changed.map((field) => [field, of[field] ?? null]));
  return { id, patch: pick(patch), seen: pick(ticket) };
}

/** The ticket as it will be once the edits have arrived: what is shown meanwhile. */
export function withEdits(ticket: TicketTold, edits: readonly PendingEdit[]): TicketTold {
  const shown: TicketTold = { ...ticket };
  for (const { patch } of edits) {
    // Values of a patch are those of its fields, and `null` stands for absence.
    Object.assign(shown, Object.fromEntries(fieldsOf(patch).map((field) => [field, patch[field] ?? undefined])));
  }
  return shown;
}

/** Where an edit and the ticket as it is now disagree; none: it may simply be sent again on top of it. */
export const conflictsOf = ({ patch, seen }: PendingEdit, current: TicketTold): FieldConflict[] =>
  fieldsOf(patch).flatMap((field) => {
    const [mine, theirs] = [patch[field], current[field]];
    return same(theirs, seen[field]) || same(theirs, mine) ? [] : [{ field, seen: seen[field], mine, theirs }];
  });

/** The edit with only the fields somebody still wants after having seen both versions; `undefined` when none is left. */
export function resolved(edit: PendingEdit, current: TicketTold, keepMine: (field: EditableField) => boolean, id: string): PendingEdit | undefined {
  const conflicting = new Set(conflictsOf(edit, current).map(({ field }) => field));
  const wanted = fieldsOf(edit.patch).filter((field) => !conflicting.has(field) || keepMine(field));
  return editOf(id, current, Object.fromEntries(wanted.map((field) => [field, edit.patch[field] ?? null])));
}
