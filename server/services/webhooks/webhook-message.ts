import { type WebhookEvent, webhookEvent } from '#contract';
import { type AuditDraft, type Catalogue, type HandoffTask, type Localized, localized, type Person, type Ticket } from '#model';
import { z } from 'zod';
import { TASK_STATE_WORDS, TICKET_STATE_WORDS } from './words';

/** What a webhook is told: ids and times as the API has them, and the same in words for a chat. */
export const webhookMessage = z.object({
  /** Of the delivery; the same when it is sent again. */
  id: z.string(),
  event: webhookEvent,
  at: z.string(),
  /** `person:lin`, `system:handoff-tasks`. */
  actor: z.string(),
  /** What was done, such as `claim`. */
  action: z.string(),
  reason: z.string().optional(),
  /** Such as `JX-000042` or `ZG-0001`. */
  subject: z.string(),
  /** One line that says it all. */
  title: localized,
  state: localized,
  place: localized,
  /** When it is due: a time of a task, a day of a ticket, in the configured zone. */
  due: z.string().optional(),
  /** Who has it. */
  person: localized.optional(),
  /** The fields that changed. */
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
  /** The task without its context and its contact: those are for people who may see them. */
  task: z.record(z.string(), z.unknown()).optional(),
  /** The ticket without its evidence and histories. */
  ticket: z.record(z.string(), z.unknown()).optional(),
});
export type WebhookMessage = z.infer<typeof webhookMessage>;

/** What names in a message are read from. */
export interface MessageNames {
  catalogue: Catalogue;
  people: readonly Person[];
  /** A time in the configured zone. @example '2026-11-26 14:30' */
  timeText: (at: string) => string;
}

interface Told {
  id: string;
  event: WebhookEvent;
  audit: AuditDraft;
  names: MessageNames;
}

export function taskMessage(task: HandoffTask, told: Told): WebhookMessage {
  const { names } = told;
  const { context: _, contact: __, ...rest } = task;
  const place = placeText(names, task.interruption);
  const state = TASK_STATE_WORDS[task.state];
  const title = both((language) => {
    const late = told.event === 'task.overdue' ? (language === 'zh' ? '已超时 · ' : 'overdue · ') : '';
    return `${language === 'zh' ? '接续任务' : 'Handoff task'} ${task.id} ${late}${textIn(state, language)}${language === 'zh' ? '：' : ': '}${textIn(place, language)}`;
  });
  return { ...common(told, task.assignee), subject: task.id, title, state, place, due: names.timeText(task.dueAt), task: rest };
}

export function ticketMessage(ticket: Ticket, told: Told): WebhookMessage {
  const { names } = told;
  const { id, version, locus, measure, important, owner, department, due, target, registeredAt, updatedAt } = ticket;
  const place = placeText(names, locus);
  const state = TICKET_STATE_WORDS[ticket.state];
  const title = both((language) => `${language === 'zh' ? '整改工单' : 'Ticket'} ${id} ${textIn(state, language)}${language === 'zh' ? '：' : ': '}${ticket.title}`);
  return {
    ...common(told, owner),
    subject: id,
    title,
    state,
    place,
    due,
    ticket: { id, version, state: ticket.state, title: ticket.title, locus, measure, important, owner, department, due, target, registeredAt, updatedAt },
  };
}

function common({ id, event, audit, names }: Told, person: string | undefined) {
  const { at, actor, action, reason, before, after } = audit;
  const withoutContact = after && Object.fromEntries(Object.entries(after).filter(([field]) => field !== 'contact'));
  return { id, event, at, actor, action, reason, before, after: withoutContact, person: names.people.find((one) => one.id === person)?.name };
}

const textIn = (text: Localized, language: 'zh' | 'en'): string => text[language] ?? text.zh;
const both = (make: (language: 'zh' | 'en') => string): Localized => ({ zh: make('zh'), en: make('en') });

/** @example { zh: '保单借款 › 额度试算 · APP' } */
function placeText({ catalogue }: MessageNames, { journey, step, touchpoint }: { journey: string; step?: string | undefined; touchpoint?: string | undefined }): Localized {
  const known = catalogue.journeys.find(({ id }) => id === journey);
  const nameOf = (items: readonly { id: string; name: Localized }[], id: string, language: 'zh' | 'en') => textIn(items.find((one) => one.id === id)?.name ?? { zh: id }, language);
  return both((language) => {
    const where = [known ? textIn(known.name, language) : journey, ...(step === undefined ? [] : [nameOf(known?.steps ?? [], step, language)])].join(' › ');
    return touchpoint === undefined ? where : `${where} · ${nameOf(catalogue.touchpoints, touchpoint, language)}`;
  });
}
