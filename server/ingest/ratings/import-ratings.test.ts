import { importAnswer, importPreview, type MappingProfile, npsAnswer, npsDriversAnswer, voiceAnswer } from '#contract';
import { expect, test } from 'vitest';
import { importFile, smallCatalogue, storeKinds, testApp, type TestApp } from '../../testing';

const rows = (n: number, line: (index: number) => string) => Array.from({ length: n }, (_, index) => line(index)).join('\n');
const loan = smallCatalogue.journeys[0]?.id;

async function preview(app: TestApp, filename: string, body: string, profile: MappingProfile = {}) {
  const query = new URLSearchParams({ filename, whole: 'true', profile: JSON.stringify(profile) });
  return importPreview.parse(await app.json(`/api/v1/imports/preview?${query}`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } }));
}
const jobOf = async (app: TestApp, id: string) => importAnswer.parse(await app.json(`/api/v1/imports/${id}`)).job;

test('a CSV of ratings is imported by the same importer, and again nothing is doubled', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const file = `评价编号,时间,旅程,评分,调研类型,触点,留言\n${rows(30, (index) => `r${index},2026-05-10 10:00,loan,${index < 20 ? 9 : 3},交易型,app,很好`)}\nx,2026-05-10,moon,9,,,\ny,2026-05-10,loan,11,,,\nz,yesterday,loan,9,,,\n`;
  const job = await importFile(app, 'ratings.csv', file, { kind: 'ratings' });
  expect(job).toMatchObject({ state: 'done', rows: 33, accepted: 30, rejected: 3, mapping: { kind: 'ratings', id: '评价编号', score: '评分' } });
  expect(job.rejectedSample.map(({ line, pointer }) => [line, pointer])).toEqual([[32, '/journey'], [33, '/score'], [34, '/at']]);
  const { all } = npsAnswer.parse(await app.json('/api/v1/nps'));
  expect(all.current).toMatchObject({ n: 30, nps: expect.closeTo(33.33, 1) });
  expect(await importFile(app, 'ratings.csv', file, { kind: 'ratings' })).toMatchObject({ accepted: 0, duplicates: 30 });
});

for (const { name, open } of storeKinds) {
  test(`an import of ratings is undone with its comments, and what others sent stays (${name})`, async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    await app.json('/api/v1/ratings', { json: Array.from({ length: 30 }, (_, index) => ({ id: `api${index}`, at: '2026-05-10T10:00:00+08:00', journey: 'loan', score: 9, programme: 'transactional' })) });
    const file = `id,time,journey,score,comment\n${rows(40, (index) => `r${index},2026-05-11,loan,3,很慢`)}\n`;
    const job = await importFile(app, 'ratings.csv', file, { kind: 'ratings' });
    await app.services.voice.readNew();
    const figures = async () => [npsAnswer.parse(await app.json('/api/v1/nps')).all.current.n, voiceAnswer.parse(await app.json('/api/v1/voice?from=2026-05-01&to=2026-05-31')).total];
    expect(await figures()).toEqual([70, 40]);
    await app.json(`/api/v1/imports/${job.id}/undo`, { method: 'POST' });
    await app.services.imports.ended(job.id);
    expect(await jobOf(app, job.id)).toMatchObject({ state: 'undone' });
    expect(await figures()).toEqual([30, 0]);
    expect(await importFile(app, 'ratings.csv', file, { kind: 'ratings' })).toMatchObject({ accepted: 40, duplicates: 0 });
    await app.services.voice.readNew();
    expect(await figures()).toEqual([70, 40]);
  });
}

test('an import of ratings that is cancelled leaves nothing behind', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const query = new URLSearchParams({ filename: 'ratings.csv', profile: JSON.stringify({ kind: 'ratings' }) });
  const body = `id,time,journey,score\n${rows(12_000, (index) => `r${index},2026-05-11,loan,9`)}\n`;
  const { job } = importAnswer.parse(await app.json(`/api/v1/imports?${query}`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } }));
  await app.json(`/api/v1/imports/${job.id}/cancel`, { method: 'POST' });
  expect(await jobOf(app, job.id)).toMatchObject({ state: 'cancelled' });
  expect(npsAnswer.parse(await app.json('/api/v1/nps')).all.current.n).toBe(0);
});

