import { catalogueAnswer, panorama } from '#contract';
import { describe, expect, test } from 'vitest';
import { smallCatalogue, storeKinds, testApp, threeLoans } from '../testing';

describe.each(storeKinds)('the catalogue in $name', ({ open }) => {
  test('a change is stored as the next version and detects again what it touches', async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    await app.json('/api/v1/events', { json: threeLoans() });
    const before = catalogueAnswer.parse(await app.json('/api/v1/catalogue'));
    expect(before.version).toBe(1);

    const [loan] = smallCatalogue.journeys;
    const patient = { ...smallCatalogue, journeys: [{ ...loan, idleLostMs: 90 * 86_400_000 }] };
    const after = catalogueAnswer.parse(await app.json('/api/v1/catalogue', { method: 'PUT', json: patient }));
    expect(after).toMatchObject({ version: 2, journeys: [{ idleLostMs: 90 * 86_400_000 }] });
    expect(after.redetection).toBeUndefined();
    const { balance } = panorama.parse(await app.json('/api/v1/panorama?from=2026-05-01'));
    expect(balance).toMatchObject({ lost: 0, active: 1 });
  });

  test('with If-Match a stale change is refused with the catalogue as it is now', async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    const put = (version: string) => app.ask('/api/v1/catalogue', { method: 'PUT', json: smallCatalogue, headers: { 'if-match': version } });
    expect((await put('"1"')).status).toBe(200);
    const stale = await put('"1"');
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ type: 'urn:throughline:version-stale', current: { version: 2, journeys: [{ id: 'loan' }] } });
    expect((await put('*')).status).toBe(200);
    expect((await put('banana')).status).toBe(400);
  });
});

test('a catalogue that contradicts itself is refused by JSON pointer', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const [loan] = smallCatalogue.journeys;
  const steps = loan?.steps.map((step, index) => (index === 1 ? { ...step, stage: 'moon' } : step));
  const response = await app.ask('/api/v1/catalogue', { method: 'PUT', json: { ...smallCatalogue, journeys: [{ ...loan, steps }] } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ pointer: '/journeys/0/steps/1/stage', reason: 'the journey has no stage "moon"' }] });
});
