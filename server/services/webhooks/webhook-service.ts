import type { Delivery, Webhook } from '#contract';
import { stampOf } from '#model';
import { ProblemError } from '../../http/problem-error';
import { type Access, actorText } from '../../ports';
import type { Core } from '../core';
import { EXAMPLE_MESSAGES } from './example-message';
import { newSecret } from './sign';
import { readWebhooks, type StoredWebhook, WEBHOOKS } from './stored-webhook';
import { renderTemplate, templateError } from './template';
import type { Attempt, WebhookDispatcher } from './webhook-dispatcher';

export type WebhookInput = Omit<Webhook, 'id'>;

/** Where changes are told, and what was. All of it throws the problems that its endpoint names. */
export interface WebhookService {
  all(): Promise<StoredWebhook[]>;
  add(access: Access, input: WebhookInput): Promise<StoredWebhook>;
  replace(access: Access, id: string, input: WebhookInput): Promise<StoredWebhook>;
  /** Also removes what waits to be sent to it, and the log. */
  remove(access: Access, id: string): Promise<void>;
  /** Sends an example now. */
  test(id: string): Promise<Attempt & { body: string }>;
  deliveries(access: Access, id: string, page: { offset: number; limit: number }): Promise<{ total: number; items: Delivery[] }>;
  redeliver(access: Access, delivery: string): Promise<Delivery>;
}

/** How often a change is made again on what somebody else has just stored. */
const ATTEMPTS = 5;

export function createWebhookService({ ports, ledger }: Core, dispatcher: WebhookDispatcher): WebhookService {
  const find = async (id: string): Promise<StoredWebhook> => {
    const found = (await readWebhooks(ports.ledger)).webhooks.find((one) => one.id === id);
    if (found) return found;
    throw new ProblemError('not-found', `There is no webhook "${id}".`);
  };

  /** Changes the list and says so in the audit, without what is secret. */
  const change = async (access: Access, id: string, action: string, edit: (before: StoredWebhook | undefined) => StoredWebhook | undefined): Promise<StoredWebhook | undefined> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { version, webhooks } = await readWebhooks(ports.ledger);
      const before = webhooks.find((one) => one.id === id);
      const after = edit(before);
      const body = before ? webhooks.flatMap((one) => (one.id === id ? (after ?? []) : one)) : [...webhooks, ...(after ? [after] : [])];
      const told = { ...(before && { before: withoutSecrets(before) }), ...(after && { after: withoutSecrets(after) }) };
      const written = await ledger.write(access, {
        documents: [{ name: WEBHOOKS, body, expected: version }],
        audit: [{ at: stampOf(ports.clock()), actor: actorText(access.actor), subject: { kind: 'webhook', id }, action, ...told }],
      });
      if (written.kind === 'stored') return after;
    }
    throw new ProblemError('unavailable', 'The webhooks keep changing. Please try again.');
  };

  const known = (before: StoredWebhook | undefined, id: string): StoredWebhook => {
    if (before) return before;
    throw new ProblemError('not-found', `There is no webhook "${id}".`);
  };

  return {
    all: async () => (await readWebhooks(ports.ledger)).webhooks,
    async add(access, input) {
      refuseUnusable(input);
      const webhook: StoredWebhook = { ...input, id: crypto.randomUUID(), secret: newSecret() };
      await change(access, webhook.id, 'add', () => webhook);
      return webhook;
    },
    async replace(access, id, input) {
      refuseUnusable(input);
      const after = await change(access, id, 'edit', (before) => ({ ...input, id, secret: known(before, id).secret }));
      return known(after, id);
    },
    async remove(access, id) {
      await change(access, id, 'remove', (before) => void known(before, id));
      await ports.ledger.clearDeliveries(access, { webhook: id });
    },
    async test(id) {
      const webhook = await find(id);
      const message = EXAMPLE_MESSAGES.find(({ event }) => webhook.events.includes(event)) ?? { ...EXAMPLE_MESSAGES[0], event: webhook.events[0] ?? EXAMPLE_MESSAGES[0].event };
      const body = renderTemplate(webhook.template, message);
      return { ...(await dispatcher.attempt(webhook, { id: message.id, event: message.event, body })), body };
    },
    async deliveries(access, id, page) {
      await find(id);
      return ports.ledger.deliveries(access, id, page);
    },
    async redeliver(access, id) {
      const delivery = await ports.ledger.delivery(access, id);
      if (!delivery) throw new ProblemError('not-found', `There is no delivery "${id}".`);
      await find(delivery.webhook);
      const waiting: Delivery = { ...delivery, state: 'waiting', nextAt: stampOf(ports.clock()) };
      await ports.ledger.saveDelivery(access, waiting);
      dispatcher.wake();
      return waiting;
    },
  };
}

function refuseUnusable({ url, template }: WebhookInput): void {
  const { username, password } = new URL(url);
  const wrong = templateError(template);
  const errors = [
    ...(username !== '' || password !== '' ? [{ pointer: '/url', reason: 'a name or password in an address is not sent; please use the secret to check the signature' }] : []),
    ...(wrong === undefined ? [] : [{ pointer: '/template', reason: wrong }]),
  ];
  if (errors.length > 0) throw new ProblemError('invalid-input', 'The webhook cannot be used.', { errors });
}

/** The keys of group robots stand in the query of their address. */
function withoutSecrets({ secret: _, url, ...rest }: StoredWebhook): Record<string, unknown> {
  const { origin, pathname, search } = new URL(url);
  return { ...rest, url: `${origin}${pathname}${search === '' ? '' : '?…'}` };
}
