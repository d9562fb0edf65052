import { type Attachment, type Comment, type Delivery, delivery as deliverySchema, type TicketCounts } from '#contract';
import {
  type AuditEntry,
  canonicalJson,
  chainEntry,
  compareText,
  compareTicketIds,
  type HandoffTask,
  type InstanceId,
  type InterruptionId,
  isIntact,
  isOverdueTask,
  isUnfinishedTask,
  OPEN_TICKET_STATES,
  TASK_STATES,
  type TaskId,
  type Ticket,
  TICKET_STATES,
  type TicketId,
} from '#model';
import type { Access, LedgerChange, LedgerStore, PlaceCounts, RememberedAnswer, TaskQuestion, TicketAsker, TicketQuestion, Written } from '../../ports';
import { checkChange, plain } from '../ledger/check-change';
import { numberOf } from '../ledger/number-of';
import { refusalOf } from '../ledger/refusal';
import { isVisibleTask, taskAnswers, taskOrder } from '../ledger/task-questions';
import { groupsOf, ticketAnswers, ticketOrder } from '../ledger/ticket-questions';
import { WriteQueue } from '../write-queue';

/** A `LedgerStore` that forgets everything with the process: for the browser mock and tests. What goes in and out are copies. */
export const memoryLedgerStore = (): LedgerStore => new MemoryLedgerStore();

class MemoryLedgerStore implements LedgerStore {
  readonly #tasks = new Map<TaskId, HandoffTask>();
  readonly #tickets = new Map<TicketId, Ticket>();
  readonly #comments: Comment[] = [];
  readonly #attachments = new Map<string, { attachment: Attachment; content: Uint8Array }>();
  readonly #documents = new Map<string, { version: number; body: unknown }>();
  readonly #remembered = new Map<string, RememberedAnswer>();
  readonly #deliveries = new Map<string, Delivery>();
  readonly #audit: AuditEntry[] = [];
  readonly #writes = new WriteQueue();
  /** The greatest numbers there have been: none is given twice, since the audit names what is gone. */
  readonly #numbers = { task: 0, ticket: 0 };

  async write(access: Access, change: LedgerChange): Promise<Written> {
    const checked = await checkChange(change);
    return this.#writes.run(() => this.#write(access, checked));
  }

  async #write(access: Access, change: LedgerChange): Promise<Written> {
    const key = change.remember && rememberedKey(access, change.remember.key);
    const answer = key === undefined ? undefined : this.#remembered.get(key);
    if (answer) return { kind: 'repeated', answer: structuredClone(answer) };
    const refused = this.#refuse(change);
    if (refused) return structuredClone(refused);
    const audit: AuditEntry[] = [];
    let last = this.#audit.at(-1);
    for (const draft of change.audit) audit.push((last = await chainEntry(draft, last)));

