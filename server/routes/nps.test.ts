import { eventsAnswer, npsAnswer, npsDriversAnswer, type WireRating } from '#contract';
import { catalogue } from '#model';
import { describe, expect, test } from 'vitest';
import { loanEvent, smallCatalogue, storeKinds, type TestApp, testApp, threeLoans } from '../testing';

const [loan] = smallCatalogue.journeys;
if (!loan) throw new Error('smallCatalogue has a journey');
const twoJourneys = catalogue.parse({ ...smallCatalogue, journeys: [{ ...loan, npsTarget: 40 }, { ...loan, id: 'claim', name: { zh: '理赔' } }, { ...loan, id: 'quiet', important: undefined }] });

let ratings = 0;
/** So many ratings of a score. */
const rated = (n: number, score: number, month: string, more: Partial<Record<keyof WireRating, string>> = {}) =>
  Array.from({ length: n }, () => ({ id: `r${++ratings}`, at: `${month}-10T10:00:00+08:00`, journey: 'loan', score, programme: 'transactional', ...more }));

const post = (app: TestApp, what: 'ratings' | 'invitations', rows: readonly unknown[]) => app.json(`/api/v1/${what}`, { json: rows });
const nps = async (app: TestApp, query = '') => npsAnswer.parse(await app.json(`/api/v1/nps${query}`));
const drivers = async (app: TestApp, query = '') => npsDriversAnswer.parse(await app.json(`/api/v1/nps/drivers${query}`));
const instances = (n: number, journey: string, month: string) => Array.from({ length: n }, (_, index) => ({ ...loanEvent(`${journey}-${month}-${index}`, ['paid', 'app', 'done'], `${month}-05T10:00:00`), journey }));

