import { taskId, ticketId } from '#model';
import { z } from 'zod';
import { endpoint } from './endpoint';

/** Events of the stream: `hello` at once, so that a page knows that nothing on the way keeps them back; `revision` when data changed, `task` and `ticket` when one did, `resync` when the gap since Last-Event-ID is too old to tell. */
export const streamMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('revision'), revision: z.string() }),
  z.object({ type: z.literal('import'), id: z.string() }),
  z.object({ type: z.literal('task'), id: taskId }),
  z.object({ type: z.literal('ticket'), id: ticketId }),
  /** Rules, calendar, views, webhooks or annotations changed. */
  z.object({ type: z.literal('settings'), of: z.enum(['rules', 'calendar', 'views', 'webhooks', 'annotations']) }),
  z.object({ type: z.literal('resync') }),
]);
export type StreamMessage = z.infer<typeof streamMessage>;

export const getStream = endpoint({
  method: 'GET',
  path: '/stream',
  summary: 'Server-sent events with ids, resumable by Last-Event-ID, with a heartbeat.',
  answers: 'text/event-stream',
});
