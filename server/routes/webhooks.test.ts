import { createHmac } from 'node:crypto';
import { delivery, type Delivery, taskAnswer } from '#contract';
import { demoPeople } from '#demo';
import { DAY, handoffRule, HOUR, MINUTE, SECOND } from '#model';
import { z } from 'zod';
import { describe, expect, test, vi } from 'vitest';
import { startWebhooks } from '../jobs/webhooks';
import { systemAccess, type WebhookAnswer, type WebhookRequest } from '../ports';
import { loanEvent, NOW, smallCatalogue, storeKinds, type TestApp, type TestAppOptions, testApp } from '../testing';

const rule = handoffRule.parse({ id: 'r', name: { zh: 'r' }, enabled: true, scene: { kinds: ['limit'] }, mode: 'realtime', touchpoint: 'video', department: 'video-centre', slaMinutes: 5, clock: 'always', priority: 'urgent' });
const access = systemAccess('test');
const crm = { name: 'CRM', url: 'https://crm.example/hook?key=k-1', events: ['task.opened', 'task.moved', 'task.overdue', 'task.ended'], enabled: true, template: '' };
const added = z.object({ webhook: z.object({ id: z.string(), secretTail: z.string() }), secret: z.string() });

/** A world that answers webhooks as it is told, and remembers what it was sent. */
async function listened(options: TestAppOptions = {}) {
  const sent: WebhookRequest[] = [];
  const answers: WebhookAnswer[] = [];
  const sendWebhook = async (request: WebhookRequest) => {
    sent.push(request);
    return answers.shift() ?? { status: 200, body: 'ok' };
  };
  const app = await testApp({ catalogue: smallCatalogue, sendWebhook, ...options });
  const { people, departments } = demoPeople();
  await app.ports.desk.replacePeople(access, people.map((person) => ({ ...person, organisation: undefined })), departments);
  await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [rule] } });
  const add = async (more: object = {}) => added.parse(await app.json('/api/v1/webhooks', { json: { ...crm, ...more } }));
  const breaks = async (...instances: string[]) => {
    await app.json('/api/v1/events', { json: instances.map((instance) => loanEvent(instance, ['quote', 'app', 'limited'], '2026-06-01T11:59:00')) });
    await app.services.reconciler.reconcile();
  };
  const log = async (id: string): Promise<Delivery[]> => z.array(delivery).parse((await app.json(`/api/v1/webhooks/${id}/deliveries`)).items);
  return { app, sent, answers, add, breaks, log };
}

const claim = async (app: TestApp, version = 1) => taskAnswer.parse(await app.json('/api/v1/tasks/JX-000001/moves', { json: { move: 'claim' }, headers: { 'if-match': `"${version}"`, 'x-acting-as': 'xu' } }));

