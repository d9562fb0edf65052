import { z } from 'zod';
import { endpoint } from './endpoint';

/** Events of the stream: `revision` when data changed, `resync` when the gap since Last-Event-ID is too old to tell. */
export const streamMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('revision'), revision: z.string() }),
  z.object({ type: z.literal('import'), id: z.string() }),
  z.object({ type: z.literal('resync') }),
]);
export type StreamMessage = z.infer<typeof streamMessage>;

export const getStream = endpoint({
  method: 'GET',
  path: '/stream',
  summary: 'Server-sent events with ids, resumable by Last-Event-ID, with a heartbeat.',
  answers: 'text/event-stream',
});