    for (const { next } of change.tasks ?? []) {
      this.#tasks.set(next.id, structuredClone(next));
      this.#numbers.task = Math.max(this.#numbers.task, numberOf(next.id));
    }
    for (const { next } of change.tickets ?? []) {
      this.#tickets.set(next.id, structuredClone(next));
      this.#numbers.ticket = Math.max(this.#numbers.ticket, numberOf(next.id));
    }
    this.#comments.push(...(change.comments ?? []));
    for (const one of change.attachments ?? []) this.#attachments.set(one.attachment.id, one);
    for (const id of change.removedAttachments ?? []) this.#attachments.delete(id);
    for (const { name, body } of change.documents ?? []) this.#documents.set(name, { version: (this.#documents.get(name)?.version ?? 0) + 1, body: plain(body) });
    for (const delivery of change.deliveries ?? []) this.#deliveries.set(delivery.id, delivery);
    if (key !== undefined && change.remember) {
      const { fingerprint, status, body } = change.remember;
      this.#remembered.set(key, { fingerprint, status, body: plain(body) });
    }
    this.#audit.push(...audit);
    return { kind: 'stored', audit: structuredClone(audit) };
  }

  #refuse(change: LedgerChange): Written | undefined {
    const open = new Map([...this.#tasks.values()].filter(isUnfinishedTask).map(({ id, interruption }) => [interruption.id, id]));
    const refusal = refusalOf(change, {
      task: (id) => this.#tasks.get(id)?.version,
      unfinished: (interruption) => open.get(interruption),
      ticket: (id) => this.#tickets.get(id)?.version,
      document: (name) => this.#documents.get(name)?.version ?? 0,
    });
    if (!refusal) return undefined;
    if ('document' in refusal) return { kind: 'stale', document: { name: refusal.document, ...(this.#documents.get(refusal.document) ?? { version: 0, body: undefined }) } };
    if ('ticket' in refusal) return { kind: 'stale', ticket: this.#tickets.get(refusal.ticket) };
    const task = this.#tasks.get(refusal.task);
    return refusal.kind === 'open-task' && task ? { kind: 'open-task', task } : { kind: 'stale', task };
  }

  async task(_access: Access, id: TaskId) {
    return structuredClone(this.#tasks.get(id));
  }

  async tasks(_access: Access, question: TaskQuestion, { offset, limit }: { offset: number; limit: number }) {
    const all = [...this.#tasks.values()].filter((task) => taskAnswers(task, question)).sort(taskOrder(question));
    return structuredClone({ total: all.length, items: all.slice(offset, offset + limit) });
  }

  async taskCounts(_access: Access, { me, visible, now }: Parameters<LedgerStore['taskCounts']>[1]) {
    const byState = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Awaited<ReturnType<LedgerStore['taskCounts']>>['byState'];
    const counts = { byState, overdue: 0, mine: 0, unassigned: 0 };
    for (const task of this.#tasks.values()) {
      if (!isVisibleTask(task, visible)) continue;
      byState[task.state]++;
      if (!isUnfinishedTask(task)) continue;
      if (isOverdueTask(task, now)) counts.overdue++;
      if (task.assignee === undefined) counts.unassigned++;
      else if (task.assignee === me) counts.mine++;
    }
    return counts;
  }

  async unfinishedTasks(_access: Access, instances?: ReadonlySet<InstanceId>) {
    return [...this.#tasks.values()]
      .filter((task) => isUnfinishedTask(task) && (!instances || instances.has(task.interruption.instance)))
      .map(({ id, interruption, escalateAt, escalation }) => ({ id, interruption: interruption.id, escalateAt: [...escalateAt], level: escalation.level }));
  }

  async tasksOf(_access: Access, interruptions: readonly InterruptionId[]) {
    const asked = new Set(interruptions);
    return new Map([...this.#tasks.values()].filter(({ interruption }) => asked.has(interruption.id)).map((task) => [task.interruption.id, task.id]));
  }

  async ticket(_access: Access, id: TicketId) {
    return structuredClone(this.#tickets.get(id));
  }

  async tickets(_access: Access, question: TicketQuestion, { offset, limit }: { offset: number; limit: number }) {
    const all = this.#sorted(question);
    return structuredClone({ total: all.length, items: all.slice(offset, offset + limit), groups: question.group && groupsOf(all, question.group) });
  }

  async *eachTicket(_access: Access, question: TicketQuestion) {
    for (const ticket of this.#sorted(question)) yield structuredClone(ticket);
  }

  #sorted(question: TicketQuestion): Ticket[] {
    return [...this.#tickets.values()].filter((ticket) => ticketAnswers(ticket, question)).sort(ticketOrder(question));
  }

  async ticketCounts(_access: Access, asker: TicketAsker): Promise<TicketCounts> {
    const all = [...this.#tickets.values()];
    const count = (narrowing: Partial<TicketQuestion>) => all.filter((ticket) => ticketAnswers(ticket, { asker, ...narrowing })).length;
    const states = OPEN_TICKET_STATES;
    return {
      open: count({ states }),
      mine: count({ states, owner: 'me' }),
      department: count({ states, department: 'mine' }),
      late: count({ due: 'late' }),
      week: count({ due: 'week' }),
      verify: count({ waiting: 'verify' }),
      passed: count({ waiting: 'passed' }),
      failed: count({ waiting: 'failed' }),
      unowned: count({ states, owner: 'none' }),
      recurred: count({ states, recurred: true }),
      waived: count({ states: ['waived'] }),
      byState: Object.fromEntries(TICKET_STATES.map((state) => [state, count({ states: [state] })])) as TicketCounts['byState'],
    };
  }

  async nextTicketNumber() {
    return this.#numbers.ticket + 1;
  }

  async nextTaskNumber() {
    return this.#numbers.task + 1;
  }

  async placeCounts(_access: Access, { visible, now }: Parameters<LedgerStore['placeCounts']>[1]): Promise<PlaceCounts> {
    const tasks = new Map<string, PlaceCounts['tasks'][number]>();
    for (const task of this.#tasks.values()) {
      if (!isUnfinishedTask(task) || !isVisibleTask(task, visible)) continue;
      const { journey, step, touchpoint } = task.interruption;
      const key = JSON.stringify([journey, step, touchpoint]);
      const place = tasks.get(key) ?? { journey, step, touchpoint, open: 0, overdue: 0 };
      tasks.set(key, place);
      place.open++;
      if (isOverdueTask(task, now)) place.overdue++;
    }
    const tickets = new Map<string, PlaceCounts['tickets'][number]>();
    for (const { locus, state, recurrences, effective } of this.#tickets.values()) {
      const like = { locus, state, recurred: recurrences.length > 0, effective };
      const key = canonicalJson(like);
      const counted = tickets.get(key) ?? { ...like, count: 0 };
      tickets.set(key, counted);
      counted.count++;
    }
    return structuredClone({ tasks: [...tasks.values()], tickets: [...tickets.values()] });
  }

  async effectiveTickets() {
    const inEffect = [...this.#tickets.values()].filter(({ effective }) => effective.length > 0).sort((a, b) => compareTicketIds(a.id, b.id));
    return structuredClone(inEffect.map(({ id, title, state, effective, locus: { journey, step, touchpoint } }) => ({ id, title, state, effective, locus: plain({ journey, step, touchpoint }) })));
  }

  async comments(_access: Access, ticket: TicketId, { offset, limit }: { offset: number; limit: number }) {
    const all = this.#comments.filter((one) => one.ticket === ticket);
    return structuredClone({ total: all.length, items: all.slice(offset, offset + limit) });
  }

  async besideTicket(_access: Access, ticket: TicketId) {
    const entries = this.#audit.filter(({ subject }) => subject.kind === 'ticket' && subject.id === ticket);
    return {
      comments: this.#comments.filter((one) => one.ticket === ticket).length,
      attachments: [...this.#attachments.values()].filter(({ attachment }) => attachment.ticket === ticket).length,
      audit: { entries: entries.length, tail: entries.at(-1)?.hash, intact: (await Promise.all(entries.map((entry) => isIntact(entry)))).every(Boolean) },
    };
  }

  async attachments(_access: Access, ticket: TicketId) {
    return structuredClone([...this.#attachments.values()].flatMap(({ attachment }) => (attachment.ticket === ticket ? [attachment] : [])));
  }

  async attachment(_access: Access, id: string) {
    return structuredClone(this.#attachments.get(id));
  }

  async audit(_access: Access, { kind, id }: AuditEntry['subject'], { offset, limit }: { offset: number; limit: number }) {
    const all = this.#audit.filter(({ subject }) => subject.kind === kind && subject.id === id).reverse();
    return structuredClone({ total: all.length, items: all.slice(offset, offset + limit) });
  }

  async *auditChain() {
    for (const entry of this.#audit) yield structuredClone(entry);
  }

  async document(_access: Access, name: string) {
    return structuredClone(this.#documents.get(name) ?? { version: 0, body: undefined });
  }

  async remembered(access: Access, key: string) {
    return structuredClone(this.#remembered.get(rememberedKey(access, key)));
  }

  async delivery(_access: Access, id: string) {
    return structuredClone(this.#deliveries.get(id));
  }

  async deliveries(_access: Access, webhook: string, { offset, limit }: { offset: number; limit: number }) {
    const all = [...this.#deliveries.values()].filter((one) => one.webhook === webhook).reverse();
    return structuredClone({ total: all.length, items: all.slice(offset, offset + limit) });
  }

  async dueDeliveries(_access: Access, now: string, limit: number) {
    const due = [...this.#deliveries.values()].filter(({ state, nextAt }) => state === 'waiting' && nextAt !== undefined && nextAt <= now);
    return structuredClone(due.sort((a, b) => compareText(a.nextAt ?? '', b.nextAt ?? '')).slice(0, limit));
  }

  async clearDeliveries(_access: Access, which: Parameters<LedgerStore['clearDeliveries']>[1]) {
    const goes = ({ webhook, state, at }: Delivery) => ('webhook' in which ? webhook === which.webhook : state !== 'waiting' && at < which.endedBefore);
    for (const delivery of this.#deliveries.values()) if (goes(delivery)) this.#deliveries.delete(delivery.id);
  }

  async saveDelivery(_access: Access, delivery: Delivery) {
    this.#deliveries.set(delivery.id, deliverySchema.parse(plain(delivery)));
  }

  async clear(_access: Access, journeys: readonly string[], draft: Parameters<LedgerStore['clear']>[2]) {
    await this.#writes.run(async () => {
      const entry = await chainEntry(draft, this.#audit.at(-1));
      for (const task of this.#tasks.values()) if (journeys.includes(task.interruption.journey)) this.#tasks.delete(task.id);
      for (const ticket of this.#tickets.values()) {
        if (!journeys.includes(ticket.locus.journey)) continue;
        this.#tickets.delete(ticket.id);
        for (const { attachment } of this.#attachments.values()) if (attachment.ticket === ticket.id) this.#attachments.delete(attachment.id);
        this.#comments.splice(0, Infinity, ...this.#comments.filter((one) => one.ticket !== ticket.id));
      }
      this.#audit.push(entry);
    });
  }

  async close() {}
}

const rememberedKey = ({ actor }: Access, key: string): string => JSON.stringify([actor, key]);
