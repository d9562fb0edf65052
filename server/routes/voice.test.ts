import type { DictionaryAnswer, VoiceAnswer, VoiceComment, VoiceFacetsAnswer, VoiceThemesAnswer } from '#contract';
import { addDays, DEFAULT_THEMES, type Rating, themeId } from '#model';
import { expect, test } from 'vitest';
import { systemAccess } from '../ports';
import { smallCatalogue, storeKinds, testApp, type TestApp } from '../testing';

const access = systemAccess('test');
const face = themeId.parse('face-check');

const rating = (id: string, day: string, comment: string, score = 3): Rating =>
  ({ id, at: Date.parse(`${day}T12:00:00+08:00`), journey: 'loan', touchpoint: 'app', score, programme: 'transactional', comment }) as unknown as Rating;

/** Four weeks of three comments a day about waiting; in the last two of them five more a day about the face check. */
const ratings: Rating[] = Array.from({ length: 28 }, (_, at) => addDays('2026-05-04', at)).flatMap((day, at) => [
  ...Array.from({ length: 3 }, (_, n) => rating(`w${at}-${n}`, day, '等了三天才到账')),
  ...(at < 14 ? [] : Array.from({ length: 5 }, (_, n) => rating(`f${at}-${n}`, day, 'App 人脸识别总是失败'))),
]);

async function withComments(stores?: Awaited<ReturnType<(typeof storeKinds)[number]['open']>>): Promise<TestApp> {
  const app = await testApp({ catalogue: smallCatalogue, ...(stores && { stores }) });
  await app.ports.events.ratings.append(access, ratings);
  await app.services.voice.readNew();
  return app;
}
const themes = async (app: TestApp, query = '') => (await app.json(`/api/v1/voice/themes?${query}`)) as unknown as VoiceThemesAnswer;
const list = async (app: TestApp, query = '') => (await app.json(`/api/v1/voice?${query}`)) as unknown as VoiceAnswer;
const first = async (app: TestApp): Promise<VoiceComment> => {
  const [comment] = (await list(app, 'q=人脸&limit=1')).items;
  if (!comment) throw new Error('There is no comment about faces.');
  return comment;
};
const correct = (app: TestApp, id: string, version: number | undefined, body: unknown) =>
  app.ask(`/api/v1/voice/comments/${id}`, { method: 'PATCH', json: body, ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }) });

test.each(storeKinds)('a theme that comes up is new and first, with its trend and quotes, on $name', async ({ open }) => {
  const app = await withComments(await open());
  const answer = await themes(app, 'from=2026-05-18&to=2026-05-31');
  expect([answer.total, answer.before, answer.unread]).toEqual([112, { from: '2026-05-04', to: '2026-05-17', total: 42 }, 0]);
  expect(answer.periods).toEqual([{ from: '2026-05-18', to: '2026-05-24', total: 56 }, { from: '2026-05-25', to: '2026-05-31', total: 56 }]);
  expect(answer.themes[0]).toMatchObject({ theme: 'face-check', change: 'new', count: 70, counts: [35, 35], before: { count: 0 }, negative: 70 });
  expect(answer.themes[0]?.quotes.map(({ text }) => text)).toEqual(['App 人脸识别总是失败']); // No words twice.
  expect(answer.themes.find(({ theme }) => theme === 'wait')?.change).toBe('falling');
});

test('comments come in pages, and facets count all of them', async () => {
  const app = await withComments();
  const page = await list(app, 'theme=face-check&limit=60');
  expect([page.total, page.items.length]).toEqual([70, 60]);
  expect((await list(app, `theme=face-check&limit=60&cursor=${page.nextCursor}`)).items).toHaveLength(10);
  expect((await list(app, 'q=三天 到账')).total).toBe(84);
  const facets = (await app.json('/api/v1/voice/facets?theme=face-check')) as unknown as VoiceFacetsAnswer;
  expect([facets.bands, facets.kinds]).toEqual([[{ id: 'detractor', count: 70 }], [{ id: 'none', count: 70 }]]);
});

