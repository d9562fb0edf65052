/** What somebody is typing, kept in this browser. One that keeps nothing loses it on a reload and nothing else. */
export const kept = {
  read(name: string): string | undefined {
    try {
      return localStorage.getItem(name) ?? undefined;
    } catch {
      return undefined;
    }
  },
  /** `undefined` forgets it. */
  write(name: string, text: string | undefined): void {
    try {
      if (text === undefined) localStorage.removeItem(name);
      else localStorage.setItem(name, text);
    } catch {
      // Storage is full or forbidden: it holds for this visit.
    }
  },
};