describe.each(storeKinds)('NPS from $name', ({ open }) => {
  const start = async () => testApp({ catalogue: twoJourneys, stores: await open() });

  test('good ratings are kept beside bad ones, which are told by line, pointer and reason; the same id again is a duplicate', async () => {
    const app = await start();
    const [one] = rated(1, 9, '2026-05');
    const rows = [one, { ...one, id: 'moon', journey: 'moon' }, { ...one, id: 'fax', touchpoint: 'fax' }, { ...one, id: 'eleven', score: 11 }, { ...one, id: 'mixed', programme: 'both' }, one];
    const body = rows.map((row) => JSON.stringify(row)).join('\n');
    const answer = eventsAnswer.parse(await (await app.ask('/api/v1/ratings', { method: 'POST', body, headers: { 'content-type': 'application/x-ndjson' } })).json());
    expect([answer.accepted, answer.duplicates]).toEqual([1, 1]);
    expect(answer.rejected.map(({ line, pointer }) => [line, pointer])).toEqual([[2, '/journey'], [3, '/touchpoint'], [4, '/score'], [5, '/programme']]);
    expect(answer.rejected[0]?.reason).toBe('the catalogue has no journey "moon"');
    expect(await post(app, 'ratings', [one])).toEqual({ accepted: 0, duplicates: 1, rejected: [] });
  });

  test('invitations are known by their day, journey and programme, and give the response rate', async () => {
    const app = await start();
    const asked = { day: '2026-05-10', journey: 'loan', programme: 'transactional', invited: 400 };
    expect(await post(app, 'invitations', [asked, { ...asked, invited: 900 }, { ...asked, day: '2026-02-30' }])).toMatchObject({ accepted: 1, duplicates: 1, rejected: [{ line: 3, pointer: '/day' }] });
    await post(app, 'ratings', rated(40, 9, '2026-05'));
    const { series } = await nps(app, '?from=2026-05-01&to=2026-05-31');
    expect(series[0]?.current).toMatchObject({ n: 40, invited: 400, responseRate: 0.1 });
    // Who was asked in one organisation, invitations do not tell.
    const { all } = await nps(app, '?from=2026-05-01&to=2026-05-31&organisation=bj');
    expect(all.current).not.toHaveProperty('responseRate');
  });

  test('days that somebody chooses are a comparator of every series, by the same weights as what moved it', async () => {
    const app = await start();
    await app.json('/api/v1/events', { json: [...instances(3, 'loan', '2026-03'), ...instances(1, 'claim', '2026-03'), ...instances(1, 'loan', '2026-05'), ...instances(1, 'claim', '2026-05')] });
    await post(app, 'ratings', [...rated(40, 9, '2026-03'), ...rated(40, 3, '2026-03', { journey: 'claim' }), ...rated(40, 9, '2026-05'), ...rated(40, 9, '2026-05', { journey: 'claim' })]);
    const days = 'compareFrom=2026-03-02&compareTo=2026-03-20';
    const { series, important, periods } = await nps(app, `?${days}`);
    expect(periods.map(({ id }) => id)).not.toContain('2026-03-02/2026-03-20');
    expect(series.map(({ id, changes }) => [id, changes.find(({ against }) => against === 'custom')])).toMatchObject([['loan', { delta: 0, before: { n: 40, nps: 100 } }], ['claim', { delta: 200, significant: true, period: { id: '2026-03-02/2026-03-20' } }]]);
    const { contributions } = await drivers(app, `?against=custom&${days}`);
    const chosen = important?.changes.find(({ against }) => against === 'custom');
    expect(chosen).toEqual(contributions.change);
    expect(chosen).toMatchObject({ before: { nps: 50 }, now: { nps: 100 } });
    // A whole period by its name, and the figures it has without being chosen.
    const whole = (await nps(app, '?compareFrom=2026-03-01&compareTo=2026-03-31')).all.changes.find(({ against }) => against === 'custom');
    expect(whole).toMatchObject({ period: { id: '2026-03' }, before: { nps: 50 } });
    expect((await app.ask('/api/v1/nps?compareFrom=2026-03-01')).status).toBe(400);
  });

  test('29 ratings make no point, 30 do; the programmes are never mixed', async () => {
    const app = await start();
    await post(app, 'ratings', [...rated(29, 10, '2026-04'), ...rated(15, 9, '2026-05'), ...rated(9, 8, '2026-05'), ...rated(6, 3, '2026-05'), ...rated(50, 0, '2026-05', { programme: 'relational' })]);
    const { series, periods, filter } = await nps(app);
    expect(series.map(({ id }) => id)).toEqual(['loan']);
    expect([periods.length, periods.at(-1)]).toEqual([36, { id: '2026-05', from: '2026-05-01', to: '2026-05-10', complete: false }]);
    expect(filter).toMatchObject({ from: '2023-06-01', to: '2026-05-10' });
    expect(series[0]?.points.slice(-2)).toEqual([
      { period: '2026-04', n: 29, promoters: 29, detractors: 0 },
      { period: '2026-05', n: 30, promoters: 15, detractors: 6, nps: 30, low: expect.closeTo(0.68, 2), high: expect.closeTo(53.86, 2) },
    ]);
    expect(series[0]?.target).toBe(40);
    expect(series[0]?.changes.map(({ against, significant }) => ({ against, significant }))).toEqual([{ against: 'previous', significant: undefined }]);
    expect((await nps(app, '?programme=relational')).series[0]?.current).toMatchObject({ n: 50, nps: -100 });
  });

  test('important services together are weighted by instances, and what moved them adds up', async () => {
    const app = await start();
    await app.json('/api/v1/events', { json: [...instances(30, 'loan', '2026-01'), ...instances(10, 'claim', '2026-01'), ...instances(20, 'loan', '2026-05'), ...instances(20, 'claim', '2026-05')] });
    const claim = { journey: 'claim' };
    await post(app, 'ratings', [
      ...rated(60, 9, '2026-01'), ...rated(40, 5, '2026-01'), // loan 20
      ...rated(20, 9, '2026-01', claim), ...rated(20, 5, '2026-01', claim), // claim 0
      ...rated(700, 9, '2026-05'), ...rated(300, 5, '2026-05'), // loan 40
      ...rated(30, 9, '2026-05', claim), ...rated(10, 8, '2026-05', claim), // claim 75
      ...rated(40, 0, '2026-05', { journey: 'quiet' }),
    ]);
    const { important, all } = await nps(app, '?to=2026-05-31');
    // January: ¾·20 + ¼·0 = 15; May: ½·40 + ½·75 = 57.5
    expect(important).toMatchObject({ current: { nps: expect.closeTo(57.5, 8), n: 1040 }, weighting: { by: 'instances', weights: [{ journey: 'loan', share: 0.5 }, { journey: 'claim', share: 0.5 }] } });
    expect(important?.changes[0]).toMatchObject({ against: 'yearStart', period: { id: '2026-01', complete: true }, delta: expect.closeTo(42.5, 8), significant: true });
    expect(important?.weighting.borrowed?.weightsOf).toBe('2026-01');
    // Nobody started `quiet`: it weighs nothing.
    expect(all.current.nps).toBeCloseTo(57.5, 8);

    const { contributions } = await drivers(app, '?to=2026-05-31');
    expect(contributions).toMatchObject({ among: 'important', change: { against: 'yearStart', delta: expect.closeTo(42.5, 8) } });
    const parts = contributions.parts ?? [];
    expect(parts.map(({ journey, within, mix }) => [journey, Math.round(within * 1e6) / 1e6, Math.round(mix * 1e6) / 1e6])).toEqual([['loan', 12.5, -7.5], ['claim', 28.125, 9.375]]);
    expect(parts.reduce((sum, { within, mix }) => sum + within + mix, 0)).toBeCloseTo(contributions.change.delta ?? 0, 10);
    expect(contributions.mix).toBeCloseTo(1.875, 8);
  });

  test('without instances all ratings are one heap, and any days may be compared', async () => {
    const app = await start();
    await post(app, 'ratings', [...rated(40, 9, '2026-04'), ...rated(40, 5, '2026-05'), ...rated(120, 9, '2026-05', { journey: 'claim' })]);
    const { all } = await nps(app);
    expect(all).toMatchObject({ weighting: { by: 'ratings' }, current: { n: 160, nps: 50 }, total: { n: 200 } });
    const { contributions } = await drivers(app, '?against=custom&compareFrom=2026-03-15&compareTo=2026-04-20&among=all');
    expect(contributions).toMatchObject({ change: { period: { id: '2026-03-15/2026-04-20' }, before: { n: 40, nps: 100 }, delta: -50 } });
    expect((await app.ask('/api/v1/nps/drivers?against=custom&compareFrom=2026-03-15')).status).toBe(400);
    expect((await app.ask('/api/v1/nps?from=2026-05-02&to=2026-05-01')).status).toBe(400);
    expect((await app.ask('/api/v1/nps?journey=moon')).status).toBe(400);
  });

  test('ratings are told apart by touchpoint, segment and the organisations below', async () => {
    const app = await start();
    await post(app, 'ratings', [...rated(30, 9, '2026-05', { organisation: 'bj', touchpoint: 'app' }), ...rated(31, 9, '2026-05', { organisation: 'sh', segment: 'senior' }), ...rated(2, 9, '2026-05', { organisation: 'hq' }), ...rated(1, 1, '2026-05')]);
    const groups = async (query: string) => (await nps(app, `?group=${query}`)).series.map(({ id, current: { n } }) => [id, n]);
    expect(await groups('organisation')).toEqual([['bj', 30], ['sh', 31], ['hq', 2], ['', 1]]);
    expect(await groups('organisation&organisation=bj')).toEqual([['bj', 30]]);
    expect(await groups('touchpoint')).toEqual([['app', 30], ['', 34]]);
    expect(await groups('segment')).toEqual([['senior', 31], ['', 33]]);
    expect(await groups('none')).toEqual([]);
    expect(await groups('segment&touchpoint=app')).toEqual([['', 30]]);
  });

  test('a rating is linked when its instance is stored, before or after it, and of its journey', async () => {
    const app = await start();
    await post(app, 'ratings', [...rated(30, 9, '2026-05', { instance: 'a' }), ...rated(30, 8, '2026-05', { instance: 'nobody' })]);
    await app.json('/api/v1/events', { json: threeLoans() });
    await post(app, 'ratings', [...rated(5, 2, '2026-05', { instance: 'c' }), ...rated(7, 2, '2026-05', { instance: 'b', journey: 'claim' })]);
    const { experience } = await drivers(app);
    expect(experience).toMatchObject({ ratings: 72, linked: 35, linkedShare: 35 / 72, active: 0 });
    expect(experience.states.map(({ state, n, nps: score }) => [state, n, score])).toEqual([['smooth', 0, undefined], ['recovered', 0, undefined], ['handed', 30, 100], ['detoured', 0, undefined], ['lost', 5, undefined]]);
  });

  test('correlations are over journey-months with instances and at least 30 ratings', async () => {
    const app = await start();
    await app.json('/api/v1/events', { json: [...instances(4, 'loan', '2026-04'), ...instances(3, 'loan', '2026-05'), loanEvent('x', ['quote', 'app', 'failed'], '2026-05-06T10:00:00')] });
    await post(app, 'ratings', [...rated(29, 9, '2026-04'), ...rated(30, 9, '2026-05')]);
    const { correlations } = await drivers(app);
    expect(correlations.leftOut).toBe(1);
    expect(correlations.months).toEqual([{ journey: 'loan', month: '2026-05', n: 30, values: { nps: 100, breakRate: 0.25, handoffRate: 0, repeats: 0 } }]);
    expect(correlations.pairs).toHaveLength(10);
    expect(correlations.pairs[0]).toEqual({ a: 'nps', b: 'breakRate', n: 1 });
  });

  test('the answer keeps its ETag until ratings come, and then has another', async () => {
    const app = await start();
    const tag = async () => (await app.ask('/api/v1/nps')).headers.get('etag');
    const first = await tag();
    expect(await tag()).toBe(first);
    await post(app, 'ratings', rated(1, 9, '2026-05'));
    expect(await tag()).not.toBe(first);
  });
});
