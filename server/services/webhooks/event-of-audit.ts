import type { WebhookEvent } from '#contract';
import type { AuditDraft } from '#model';

/** The event that each audited action of a task or a ticket is told as. What is not here is told to nobody. */
const EVENTS: Record<'task' | 'ticket', Partial<Record<string, WebhookEvent>>> = {
  task: {
    open: 'task.opened',
    claim: 'task.moved',
    release: 'task.moved',
    assign: 'task.moved',
    contact: 'task.moved',
    edit: 'task.moved',
    escalate: 'task.overdue',
    resume: 'task.ended',
    fail: 'task.ended',
    resumed: 'task.ended',
    expired: 'task.ended',
    withdrawn: 'task.ended',
  },
  ticket: {
    register: 'ticket.registered',
    assign: 'ticket.moved',
    start: 'ticket.moved',
    submit: 'ticket.moved',
    close: 'ticket.moved',
    return: 'ticket.moved',
    waive: 'ticket.moved',
    edit: 'ticket.edited',
    bulk: 'ticket.edited',
    undo: 'ticket.edited',
    attach: 'ticket.edited',
    detach: 'ticket.edited',
    comment: 'ticket.commented',
    remind: 'ticket.supervised',
    supervise: 'ticket.supervised',
    recur: 'ticket.recurred',
    test: 'ticket.tested',
  },
};

export const eventOfAudit = ({ subject, action }: Pick<AuditDraft, 'subject' | 'action'>): WebhookEvent | undefined =>
  subject.kind === 'task' || subject.kind === 'ticket' ? EVENTS[subject.kind][action] : undefined;
