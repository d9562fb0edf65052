import { importAnswer, type MappingProfile } from '#contract';
import { writeWorkbook } from '#sheets';
import { expect, test } from 'vitest';
import { smallCatalogue, storeKinds, testApp, type TestApp } from '../../testing';

/** Of nobody, and none of it in an id, a file's name or a search. */
const SAID = '王小明先生说打13812345678，身份证110105-19491231-002X，li.lei@qq.com';
const SECRETS = /王小明|13812345678|19491231|li\.lei/;
const HEADER = ['id', 'time', 'journey', 'score', 'comment'];
/** One that is stored, and three that are refused for their score, their time and their length. */
const rows = (way: string) => [
  [`${way}-1`, '2026-05-10 10:00', 'loan', '3', SAID],
  [`${way}-2`, '2026-05-10 10:00', 'loan', '11', SAID],
  [`${way}-3`, SAID, 'loan', '3', SAID],
  [`${way}-4`, '2026-05-10 10:00', 'loan', '3', SAID.repeat(400)],
];
const csv = (way: string) => [HEADER, ...rows(way)].map((cells) => cells.join(',')).join('\n').replaceAll('，', ' ');
const ndjson = (way: string) => rows(way).map((cells) => JSON.stringify(Object.fromEntries(cells.map((cell, at) => [HEADER[at], cell])))).join('\n');
const xlsx = async (way: string) =>
  new Uint8Array(await new Response(writeWorkbook({ name: 'ratings', columns: HEADER.map((header) => ({ header, width: 20 })), rows: rows(way) }) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

async function imported(app: TestApp, filename: string, body: string | Uint8Array<ArrayBuffer>, profile: MappingProfile): Promise<string> {
  const query = new URLSearchParams({ filename, profile: JSON.stringify(profile) });
  const headers = { 'content-type': 'application/octet-stream' };
  const { job } = importAnswer.parse(await app.json(`/api/v1/imports?${query}`, { method: 'POST', body, headers }));
  await app.services.imports.ended(job.id);
  return JSON.stringify(await app.json(`/api/v1/imports/${job.id}`)) + (await (await app.ask(`/api/v1/imports/${job.id}/rejected.csv`)).text());
}

for (const { name, open } of storeKinds) {
  test(`whatever way a comment comes in, it is masked on every way out (${name})`, async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    const wire = rows('api').slice(0, 2).map(([id, , journey, score, comment]) => ({ id, at: '2026-05-10T10:00:00+08:00', journey, score: Number(score), programme: 'transactional', comment }));
    const told = [
      await (await app.ask('/api/v1/ratings', { json: wire })).text(),
      await (await app.ask('/api/v1/ratings', { method: 'POST', body: JSON.stringify({ ...wire[0], id: 'lines-1' }), headers: { 'content-type': 'application/x-ndjson' } })).text(),
      await imported(app, 'a.csv', csv('csv'), { kind: 'ratings' }),
      await imported(app, 'a.ndjson', ndjson('ndjson'), { kind: 'ratings' }),
      await imported(app, 'a.xlsx', await xlsx('xlsx'), { kind: 'ratings' }),
      await imported(app, 'b.csv', csv('mapped').replace('id,time', 'no,when'), { kind: 'ratings', id: 'no', at: 'when' }),
      // Somebody has taken the column of comments for another.
      await imported(app, 'd.csv', csv('mistimed'), { kind: 'ratings', at: 'comment' }),
    ];
    await app.services.voice.readNew();
    const list = await app.json('/api/v1/voice?from=2026-05-01&to=2026-05-31');
    expect(list).toMatchObject({ total: 6, unread: 0 });
    const ways = ['/voice?from=2026-05-01&to=2026-05-31&q=先生', '/voice/comments/csv-1', '/voice/themes?from=2026-05-01&to=2026-05-31', '/voice/facets?from=2026-05-01&to=2026-05-31', '/nps', '/imports', '/audit'];
    for (const way of ways) told.push(await (await app.ask(`/api/v1${way}`)).text());
    for (const text of [...told, JSON.stringify(list)]) expect(text).not.toMatch(SECRETS);
    expect(JSON.stringify(list)).toContain('**先生说打****');
  });
}
