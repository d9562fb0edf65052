import type { Delivery, WebhookEvent } from '#contract';
import { type AuditDraft, type HandoffTask, taskId, type Ticket, ticketId } from '#model';
import { type LedgerChange, type Ports, systemAccess } from '../../ports';
import { everybody } from '../acting';
import type { CatalogueService } from '../catalogue-service';
import type { OnFault } from '../on-fault';
import { eventOfAudit } from './event-of-audit';
import { listening, readWebhooks, type StoredWebhook } from './stored-webhook';
import { renderTemplate } from './template';
import { type MessageNames, taskMessage, ticketMessage, type WebhookMessage } from './webhook-message';

/** What a change is to be told to others: stored with it, so that a crash loses none and tells none that did not happen. */
export type Outbox = (change: LedgerChange) => Promise<Delivery[]>;

const access = systemAccess('webhooks');

export function createOutbox({ ledger, desk, config }: Pick<Ports, 'ledger' | 'desk' | 'config'>, catalogue: CatalogueService, onFault: OnFault): Outbox {
  // The Swedish write times as the ISO does.
  const times = new Intl.DateTimeFormat('sv-SE', { timeZone: config.zone, dateStyle: 'short', timeStyle: 'short' });

  const messageOf = async (id: string, event: WebhookEvent, audit: AuditDraft, { tasks, tickets }: Changed, names: MessageNames): Promise<WebhookMessage | undefined> => {
    const { kind, id: subject } = audit.subject;
    const told = { id, event, audit, names };
    if (kind === 'task') {
      const task = tasks.get(subject) ?? (await ledger.task(access, taskId.parse(subject)));
      return task && taskMessage(task, told);
    }
    const ticket = tickets.get(subject) ?? (await ledger.ticket(access, ticketId.parse(subject)));
    return ticket && ticketMessage(ticket, told);
  };

  const bodyOf = ({ id, template }: StoredWebhook, message: WebhookMessage): string => {
    try {
      return renderTemplate(template, message);
    } catch (error) {
      onFault(`Failed to fill in the template of the webhook ${id}; the whole message is sent`, error);
      return renderTemplate('', message);
    }
  };

  return async (change) => {
    const told = change.audit.flatMap((audit) => {
      const event = eventOfAudit(audit);
      return event ? [{ event, audit }] : [];
    });
    if (told.length === 0) return [];
    const { webhooks } = await readWebhooks(ledger);
    const wanted = told.flatMap(({ event, audit }) => listening(webhooks, event).map((webhook) => ({ event, audit, webhook })));
    if (wanted.length === 0) return [];
    const current = (await catalogue.current()).catalogue;
    const names: MessageNames = { catalogue: current, people: await everybody(desk), timeText: (at) => times.format(Date.parse(at)) };
    const changed = { tasks: byId(change.tasks), tickets: byId(change.tickets) };
    const deliveries: Delivery[] = [];
    for (const { event, audit, webhook } of wanted) {
      const id = crypto.randomUUID();
      const message = await messageOf(id, event, audit, changed, names);
      if (message) deliveries.push({ id, webhook: webhook.id, event, subject: message.subject, at: audit.at, state: 'waiting', attempts: [], nextAt: audit.at, body: bodyOf(webhook, message) });
    }
    return deliveries;
  };
}

/** What a change makes of documents, by id. */
interface Changed {
  tasks: ReadonlyMap<string, HandoffTask>;
  tickets: ReadonlyMap<string, Ticket>;
}

const byId = <Item extends { id: string }>(all: readonly { next: Item }[] = []): ReadonlyMap<string, Item> => new Map(all.map(({ next }) => [next.id, next]));
