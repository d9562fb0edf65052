import { z } from 'zod';
import { useFormDraft } from './use-draft';
import { useTicketView } from './view';

/** A text as somebody has it on the way, and what stood there when they began. */
const draft = z.object({ typed: z.string(), seen: z.string() });

export interface FieldDraft {
  /** `undefined`: nobody is writing. */
  typed: string | undefined;
  begin: () => void;
  write: (typed: string) => void;
  save: () => void;
  cancel: () => void;
}

/**
 * The title or the description while it is being written: kept over a reload. Saved, it says what stood there when the writing began, so
 * that what somebody else wrote meanwhile is a conflict and not gone.
 */
export function useFieldDraft(field: 'title' | 'description'): FieldDraft {
  const { ticket, edits } = useTicketView();
  const [held, hold] = useFormDraft(`${ticket.id}.${field}`, draft);
  return {
    typed: held?.typed,
    begin: () => hold({ typed: ticket[field] ?? '', seen: ticket[field] ?? '' }),
    write: (typed) => hold({ typed, seen: held?.seen ?? ticket[field] ?? '' }),
    save: () => {
      const text = held?.typed.trim();
      if (held && (text || field === 'description')) edits.edit({ [field]: text || null }, { [field]: held.seen || null });
      hold(undefined);
    },
    cancel: () => hold(undefined),
  };
}
