import { catalogueAnswer, panorama as panoramaSchema } from '#contract';
import { expect, test } from 'vitest';
import { importFile, smallCatalogue, testApp } from '../testing';

const csv = (...rows: string[]) => ['case_id,activity,timestamp,org', ...rows].join('\n');
const xes = (body: string) => `<?xml version="1.0"?>\n<log>\n${body}\n</log>\n`;
const xesEvent = (name: string, at: string) => `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/></event>`;

test('a log becomes a journey whose steps are in the order the log shows', async () => {
  const app = await testApp();
  const log = csv('1,sign,2026-05-01 10:00:00,x', '1,pay,2026-05-01 11:00,x', '2,pay,2026-05-03T11:00:00+08:00,y', '2,sign,2026-05-02 10:00,y');
  const job = await importFile(app, 'orders.csv', log);
  expect(job).toMatchObject({ state: 'done', format: 'csv', journey: 'orders.csv', rows: 4, accepted: 4, rejected: 0, discovers: true });
  expect(job.mapping).toEqual({ instance: 'case_id', step: 'activity', at: 'timestamp', journey: 'orders.csv' });

  const { journeys, touchpoints } = catalogueAnswer.parse(await app.json('/api/v1/catalogue'));
  expect(journeys.map(({ id, steps }) => [id, steps.map((step) => step.id)])).toEqual([['orders.csv', ['sign', 'pay']]]);
  expect(journeys[0]?.steps.map(({ completes }) => completes)).toEqual([undefined, true]);
  expect(touchpoints.map(({ id }) => id)).toEqual(['log']);

  const map = panoramaSchema.parse(await app.json('/api/v1/panorama?level=journey&journey=orders.csv'));
  expect(map.filter).toMatchObject({ to: '2026-05-02' });
  expect(map.balance).toMatchObject({ entered: 2, smooth: 2 });
  // A time without an offset is the zone's, one with it is not: an hour lies between.
  expect(map.flows).toEqual([{ from: 'sign~log', to: 'pay~log', count: 2, instances: 2, gapMs: { p50: (3_600_000 + 25 * 3_600_000) / 2 } }]);
});

test('bad rows are told by line and kept as a download, good ones beside them are stored', async () => {
  const app = await testApp();
  const job = await importFile(app, 'orders.csv', csv('1,sign,2026-05-01 10:00,x', '1,pay,yesterday,x', ',pay,2026-05-01 10:00,x', '1,pay,2026-05-01', '"1","a ""quoted""\nname",2026-05-01 12:00,x'));
  expect(job).toMatchObject({ state: 'done', rows: 5, accepted: 2, rejected: 3 });
  expect(job.rejectedSample.map(({ line, pointer }) => [line, pointer])).toEqual([
    [5, ''],
    [3, '/at'],
    [4, '/instance'],
  ].toSorted((a, b) => Number(a[0]) - Number(b[0])));
  const download = await app.ask(`/api/v1/imports/${job.id}/rejected.csv`);
  expect(download.headers.get('content-type')).toContain('text/csv');
  expect((await download.text()).split('\r\n')).toEqual([
    'line,pointer,reason',
    '3,"/at","""yesterday"" is no time that is read here; ISO 8601 is"',
    '4,"/instance","""case_id"" is empty"',
    '5,"","the row has 3 cells where the header has 4"',
    '',
  ]);
});

test('a log can go into a journey that is there: nothing is discovered, unknown steps are rejected with their line', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const log = 'case,what,when,touchpoint\nA,quote,2026-05-01 10:00,app\nA,dance,2026-05-01 10:05,app\nA,paid,2026-05-01 10:10,app\n';
  const job = await importFile(app, 'loans.csv', log, { instance: 'case', step: 'what', at: 'when', journey: smallCatalogue.journeys[0]?.id });
  expect(job).toMatchObject({ state: 'done', journey: 'loan', accepted: 2, rejected: 1 });
  expect(job.discovers).toBeUndefined();
  expect(job.rejectedSample).toEqual([{ line: 3, pointer: '/step', reason: 'the journey has no step "dance"', code: 'unknown-step', params: { value: 'dance' } }]);
  expect(catalogueAnswer.parse(await app.json('/api/v1/catalogue')).version).toBe(1);
});