test('a correction needs the version, sticks when all are read again, is audited, and can be taken back', async () => {
  const app = await withComments();
  const { id } = await first(app);
  expect((await correct(app, id, undefined, { themes: ['limit'] })).status).toBe(428);
  expect((await correct(app, id, 0, { themes: ['nothing'] })).status).toBe(400);
  expect((await correct(app, id, 0, { themes: ['limit'] })).headers.get('etag')).toBe('"1"');
  const stale = await correct(app, id, 0, { themes: ['wait'] });
  expect([stale.status, await stale.json()]).toEqual([412, expect.objectContaining({ current: expect.objectContaining({ id, version: 1, themes: ['limit'] }) })]);
  const put = await app.ask('/api/v1/voice/dictionary', { method: 'PUT', json: { dictionary: { ...DEFAULT_THEMES, themes: [] } } });
  expect(put.status).toBe(200);
  await app.services.voice.settled();
  expect((await list(app, 'theme=none')).total).toBe(ratings.length - 1);
  const told = (await app.json(`/api/v1/voice/comments/${id}`)) as { comment: VoiceComment; words: string[] };
  expect(told.comment).toMatchObject({ themes: ['limit'], corrected: { by: 'local' } });
  expect(told.words).toContain('人脸识别');
  expect((await correct(app, id, 1, { themes: null })).status).toBe(200);
  expect((await first(app)).corrected).toBeUndefined();
  const audit: string[] = [];
  for await (const entry of app.ports.ledger.auditChain(access)) audit.push(`${entry.subject.kind} ${entry.action}`);
  expect(audit).toEqual(['comment correct', 'themes replace', 'themes read-again', 'comment give-back']);
});

test('a word that is taken into the dictionary is found in all comments; a stale dictionary is answered with the current one', async () => {
  const app = await withComments();
  const { dictionary, version } = (await app.json('/api/v1/voice/dictionary')) as unknown as DictionaryAnswer;
  expect(version).toBe(0);
  const taught = { ...dictionary, themes: [...dictionary.themes, { id: 'often', name: { zh: '总是' }, words: ['总是'] }] };
  expect((await app.ask('/api/v1/voice/dictionary', { method: 'PUT', json: { dictionary: taught }, headers: { 'if-match': '"0"' } })).status).toBe(200);
  await app.services.voice.settled();
  expect((await list(app, 'theme=often')).total).toBe(70);
  const stale = await app.ask('/api/v1/voice/dictionary', { method: 'PUT', json: { dictionary: taught }, headers: { 'if-match': '"0"' } });
  expect([stale.status, await stale.json()]).toEqual([412, expect.objectContaining({ current: expect.objectContaining({ version: 1 }) })]);
  const double = await app.ask('/api/v1/voice/dictionary', { method: 'PUT', json: { dictionary: { ...taught, positive: ['好', '好'] } } });
  expect([double.status, await double.json()]).toEqual([400, expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/dictionary/positive/1' })] })]);
});

test('accuracy is of what somebody knows, held-out words apart; without labels, of corrections', async () => {
  const app = await withComments();
  expect((await themes(app)).accuracy).toBeUndefined();
  for (const { id } of (await list(app, 'theme=face-check&limit=40')).items) await correct(app, id, 0, { themes: [face] });
  expect((await themes(app)).accuracy).toEqual({ source: 'corrected', n: 40, first: 40, among: 40 });
});

test('what the catalogue does not know is refused', async () => {
  const app = await withComments();
  expect((await app.ask('/api/v1/voice?touchpoint=nowhere')).status).toBe(400);
  expect((await app.ask('/api/v1/voice?cursor=x')).status).toBe(400);
  expect((await app.ask('/api/v1/voice/comments/nothing')).status).toBe(404);
});
