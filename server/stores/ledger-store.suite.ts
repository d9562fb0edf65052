import { delivery as deliverySchema, TASK_SORTS, TICKET_GROUPS, TICKET_SORTS, type Delivery } from '#contract';
import {
  type AuditDraft,
  canonicalJson,
  compareTicketIds,
  departmentId,
  type HandoffTask,
  handoffTask,
  instanceId,
  isIntact,
  journeyId,
  KINDS,
  organisationId,
  personId,
  ruleId,
  stepId,
  TASK_PRIORITIES,
  TASK_STATES,
  taskId,
  type Ticket,
  ticket as ticketSchema,
  TICKET_STATES,
  ticketId,
  touchpointId,
  UNFINISHED_TASK_STATES,
  verifyChain,
} from '#model';
import { arbitraryTasks, arbitraryTickets, AWKWARD, LEDGER, sometimes } from '#model/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemAccess, type Access, type LedgerChange, type LedgerStore, type TaskQuestion, type TicketQuestion } from '../ports';
import { isVisibleTask, taskAnswers, taskOrder } from './ledger/task-questions';
import { groupsOf, ticketAnswers, ticketOrder } from './ledger/ticket-questions';

const access = systemAccess('test');
const AT = '2026-06-17T01:00:00.000Z';
const lin: Access = { ...access, actor: { kind: 'person', id: personId.parse('lin') } };
const ALL = { offset: 0, limit: 500 };
const loan = journeyId.parse('loan');

const draft = (subject: string, action = 'edit'): AuditDraft => ({ at: AT, actor: 'system:test', subject: { kind: subject.startsWith('ZG') ? 'ticket' : 'task', id: subject }, action });

const taskOf = (id: string, fields: Partial<Record<keyof HandoffTask, unknown>> = {}): HandoffTask =>
  handoffTask.parse({
    id,
    version: 1,
    state: 'open',
    interruption: { id: `i~limit~${id}`, instance: 'i', journey: 'loan', step: 'quote', touchpoint: 'app', kind: 'limit', at: AT },
    mode: 'proactive',
    touchpoint: 'hotline',
    priority: 'normal',
    openedAt: AT,
    dueAt: AT,
    escalation: { level: 0, to: [] },
    escalateAt: [AT, '2026-06-17T03:00:00.000Z'],
    context: { events: [], entered: { amount: 5, '金额': '六' } },
    attempts: [],
    updatedAt: AT,
    ...fields,
  });

const ticketOf = (id: string, fields: Partial<Record<keyof Ticket, unknown>> = {}): Ticket =>
  ticketSchema.parse({
    id,
    version: 1,
    state: 'registered',
    title: '额度受限',
    locus: { journey: 'loan' },
    measure: 'break-rate',
    registeredAt: AT,
    measures: [],
    effective: [],
    recurrences: [],
    returns: [],
    supervision: [],
    watchers: [],
    instances: [],
    history: [{ state: 'registered', at: AT }],
    updatedAt: AT,
    ...fields,
  });

const deliveryOf = (id: string, fields: Partial<Delivery> = {}): Delivery =>
  deliverySchema.parse({ id, webhook: 'crm', event: 'ticket.moved', subject: 'ZG-0001', at: AT, state: 'waiting', attempts: [], nextAt: AT, body: '{}', ...fields });

const newTasks = (tasks: readonly HandoffTask[]): LedgerChange => ({ tasks: tasks.map((next) => ({ next })), audit: [draft('many')] });
const newTickets = (tickets: readonly Ticket[]): LedgerChange => ({ tickets: tickets.map((next) => ({ next })), audit: [draft('many')] });

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const of = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
/** Most questions ask little. */
const perhaps = <Value>(value: fc.Arbitrary<Value>) => sometimes(value, 5);
const people = of(LEDGER.people.map((id) => personId.parse(id)));
const journey = of(LEDGER.journeys.map((id) => journeyId.parse(id)));
const touchpoint = of(LEDGER.touchpoints.map((id) => touchpointId.parse(id)));
const place = fc.record({ journey, touchpoint, step: perhaps(of(LEDGER.steps.map((id) => stepId.parse(id)))) });
const visible = sometimes(fc.subarray(LEDGER.organisations.map((id) => organisationId.parse(id))), 2).map((some) => (some ? new Set(some) : ('all' as const)));
const someText = of([...AWKWARD, 'jx-', 'ZG-1', '额度', 'a_', '%', 'A%b']);

