import { importPreview, type ImportPreview, type MappingProfile, profilesAnswer } from '#contract';
import { expect, test } from 'vitest';
import { importFile, smallCatalogue, testApp, type TestApp } from '../testing';

const OCTETS = { 'content-type': 'application/octet-stream' };

async function preview(app: TestApp, filename: string, content: string | Uint8Array<ArrayBuffer>, more: { profile?: MappingProfile; use?: string; whole?: boolean } = {}): Promise<ImportPreview> {
  const query = new URLSearchParams({ filename, whole: String(more.whole ?? true), ...(more.use && { use: more.use }), ...(more.profile && { profile: JSON.stringify(more.profile) }) });
  return importPreview.parse(await app.json(`/api/v1/imports/preview?${query}`, { method: 'POST', body: content, headers: OCTETS }));
}

/** An export as a service desk gives it: no name of a column says what it is. */
const DESK = ['number,state,group,updated,made_sla', 'A1,New,g1,29/2/2026 01:16,true', 'A1,Work,g2,29/2/2026 02:16,true', 'A1,Closed,?,1/3/2026 02:16,false', 'A2,New,g1,13/3/2026 01:16,true', 'A2,Closed,g2,13/3/2026 04:16,true'].map((line) => line.replaceAll('29/2/2026', '28/2/2026'));

test('a file is previewed with a mapping that is guessed, its first rows as events, and its map; nothing is stored', async () => {
  const app = await testApp();
  const seen = await preview(app, 'desk.csv', DESK.join('\n'));
  expect(seen.problems).toEqual([]);
  expect(seen.profile).toMatchObject({ version: 1, instance: 'number', step: 'state', at: 'updated', touchpoint: null, time: { order: 'dmy' } });
  expect(seen.dates).toEqual({ order: 'dmy', certainty: 'told', sample: '28/2/2026 01:16' });
  expect(seen.columns.map(({ name, looks }) => [name, looks])).toEqual([['number', 'text'], ['state', 'text'], ['group', 'text'], ['updated', 'time'], ['made_sla', 'text']]);
  expect(seen).toMatchObject({ rows: 5, accepted: 5, rejected: 0, whole: true, delimiter: ',', encoding: { name: 'utf-8', guessed: false } });
  expect(seen.events[0]).toMatchObject({ line: 2, event: { instance: 'desk.csv:A1', step: 'New', touchpoint: 'log', outcome: 'done', at: '2026-02-27T17:16:00.000Z' } });
  expect(seen.map).toMatchObject({ discovers: true, balance: { entered: 2, smooth: 1 }, journeys: ['desk.csv'] });
  expect(seen.map?.flows).toContainEqual({ from: 'New~log', to: 'Closed~log', count: 1 });
  expect(await app.json('/api/v1/imports')).toMatchObject({ total: 0 });
});

test('what is corrected by hand shows at once, and what it leaves out stays proposed', async () => {
  const app = await testApp();
  const profile: MappingProfile = { touchpoint: 'group', empty: ['?'], rules: [{ when: [{ column: 'made_sla', is: ['false'] }], set: { outcome: 'failed', reason: 'sla-missed' } }], time: { order: 'dmy', zone: 'UTC' } };
  const seen = await preview(app, 'desk.csv', DESK.join('\n'), { profile });
  expect(seen.values).toEqual({ step: { New: 2, Work: 1, Closed: 2 }, touchpoint: { g1: 2, g2: 2, log: 1 }, outcome: { done: 4, failed: 1 }, reason: { 'sla-missed': 1 } });
  expect(seen.events[0]?.event?.at).toBe('2026-02-28T01:16:00.000Z');
  expect(seen.map?.byKind).toMatchObject({ failure: 1 });
  // What a preview proposes an import takes as it is.
  const job = await importFile(app, 'desk.csv', DESK.join('\n'), seen.profile);
  expect(job).toMatchObject({ state: 'done', accepted: 5, rejected: 0 });
});