test('two logs with a case of the same name do not clash, nor do two files of the same name with other rows', async () => {
  const app = await testApp();
  await importFile(app, 'a.csv', csv('1,sign,2026-05-01 10:00,x'));
  await importFile(app, 'b.csv', csv('1,sign,2026-05-01 10:00,x'));
  const longer = await importFile(app, 'a.csv', csv('1,sign,2026-05-01 10:00,x', '2,sign,2026-05-02 10:00,x'));
  expect(longer).toMatchObject({ state: 'done', accepted: 1, duplicates: 1 });
  const { balance } = panoramaSchema.parse(await app.json('/api/v1/panorama?from=2026-05-01&to=2026-05-31'));
  expect(balance.entered).toBe(3);
});

test('malformed XML fails by its line, keeps what stands before, and a repaired file completes it without doubling', async () => {
  const app = await testApp();
  const first = `<trace><string key="concept:name" value="1"/>${xesEvent('sign', '2026-05-01T10:00:00Z')}${xesEvent('pay', '2026-05-01T11:00:00Z')}</trace>`;
  const second = `<trace><string key="concept:name" value="2"/>${xesEvent('sign', '2026-05-02T10:00:00Z')}${xesEvent('refund', '2026-05-02T11:00:00Z')}</trace>`;
  const broken = await importFile(app, 'orders.xes', xes(`${first}\n${second.replace('"refund"', 'refund"')}`));
  expect(broken).toMatchObject({ state: 'failed', accepted: 3, error: { line: 4 } });
  expect(broken.error?.reason).toMatch(/malformed on line 4: .+ repair the file/);

  const repaired = await importFile(app, 'orders.xes', xes(`${first}\n${second}`));
  expect(repaired).toMatchObject({ state: 'done', accepted: 1, duplicates: 3, discovers: true });
  const { journeys } = catalogueAnswer.parse(await app.json('/api/v1/catalogue'));
  expect(journeys[0]?.steps.map(({ id }) => id)).toEqual(['sign', 'pay', 'refund']);
});

test('values of <global> stand in for nothing, nested attributes for nothing but themselves', async () => {
  const app = await testApp();
  const log = xes(`<global scope="event"><string key="concept:name" value="UNKNOWN"/><date key="time:timestamp" value="1970-01-01T00:00:00Z"/></global>
<trace>
<event><date key="time:timestamp" value="2026-05-01T10:00:00Z"><string key="concept:name" value="nested"/></date></event>
<event><string key="concept:name" value="sign"/></event>
${xesEvent('pay', '2026-05-01T11:00:00Z')}
<list key="later"><values><string key="concept:name" value="nested"/></values></list>
<string key="concept:name" value="late name"/></trace>
<trace><string key="concept:name" value="2"/></trace>`);
  const job = await importFile(app, 'orders.xes', log);
  expect(job.rejectedSample).toMatchObject([
    { line: 5, pointer: '/step', reason: '"concept:name" is empty' },
    { line: 6, pointer: '/at', reason: '"time:timestamp" is empty' },
    { line: 10, pointer: '', reason: 'the trace has no events' },
  ]);
  const { items } = await app.json('/api/v1/instances');
  expect(items).toMatchObject([{ id: 'orders.xes:late name', events: 1 }]);
});

for (const [what, name, content, status, detail] of [
  ['an empty file', 'a.csv', '', 422, /empty/],
  ['a file of nothing but blanks', 'a.csv', ' \n\n', 422, /empty/],
  ['an Excel workbook', 'a.csv', 'PK\u0003\u0004…', 422, /Excel/],
  ['something binary', 'a.csv', 'a\u0000b', 422, /not text/],
] as const) {
  test(`${what} is refused with what to do`, async () => {
    const app = await testApp();
    const response = await app.ask(`/api/v1/imports?filename=${name}`, { method: 'POST', body: content, headers: { 'content-type': 'application/octet-stream' } });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ type: 'urn:throughline:unprocessable-file', detail: expect.stringMatching(detail) });
  });
}

