import { npsAnswer, npsDriversAnswer } from '#contract';
import { expect, test } from 'vitest';
import { importFile, smallCatalogue, testApp } from '../testing';

const rows = (n: number, line: (index: number) => string) => Array.from({ length: n }, (_, index) => line(index)).join('\n');

test('a CSV of ratings is imported by the same importer, and again nothing is doubled', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const file = `评价编号,时间,旅程,评分,调研类型,触点,留言\n${rows(30, (index) => `r${index},2026-05-10 10:00,loan,${index < 20 ? 9 : 3},交易型,app,很好`)}\nx,2026-05-10,moon,9,,,\ny,2026-05-10,loan,11,,,\nz,yesterday,loan,9,,,\n`;
  const job = await importFile(app, 'ratings.csv', file, { kind: 'ratings' });
  expect(job).toMatchObject({ state: 'done', rows: 33, accepted: 30, rejected: 3, mapping: { kind: 'ratings', id: '评价编号', score: '评分' } });
  expect(job.rejectedSample.map(({ line, pointer }) => [line, pointer])).toEqual([[32, '/journey'], [33, '/score'], [34, '/at']]);
  const { all } = npsAnswer.parse(await app.json('/api/v1/nps'));
  expect(all.current).toMatchObject({ n: 30, nps: expect.closeTo(33.33, 1) });
  expect(await importFile(app, 'ratings.csv', file, { kind: 'ratings' })).toMatchObject({ accepted: 0, duplicates: 30 });
  expect((await app.ask(`/api/v1/imports/${job.id}/undo`, { method: 'POST' })).status).toBe(409);
});

test('ratings find the instances of an imported log by the names that it gives them', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const log = 'case,what,when,touchpoint\nA,quote,2026-05-01 10:00,app\nA,paid,2026-05-01 10:10,app\n';
  await importFile(app, 'loans.csv', log, { instance: 'case', step: 'what', at: 'when', journey: smallCatalogue.journeys[0]?.id });
  await importFile(app, 'ratings.csv', `time,score,case\n${rows(30, () => '2026-05-02,9,A')}\n`, { kind: 'ratings', journey: smallCatalogue.journeys[0]?.id });
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
