import type { Attachment, Comment, Delivery, TicketCounts } from '#contract';
import {
  type AuditEntry,
  chainEntry,
  compareTicketIds,
  compareText,
  daysLate,
  hasHandIn,
  type HandoffTask,
  type InterruptionId,
  isOpenTicket,
  isOverdueTask,
  isUnfinishedTask,
  TASK_STATES,
  type TaskId,
  taskIsAt,
  taskUrgency,
  type Ticket,
  TICKET_STATES,
  ticketIsAt,
  type TicketId,
  ticketStateOrder,
  ticketUrgency,
} from '#model';
import type { Access, LedgerChange, LedgerStore, PlaceCounts, RememberedAnswer, TaskQuestion, TicketAsker, TicketQuestion, Visible, Written } from '../../ports';
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

  write(access: Access, change: LedgerChange): Promise<Written> {
    return this.#writes.run(() => this.#write(access, structuredClone(change)));
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

    for (const { next } of change.tasks ?? []) this.#tasks.set(next.id, next);
    for (const { next } of change.tickets ?? []) this.#tickets.set(next.id, next);
    this.#comments.push(...(change.comments ?? []));
    for (const one of change.attachments ?? []) this.#attachments.set(one.attachment.id, one);
    for (const id of change.removedAttachments ?? []) this.#attachments.delete(id);
    for (const { name, body } of change.documents ?? []) this.#documents.set(name, { version: (this.#documents.get(name)?.version ?? 0) + 1, body });
    for (const delivery of change.deliveries ?? []) this.#deliveries.set(delivery.id, delivery);
    if (key !== undefined && change.remember) this.#remembered.set(key, change.remember);
    this.#audit.push(...audit);
    return { kind: 'stored', audit: structuredClone(audit) };
  }

  #refuse({ tasks = [], tickets = [], documents = [] }: LedgerChange): Written | undefined {
    for (const { next, expected } of tasks) {
      const task = this.#tasks.get(next.id);
      if (task?.version !== expected) return { kind: 'stale', task };
      const open = expected === undefined && [...this.#tasks.values()].find((one) => one.interruption.id === next.interruption.id && isUnfinishedTask(one));
      if (open) return { kind: 'open-task', task: open };
    }
    for (const { next, expected } of tickets) {
      const ticket = this.#tickets.get(next.id);
      if (ticket?.version !== expected) return { kind: 'stale', ticket };
    }
    for (const { name, expected } of documents) {
      const document = { name, ...(this.#documents.get(name) ?? { version: 0, body: undefined }) };
      if (expected !== undefined && document.version !== expected) return { kind: 'stale', document };
    }
    return undefined;
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
      if (!isVisible(task, visible)) continue;
      byState[task.state]++;
      if (!isUnfinishedTask(task)) continue;
      if (isOverdueTask(task, now)) counts.overdue++;
      if (task.assignee === undefined) counts.unassigned++;
      else if (task.assignee === me) counts.mine++;
    }
    return counts;
  }

  async unfinishedTasks() {
    return [...this.#tasks.values()]
      .filter(isUnfinishedTask)
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
    const count = (narrowing: Partial<TicketQuestion>) => all.filter((ticket) => ticketAnswers(ticket, { asker, sort: 'id', ...narrowing })).length;
    const states = TICKET_STATES.filter((state) => isOpenTicket({ state }));
    return {
      open: count({ states }),
      mine: count({ states, owner: 'me' }),
      department: count({ states, department: 'mine' }),
      late: count({ due: 'late' }),
      week: count({ due: 'week' }),
      verify: count({ waiting: 'verify' }),
      unowned: count({ states, owner: 'none' }),
      recurred: count({ states, recurred: true }),
      waived: count({ states: ['waived'] }),
      byState: Object.fromEntries(TICKET_STATES.map((state) => [state, count({ states: [state] })])) as TicketCounts['byState'],
    };
  }

  async nextTicketNumber() {
    return numberAfter(this.#tickets.keys());
  }

  async nextTaskNumber() {
    return numberAfter(this.#tasks.keys());
  }

  async placeCounts(_access: Access, { visible, now }: Parameters<LedgerStore['placeCounts']>[1]): Promise<PlaceCounts> {
    const tasks = new Map<string, PlaceCounts['tasks'][number]>();
    for (const task of this.#tasks.values()) {
      if (!isUnfinishedTask(task) || !isVisible(task, visible)) continue;
      const { journey, step, touchpoint } = task.interruption;
      const key = JSON.stringify([journey, step, touchpoint]);
      const place = tasks.get(key) ?? { journey, step, touchpoint, open: 0, overdue: 0 };
      tasks.set(key, place);
      place.open++;
      if (isOverdueTask(task, now)) place.overdue++;
    }
    const tickets = [...this.#tickets.values()].map(({ locus, state, recurrences, effective }) => ({ locus, state, recurred: recurrences.length > 0, count: 1, effective }));
    return structuredClone({ tasks: [...tasks.values()], tickets });
  }

  async comments(_access: Access, ticket: TicketId, { offset, limit }: { offset: number; limit: number }) {
    const all = this.#comments.filter((one) => one.ticket === ticket);
    return structuredClone({ total: all.length, items: all.slice(offset, offset + limit) });
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

  async saveDelivery(_access: Access, delivery: Delivery) {
    this.#deliveries.set(delivery.id, structuredClone(delivery));
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

function numberAfter(ids: Iterable<string>): number {
  let greatest = 0;
  for (const id of ids) greatest = Math.max(greatest, Number(/\d+$/.exec(id)?.[0] ?? 0));
  return greatest + 1;
}

const isVisible = ({ organisation }: HandoffTask, visible: Visible): boolean => visible === 'all' || (organisation !== undefined && visible.has(organisation));

function taskAnswers(task: HandoffTask, { states, assignee, department, journey, place, touchpoint, rule, priority, overdue, instance, q, me, visible, now }: TaskQuestion): boolean {
  if (!isVisible(task, visible)) return false;
  if (!states.includes(task.state)) return false;
  if (assignee !== undefined && (assignee === 'none' ? task.assignee !== undefined : task.assignee !== (assignee === 'me' ? me : assignee))) return false;
  if (department !== undefined && task.department !== department) return false;
  if (journey !== undefined && task.interruption.journey !== journey) return false;
  if (place && !taskIsAt(task, place)) return false;
  if (touchpoint !== undefined && task.touchpoint !== touchpoint) return false;
  if (rule !== undefined && task.rule !== rule) return false;
  if (priority !== undefined && task.priority !== priority) return false;
  if (overdue !== undefined && isOverdueTask(task, now) !== overdue) return false;
  if (instance !== undefined && task.interruption.instance !== instance) return false;
  if (q === undefined) return true;
  return [task.id, task.interruption.instance, task.customer].some((text) => text?.toLowerCase().includes(q.toLowerCase()));
}

function taskOrder({ sort, now }: TaskQuestion): (a: HandoffTask, b: HandoffTask) => number {
  if (sort === 'urgency') return taskUrgency(now);
  const field = sort.replace('-', '') as 'dueAt' | 'openedAt' | 'updatedAt'; // What sorts are named after.
  const direction = sort.startsWith('-') ? -1 : 1;
  return (a, b) => direction * compareText(a[field], b[field]) || compareText(a.id, b.id);
}

function ticketAnswers(ticket: Ticket, { states, owner, department, journey, place, kind, due, waiting, recurred, complaint, watcher, q, ids, asker }: TicketQuestion): boolean {
  if (ids && !ids.includes(ticket.id)) return false;
  if (states && !states.includes(ticket.state)) return false;
  if (owner !== undefined && (owner === 'none' ? ticket.owner !== undefined : ticket.owner !== (owner === 'me' ? asker.me : owner))) return false;
  if (department !== undefined && ticket.department !== (department === 'mine' ? asker.department : department)) return false;
  if (journey !== undefined && ticket.locus.journey !== journey) return false;
  if (place && !ticketIsAt(ticket, place)) return false;
  if (kind !== undefined && ticket.locus.kind !== kind) return false;
  if (due === 'late' && daysLate(ticket, asker.today) === 0) return false;
  if (due === 'week' && !(isOpenTicket(ticket) && ticket.due !== undefined && ticket.due >= asker.today && ticket.due <= asker.weekEnds)) return false;
  if (waiting === 'verify' && !waitsFor(ticket, asker)) return false;
  if (recurred !== undefined && ticket.recurrences.length > 0 !== recurred) return false;
  if (complaint !== undefined && (ticket.complaint !== undefined) !== complaint) return false;
  if (watcher === 'me' && !ticket.watchers.includes(asker.me)) return false;
  if (q === undefined) return true;
  return [ticket.id, ticket.title].some((text) => text.toLowerCase().includes(q.toLowerCase()));
}

/** In verification, its test day has come, and the asker is a manager who has no hand in it. */
const waitsFor = (ticket: Ticket, { me, isManager, today }: TicketAsker): boolean =>
  ticket.state === 'verifying' && ticket.plan !== undefined && !ticket.plan.tooLong && ticket.plan.testDay <= today && isManager && !hasHandIn(ticket, me);

const groupKey = (ticket: Ticket, group: NonNullable<TicketQuestion['group']>): string | undefined => (group === 'journey' ? ticket.locus.journey : ticket[group]);

function ticketOrder({ sort, group }: TicketQuestion): (a: Ticket, b: Ticket) => number {
  const direction = sort.startsWith('-') ? -1 : 1;
  const byId = (a: Ticket, b: Ticket) => compareTicketIds(a.id, b.id);
  const text = (of: (ticket: Ticket) => string | undefined) => (a: Ticket, b: Ticket) => direction * compareText(of(a) ?? '\uFFFF', of(b) ?? '\uFFFF') || byId(a, b);
  const orders: Record<string, (a: Ticket, b: Ticket) => number> = {
    urgency: ticketUrgency,
    due: text(({ due }) => due),
    id: (a, b) => direction * byId(a, b),
    updatedAt: text(({ updatedAt }) => updatedAt),
    registeredAt: text(({ registeredAt }) => registeredAt),
    title: text(({ title }) => title),
    owner: text(({ owner }) => owner),
    department: text(({ department }) => department),
    state: (a, b) => direction * (ticketStateOrder(a) - ticketStateOrder(b)) || byId(a, b),
    rate: (a, b) => direction * ((a.baseline?.rate ?? 0) - (b.baseline?.rate ?? 0)) || byId(a, b),
  };
  const order = orders[sort.replace('-', '')] ?? byId;
  if (!group) return order;
  const groupOrder = (a: Ticket, b: Ticket) =>
    group === 'state' ? ticketStateOrder(a) - ticketStateOrder(b) : compareText(groupKey(a, group) ?? '\uFFFF', groupKey(b, group) ?? '\uFFFF');
  return (a, b) => groupOrder(a, b) || order(a, b);
}

function groupsOf(sorted: readonly Ticket[], group: NonNullable<TicketQuestion['group']>) {
  const counts = new Map<string | undefined, number>();
  for (const ticket of sorted) counts.set(groupKey(ticket, group), (counts.get(groupKey(ticket, group)) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}
