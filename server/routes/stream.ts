import { getStream } from '#contract';
import type { Binder } from '../http/bind';
import type { Changes, NumberedMessage } from '../services/changes';
import type { Services } from '../services/services';

/** Keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 3_000;
const HELLO = `event: hello\ndata: ${JSON.stringify({ type: 'hello' })}\n\n`;

export function bindStream(bind: Binder, { changes }: Services): void {
  bind.response(getStream, async ({ request }) => {
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
    // Nobody reads or cancels the body of an answer to HEAD: its stream would listen for ever.
    return new Response(request.method === 'HEAD' ? null : streamFrom(changes, request.headers.get('last-event-id')), { headers });
  });
}

/** Server-sent events (HTML standard, 9.2): what was missed since `lastEventId`, or `resync`, then everything as it comes. */
function streamFrom(changes: Changes, lastEventId: string | null): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const sendMessage = ({ id, message }: NumberedMessage) => send(`id: ${id}\nevent: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`);
      if (lastEventId === null) {
        // With an id: from now on a reconnection says where it left off.
        send(`retry: ${RETRY_MS}\nid: ${changes.lastId}\n${HELLO}`);
      } else {
        // No id before what was missed: cut off in between, a stream has to come back for the rest.
        send(`retry: ${RETRY_MS}\n${HELLO}`);
        const missed = changes.since(lastEventId) ?? [{ id: changes.lastId, message: { type: 'resync' } as const }];
        missed.forEach(sendMessage);
      }
      const unsubscribe = changes.subscribe(sendMessage);
      const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
      };
    },
    cancel: () => stop(),
  });
}
