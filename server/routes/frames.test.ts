import { type FramesAnswer, getFrames, getInstances, getPanorama, problem } from '#contract';
import { describe, expect, test } from 'vitest';
import { loanEvent, smallCatalogue, storeKinds, type TestApp, testApp } from '../testing';

/** Two loans on Saturday, one of which breaks at 09:40, and one on Monday at 09:05; it is Monday, noon. */
async function loans(open: (typeof storeKinds)[number]['open']): Promise<TestApp> {
  const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
  await app.json('/api/v1/events', {
    json: [
      loanEvent('a', ['quote', 'app', 'done'], '2026-05-30T09:10:00'),
      loanEvent('a', ['paid', 'app', 'done'], '2026-05-30T10:20:00'),
      loanEvent('b', ['quote', 'app', 'limited'], '2026-05-30T09:40:00'),
      loanEvent('c', ['quote', 'app', 'limited'], '2026-06-01T09:05:00'),
      loanEvent('c', ['quote', 'video', 'done'], '2026-06-01T09:07:00'),
      loanEvent('c', ['paid', 'video', 'done'], '2026-06-01T09:20:00'),
    ],
  });
  return app;
}

const FILTER = 'from=2026-05-01&to=2026-06-30';
const ask = async (app: TestApp, query: string): Promise<FramesAnswer> => getFrames.output!.parse(await app.json(`/api/v1/panorama/frames?${FILTER}&${query}`));
const sum = (numbers: readonly number[] = []) => numbers.reduce((total, one) => total + one, 0);

describe.each(storeKinds)('on $name', ({ open }) => {
  test('by day there is a frame for each day with data and between, and frames add up to the map', async () => {
    const app = await loans(open);
    const { frames, places } = await ask(app, 'level=journey&journey=loan');
    expect(frames.map(({ day, from, to, mature, balance }) => [day, from, to, mature, balance.entered])).toEqual([
      ['2026-05-30', '2026-05-30T00:00:00.000+08:00', '2026-05-31T00:00:00.000+08:00', false, 2],
      ['2026-05-31', '2026-05-31T00:00:00.000+08:00', '2026-06-01T00:00:00.000+08:00', false, 0],
      ['2026-06-01', '2026-06-01T00:00:00.000+08:00', '2026-06-02T00:00:00.000+08:00', false, 1],
    ]);
    expect(places.find(({ id }) => id === 'quote~app')).toMatchObject({ instances: [2, 0, 1], interrupted: [1, 0, 1], interruptions: [1, 0, 1], pending: [1, 0, 0], withHandoff: [0, 0, 1], unhanded: [0, 0, 0] });
    const map = getPanorama.output!.parse(await app.json(`/api/v1/panorama?${FILTER}&level=journey&journey=loan`));
    for (const node of map.nodes) {
      const place = places.find(({ id }) => id === node.id);
      expect([sum(place?.instances), sum(place?.interrupted), sum(place?.unhanded)]).toEqual([node.instances, node.interrupted, node.unhanded]);
    }
    expect(sum(frames.map(({ balance }) => balance.entered))).toBe(map.balance.entered);
  });

  test('by hour frames say what the clock shows, end with the hour that has begun, and lead to their lists', async () => {
    const app = await loans(open);
    const { frames, places } = await ask(app, 'by=hour');
    expect(frames).toHaveLength(24 + 24 + 13);
    expect(frames.at(-1)).toMatchObject({ day: '2026-06-01', clock: '12:00', from: '2026-06-01T12:00:00.000+08:00' });
    const app9 = frames.findIndex(({ day, clock }) => day === '2026-05-30' && clock === '09:00');
    const place = places.find(({ id }) => id === 'loan~app');
    expect([place?.instances[app9], place?.interruptions[app9], frames[app9]?.balance.entered]).toEqual([2, 1, 2]);
    expect(sum(place?.interruptions)).toBe(2);
    const { from = '', to = '' } = frames[app9] ?? {};
    const list = async (rest: string) => getInstances.output!.parse(await app.json(`/api/v1/instances?${FILTER}&node=loan~app&startedFrom=${encodeURIComponent(from)}&startedBefore=${encodeURIComponent(to)}${rest}`));
    expect((await list('')).total).toBe(2);
    expect((await list('&rows=interruptions&kind=any')).items.map(({ id }) => id)).toEqual(['b']);
  });

  test('without data there are no frames, and too many hours are refused', async () => {
    const app = await loans(open);
    expect(getFrames.output!.parse(await app.json('/api/v1/panorama/frames?from=2026-01-01&to=2026-01-31'))).toMatchObject({ frames: [], places: [] });
    await app.json('/api/v1/events', { json: [loanEvent('old', ['quote', 'app', 'done'], '2026-03-01T09:00:00')] });
    const refused = problem.parse(await (await app.ask('/api/v1/panorama/frames?from=2026-01-01&to=2026-06-30&by=hour')).json());
    expect(refused.errors?.[0]?.pointer).toBe('?by');
  });
});
