import type { StreamMessage } from '#contract';

export interface NumberedMessage {
  id: string;
  message: StreamMessage;
}

/** Tells every open stream what changed, and remembers enough for one that was away for a moment. */
export interface Changes {
  publish(message: StreamMessage): void;
  /** Messages after `id`; undefined when they are no longer all known. */
  since(id: string): NumberedMessage[] | undefined;
  /** Of the newest message, told or not. */
  readonly lastId: string;
  /** @returns stops listening */
  subscribe(listener: (message: NumberedMessage) => void): () => void;
}

const REMEMBERED = 256;

/**
 * Ids are `<run>-<number>`: a stream that resumes after a restart carries another run, so what it missed is known to be unknown.
 *
 * @param run distinguishes this process from the one before
 */
export function createChanges(run: string): Changes {
  const remembered: NumberedMessage[] = [];
  const listeners = new Set<(message: NumberedMessage) => void>();
  let last = 0;
  const idOf = (number: number) => `${run}-${number}`;
  return {
    publish(message) {
      const numbered = { id: idOf(++last), message };
      remembered.push(numbered);
      if (remembered.length > REMEMBERED) remembered.shift();
      for (const listener of listeners) listener(numbered);
    },
    since(id) {
      const number = id.startsWith(`${run}-`) ? Number(id.slice(run.length + 1)) : Number.NaN;
      const missed = last - number;
      if (!Number.isInteger(number) || missed < 0 || missed > remembered.length) return undefined;
      return remembered.slice(remembered.length - missed);
    },
    get lastId() {
      return idOf(last);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