test('ratings find the instances of an imported log by the names that it gives them', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const log = 'case,what,when,touchpoint\nA,quote,2026-05-01 10:00,app\nA,paid,2026-05-01 10:10,app\n';
  await importFile(app, 'loans.csv', log, { instance: 'case', step: 'what', at: 'when', journey: loan });
  await importFile(app, 'ratings.csv', `time,score,case\n${rows(30, () => '2026-05-02,9,A')}\n`, { kind: 'ratings', journey: loan });
  const { experience } = npsDriversAnswer.parse(await app.json('/api/v1/nps/drivers'));
  expect(experience).toMatchObject({ ratings: 30, linked: 30 });
});

test('a CSV of invitations gives response rates; what has no such column is told', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  expect(await importFile(app, 'asked.csv', 'day,journey,invited\n2026-05-10,loan,600\n2026-05-10,loan,600\n2026-05-11,loan,many\n', { kind: 'invitations' })).toMatchObject({ state: 'done', accepted: 1, duplicates: 1, rejected: 1 });
  await app.json('/api/v1/ratings', { json: Array.from({ length: 30 }, (_, index) => ({ id: `r${index}`, at: '2026-05-10T10:00:00+08:00', journey: 'loan', score: 9, programme: 'transactional' })) });
  const { all } = npsAnswer.parse(await app.json('/api/v1/nps'));
  expect(all.current).toMatchObject({ invited: 600, responseRate: 0.05 });
  expect(await importFile(app, 'odd.csv', 'day,journey\n2026-05-10,loan\n', { kind: 'invitations' })).toMatchObject({ state: 'failed', error: { code: 'column-missing' } });
});

test('a file of ratings is known by its header and previewed as ratings, comments masked and names as ids; nothing is stored', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const name = smallCatalogue.journeys[0]?.name.zh ?? '';
  const file = `答卷编号,提交时间,服务,推荐意愿得分,留言\nr1,2026-05-10 10:00,${name},10,很好\nr2,2026-05-10 11:00,loan,2,我的手机 13812345678\nr2,2026-05-10 11:00,loan,2,\nr3,2026-05-10 12:00,loan,12,\nr4,2026-05-10 12:00,没有的旅程,7,\n`;
  const seen = await preview(app, 'survey.csv', file);
  expect(seen.profile).toMatchObject({ kind: 'ratings', id: '答卷编号', at: '提交时间', journeyColumn: '服务', score: '推荐意愿得分', comment: '留言', touchpoint: null });
  expect(seen).toMatchObject({ problems: [], rows: 5, accepted: 2, rejected: 2, events: [], ratings: { duplicates: 1, figures: [{ journey: 'loan', programme: 'transactional', n: 2, promoters: 1, detractors: 1 }] } });
  expect(seen.map).toBeUndefined();
  expect(seen.ratings?.rows[0]).toMatchObject({ line: 2, rating: { id: 'r1', journey: 'loan', score: 10, programme: 'transactional' } });
  expect(JSON.stringify(seen)).not.toContain('13812345678');
  expect(seen.ratings?.rows.flatMap(({ line, rejected }) => (rejected ? [[line, rejected.pointer, rejected.code]] : []))).toEqual([[5, '/score', 'cell-no-number'], [6, '/journey', 'unknown-journey']]);
  expect(npsAnswer.parse(await app.json('/api/v1/nps')).all.current.n).toBe(0);
  // What a preview proposes an import takes as it is.
  expect(await importFile(app, 'survey.csv', file, seen.profile)).toMatchObject({ state: 'done', accepted: 2, duplicates: 1, rejected: 2 });
});

test('without a journey, or with dates that may be read two ways, a file of ratings waits for a person to say so', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const file = 'date,score\n03/04/2026,9\n04/05/2026,3\n';
  const seen = await preview(app, 'scores.csv', file);
  expect(seen.problems.map(({ field, code }) => [field, code])).toEqual([['journeyColumn', 'journey-unsaid'], ['at', 'dates-unclear']]);
  expect(await importFile(app, 'scores.csv', file, { kind: 'ratings' })).toMatchObject({ state: 'failed', error: { code: 'journey-unsaid' } });
  const said = await preview(app, 'scores.csv', file, { journey: loan, time: { order: 'mdy' }, constants: { programme: 'relational' } });
  expect(said).toMatchObject({ problems: [], accepted: 2, ratings: { figures: [{ programme: 'relational', n: 2 }] } });
});

test('a log of events is none of ratings, whatever else it has', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  expect((await preview(app, 'log.csv', 'case,activity,time,score\nA,Open,2026-05-01 10:00,9\nA,Close,2026-05-01 11:00,8\n')).profile.kind).toBeUndefined();
  expect((await preview(app, 'asked.csv', 'date,旅程,邀请人数\n2026-05-01,loan,90\n')).profile.kind).toBe('invitations');
});