for (const [what, name, content, reason] of [
  ['CSV without a column for the activity', 'a.csv', 'case,when\n1,2026-05-01\n', /No column says step, at\..+The file has: case, when/],
  ['XML that is no log', 'a.xes', '<html><body/></html>', /no XES/],
  ['a header alone', 'a.csv', 'case,activity,time\n', /no events/],
  ['a damaged gzip', 'a.csv.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]), /gzip is damaged/],
  ['text that is not UTF-8 far below its beginning', 'a.csv', new Uint8Array([...new TextEncoder().encode(`case,activity,time\n${'1,pay,2026-05-01\n'.repeat(5_000)}1,`), 0xb1, 0xa3, ...new TextEncoder().encode(',2026-05-01\n')]), /not UTF-8 after about line .+ say its encoding/],
  ['dates that may be either', 'a.csv', 'case,activity,time\n1,pay,3/4/2026\n', /3\/4\/2026 may be day\/month or month\/day/],
  ['dates that contradict each other', 'a.csv', 'case,activity,time\n1,pay,13/4/2026\n1,pay,4/13/2026\n', /only be day\/month and others only month\/day/],
  ['an array of JSON', 'a.json', '[{"id":"e1"}]', /one event a line/],
] as const) {
  test(`${what} fails with the reason`, async () => {
    const app = await testApp();
    const job = await importFile(app, name, content).catch((error: unknown) => ({ state: 'failed', error: { reason: String(error) } }));
    expect(job.state).toBe('failed');
    expect(job.error?.reason).toMatch(reason);
  });
}

test('a profile that is no profile, or names what is not there, is told', async () => {
  const app = await testApp();
  await expect(importFile(app, 'a.csv', csv('1,sign,2026-05-01 10:00,x'), { step: 'nonsense' })).resolves.toMatchObject({
    state: 'failed',
    error: { reason: expect.stringMatching(/takes step from "nonsense".+It has: case_id, activity, timestamp, org/) },
  });
  const response = await app.ask('/api/v1/imports?filename=a.csv&profile=%7B', { method: 'POST', body: 'x', headers: { 'content-type': 'application/octet-stream' } });
  expect(await response.json()).toMatchObject({ status: 400, errors: [{ pointer: '?profile', reason: 'not JSON' }] });
  const mistyped = await app.ask('/api/v1/imports?filename=a.csv&profile=%7B%22activity%22%3A%22a%22%7D', { method: 'POST', body: 'x', headers: { 'content-type': 'application/octet-stream' } });
  expect(await mistyped.json()).toMatchObject({ status: 400, errors: [{ pointer: '?profile', reason: expect.stringContaining('activity') }] });
});

test('a job that a restart cut short says so', async () => {
  const app = await testApp();
  const job = await importFile(app, 'a.csv', csv('1,sign,2026-05-01 10:00,x'));
  const access = { actor: { kind: 'system', job: 'test' }, scope: { organisations: 'all' } } as const;
  await app.ports.desk.saveImport(access, { ...job, state: 'reading' });
  await app.services.imports.recover();
  expect(await app.json(`/api/v1/imports/${job.id}`)).toMatchObject({ job: { state: 'failed', error: { reason: expect.stringContaining('nothing is doubled') } } });
  expect(await app.json('/api/v1/imports')).toMatchObject({ total: 1 });
});

test('an upload that breaks off is the client’s problem, and leaves no job', async () => {
  const app = await testApp();
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new Error('the connection was reset'));
      else controller.enqueue(new TextEncoder().encode('case,activity,time\n'));
      sent = true;
    },
  });
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/octet-stream' } };
  const response = await app.ask('/api/v1/imports?filename=broken.csv', init);
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ detail: expect.stringContaining('broke off') })]);
  expect(await app.json('/api/v1/imports')).toMatchObject({ total: 0 });
});