const arbitraryTaskQuestion: fc.Arbitrary<TaskQuestion> = fc.record({
  states: fc.oneof(fc.constant([...UNFINISHED_TASK_STATES]), fc.constant([...TASK_STATES]), fc.subarray([...TASK_STATES])),
  assignee: perhaps(fc.oneof(people, of(['me', 'none'] as const))),
  department: perhaps(of(LEDGER.departments.map((id) => departmentId.parse(id)))),
  journey: perhaps(journey),
  place: perhaps(place),
  touchpoint: perhaps(touchpoint),
  rule: perhaps(of([ruleId.parse('r1')])),
  priority: perhaps(of(TASK_PRIORITIES)),
  overdue: perhaps(fc.boolean()),
  instance: perhaps(of(AWKWARD.map((id) => instanceId.parse(id)))),
  q: perhaps(someText),
  me: perhaps(people),
  visible,
  now: of(LEDGER.stamps),
  sort: of(TASK_SORTS),
});

const asker = fc.record({
  me: people,
  department: perhaps(of(LEDGER.departments.map((id) => departmentId.parse(id)))),
  isManager: fc.boolean(),
  today: of(['2026-06-17', '2026-06-18']),
  weekEnds: fc.constant('2026-06-21'),
});

const arbitraryTicketQuestion: fc.Arbitrary<TicketQuestion> = fc.record({
  ids: perhaps(fc.subarray(['ZG-0', 'ZG-0001', 'ZG-0002', 'ZG-9999'].map((id) => ticketId.parse(id)))),
  states: perhaps(fc.subarray([...TICKET_STATES])),
  owner: perhaps(fc.oneof(people, of(['me', 'none'] as const))),
  department: perhaps(of(['mine' as const, ...LEDGER.departments.map((id) => departmentId.parse(id))])),
  journey: perhaps(journey),
  place: perhaps(place),
  kind: perhaps(of(KINDS)),
  due: perhaps(of(['late', 'week'] as const)),
  waiting: perhaps(fc.constantFrom('verify' as const, 'passed' as const, 'failed' as const)),
  recurred: perhaps(fc.boolean()),
  complaint: perhaps(fc.boolean()),
  watcher: perhaps(fc.constant('me' as const)),
  q: perhaps(someText),
  asker,
  sort: of(TICKET_SORTS),
  group: perhaps(of(TICKET_GROUPS)),
});

export interface LedgerStoreSuite {
  open: () => Promise<LedgerStore>;
  /** The same store as a new process would find it. */
  reopen?: (store: LedgerStore) => Promise<LedgerStore>;
  /** Random ledgers a property is tried with. */
  runs: number;
}