describe.each(storeKinds)('webhooks in $name', ({ open }) => {
  test('a change is told with a signature that the secret checks, and logged', async () => {
    const { app, sent, add, breaks, log } = await listened({ stores: await open() });
    const { webhook, secret } = await add();
    await breaks('a');
    await claim(app);
    await app.services.dispatcher.dispatch();
    expect(sent.map(({ url, headers }) => [url, headers['x-throughline-event']])).toEqual([
      [crm.url, 'task.opened'],
      [crm.url, 'task.moved'],
    ]);
    for (const { headers, body } of sent) {
      expect(headers['x-throughline-timestamp']).toBe(String(NOW / 1000));
      expect(headers['x-throughline-signature']).toBe(createHmac('sha256', secret).update(`${headers['x-throughline-timestamp']}.${body}`).digest('hex'));
    }
    expect(JSON.parse(sent[1]?.body ?? '')).toMatchObject({
      event: 'task.moved',
      action: 'claim',
      actor: 'person:xu',
      subject: 'JX-000001',
      title: { zh: '接续任务 JX-000001 已认领：保单贷款 › 试算 · App', en: 'Handoff task JX-000001 claimed: Policy loan › 试算 · App' },
      due: '2026-06-01 12:04',
      person: { zh: '许虚构', en: 'Xu Xugou' },
      before: { state: 'open' },
      after: { state: 'claimed', assignee: 'xu' },
      task: { id: 'JX-000001', version: 2 },
    });
    const [second, first] = await log(webhook.id);
    expect([first, second]).toMatchObject([{ event: 'task.opened', subject: 'JX-000001', state: 'delivered', attempts: [{ status: 200 }] }, { event: 'task.moved', state: 'delivered' }]);
    expect([first?.id, second?.id]).toEqual(sent.map(({ headers }) => headers['x-throughline-delivery']));
  });

  test('nothing leaves of who the customer is', async () => {
    const { app, sent, add } = await listened({ stores: await open() });
    await add();
    await app.json('/api/v1/events', { json: [{ ...loanEvent('a', ['quote', 'app', 'limited'], '2026-06-01T11:59:00'), attributes: { mobile: '13812345678', amount: 7 } }] });
    await app.services.reconciler.reconcile();
    await app.services.dispatcher.dispatch();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).not.toMatch(/13812345678|138\*|contact|entered/);
  });

  test('what is to be told is stored with the change: none is lost by a crash, none is told of what did not happen', async () => {
    const stores = await open();
    const before = await listened({ stores });
    const { webhook } = await before.add();
    await before.breaks('a');
    await claim(before.app);
    const stale = await before.app.ask('/api/v1/tasks/JX-000001/moves', { json: { move: 'release' }, headers: { 'if-match': '"1"' } });
    expect(stale.status).toBe(412);
    // The process is gone before it has sent anything; the next one sends it.
    expect(before.sent).toEqual([]);
    const after = await listened({ stores });
    await after.app.services.dispatcher.dispatch();
    expect(after.sent.map(({ headers }) => headers['x-throughline-event'])).toEqual(['task.opened', 'task.moved']);
    expect((await after.log(webhook.id)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  });

  test('it is told only what it wants to hear, and nothing while it is switched off', async () => {
    const { app, sent, add, breaks } = await listened({ stores: await open() });
    await add({ events: ['task.moved'] });
    await add({ name: 'off', enabled: false });
    await breaks('a');
    await claim(app);
    await app.services.dispatcher.dispatch();
    expect(sent.map(({ headers }) => headers['x-throughline-event'])).toEqual(['task.moved']);
  });

  test('a late task and its end are told too', async () => {
    const { app, sent, add, breaks } = await listened({ stores: await open() });
    await add({ template: '{"say":"{{title}}"}' });
    await breaks('a');
    app.setNow(NOW + HOUR);
    await app.services.reconciler.reconcile();
    await app.json('/api/v1/events', { json: [loanEvent('a', ['quote', 'app', 'done'], '2026-06-01T12:30:00')] });
    await app.services.reconciler.reconcile();
    await app.services.dispatcher.dispatch();
    expect(sent.map(({ body }) => (JSON.parse(body) as { say: string }).say)).toEqual([
      '接续任务 JX-000001 待接续：保单贷款 › 试算 · App',
      '接续任务 JX-000001 已超时 · 待接续：保单贷款 › 试算 · App',
      '接续任务 JX-000001 客户已自行恢复：保单贷款 › 试算 · App',
    ]);
  });

  test('tickets are told: registered, edited, commented', async () => {
    const { app, sent, add } = await listened({ stores: await open() });
    await add({ events: ['ticket.registered', 'ticket.edited', 'ticket.commented'], template: '{"e":"{{event}}","t":"{{title.en}}","who":"{{person}}"}' });
    await app.json('/api/v1/tickets', { json: { title: '提高"额度"', locus: { journey: 'loan', step: 'quote' } } });
    await app.json('/api/v1/tickets/ZG-0001', { method: 'PATCH', json: { owner: 'li' }, headers: { 'if-match': '"1"' } });
    await app.json('/api/v1/tickets/ZG-0001/comments', { json: { text: '先看数据', mentions: [] } });
    await app.services.dispatcher.dispatch();
    expect(sent.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { e: 'ticket.registered', t: 'Ticket ZG-0001 registered: 提高"额度"', who: '' },
      { e: 'ticket.edited', t: 'Ticket ZG-0001 registered: 提高"额度"', who: '李示例' },
      { e: 'ticket.commented', t: 'Ticket ZG-0001 registered: 提高"额度"', who: '李示例' },
    ]);
  });

  test('what fails is tried again later and later with the same id and body, then given up, and can be sent again', async () => {
    const { app, sent, answers, add, breaks, log } = await listened({ stores: await open() });
    const { webhook } = await add({ events: ['task.opened'] });
    await breaks('a');
    answers.push({ error: 'connect ECONNREFUSED' }, { status: 500, body: 'oops' }, { status: 429, body: '', retryAfterMs: 20 * MINUTE });
    const { dispatcher } = app.services;
    const at = async (now: number) => {
      app.setNow(now);
      await dispatcher.dispatch();
      const [one] = await log(webhook.id);
      if (!one) throw new Error('There is one.');
      return one;
    };
    const first = await at(NOW);
    expect(first).toMatchObject({ state: 'waiting', attempts: [{ error: 'connect ECONNREFUSED' }] });
    const wait = Date.parse(first.nextAt ?? '') - NOW;
    expect(wait).toBeGreaterThanOrEqual(8 * SECOND);
    expect(wait).toBeLessThanOrEqual(12 * SECOND);
    expect((await at(NOW + wait - 1)).attempts).toHaveLength(1);
    const second = await at(NOW + wait);
    expect(second).toMatchObject({ state: 'waiting', attempts: [{}, { status: 500, error: 'answered 500: oops' }] });
    const third = await at(Date.parse(second.nextAt ?? ''));
    // As long as the receiver asks for.
    expect(Date.parse(third.nextAt ?? '')).toBe(Date.parse(second.nextAt ?? '') + 20 * MINUTE);
    answers.push(...Array.from({ length: 5 }, () => ({ error: 'down' })));
    let last = third;
    while (last.nextAt !== undefined) last = await at(Date.parse(last.nextAt));
    expect(last).toMatchObject({ state: 'failed' });
    expect(last.attempts).toHaveLength(8);
    expect(Date.parse(last.attempts.at(-1)?.at ?? '') - NOW).toBeLessThan(2 * DAY);
    expect(new Set(sent.map(({ headers, body }) => `${headers['x-throughline-delivery']} ${body}`)).size).toBe(1);

    expect(await app.json(`/api/v1/deliveries/${last.id}/redeliver`, { method: 'POST' })).toMatchObject({ delivery: { id: last.id, state: 'waiting' } });
    await dispatcher.dispatch();
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'delivered', attempts: { length: 9 } });
    expect(sent.at(-1)?.body).toBe(sent[0]?.body);
  });

  test('behind one that fails the others of its webhook wait, and those of another do not', async () => {
    const { app, sent, answers, add, breaks, log } = await listened({ stores: await open() });
    const dead = await add({ events: ['task.opened'], url: 'https://dead.example/' });
    await breaks('a', 'b', 'c');
    answers.push({ error: 'down' });
    await app.services.dispatcher.dispatch();
    const alive = await add({ events: ['task.moved'] });
    await claim(app);
    await app.services.dispatcher.dispatch();
    expect(sent.map(({ url }) => new URL(url).host)).toEqual(['dead.example', 'crm.example']);
    expect((await log(dead.webhook.id)).map(({ state, attempts }) => [state, attempts.length])).toEqual([['waiting', 0], ['waiting', 0], ['waiting', 1]]);
    expect((await log(alive.webhook.id)).map(({ state }) => state)).toEqual(['delivered']);
    app.setNow(NOW + MINUTE);
    await app.services.dispatcher.dispatch();
    // In the order in which it happened.
    expect(sent.slice(2).map(({ body }) => (JSON.parse(body) as { subject: string }).subject)).toEqual(['JX-000001', 'JX-000002', 'JX-000003']);
  });

  test('a group robot that answers 200 and an errcode has not taken it', async () => {
    const { app, answers, add, breaks, log } = await listened({ stores: await open() });
    const { webhook } = await add({ events: ['task.opened'] });
    await breaks('a');
    answers.push({ status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
    await app.services.dispatcher.dispatch();
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'waiting', attempts: [{ status: 200, error: 'refused: {"errcode":93000,"errmsg":"invalid webhook url"}' }] });
  });

  test('webhooks are listed without their secret, changed, switched off and removed with what waits; the audit has no keys', async () => {
    const { app, sent, add, breaks, log } = await listened({ stores: await open() });
    const { webhook, secret } = await add();
    expect(secret.endsWith(webhook.secretTail)).toBe(true);
    const other = await add({ name: 'other' });
    const list = async () => JSON.stringify(await app.json('/api/v1/webhooks'));
    expect(await list()).not.toContain(secret);
    await breaks('a');
    await app.json(`/api/v1/webhooks/${webhook.id}`, { method: 'PUT', json: { ...crm, name: 'renamed', enabled: false } });
    expect(JSON.parse(await list())).toMatchObject({ webhooks: [{ id: webhook.id, name: 'renamed', enabled: false, secretTail: webhook.secretTail }, { name: 'other' }] });
    await app.json(`/api/v1/webhooks/${other.webhook.id}`, { method: 'DELETE' });
    await app.services.dispatcher.dispatch();
    expect(sent).toEqual([]);
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'failed', attempts: [{ error: 'the webhook is switched off' }] });
    for (const path of [`/api/v1/webhooks/${other.webhook.id}/deliveries`, '/api/v1/webhooks/none/deliveries']) expect((await app.ask(path)).status).toBe(404);
    const { items } = await app.ports.ledger.audit(access, { kind: 'webhook', id: webhook.id }, { offset: 0, limit: 10 });
    expect(items.map(({ action }) => action)).toEqual(['edit', 'add']);
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`${secret}|k-1`));
  });

  test('old deliveries go after a month', async () => {
    const { app, add, breaks, log } = await listened({ stores: await open() });
    const { webhook } = await add();
    await breaks('a');
    const { dispatcher } = app.services;
    await dispatcher.dispatch();
    app.setNow(NOW + 29 * DAY);
    await dispatcher.dispatch();
    expect(await log(webhook.id)).toHaveLength(1);
    app.setNow(NOW + 31 * DAY);
    await dispatcher.dispatch();
    expect(await log(webhook.id)).toEqual([]);
  });
});

