import { deleteWebhook, getDeliveries, getWebhooks, getWebhookTemplates, postRedelivery, postWebhook, postWebhookTest, putWebhook } from '#contract';
import type { Person } from '#model';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import { nextCursor, offsetOf } from '../services/cursor';
import type { Services } from '../services/services';
import { WEBHOOK_TEMPLATES } from '../services/webhooks/templates';
import type { StoredWebhook } from '../services/webhooks/stored-webhook';

const PAGE = 50;

export function bindWebhooks(bind: Binder, { webhooks }: Services): void {
  bind.action(getWebhooks, async ({ person }) => {
    requireKeeper(person);
    return { webhooks: (await webhooks.all()).map(told) };
  });

  bind.action(postWebhook, async ({ access, person, body }) => {
    requireKeeper(person);
    const added = await webhooks.add(access, body);
    return { webhook: told(added), secret: added.secret };
  });

  bind.action(putWebhook, async ({ access, person, params: { id }, body }) => {
    requireKeeper(person);
    return { webhook: told(await webhooks.replace(access, id, body)) };
  });

  bind.action(deleteWebhook, async ({ access, person, params: { id } }) => {
    requireKeeper(person);
    await webhooks.remove(access, id);
    return {};
  });

  bind.action(postWebhookTest, async ({ person, params: { id } }) => {
    requireKeeper(person);
    const { status, error, ms, body } = await webhooks.test(id);
    return { status, error, ms, body };
  });

  bind.question(getWebhookTemplates, async () => ({ about: 'templates', answer: async () => ({ templates: WEBHOOK_TEMPLATES }) }));

  bind.action(getDeliveries, async ({ access, person, params: { id }, query }) => {
    requireKeeper(person);
    const offset = offsetOf(query.cursor);
    const { total, items } = await webhooks.deliveries(access, id, { offset, limit: query.limit ?? PAGE });
    return { items, total, nextCursor: nextCursor(offset + items.length, total) };
  });

  bind.action(postRedelivery, async ({ access, person, params: { id } }) => {
    requireKeeper(person);
    return { delivery: await webhooks.redeliver(access, id) };
  });
}

/** Throws `forbidden` for whoever neither manages nor connects systems: addresses of group robots are keys. */
function requireKeeper({ roles }: Person): void {
  if (roles.includes('manager') || roles.includes('engineer')) return;
  throw new ProblemError('forbidden', 'Only managers and engineers see and change where changes are told.');
}

const told = ({ secret, ...webhook }: StoredWebhook) => ({ ...webhook, secretTail: secret.slice(-4) });
