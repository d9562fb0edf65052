import { getStream, streamMessage, type StreamMessage } from '#contract';
import type { QueryClient } from '@tanstack/react-query';
import { addressOf } from './client';
import { createMakeOld } from './make-old';
import { createPolling } from './polling';

/** `live`: changes arrive by themselves; `polling`: the stream is blocked, so the API is asked again and again; `lost`: neither comes through. */
export type LiveState = 'live' | 'polling' | 'lost';

/** A browser gives a stream up for good when something answers in the API's place, such as a gateway; then it is opened anew after this (ms). */
const REOPEN_AFTER = 5_000;
/** So long (ms) a stream may be down before the API is polled. */
const POLL_AFTER = 10_000;
/** So long (ms) an open stream may be without its first word, which the API says at once: after that some proxy keeps it. */
const SILENT_AFTER = 8_000;

/**
 * Keeps every answer in the cache true: what the API says has changed is asked again where it is on screen, and marked old elsewhere.
 * The browser reconnects by itself and says where it left off (Last-Event-ID); after a stream opened anew, everything is asked again.
 * While a proxy blocks the stream, the API is polled.
 *
 * @returns how to stop
 */
export function subscribeLive(
  queries: QueryClient,
  onState: (state: LiveState) => void,
  open: (url: string) => EventSource = (url) => new EventSource(url),
): () => void {
  const makeOld = createMakeOld(queries);
  const polling = createPolling(queries, (reached) => onState(reached ? 'polling' : 'lost'));
  const stopped = new AbortController();
  const receive = ({ data }: MessageEvent<unknown>) => {
    if (polling.stop()) onState('live');
    const message = readMessage(data);
    if (message) makeOld(message);
  };
  const connect = (url: string, onOpen: () => void) => {
    const stream = open(url);
    stopped.signal.addEventListener('abort', () => stream.close());
    // Named or unnamed, the type inside the data decides.
    for (const name of NAMES) stream.addEventListener(name, receive);
    stream.addEventListener('open', () => {
      // What opens while the API is polled may be blocked all the same: only a word that comes through ends that.
      if (!polling.active) {
        onState('live');
        polling.startIn(SILENT_AFTER);
      }
      onOpen();
    });
    stream.addEventListener('error', () => {
      if (!polling.active) {
        onState('lost');
        polling.startIn(POLL_AFTER);
      }
      if (stream.readyState !== EVENT_SOURCE_CLOSED) return;
      const timer = setTimeout(() => connect(url, () => void queries.invalidateQueries()), REOPEN_AFTER);
      stopped.signal.addEventListener('abort', () => clearTimeout(timer));
    });
  };
  void addressOf(getStream).then(({ url }) => {
    if (stopped.signal.aborted) return;
    polling.startIn(POLL_AFTER);
    connect(url, () => undefined);
  });
  return () => {
    stopped.abort();
    makeOld.cancel();
    polling.stop();
  };
}

/** `EventSource.CLOSED`. */
const EVENT_SOURCE_CLOSED = 2;

const NAMES = ['message', 'hello', 'revision', 'import', 'task', 'ticket', 'settings', 'resync'] satisfies readonly ('message' | StreamMessage['type'])[];

/** A message this page does not know is from a newer server and means nothing to it. */
const readMessage = (data: unknown): StreamMessage | undefined => {
  try {
    return streamMessage.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
};
