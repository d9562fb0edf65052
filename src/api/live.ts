import { getStream, streamMessage, type StreamMessage } from '#contract';
import type { QueryClient } from '@tanstack/react-query';
import { addressOf } from './client';
import type { ChangesWith } from './questions';

/** `live`: changes arrive by themselves; `lost`: the stream is down and is being tried again. */
export type LiveState = 'live' | 'lost';

/** While data trickles in, the map is asked again at most this often (ms). */
const REVISION_PACE = 10_000;

/** While many tickets change at once, their lists are asked again at most this often (ms). */
const TICKET_PACE = 1_000;

/** A browser gives a stream up for good when something answers in the API's place, such as a gateway; then it is opened anew after this (ms). */
const REOPEN_AFTER = 5_000;

/**
 * Keeps every answer in the cache true: what the API says has changed is asked again where it is on screen, and marked old elsewhere.
 * The browser reconnects by itself and says where it left off (Last-Event-ID); after a stream opened anew, everything is asked again.
 *
 * @returns how to stop
 */
export function subscribeLive(
  queries: QueryClient,
  onState: (state: LiveState) => void,
  open: (url: string) => EventSource = (url) => new EventSource(url),
): () => void {
  const refresh = pace(() => refreshData(queries), REVISION_PACE);
  const refreshTickets = pace(() => invalidate(queries, 'ticket'), TICKET_PACE);
  const stopped = new AbortController();
  const receive = ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message?.type === 'import') invalidate(queries, 'import');
    else if (message?.type === 'ticket') refreshTickets();
    else if (message?.type === 'settings') invalidate(queries, 'settings');
    else if (message?.type === 'resync') void queries.invalidateQueries();
    else if (message) refresh();
  };
  const connect = (url: string, onOpen: () => void) => {
    const stream = open(url);
    stopped.signal.addEventListener('abort', () => stream.close());
    // Named or unnamed, the type inside the data decides.
    for (const name of ['message', 'revision', 'import', 'ticket', 'settings', 'resync']) stream.addEventListener(name, receive);
    stream.addEventListener('open', () => {
      onState('live');
      onOpen();
    });
    stream.addEventListener('error', () => {
      onState('lost');
      if (stream.readyState !== EVENT_SOURCE_CLOSED) return;
      const timer = setTimeout(() => connect(url, () => void queries.invalidateQueries()), REOPEN_AFTER);
      stopped.signal.addEventListener('abort', () => clearTimeout(timer));
    });
  };
  void addressOf(getStream).then(({ url }) => {
    if (!stopped.signal.aborted) connect(url, () => undefined);
  });
  return () => {
    stopped.abort();
    refresh.cancel();
    refreshTickets.cancel();
  };
}

/** `EventSource.CLOSED`. */
const EVENT_SOURCE_CLOSED = 2;

/** Asks again for whatever is made of the data. */
export const refreshData = (queries: QueryClient): void => invalidate(queries, 'revision');

const invalidate = (queries: QueryClient, change: ChangesWith): void => {
  void queries.invalidateQueries({ predicate: ({ meta }) => Array.isArray(meta?.changesWith) && meta.changesWith.includes(change) });
};

/** A message this page does not know is from a newer server and means nothing to it. */
const readMessage = (data: unknown): StreamMessage | undefined => {
  try {
    return streamMessage.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
};

/** Calls at once, then at most every `ms`, and never forgets the last call. */
function pace(action: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = () => {
    again = false;
    action();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) run();
    }, ms);
  };
  const paced = () => {
    if (timer === undefined) run();
    else again = true;
  };
  return Object.assign(paced, { cancel: () => clearTimeout(timer) });
}