/** What every `LedgerStore` must do. Call it inside `describe`. */
export function ledgerStoreSuite({ open, reopen, runs }: LedgerStoreSuite): void {
  let store: LedgerStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const chain = async () => {
    const { tail: _, ...checked } = await verifyChain(store.auditChain(access));
    return checked;
  };
  const fresh = async (): Promise<LedgerStore> => {
    await store.close();
    return (store = await open());
  };

  test('a new store is empty', async () => {
    expect(await store.task(access, taskId.parse('JX-1'))).toBeUndefined();
    expect(await store.ticket(access, ticketId.parse('ZG-0001'))).toBeUndefined();
    expect(await store.document(access, 'rules')).toEqual({ version: 0, body: undefined });
    expect([await store.nextTaskNumber(access), await store.nextTicketNumber(access)]).toEqual([1, 1]);
    expect(await collect(store.auditChain(access))).toEqual([]);
    expect(await store.placeCounts(access, { visible: 'all', now: AT })).toEqual({ tasks: [], tickets: [] });
  });

  test('a change is stored together, with its audit chained to the last', async () => {
    const [task, ticket] = [taskOf('JX-1'), ticketOf('ZG-0001')];
    const first = await store.write(access, { tasks: [{ next: task }], tickets: [{ next: ticket }], audit: [draft('JX-1', 'open'), draft('ZG-0001', 'register')] });
    const second = await store.write(lin, { tickets: [{ next: { ...ticket, version: 2, title: '新题' }, expected: 1 }], audit: [{ ...draft('ZG-0001'), reason: '改名', before: { title: '额度受限' }, after: { title: '新题' } }] });
    expect(await store.task(access, task.id)).toEqual(task);
    expect(await store.ticket(access, ticket.id)).toEqual({ ...ticket, version: 2, title: '新题' });
    const entries = await collect(store.auditChain(access));
    expect(entries.map(({ action }) => action)).toEqual(['open', 'register', 'edit']);
    expect([...(first.kind === 'stored' ? first.audit : []), ...(second.kind === 'stored' ? second.audit : [])]).toEqual(entries);
    expect(await chain()).toEqual({ good: 3 });
    const ofTicket = await store.audit(access, { kind: 'ticket', id: 'ZG-0001' }, { offset: 0, limit: 1 });
    expect(ofTicket).toMatchObject({ total: 2, items: [{ action: 'edit', reason: '改名', after: { title: '新题' } }] });
    expect((await Promise.all(ofTicket.items.map((entry) => isIntact(entry)))).every(Boolean)).toBe(true);
  });

  test('what was read is a copy', async () => {
    await store.write(access, newTickets([ticketOf('ZG-0001')]));
    (await store.ticket(access, ticketId.parse('ZG-0001')))!.title = 'other';
    expect((await store.ticket(access, ticketId.parse('ZG-0001')))!.title).toBe('额度受限');
  });

  test('a version that is not the stored one is refused with the stored one, and nothing of the change is kept', async () => {
    const [task, ticket] = [taskOf('JX-1'), ticketOf('ZG-0001')];
    await store.write(access, { ...newTasks([task]), ...newTickets([ticket]), tasks: [{ next: task }] });
    await store.write(access, { documents: [{ name: 'rules', body: [1] }], audit: [draft('rules')] });
    const other = taskOf('JX-2');
    const refused: [LedgerChange, object][] = [
      [{ tasks: [{ next: other }, { next: { ...task, version: 8 }, expected: 7 }], audit: [draft('x')] }, { kind: 'stale', task }],
      [{ tasks: [{ next: other }], tickets: [{ next: ticket }], audit: [draft('x')] }, { kind: 'stale', ticket }],
      [{ tasks: [{ next: { ...other, version: 3 }, expected: 2 }], audit: [draft('x')] }, { kind: 'stale', task: undefined }],
      [{ tasks: [{ next: other }], documents: [{ name: 'rules', body: [2], expected: 0 }], audit: [draft('x')] }, { kind: 'stale', document: { name: 'rules', version: 1, body: [1] } }],
    ];
    for (const [change, answer] of refused) expect(await store.write(access, change)).toEqual(answer);
    expect(await store.task(access, other.id)).toBeUndefined();
    expect(await collect(store.auditChain(access))).toHaveLength(2);
  });

  test('of writers at once that expect the same version one is stored, and the chain holds', async () => {
    const ticket = ticketOf('ZG-0001');
    await store.write(access, newTickets([ticket]));
    const written = await Promise.all(
      ['a', 'b', 'c'].map((title) => store.write(access, { tickets: [{ next: { ...ticket, version: 2, title }, expected: 1 }], audit: [draft('ZG-0001', title)] })),
    );
    expect(written.map(({ kind }) => kind).toSorted()).toEqual(['stale', 'stale', 'stored']);
    const winner = 'abc'[written.findIndex(({ kind }) => kind === 'stored')];
    expect((await store.ticket(access, ticket.id))?.title).toBe(winner);
    expect(written.filter(({ kind }) => kind === 'stale')).toEqual([1, 2].map(() => ({ kind: 'stale', ticket: { ...ticket, version: 2, title: winner } })));
    expect(await chain()).toEqual({ good: 2 });
  });

  test('many writes at once are each answered, and those that cannot be stored do not hold back the others', async () => {
    const written = await Promise.allSettled(
      Array.from({ length: 120 }, (_, index) =>
        store.write(access, index === 60 ? { ...newTickets([{ ...ticketOf('ZG-0060'), title: '' }]) } : newTickets([ticketOf(`ZG-${String(index).padStart(4, '0')}`)])),
      ),
    );
    expect(written.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await chain()).toEqual({ good: 119 });
    expect((await store.ticketCounts(access, { me: personId.parse('lin'), isManager: true, today: '2026-06-17', weekEnds: '2026-06-21' })).open).toBe(119);
  });

  test('a change without an audit entry, and one that could not be read back, throw and store nothing', async () => {
    await expect(store.write(access, { tickets: [{ next: ticketOf('ZG-0001') }], audit: [] })).rejects.toThrow('audit');
    await expect(store.write(access, newTickets([ticketOf('ZG-0001'), { ...ticketOf('ZG-0002'), title: 'x'.repeat(201) }]))).rejects.toThrow('title');
    await expect(store.write(access, { ...newTickets([ticketOf('ZG-0001')]), audit: [{ ...draft('ZG-0001'), at: 'today' }] })).rejects.toThrow('ISO datetime');
    expect(await store.ticket(access, ticketId.parse('ZG-0001'))).toBeUndefined();
    expect(await collect(store.auditChain(access))).toEqual([]);
  });

  test('what was changed is checked and read back, also where the rest is as it was read', async () => {
    const stored = { ...ticketOf('ZG-0001'), complaint: { reference: 'TS-1', receivedOn: '2026-06-01', complex: true } };
    await store.write(access, newTickets([stored]));
    const from = (await store.ticket(access, stored.id))!;
    const write = (change: object) => store.write(access, { tickets: [{ next: { ...from, version: 2, ...change }, expected: 1, from }], audit: [draft('ZG-0001')] });
    await expect(write({ title: 'x'.repeat(201) })).rejects.toThrow('title');
    await expect(write({ watchers: ['lin', ''] })).rejects.toThrow('watchers');
    await expect(write({ locus: undefined })).rejects.toThrow('locus');
    expect(await store.ticket(access, stored.id)).toEqual(stored);
    expect((await write({ title: '新题', complaint: undefined, unknown: 1, watchers: ['lin'] })).kind).toBe('stored');
    const { complaint: _, ...rest } = stored;
    expect(await store.ticket(access, stored.id)).toEqual({ ...rest, version: 2, title: '新题', watchers: ['lin'] });
  });

  test('what hangs on a ticket is counted, and its audit is whole', async () => {
    const ticket = ticketOf('ZG-0001');
    expect(await store.besideTicket(access, ticket.id)).toEqual({ comments: 0, attachments: 0, audit: { entries: 0, tail: undefined, intact: true } });
    await store.write(access, newTickets([ticket, ticketOf('ZG-0002')]));
    await store.write(access, { tickets: [{ next: { ...ticket, version: 2, title: '新题' }, expected: 1 }], audit: [draft('ZG-0001', 'edit')] });
    const { items } = await store.audit(access, { kind: 'ticket', id: ticket.id }, { offset: 0, limit: 10 });
    // Asked twice: the second time they are known.
    for (const _ of 'ab') expect(await store.besideTicket(access, ticket.id)).toEqual({ comments: 0, attachments: 0, audit: { entries: items.length, tail: items[0]?.hash, intact: true } });
  });

  test('an interruption has one unfinished task: another is refused with it until it has ended', async () => {
    const first = taskOf('JX-1');
    const second = { ...taskOf('JX-2'), interruption: first.interruption };
    const both = await Promise.all([first, second].map((task) => store.write(access, newTasks([task]))));
    expect(both.map(({ kind }) => kind)).toEqual(['stored', 'open-task']);
    expect(both[1]).toEqual({ kind: 'open-task', task: first });
    await store.write(access, { tasks: [{ next: { ...first, version: 2, state: 'failed' }, expected: 1 }], audit: [draft('JX-1', 'fail')] });
    expect((await store.write(access, newTasks([second]))).kind).toBe('stored');
    const third = { ...taskOf('JX-3', { state: 'withdrawn' }), interruption: first.interruption };
    expect((await store.write(access, newTasks([third]))).kind).toBe('stored');
    const others = [taskOf('JX-4').interruption.id, first.interruption.id];
    expect(await store.tasksOf(access, others)).toEqual(new Map([[first.interruption.id, third.id]]));
  });

  test('unfinished tasks are told with what reconciling needs', async () => {
    await store.write(access, newTasks([taskOf('JX-1'), taskOf('JX-2', { state: 'resumed' }), taskOf('JX-3', { state: 'contacted', escalation: { level: 1, to: ['lin'] } })]));
    const { escalateAt } = taskOf('JX-1');
    expect(await store.unfinishedTasks(access)).toEqual([
      { id: 'JX-1', interruption: 'i~limit~JX-1', escalateAt, level: 0 },
      { id: 'JX-3', interruption: 'i~limit~JX-3', escalateAt, level: 1 },
    ]);
  });

  test('a key is remembered with its change, for each actor apart, and answers instead of a second change', async () => {
    const remember = { key: 'k', fingerprint: 'f', status: 201, body: { id: 'ZG-0001', 名: [1, null] } };
    const { key: _, ...answer } = remember;
    expect(await store.remembered(access, 'k')).toBeUndefined();
    const at = ['ZG-0001', 'ZG-0002'].map((id) => store.write(access, { ...newTickets([ticketOf(id)]), remember }));
    expect(await Promise.all(at)).toMatchObject([{ kind: 'stored' }, { kind: 'repeated', answer }]);
    expect(await store.ticket(access, ticketId.parse('ZG-0002'))).toBeUndefined();
    expect(await store.remembered(access, 'k')).toEqual(answer);
    expect(await store.remembered(lin, 'k')).toBeUndefined();
    expect((await store.write(lin, { ...newTickets([ticketOf('ZG-0002')]), remember })).kind).toBe('stored');
    // A change that is refused is no answer.
    await store.write(access, { ...newTickets([ticketOf('ZG-0001')]), remember: { ...remember, key: 'other' } });
    expect(await store.remembered(access, 'other')).toBeUndefined();
  });

  test('documents count their versions, whether or not somebody expects one', async () => {
    const put = (body: unknown, expected?: number) => store.write(access, { documents: [{ name: 'rules', body, expected }], audit: [draft('rules')] });
    await put(['a'], 0);
    await put({ b: null });
    expect(await store.document(access, 'rules')).toEqual({ version: 2, body: { b: null } });
    expect((await put(['c'], 1)).kind).toBe('stale');
    expect((await put(['c'], 2)).kind).toBe('stored');
    expect(await store.document(access, 'calendar')).toEqual({ version: 0, body: undefined });
  });

  test('comments come oldest first, files as they were added', async () => {
    const ticket = ticketId.parse('ZG-0001');
    const said = ['一', '二', '三'].map((text, index) => ({ id: `c${index}`, ticket, at: AT, by: personId.parse('lin'), text, mentions: [personId.parse('王')] }));
    for (const one of said) await store.write(access, { comments: [one], audit: [draft('ZG-0001', 'comment')] });
    await store.write(access, { comments: [{ ...said[0]!, id: 'c9', ticket: ticketId.parse('ZG-0002') }], audit: [draft('ZG-0002', 'comment')] });
    expect(await store.comments(access, ticket, { offset: 1, limit: 5 })).toEqual({ total: 3, items: said.slice(1) });
    const content = new Uint8Array([0, 255, 10, 0]);
    const files = ['a', 'b'].map((id) => ({ id, ticket, name: `${id}.png`, mediaType: 'image/png', bytes: 4, sha256: 'x', at: AT }));
    for (const attachment of files) await store.write(access, { attachments: [{ attachment, content }], audit: [draft('ZG-0001', 'attach')] });
    expect(await store.attachments(access, ticket)).toEqual(files);
    expect(await store.attachment(access, 'b')).toEqual({ attachment: files[1], content });
    await store.write(access, { removedAttachments: ['a'], audit: [draft('ZG-0001', 'detach')] });
    expect(await store.attachments(access, ticket)).toEqual(files.slice(1));
    expect(await store.attachment(access, 'a')).toBeUndefined();
    expect(await store.attachments(access, ticketId.parse('ZG-0002'))).toEqual([]);
  });

  test('deliveries are listed newest first, and due in the order of their time', async () => {
    const [one, two, three] = [deliveryOf('1', { nextAt: '2026-06-17T05:00:00.000Z' }), deliveryOf('2'), deliveryOf('3', { webhook: 'robot' })];
    await store.write(access, { deliveries: [one, two, three], audit: [draft('ZG-0001')] });
    expect(await store.deliveries(access, 'crm', { offset: 0, limit: 1 })).toEqual({ total: 2, items: [two] });
    const later = '2026-06-17T06:00:00.000Z';
    expect(await store.dueDeliveries(access, later, 5)).toEqual([two, three, one]);
    expect(await store.dueDeliveries(access, later, 1)).toEqual([two]);
    expect(await store.dueDeliveries(access, AT, 5)).toEqual([two, three]);
    const done: Delivery = { ...two, state: 'delivered', nextAt: undefined, attempts: [{ at: AT, status: 200, ms: 7 }] };
    await store.saveDelivery(access, done);
    expect(await store.delivery(access, '2')).toEqual(done);
    expect(await store.dueDeliveries(access, later, 5)).toEqual([three, one]);
    expect(await store.deliveries(access, 'crm', ALL)).toEqual({ total: 2, items: [done, one] });
    expect(await store.delivery(access, '4')).toBeUndefined();

    // Old ones that ended go, and all of a webhook that does.
    await store.clearDeliveries(access, { endedBefore: AT });
    expect((await store.deliveries(access, 'crm', ALL)).total).toBe(2);
    await store.clearDeliveries(access, { endedBefore: '2027-01-01T00:00:00.000Z' });
    expect((await store.deliveries(access, 'crm', ALL)).items).toEqual([one]);
    await store.clearDeliveries(access, { webhook: 'crm' });
    expect((await store.deliveries(access, 'crm', ALL)).total).toBe(0);
    expect(await store.delivery(access, three.id)).toEqual(three);
  });

  test('clearing journeys takes their tasks and tickets with what hangs on them; the audit stays, and numbers are not given again', async () => {
    const kept = [taskOf('JX-7', { interruption: { ...taskOf('JX-7').interruption, journey: 'claim' } }), ticketOf('ZG-0004', { locus: { journey: 'claim' } })] as const;
    const said = { id: 'c', at: AT, text: '一', mentions: [] };
    const attachment = { id: 'a', ticket: ticketId.parse('ZG-0009'), name: 'a.png', mediaType: 'image/png', bytes: 0, sha256: 'x', at: AT };
    await store.write(access, { ...newTasks([kept[0], taskOf('JX-12')]), tickets: [kept[1], ticketOf('ZG-0009', { watchers: ['lin'] })].map((next) => ({ next })) });
    await store.write(access, { comments: [kept[1].id, attachment.ticket].map((ticket) => ({ ...said, ticket })), attachments: [{ attachment, content: new Uint8Array() }], audit: [draft('ZG-0009')] });
    await store.clear(access, [loan], { ...draft('demo', 'remove'), subject: { kind: 'demo', id: 'demo' } });
    expect([await store.task(access, taskId.parse('JX-12')), await store.ticket(access, attachment.ticket)]).toEqual([undefined, undefined]);
    expect([await store.task(access, kept[0].id), await store.ticket(access, kept[1].id)]).toEqual(kept);
    expect([(await store.comments(access, attachment.ticket, ALL)).total, (await store.comments(access, kept[1].id, ALL)).total]).toEqual([0, 1]);
    expect(await store.attachment(access, 'a')).toBeUndefined();
    expect([await store.nextTaskNumber(access), await store.nextTicketNumber(access)]).toEqual([13, 10]);
    expect(await chain()).toEqual({ good: 3 });
    // Whoever comes next under the old number starts with nobody watching.
    await store.write(access, newTickets([ticketOf('ZG-0009')]));
    expect((await store.tickets(access, { asker: { me: personId.parse('lin'), isManager: false, today: '2026-06-17', weekEnds: '2026-06-21' }, watcher: 'me', sort: 'id' }, ALL)).total).toBe(0);
  });

  test('the number after the greatest comes next', async () => {
    await store.write(access, { ...newTasks([taskOf('JX-00012'), taskOf('JX-9')]), tickets: [{ next: ticketOf('ZG-0041') }, { next: ticketOf('other') }] });
    expect([await store.nextTaskNumber(access), await store.nextTicketNumber(access)]).toEqual([13, 42]);
  });

  test('lists of tasks hold, in their order, what the question asks for', () =>
    fc.assert(
      fc.asyncProperty(arbitraryTasks, fc.array(arbitraryTaskQuestion, { minLength: 8, maxLength: 8 }), async (tasks, questions) => {
        await fresh();
        if (tasks.length > 0) await store.write(access, newTasks(tasks));
        for (const question of questions) {
          const expected = tasks.filter((task) => taskAnswers(task, question)).toSorted(taskOrder(question));
          expect(await store.tasks(access, question, ALL)).toEqual({ total: expected.length, items: expected });
          expect(await store.tasks(access, question, { offset: 1, limit: 2 })).toEqual({ total: expected.length, items: expected.slice(1, 3) });
          const { me, visible: sees, now } = question;
          const seen = tasks.filter((task) => isVisibleTask(task, sees));
          const among = (narrowing: Partial<TaskQuestion>) => seen.filter((task) => taskAnswers(task, { states: UNFINISHED_TASK_STATES, visible: 'all', sort: 'dueAt', now, me, ...narrowing })).length;
          expect(await store.taskCounts(access, { me, visible: sees, now })).toEqual({
            byState: Object.fromEntries(TASK_STATES.map((state) => [state, among({ states: [state] })])),
            overdue: among({ overdue: true }),
            mine: among({ assignee: 'me' }),
            unassigned: among({ assignee: 'none' }),
          });
        }
      }),
      { numRuns: runs },
    ));

  test('lists of tickets hold, in their order and their groups, what the question asks for', () =>
    fc.assert(
      fc.asyncProperty(arbitraryTickets, fc.array(arbitraryTicketQuestion, { minLength: 8, maxLength: 8 }), async (tickets, questions) => {
        await fresh();
        if (tickets.length > 0) await store.write(access, newTickets(tickets));
        for (const question of questions) {
          const expected = tickets.filter((ticket) => ticketAnswers(ticket, question)).toSorted(ticketOrder(question));
          const groups = question.group && groupsOf(expected, question.group);
          expect(await store.tickets(access, question, ALL)).toEqual({ total: expected.length, items: expected, groups });
          expect(await store.tickets(access, question, { offset: 1, limit: 2 })).toEqual({ total: expected.length, items: expected.slice(1, 3), groups });
          expect(await collect(store.eachTicket(access, question))).toEqual(expected);
          const among = (narrowing: Partial<TicketQuestion>) => tickets.filter((ticket) => ticketAnswers(ticket, { asker: question.asker, ...narrowing })).length;
          const states = ['registered', 'assigned', 'remediating', 'verifying'] as const;
          expect(await store.ticketCounts(access, question.asker)).toEqual({
            open: among({ states }),
            mine: among({ states, owner: 'me' }),
            department: among({ states, department: 'mine' }),
            late: among({ due: 'late' }),
            week: among({ due: 'week' }),
            verify: among({ waiting: 'verify' }),
            passed: among({ waiting: 'passed' }),
            failed: among({ waiting: 'failed' }),
            unowned: among({ states, owner: 'none' }),
            recurred: among({ states, recurred: true }),
            waived: among({ states: ['waived'] }),
            byState: Object.fromEntries(TICKET_STATES.map((state) => [state, among({ states: [state] })])),
          });
        }
      }),
      { numRuns: runs },
    ));

  test('places count the unfinished tasks that broke there, and the tickets of each locus', () =>
    fc.assert(
      fc.asyncProperty(arbitraryTasks, arbitraryTickets, visible, of(LEDGER.stamps), async (tasks, tickets, sees, now) => {
        await fresh();
        await store.write(access, { ...newTasks(tasks), tickets: tickets.map((next) => ({ next })) });
        const counts = await store.placeCounts(access, { visible: sees, now });
        const unfinished: TaskQuestion = { states: UNFINISHED_TASK_STATES, visible: sees, sort: 'dueAt', now };
        const at = (question: TaskQuestion) => tasks.filter((task) => taskAnswers(task, question)).length;
        for (const { open: count, overdue, ...where } of counts.tasks) {
          expect(count).toBe(at({ ...unfinished, place: where }));
          expect(overdue).toBe(at({ ...unfinished, place: where, overdue: true }));
        }
        expect(counts.tasks.reduce((sum, { open: count }) => sum + count, 0)).toBe(at(unfinished));
        const keyOf = (one: object) => canonicalJson(one);
        const expected = new Map<string, number>();
        for (const { locus, state, recurrences, effective } of tickets) {
          const key = keyOf({ locus, state, recurred: recurrences.length > 0, effective });
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        expect(new Map(counts.tickets.map(({ count, ...like }) => [keyOf(like), count]))).toEqual(expected);
        const inEffect = tickets.filter(({ effective }) => effective.length > 0).toSorted((a, b) => compareTicketIds(a.id, b.id));
        expect(await store.effectiveTickets(access)).toEqual(
          inEffect.map(({ id, title, state, effective, locus: { kind: _, reason: __, ...locus } }) => ({ id, title, state, effective, locus })),
        );
      }),
      { numRuns: runs },
    ));

  test('a change of a task or ticket changes every list it is in', () =>
    fc.assert(
      fc.asyncProperty(arbitraryTickets, arbitraryTickets, arbitraryTicketQuestion, async (before, after, question) => {
        await fresh();
        await store.write(access, newTickets(before));
        const moved = after.slice(0, before.length).map((ticket, index) => ({ next: { ...ticket, id: before[index]!.id, version: 2 }, expected: 1 }));
        await store.write(access, { tickets: moved, audit: [draft('many')] });
        const now = [...moved.map(({ next }) => next), ...before.slice(moved.length)];
        const expected = now.filter((ticket) => ticketAnswers(ticket, question)).toSorted(ticketOrder(question));
        expect((await store.tickets(access, question, ALL)).items).toEqual(expected);
      }),
      { numRuns: runs },
    ));

  if (reopen)
    test('everything is there after the store was closed and opened again, and the chain goes on', async () => {
      const [task, ticket] = [taskOf('JX-1'), ticketOf('ZG-0001', { owner: 'lin' })];
      const remember = { key: 'k', fingerprint: 'f', status: 200, body: null };
      await store.write(access, { tasks: [{ next: task }], tickets: [{ next: ticket }], documents: [{ name: 'rules', body: {} }], deliveries: [deliveryOf('1')], audit: [draft('ZG-0001')], remember });
      store = await reopen(store);
      expect([await store.task(access, task.id), await store.ticket(access, ticket.id)]).toEqual([task, ticket]);
      expect(await store.document(access, 'rules')).toEqual({ version: 1, body: {} });
      expect(await store.remembered(access, 'k')).toEqual({ fingerprint: 'f', status: 200, body: null });
      expect(await store.dueDeliveries(access, AT, 5)).toEqual([deliveryOf('1')]);
      await store.write(access, newTickets([ticketOf('ZG-0002')]));
      expect(await chain()).toEqual({ good: 2 });
    });
}