test('a template that is no JSON, an address with a password, and one that is not the web’s are refused by pointer', async () => {
  const { app } = await listened();
  const errors = async (more: object) => ((await (await app.ask('/api/v1/webhooks', { json: { ...crm, ...more } })).json()) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
  expect(await errors({ template: '{"a":{{title}}' })).toEqual(['/template']);
  expect(await errors({ url: 'https://me:secret@crm.example/' })).toEqual(['/url']);
  expect(await errors({ url: 'file:///etc/passwd' })).toEqual(['/url']);
  expect(await errors({ url: 'javascript:alert(1)' })).toEqual(['/url']);
  expect(await errors({ events: [] })).toEqual(['/events']);
});

test('only managers and engineers see and change them; everybody sees the templates', async () => {
  const { app } = await listened();
  const status = async (who: string, path: string, init: object = {}) => (await app.ask(path, { ...init, headers: { 'x-acting-as': who } })).status;
  expect(await Promise.all(['lin', 'yang', 'lu', 'su'].map((who) => status(who, '/api/v1/webhooks')))).toEqual([200, 200, 403, 403]);
  expect(await Promise.all(['lin', 'yang', 'lu', 'su'].map((who) => status(who, '/api/v1/webhooks', { json: crm })))).toEqual([201, 201, 403, 403]);
  expect(await status('lu', '/api/v1/webhook-templates')).toBe(200);
});

test('a test sends an example now and tells what came back; it is not in the log', async () => {
  const { app, sent, answers, add, log } = await listened();
  const { webhook } = await add({ template: '{"msgtype":"text","text":{"content":"{{title}}"}}' });
  answers.push({ status: 404, body: 'no such hook' });
  expect(await app.json(`/api/v1/webhooks/${webhook.id}/test`, { method: 'POST' })).toMatchObject({ status: 404, error: 'answered 404: no such hook', body: sent[0]?.body });
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('示例') } });
  expect(await log(webhook.id)).toEqual([]);
});

test('the job sends at once after a change, and again when an attempt’s time comes', async () => {
  // Signing takes real time on another thread: only the job's own pace is made up.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { app, sent, answers, add, breaks, log } = await listened();
    const { webhook } = await add({ events: ['task.opened'] });
    const stop = startWebhooks(app.services);
    answers.push({ error: 'down' });
    await breaks('a');
    await expect.poll(async () => (await log(webhook.id))[0]?.attempts.length).toBe(1);
    vi.advanceTimersByTime(30 * SECOND);
    app.setNow(NOW + MINUTE);
    vi.advanceTimersByTime(5 * SECOND);
    await expect.poll(async () => (await log(webhook.id))[0]?.state).toBe('delivered');
    expect(sent).toHaveLength(2);
    await stop();
  } finally {
    vi.useRealTimers();
  }
});

test('in a browser, which sends nothing to others, a delivery fails at once and says why', async () => {
  const { app, add, breaks, log } = await listened({ sendWebhook: undefined });
  const { webhook } = await add();
  await breaks('a');
  await app.services.dispatcher.dispatch();
  expect((await log(webhook.id))[0]).toMatchObject({ state: 'failed', attempts: [{ error: expect.stringContaining('in a browser') }] });
});
