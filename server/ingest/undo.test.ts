import { catalogueAnswer, importAnswer, panorama as panoramaSchema } from '#contract';
import { expect, test } from 'vitest';
import { importFile, smallCatalogue, storeKinds, testApp, threeLoans } from '../testing';

const EVER = 'from=1990-01-01&to=2030-01-01';
const log = (cases: number, touchpoint: string) => ['case,activity,time,touchpoint', ...Array.from({ length: cases }, (_, index) => [`c${index},Open,2026-05-01 10:00,${touchpoint}`, `c${index},Close,2026-05-01 11:00,${touchpoint}`]).flat()].join('\n');

for (const { name, open } of storeKinds) {
  test(`an import is undone as a whole, and what was there before is as it was (${name})`, async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    await app.json('/api/v1/events', { json: threeLoans() });
    const before = [await app.json('/api/v1/catalogue'), await app.json(`/api/v1/panorama?${EVER}`)] as const;
    const first = await importFile(app, 'orders.csv', log(3, 'app'));
    const second = await importFile(app, 'orders.csv', log(5, 'app'));
    expect([first.accepted, second.accepted, second.duplicates]).toEqual([6, 4, 6]);

    const undo = async (id: string) => {
      const { job } = importAnswer.parse(await app.json(`/api/v1/imports/${id}/undo`, { method: 'POST' }));
      expect(job.state).toBe('undoing');
      await app.services.imports.ended(id);
      return importAnswer.parse(await app.json(`/api/v1/imports/${id}`)).job;
    };
    expect(await undo(first.id)).toMatchObject({ state: 'undone' });
    // What the second brought stays, in the journey that the first discovered.
    const left = panoramaSchema.parse(await app.json(`/api/v1/panorama?${EVER}&journey=orders.csv`));
    expect(left.balance).toMatchObject({ entered: 2, smooth: 2 });
    await undo(second.id);
    const after = [await app.json('/api/v1/catalogue'), await app.json(`/api/v1/panorama?${EVER}`)] as const;
    expect(catalogueAnswer.parse(after[0]).touchpoints).toEqual(catalogueAnswer.parse(before[0]).touchpoints);
    expect(panoramaSchema.parse(after[1])).toEqual({ ...panoramaSchema.parse(before[1]), asOf: expect.anything(), revision: expect.anything() });
    expect((await app.ask(`/api/v1/imports/${first.id}/undo`, { method: 'POST' })).status).toBe(409);
    // Its ids are free again.
    expect(await importFile(app, 'orders.csv', log(3, 'app'))).toMatchObject({ state: 'done', accepted: 6, duplicates: 0 });
  });
}

test('an import that was undone takes its journey and its names out of the catalogue', async () => {
  const app = await testApp();
  const job = await importFile(app, 'orders.csv', log(2, 'counter'));
  expect(job.brought).toMatchObject({ journeys: ['orders.csv'], touchpoints: ['counter'] });
  await app.json(`/api/v1/imports/${job.id}/undo`, { method: 'POST' });
  await app.services.imports.ended(job.id);
  expect(catalogueAnswer.parse(await app.json('/api/v1/catalogue'))).toMatchObject({ journeys: [], touchpoints: [] });
});

test('a cancelled import leaves nothing, and run again it ends as if it had never been', async () => {
  const app = await testApp();
  const big = log(8_000, 'app');
  const query = new URLSearchParams({ filename: 'big.csv' });
  const { job } = importAnswer.parse(await app.json(`/api/v1/imports?${query}`, { method: 'POST', body: big, headers: { 'content-type': 'application/octet-stream' } }));
  const cancelled = importAnswer.parse(await app.json(`/api/v1/imports/${job.id}/cancel`, { method: 'POST' })).job;
  expect(cancelled).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
  expect(catalogueAnswer.parse(await app.json('/api/v1/catalogue')).journeys).toEqual([]);
  expect(await importFile(app, 'big.csv', big)).toMatchObject({ state: 'done', accepted: 16_000, duplicates: 0 });
});

test('an import that a stop cuts short, run again, ends the same as one that was not', async () => {
  const cut = await testApp();
  const big = log(8_000, 'app');
  const query = new URLSearchParams({ filename: 'big.csv' });
  await cut.json(`/api/v1/imports?${query}`, { method: 'POST', body: big, headers: { 'content-type': 'application/octet-stream' } });
  await cut.services.imports.stop();
  const restarted = await testApp({ stores: cut.ports });
  await restarted.services.imports.recover();
  await importFile(restarted, 'big.csv', big);
  const whole = await testApp();
  await importFile(whole, 'big.csv', big);
  const [a, b] = await Promise.all([restarted, whole].map(async (app) => panoramaSchema.parse(await app.json(`/api/v1/panorama?${EVER}`))));
  expect(a?.balance).toEqual(b?.balance);
  expect(a?.nodes).toEqual(b?.nodes);
});
