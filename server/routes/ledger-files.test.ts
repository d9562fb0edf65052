import { type LedgerImportAnswer, ledgerImportAnswer, problem, XLSX } from '#contract';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../sheets/read-workbook';
import { type CellToWrite, writeWorkbook } from '#sheets';
import { as, ledgerApp, move, storeKinds, type TestApp, ticketOf } from '../testing';

type Table = CellToWrite[][];
const bytesOf = async (body: ReadableStream<Uint8Array> | Response) => new Uint8Array(await (body instanceof Response ? body : new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>)).arrayBuffer()); // fflate makes no shared buffers.
const sheetOf = ([headers = [], ...rows]: Table) => bytesOf(writeWorkbook({ name: 'x', columns: headers.map((header) => ({ header: String(header), width: 10 })), rows }));

const send = async (app: TestApp, table: Table | Uint8Array<ArrayBuffer>, { dry = false, who = 'boss', key = '' } = {}) =>
  app.ask(`/api/v1/tickets.xlsx?dry=${dry}`, { method: 'POST', headers: { ...as(who).headers, 'content-type': XLSX, ...(key && { 'idempotency-key': key }) }, body: table instanceof Uint8Array ? table : await sheetOf(table) });
const told = async (response: Promise<Response>): Promise<LedgerImportAnswer> => ledgerImportAnswer.parse(await (await response).json());
const summary = ({ registered, edited, same, rejected }: LedgerImportAnswer) => ({ registered, edited, same, rejected });
const table = async (app: TestApp, query = '') => {
  const [header, ...rows] = readWorkbook(await bytesOf(await app.ask(`/api/v1/tickets.xlsx${query}`, as('boss')))).rows;
  return rows.map(({ cells }) => Object.fromEntries([...(header?.cells ?? [])].map(([at, name]) => [String(name), cells.get(at)])));
};
const HEADERS = ['标题', '旅程', '步骤', '触点', '中断类型', '中断原因', '责任人', '责任部门', '期限', '目标下降（百分点）', '重要', '说明', '投诉编号', '投诉收到日期', '复杂投诉'];

