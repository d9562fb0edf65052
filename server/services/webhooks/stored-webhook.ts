import { webhook, type WebhookEvent } from '#contract';
import { z } from 'zod';
import { type LedgerStore, systemAccess } from '../../ports';

/** A webhook as it is kept: with the secret that its messages are signed with. */
export const storedWebhook = webhook.extend({ secret: z.string().min(1) });
export type StoredWebhook = z.infer<typeof storedWebhook>;

/** The document they are kept in. */
export const WEBHOOKS = 'webhooks';

const system = systemAccess('webhooks');

export async function readWebhooks(ledger: LedgerStore): Promise<{ version: number; webhooks: StoredWebhook[] }> {
  const { version, body } = await ledger.document(system, WEBHOOKS);
  return { version, webhooks: body === undefined ? [] : z.array(storedWebhook).parse(body) };
}

/** Those that want to be told of an event. */
export const listening = (webhooks: readonly StoredWebhook[], event: WebhookEvent): StoredWebhook[] =>
  webhooks.filter(({ enabled, events }) => enabled && events.includes(event));