test('the beginning of a file is enough: what is cut off is no fault', async () => {
  const app = await testApp();
  const text = `case,activity,time\n${Array.from({ length: 3_000 }, (_, index) => `c${index},"pay, 付款",2026-05-01 10:00`).join('\n')}`;
  const zipped = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
  for (const bytes of [new TextEncoder().encode(text).slice(0, 50_001), zipped.slice(0, zipped.length - 200)]) {
    const seen = await preview(app, 'a.csv.gz', bytes, { whole: false });
    expect(seen).toMatchObject({ problems: [], rejected: 0, whole: false });
    expect(seen.accepted).toBeGreaterThan(100);
  }
  const xes = '<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="pay"/><date key="time:timestamp" value="2026-05-01T10:00:00Z"/></event><eve';
  expect(await preview(app, 'a.xes', new TextEncoder().encode(xes), { whole: false })).toMatchObject({ problems: [], accepted: 1 });
});

test('what an import would fail of is told with its field, and columns are shown all the same', async () => {
  const app = await testApp();
  const seen = await preview(app, 'a.csv', 'x,y\n1,2\n1,3\n');
  expect(seen.problems).toMatchObject([{ field: 'instance', code: 'column-missing' }]);
  expect(seen.columns.map(({ name }) => name)).toEqual(['x', 'y']);
  expect(seen.map).toBeUndefined();
  const dates = await preview(app, 'a.csv', 'case,activity,time\n1,pay,3/4/2026\n');
  expect(dates.problems).toMatchObject([{ field: 'at', code: 'dates-unclear' }]);
  expect(dates.dates).toMatchObject({ certainty: 'unknown', sample: '3/4/2026' });
  const broken = await preview(app, 'a.csv', 'case,activity,time\n1,"pay,2026-05-01\n');
  expect(broken.problems).toMatchObject([{ code: 'quote-never-closed', line: 2 }]);
});

test('rows of a journey that is there are judged by its catalogue', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const seen = await preview(app, 'a.csv', 'case,activity,time,touchpoint,result\n1,quote,2026-05-01,app,失败\n1,dance,2026-05-01,app,成功\n', { profile: { journey: smallCatalogue.journeys[0]?.id, outcome: 'result' } });
  expect(seen.map).toMatchObject({ discovers: false, journey: { id: 'loan' } });
  expect(seen.profile.rules).toEqual([
    { when: [{ column: 'result', is: ['成功'] }], set: { outcome: 'done' } },
    { when: [{ column: 'result', is: ['失败'] }], set: { outcome: 'failed' } },
  ]);
});

test('words of other systems for an outcome become rules, with the cause where the word says it; unknown ones wait for somebody to say', async () => {
  const app = await testApp();
  const rows = (words: string[], sla = 'true') => ['case,activity,time,verdict,made_sla', ...words.map((word, n) => `c${n % 3},step ${n % 2},2026-05-0${(n % 8) + 1} 10:00,${word},${n ? 'true' : sla}`)].join('\n');
  const seen = await preview(app, 'a.csv', rows(['Completed', 'failed', 'timeout', 'cancelled', 'Completed', 'error', 'in progress', 'failed'], 'false'));
  expect(seen.profile.outcome).toBeNull();
  expect(seen.profile.rules).toEqual([
    { when: [{ column: 'verdict', is: ['in progress'] }], set: { outcome: 'entered' } },
    { when: [{ column: 'verdict', is: ['Completed'] }], set: { outcome: 'done' } },
    { when: [{ column: 'verdict', is: ['failed', 'error'] }], set: { outcome: 'failed' } },
    { when: [{ column: 'verdict', is: ['timeout'] }], set: { outcome: 'failed', reason: 'timeout' } },
    { when: [{ column: 'verdict', is: ['cancelled'] }], set: { outcome: 'failed', reason: 'cancelled' } },
    { when: [{ column: 'made_sla', is: ['false'] }], set: { outcome: 'failed', reason: 'sla-missed' } },
  ]);
  const mixed = await preview(app, 'a.csv', rows(['ok', 'rejected', '???', 'ok', 'ok', 'rejected', 'ok', 'ok']), { profile: { outcome: 'verdict' } });
  expect(mixed.profile).toMatchObject({ outcome: 'verdict', rules: [{ set: { outcome: 'done' } }, { set: { outcome: 'failed' } }] });
  expect(mixed.rejected).toBe(1);
});

