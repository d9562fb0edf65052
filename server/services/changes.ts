import type { StreamMessage } from '#contract';

export interface NumberedMessage {
  id: number;
  message: StreamMessage;
}

/** Tells every open stream what changed, and remembers enough for one that was away for a moment. */
export interface Changes {
  publish(message: StreamMessage): void;
  /** Messages after `id`, or undefined when they are no longer all known. */
  since(id: string): NumberedMessage[] | undefined;
  readonly lastId: string;
  /** @returns stops listening */
  subscribe(listener: (message: NumberedMessage) => void): () => void;
}

const REMEMBERED = 256;

/**
 * Ids are `<run>-<number>`: a stream resumed after a restart carries another run, so its gap is known to be unknown.
 *
 * @param run distinguishes this process from the one before
 */
export function createChanges(run: string): Changes {
  const remembered: NumberedMessage[] = [];
  const listeners = new Set<(message: NumberedMessage) => void>();
  let last = 0;
  return {
    publish(message) {
      const numbered = { id: ++last, message };
      remembered.push(numbered);
      if (remembered.length > REMEMBERED) remembered.shift();
      for (const listener of listeners) listener(numbered);
    },
    since(id) {
      const [ofRun, number] = splitId(id);
      if (ofRun !== run || number > last) return undefined;
      const oldest = remembered[0]?.id ?? last + 1;
      return number < oldest - 1 ? undefined : remembered.filter((one) => one.id > number);
    },
    get lastId() {
      return `${run}-${last}`;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function splitId(id: string): [string, number] {
  const dash = id.lastIndexOf('-');
  const number = Number(id.slice(dash + 1));
  return dash > 0 && Number.isInteger(number) ? [id.slice(0, dash), number] : ['', Infinity];
}
