import { attachment, comment, MAX_ATTACHMENT_BYTES, problem, viewsAnswer } from '#contract';
import { verifyChain } from '#model';
import { describe, expect, test } from 'vitest';
import { as, ledgerApp, move, storeKinds, type TestApp, ticketOf } from '../testing';

const registered = async (app: TestApp) => ticketOf(await app.json('/api/v1/tickets', { ...as('boss'), json: { title: 'x', locus: { journey: 'loan' } } })).id;
const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const PNG = bytes('\u0089PNG\r\n\u001A\n and the rest');
const XLSX = bytes('PK\u0003\u0004 … xl/workbook.xml …');

const attach = (app: TestApp, id: string, name: string, content: Uint8Array<ArrayBuffer>, who = 'ann') =>
  app.ask(`/api/v1/tickets/${id}/attachments?filename=${encodeURIComponent(name)}`, { method: 'POST', body: content, headers: { ...as(who).headers, 'content-type': 'application/octet-stream' } });

describe.each(storeKinds)('on $name', ({ open }) => {
  test('comments are listed oldest first; whom they mention watches the ticket, and nobody’s edit is stale for one that mentions nobody new', async () => {
    const app = await ledgerApp(open);
    const id = await registered(app);
    const say = async (who: string, text: string, mentions: string[] = [], key?: string) => comment.parse((await app.json(`/api/v1/tickets/${id}/comments`, { ...as(who, undefined, key), json: { text, mentions } })).comment);
    await say('ann', '先看日志');
    expect(ticketOf(await app.json(`/api/v1/tickets/${id}`, as('ann')))).toMatchObject({ version: 1, comments: 1 });
    const second = await say('ann', '@宝 请看', ['bob', 'bob', 'boss'], 'k');
    expect(second.mentions).toEqual(['bob', 'boss']);
    expect((await say('ann', '@宝 请看', ['bob', 'bob', 'boss'], 'k')).id).toBe(second.id);
    expect(ticketOf(await app.json(`/api/v1/tickets/${id}`, as('ann')))).toMatchObject({ version: 2, comments: 2, watchers: ['boss', 'bob'], audit: { entries: 4, intact: true } });
    const page = await app.json(`/api/v1/tickets/${id}/comments?limit=1`, as('bob'));
    expect(page).toMatchObject({ total: 2, items: [{ text: '先看日志', by: 'ann' }] });
    expect(await app.json(`/api/v1/tickets/${id}/comments?limit=1&cursor=${String(page.nextCursor)}`, as('bob'))).toMatchObject({ items: [{ id: second.id }] });
    const unknown = problem.parse(await (await app.ask(`/api/v1/tickets/${id}/comments`, { ...as('ann'), json: { text: 'x', mentions: ['nobody'] } })).json());
    expect(unknown).toMatchObject({ status: 400, errors: [{ pointer: '/mentions/0' }] });
    expect((await app.ask('/api/v1/tickets/ZG-9/comments', { ...as('ann'), json: { text: 'x' } })).status).toBe(404);
  });

  test('a comment that makes somebody watch comes through although the ticket changes at the same time', async () => {
    const app = await ledgerApp(open);
    const id = await registered(app);
    const answers = await Promise.all(
      ['ann', 'bob', 'head', 'beijing'].map((one) => app.ask(`/api/v1/tickets/${id}/comments`, { ...as('boss'), json: { text: one, mentions: [one] } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss'))).watchers.toSorted()).toEqual(['ann', 'beijing', 'bob', 'boss', 'head']);
  });

  test('files come back as they were added, with their hash', async () => {
    const app = await ledgerApp(open);
    const id = await registered(app);
    const response = await attach(app, id, '截图 1.png', PNG);
    expect(response.status).toBe(201);
    const stored = attachment.parse((JSON.parse(await response.text()) as { attachment: unknown }).attachment);
    expect(stored).toMatchObject({ name: '截图 1.png', mediaType: 'image/png', bytes: PNG.length, by: 'ann' });
    const file = await app.ask(`/api/v1/attachments/${stored.id}`, as('bob'));
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('截图 1.png')}`);
    const content = new Uint8Array(await file.arrayBuffer());
    expect(content).toEqual(PNG);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
    expect(stored.sha256).toBe(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    expect(await app.json(`/api/v1/tickets/${id}/attachments`, as('bob'))).toMatchObject({ total: 1, items: [{ id: stored.id }] });

    expect((await app.ask(`/api/v1/attachments/${stored.id}`, { ...as('bob'), method: 'DELETE' })).status).toBe(403);
    const heard: unknown[] = [];
    app.services.changes.subscribe(({ message }) => message.type !== 'revision' && heard.push(message));
    expect((await app.ask(`/api/v1/attachments/${stored.id}`, { ...as('ann'), method: 'DELETE' })).status).toBe(200);
    expect(heard).toEqual([{ type: 'ticket', id }]);
    expect((await app.ask(`/api/v1/attachments/${stored.id}`, as('bob'))).status).toBe(404);
    expect(await app.json(`/api/v1/tickets/${id}/audit`, as('bob'))).toMatchObject({ items: [{ action: 'detach', before: { attachment: { sha256: stored.sha256 } } }, { action: 'attach' }, { action: 'register' }] });
  });

  test('a file that is not taken is told why, for the page to say it in its language', async () => {
    const app = await ledgerApp(open);
    const id = await registered(app);
    const told = async (name: string, content: string) => problem.parse(await (await attach(app, id, name, bytes(content))).json()).errors;
    expect(await told('a.exe', 'MZ')).toMatchObject([{ pointer: '?filename', code: 'attachment-type' }]);
    expect(await told('a.png', 'no picture')).toMatchObject([{ pointer: '', code: 'attachment-content', params: { name: 'a.png' } }]);
    expect(await told('a.txt', '')).toMatchObject([{ pointer: '', code: 'file-empty' }]);
  });

  test('what a ticket was ended on stays with it', async () => {
    const app = await ledgerApp(open);
    const id = await registered(app);
    const { attachment: { id: file } } = (await (await attach(app, id, 'a.txt', bytes('x'))).json()) as { attachment: { id: string } };
    await move(app, 'boss', id, { move: 'waive', reason: 'x' });
    expect((await app.ask(`/api/v1/attachments/${file}`, { ...as('boss'), method: 'DELETE' })).status).toBe(403);
  });

  test('the whole audit is one unbroken chain, for whoever may see everything', async () => {
    const app = await ledgerApp(open);
    const id = await registered(app);
    await app.json(`/api/v1/tickets/${id}/comments`, { ...as('ann'), json: { text: 'x' } });
    const response = await app.ask('/api/v1/audit', as('boss'));
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as unknown);
    async function* each() {
      yield* lines;
    }
    expect(await verifyChain(each())).toMatchObject({ good: 2 });
    expect((await app.ask('/api/v1/audit', as('head'))).status).toBe(403);
  });

  test('saved views are each person’s own, and everybody’s when shared', async () => {
    const app = await ledgerApp(open);
    const view = (id: string, shared: boolean) => ({ id, name: id, page: 'ledger', search: 'due=late', shared });
    const put = (who: string, views: unknown[]) => app.ask('/api/v1/views', { ...as(who), method: 'PUT', json: { views } });
    const names = async (who: string) => viewsAnswer.parse(await app.json('/api/v1/views', as(who))).views.map(({ id, owner }) => `${owner}/${id}`);
    await put('ann', [view('mine', false), view('ours', true)]);
    await put('boss', [view('all', true)]);
    expect(await names('ann')).toEqual(['ann/mine', 'ann/ours', 'boss/all']);
    expect(await names('bob')).toEqual(['boss/all', 'ann/ours']);
    await put('ann', []);
    expect(await names('ann')).toEqual(['boss/all']);
    expect((await put('ann', [view('x', false), view('x', true)])).status).toBe(400);
  });
});

test.each([
  ['a.exe', PNG, 422],
  ['a', PNG, 422],
  ['a.png', bytes('GIF89a'), 422],
  ['a.png', new Uint8Array(), 422],
  ['a.PNG', PNG, 201],
  ['a.jpeg', bytes('\u00FF\u00D8\u00FF\u00E0'), 201],
  ['a.gif', bytes('GIF89a…'), 201],
  ['a.webp', bytes('RIFF1234WEBP'), 201],
  ['a.webp', bytes('RIFF1234WAVE'), 422],
  ['a.pdf', bytes('%PDF-1.7'), 201],
  ['a.xlsx', XLSX, 201],
  ['a.docx', XLSX, 422],
  ['a.txt', new TextEncoder().encode('中断\r\n\t接续'), 201],
  ['a.csv', PNG, 422],
] as const)('a file %s is checked by name and content', async (name, content, status) => {
  const app = await ledgerApp();
  expect((await attach(app, await registered(app), name, new Uint8Array(content))).status).toBe(status);
});

test('a file may have 10 MiB and not a byte more', async () => {
  const app = await ledgerApp();
  const id = await registered(app);
  const file = (length: number) => new Uint8Array(length).fill(0x41);
  expect((await attach(app, id, 'a.txt', file(MAX_ATTACHMENT_BYTES))).status).toBe(201);
  expect((await attach(app, id, 'a.txt', file(MAX_ATTACHMENT_BYTES + 1))).status).toBe(413);
});