test('a profile is kept under its name, used by it, replaced and forgotten', async () => {
  const app = await testApp();
  const profile = { instance: 'number', step: 'state', at: 'updated', time: { order: 'dmy' } } satisfies MappingProfile;
  const put = await app.json('/api/v1/profiles/desk', { method: 'PUT', json: profile });
  expect(profilesAnswer.parse(put).profiles).toEqual([{ ...profile, version: 1, name: 'desk' }]);
  expect((await preview(app, 'other.csv', DESK.join('\n'), { use: 'desk' })).profile).toMatchObject({ instance: 'number', step: 'state' });
  const response = await app.ask('/api/v1/imports?filename=desk.csv&use=desk', { method: 'POST', body: DESK.join('\n'), headers: OCTETS });
  expect(response.status).toBe(202);
  const unknown = await app.ask('/api/v1/imports?filename=desk.csv&use=nobody', { method: 'POST', body: 'x', headers: OCTETS });
  expect(await unknown.json()).toMatchObject({ status: 400, errors: [{ pointer: '?use', code: 'profile-unknown' }] });
  expect(await app.json('/api/v1/profiles/desk', { method: 'DELETE' })).toMatchObject({ profiles: [] });
  expect((await app.ask('/api/v1/profiles/desk', { method: 'DELETE' })).status).toBe(404);
});

test('rules: the first that holds decides, stars stand for anything, a rise counts within its instance, and rows can be left out', async () => {
  const app = await testApp();
  const log = ['case,activity,time,n', 'a,Wait one,2026-05-01 10:00,0', 'b,Wait two,2026-05-01 10:00,1', 'a,Noise,2026-05-01 10:01,0', 'a,Work,2026-05-01 10:02,1', 'a,Work,2026-05-01 10:03,1', 'a,Work,2026-05-01 10:04,2'].join('\n');
  const profile: MappingProfile = {
    rules: [
      { when: [{ column: 'activity', matches: '*oise' }], skip: true },
      { when: [{ column: 'activity', matches: 'wait*' }], set: { outcome: 'entered', step: 'Wait' } },
      { when: [{ column: 'n', rises: true }, { column: 'n', above: 1, not: true }], set: { outcome: 'failed' } },
    ],
  } as MappingProfile; // The step's id has its brand from the API.
  const seen = await preview(app, 'a.csv', log, { profile });
  expect(seen).toMatchObject({ accepted: 5, skipped: 1 });
  expect(seen.events.map(({ event, skipped }) => (skipped ? 'skipped' : `${event?.step} ${event?.outcome}`))).toEqual(['Wait entered', 'Wait entered', 'skipped', 'Work failed', 'Work done', 'Work done']);
});

test('a column that says the journey makes one journey of each', async () => {
  const app = await testApp();
  const log = 'case,activity,time,journey\n1,pay,2026-05-01,renewal\n1,claim,2026-05-01,claims\n2,pay,2026-05-02,renewal\n';
  expect((await preview(app, 'all.csv', log)).map).toMatchObject({ journeys: ['renewal', 'claims'], journey: { id: 'renewal' } });
  const job = await importFile(app, 'all.csv', log);
  expect(job).toMatchObject({ state: 'done', accepted: 3, brought: { journeys: ['renewal', 'claims'] } });
  const again = await importFile(app, 'all.csv', log);
  expect(again).toMatchObject({ state: 'done', accepted: 0, duplicates: 3 });
});