describe.each(storeKinds)('on $name', ({ open }) => {
  test('a sheet registers tickets by names, and a dry run only says so', async () => {
    const app = await ledgerApp(open);
    const rows: Table = [HEADERS, ['试算超限', '保单贷款', '试算', 'App', '规则受限', '超限额', '安', 'it', { day: '2026-06-30' }, 1.5, '是', '=说明', 'T-1', '2026/5/20', '是'], ['第二张', 'loan', undefined, 'Video agent', undefined, undefined, 'bob', undefined, '2026年7月1日', '2%']];
    expect(summary(await told(send(app, rows, { dry: true })))).toEqual({ registered: 2, edited: 0, same: 0, rejected: 0 });
    expect((await app.json('/api/v1/tickets', as('boss'))).total).toBe(0);
    const done = await told(send(app, rows));
    expect(done.rows).toEqual([{ row: 2, does: 'register', id: 'ZG-0001', title: '试算超限', errors: [] }, { row: 3, does: 'register', id: 'ZG-0002', title: '第二张', errors: [] }]);
    expect(ticketOf(await app.json('/api/v1/tickets/ZG-0001', as('boss')))).toMatchObject({
      locus: { journey: 'loan', step: 'quote', touchpoint: 'app', kind: 'limit', reason: 'over-limit' }, owner: 'ann', department: 'it', due: '2026-06-30', target: 0.015, important: true, description: '=说明',
      complaint: { reference: 'T-1', receivedOn: '2026-05-20', complex: true }, registeredBy: 'boss', audit: { entries: 1, intact: true },
    });
    expect(ticketOf(await app.json('/api/v1/tickets/ZG-0002', as('boss')))).toMatchObject({ locus: { journey: 'loan', touchpoint: 'video' }, owner: 'bob', due: '2026-07-01', target: 0.02, important: false, measure: 'break-rate' });
  });

  test('a sheet that is sent again with its key is taken once, and answers the same', async () => {
    const app = await ledgerApp(open);
    const rows: Table = [HEADERS, ['试算超限', 'loan'], ['没有旅程', undefined]];
    const file = await sheetOf(rows);
    const both = await Promise.all([1, 2].map(() => told(send(app, file, { key: 'sheet-1' }))));
    for (const answer of [...both, await told(send(app, file, { key: 'sheet-1' }))]) {
      expect(summary(answer)).toEqual({ registered: 1, edited: 0, same: 0, rejected: 1 });
      expect(answer.rows).toEqual(both[0]?.rows);
    }
    expect((await app.json('/api/v1/tickets', as('boss'))).total).toBe(1);
    // A dry run has nothing to remember, whatever its key.
    expect(summary(await told(send(app, file, { key: 'sheet-1', dry: true })))).toMatchObject({ registered: 1 });
    const other = await send(app, [HEADERS, ['另一张', 'loan']], { key: 'sheet-1' });
    expect(problem.parse(await other.json()).type).toContain('idempotency-mismatch');
    expect(summary(await told(send(app, file, { key: 'sheet-2' })))).toMatchObject({ registered: 1 });
    expect((await app.json('/api/v1/tickets', as('boss'))).total).toBe(2);
  });

  test('two sheets at once get numbers of their own, and each ticket has its audit', async () => {
    const app = await ledgerApp(open);
    const answers = await Promise.all(['一', '二', '三'].map((title) => told(send(app, [HEADERS, [`${title}甲`, 'loan'], [`${title}乙`, 'loan']]))));
    const ids = answers.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(['ZG-0001', 'ZG-0002', 'ZG-0003', 'ZG-0004', 'ZG-0005', 'ZG-0006']);
    for (const { rows } of answers) for (const { id, title } of rows) expect(ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss')))).toMatchObject({ title, audit: { entries: 1, intact: true } });
  });

  test('what is exported is the same when it is read again, in either language, and an edited cell is an edit', async () => {
    const app = await ledgerApp(open);
    await told(send(app, [HEADERS, ['试算超限', 'loan', 'quote', 'app', undefined, undefined, 'ann', 'it', '2026-06-30', 1.234567, '是', '两行\n说明', 'T-1', '2026-05-20', '否'], ['另一张', 'loan']]));
    await move(app, 'boss', 'ZG-0001', { move: 'assign' });
    for (const language of ['zh', 'en']) {
      const file = await bytesOf(await app.ask(`/api/v1/tickets.xlsx?language=${language}`, as('boss')));
      expect(summary(await told(send(app, file)))).toEqual({ registered: 0, edited: 0, same: 2, rejected: 0 });
    }
    const [first, second] = await table(app);
    expect(first).toMatchObject({ 编号: 'ZG-0001', 状态: '已立项', 旅程: '保单贷款', 步骤: '试算', 责任人: '安', '目标下降（百分点）': 1.234567, 重要: '是', 说明: '两行\n说明', 法定期限: 46_177, 版本: 2 });
    expect(second).toMatchObject({ 编号: 'ZG-0002', 重要: '否' });
    expect((await table(app, '?state=assigned')).length).toBe(1);

    const edited = await told(send(app, [['编号', '标题', '期限', '说明'], ['ZG-0001', '试算超限', '2026-07-15', undefined], ['ZG-0002', '另一张', undefined, undefined]]));
    expect(summary(edited)).toEqual({ registered: 0, edited: 1, same: 1, rejected: 0 });
    const changed = ticketOf(await app.json('/api/v1/tickets/ZG-0001', as('boss')));
    expect(changed).toMatchObject({ due: '2026-07-15', owner: 'ann', version: 3, complaint: { reference: 'T-1' } });
    expect(changed.description).toBeUndefined();
  });

  test('each wrong cell is told by itself, and the good rows are taken all the same', async () => {
    const app = await ledgerApp(open);
    await told(send(app, [HEADERS, ['一', 'loan', undefined, undefined, undefined, undefined, 'ann', 'it', '2026-06-30', 1]]));
    await move(app, 'boss', 'ZG-0001', { move: 'assign' });
    const headers = ['编号', ...HEADERS, '版本'];
    const answer = await told(
      send(app, [
        headers,
        [undefined, undefined, 'loan', '跳舞', '月球', '别的', '没有', '无名', '无部门', '2026-02-30', 120, '也许', undefined, 'T-2'],
        ['ZG-0001', '一', '保单贷款', '试算', undefined, undefined, undefined, 'ann', undefined, '2026-06-30', 1, undefined, undefined, undefined, undefined, undefined, 2],
        ['ZG-0001', '又一次', 'loan'],
        ['ZG-9', '没有', 'loan'],
        [undefined, '好的', 'loan'],
      ]),
    );
    expect(summary(answer)).toEqual({ registered: 1, edited: 0, same: 0, rejected: 4 });
    expect(answer.rows[0]?.errors.map(({ cell, column, code }) => `${cell} ${column} ${code}`)).toEqual([
      'D2 步骤 cell-unknown', 'E2 触点 cell-unknown', 'F2 中断类型 cell-no-choice', 'G2 中断原因 cell-unknown', 'K2 目标下降（百分点） cell-no-number', 'H2 责任人 cell-unknown', 'I2 责任部门 cell-unknown',
      'J2 期限 cell-no-date', 'L2 重要 cell-no-choice', 'O2 投诉收到日期 cell-required', 'B2 标题 cell-required',
    ]);
    // Assigned: its locus is fixed, and it cannot do without a department.
    expect(answer.rows[1]?.errors.map(({ cell, code }) => `${cell} ${code}`).toSorted()).toEqual(['D3 cell-fixed', 'I3 cell-required']);
    expect(answer.rows[2]?.errors).toMatchObject([{ cell: 'A4', code: 'row-twice', params: { row: 3 } }]);
    expect(answer.rows[3]?.errors).toMatchObject([{ cell: 'A5', code: 'cell-unknown' }]);
    expect(answer.rows[4]).toMatchObject({ does: 'register', id: 'ZG-0002' });
  });

  test('a sheet that was made before somebody changed a ticket does not undo the change', async () => {
    const app = await ledgerApp(open);
    await told(send(app, [HEADERS, ['一', 'loan']]));
    const file = await bytesOf(await app.ask('/api/v1/tickets.xlsx', as('boss')));
    await app.json('/api/v1/tickets/ZG-0001', { ...as('ann', 1), method: 'PATCH', json: { description: '新的说明' } });
    const { rows } = await told(send(app, file));
    expect(rows).toMatchObject([{ does: 'rejected', errors: [{ column: '版本', code: 'row-stale', params: { version: '1', now: 2 } }] }]);
    expect(ticketOf(await app.json('/api/v1/tickets/ZG-0001', as('boss'))).description).toBe('新的说明');
  });
});

test('two people of one name are told apart by their ids', async () => {
  const app = await ledgerApp();
  const [boss, ...others] = await app.ports.desk.people({ actor: { kind: 'system', job: 'test' }, scope: { organisations: 'all' } });
  if (!boss) throw new Error('There are people.');
  await app.ports.desk.replacePeople({ actor: { kind: 'system', job: 'test' }, scope: { organisations: 'all' } }, [boss, ...others.map((one) => ({ ...one, name: { zh: '同名' } }))], []);
  const { rows } = await told(send(app, [['标题', '旅程', '责任人'], ['一', 'loan', '同名'], ['二', 'loan', 'ann']]));
  expect(rows[0]?.errors).toMatchObject([{ cell: 'C2', code: 'cell-ambiguous', params: { value: '同名', options: 'head, ann, bob, beijing' } }]);
  expect(rows[1]?.does).toBe('register');
});

test('the template says what may stand in its columns, and is read when it is filled in', async () => {
  const app = await ledgerApp();
  const response = await app.ask('/api/v1/tickets-template.xlsx?language=en', as('boss'));
  expect(response.headers.get('content-type')).toBe(XLSX);
  const [header] = readWorkbook(await bytesOf(response)).rows;
  const headers = [...(header?.cells.values() ?? [])].map(String);
  expect(headers.slice(0, 3)).toEqual(['Ticket', 'Title *', 'Journey *']);
  const row = headers.map((name) => ({ 'Title *': 'From the template', 'Journey *': 'policy loan' })[name]);
  expect(await told(send(app, [['Ledger of the department'], [], headers, row]))).toMatchObject({ registered: 1 });
});

test('what is no ledger is refused with a reason', async () => {
  const app = await ledgerApp();
  for (const [body, code] of [[new TextEncoder().encode('x'), 'file-not-xlsx'], [await sheetOf([['姓名', '电话'], ['x', 'y']]), 'sheet-no-header']] as const) {
    expect(problem.parse(await (await send(app, body)).json())).toMatchObject({ status: 422, errors: [{ code }] });
  }
  expect((await send(app, new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
});
