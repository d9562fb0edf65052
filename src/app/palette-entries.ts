/** Something the palette finds. */
export interface PaletteEntry {
  id: string;
  /** Under which heading it stands. */
  group: string;
  label: string;
  /** What it is found by beside its label: the other language, an id. */
  keywords: string;
  /** Its shortcut. */
  hint?: string | undefined;
  run: () => void;
}

/**
 * Entries that have every word of what was typed, those that begin with it first, in the order given within; all of them when
 * nothing was typed.
 */
export function findEntries(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ label, keywords }) => {
    const text = `${label} ${keywords}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label }: PaletteEntry): boolean => words[0] !== undefined && label.toLowerCase().startsWith(words[0]);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))];
}
