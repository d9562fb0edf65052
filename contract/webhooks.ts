import { stamp } from '#model';
import { z } from 'zod';
import { listOf, reading, urlInt } from './common';
import { endpoint } from './endpoint';

/** What a webhook may be told of. */
export const WEBHOOK_EVENTS = [
  'task.opened',
  'task.moved',
  'task.overdue',
  'task.ended',
  'ticket.registered',
  'ticket.moved',
  'ticket.edited',
  'ticket.commented',
  'ticket.supervised',
  'ticket.recurred',
  'ticket.tested',
] as const;
export const webhookEvent = z.enum(WEBHOOK_EVENTS);
export type WebhookEvent = z.infer<typeof webhookEvent>;

export const webhook = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  /** http or https. */
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  events: z.array(webhookEvent).min(1),
  enabled: z.boolean(),
  /**
   * The body that is sent: JSON in which `{{path}}` stands for a value of the message, escaped for where it stands; empty: the message
   * itself (docs/webhooks.md). Such as `{"msgtype":"text","text":{"content":"{{title}}"}}` for a group robot of 企业微信.
   */
  template: z.string().max(10_000),
});
export type Webhook = z.infer<typeof webhook>;

/**
 * The secret is told once, when it is made. Every request carries `x-throughline-signature`, `HMAC-SHA256(secret, timestamp + '.' + body)` in
 * hex, with `x-throughline-timestamp` (seconds), `x-throughline-delivery` and `x-throughline-event`.
 */
export const webhookTold = webhook.extend({ secretTail: z.string() });

export const webhooksAnswer = reading.extend({ webhooks: z.array(webhookTold) });
export const getWebhooks = endpoint({ method: 'GET', path: '/webhooks', summary: 'Where changes are told.', output: webhooksAnswer, errors: ['forbidden'] });
export const postWebhook = endpoint({
  method: 'POST',
  path: '/webhooks',
  summary: 'Adds a webhook; answers its secret, once.',
  body: webhook.omit({ id: true }),
  status: 201,
  output: reading.extend({ webhook: webhookTold, secret: z.string() }),
  errors: ['forbidden'],
});
export const putWebhook = endpoint({
  method: 'PUT',
  path: '/webhooks/:id',
  summary: 'Replaces a webhook; its secret stays.',
  params: z.object({ id: z.string() }),
  body: webhook.omit({ id: true }),
  output: reading.extend({ webhook: webhookTold }),
  errors: ['forbidden'],
});
export const deleteWebhook = endpoint({ method: 'DELETE', path: '/webhooks/:id', summary: 'Removes a webhook and what waits to be sent to it.', params: z.object({ id: z.string() }), output: reading, errors: ['forbidden'] });
export const postWebhookTest = endpoint({
  method: 'POST',
  path: '/webhooks/:id/test',
  summary: 'Sends an example message now and answers what came back.',
  params: z.object({ id: z.string() }),
  output: reading.extend({ status: z.int().optional(), error: z.string().optional(), ms: z.int().nonnegative(), body: z.string() }),
  errors: ['forbidden'],
});
/** Templates to start from. */
export const getWebhookTemplates = endpoint({
  method: 'GET',
  path: '/webhook-templates',
  summary: 'Body templates to start from, one for a group robot of 企业微信 among them.',
  output: reading.extend({ templates: z.array(z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }), template: z.string() })) }),
});

export const delivery = z.object({
  id: z.string(),
  webhook: z.string(),
  event: webhookEvent,
  /** What it is about, such as `ZG-0001`. */
  subject: z.string(),
  at: stamp,
  /** `waiting`: to be tried (again) at `nextAt`; `failed`: given up. */
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.array(z.object({ at: stamp, status: z.int().optional(), error: z.string().max(500).optional(), ms: z.int().nonnegative() })),
  nextAt: stamp.optional(),
  body: z.string(),
});
export type Delivery = z.infer<typeof delivery>;

export const getDeliveries = endpoint({
  method: 'GET',
  path: '/webhooks/:id/deliveries',
  summary: 'What was sent to a webhook, newest first, with every attempt.',
  params: z.object({ id: z.string() }),
  query: z.object({ limit: urlInt(1, 200).optional(), cursor: z.string().optional() }),
  output: listOf(delivery),
  errors: ['forbidden'],
});
export const postRedelivery = endpoint({
  method: 'POST',
  path: '/deliveries/:id/redeliver',
  summary: 'Sends it again: the same id and body, so that a receiver can tell.',
  params: z.object({ id: z.string() }),
  output: reading.extend({ delivery }),
  errors: ['forbidden'],
});
