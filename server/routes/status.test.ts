import { catalogueAnswer, getAnnotations, status } from '#contract';
import { demoAnnotations, demoCatalogue, demoPeople, generate } from '#demo';
import { describe, expect, test } from 'vitest';
import { demoIsDue, fillDemo } from '../services/fill-demo';
import { importFile, NOW, storeKinds, type TestApp, testApp } from '../testing';

const log = 'case,activity,time,touchpoint\n1,sign,2026-05-01 10:00,app\n1,pay,2026-05-01 11:00,counter\n';

const fill = (app: TestApp) =>
  fillDemo(app.services, {
    seed: 'test',
    scale: 0.02,
    until: NOW,
    catalogue: demoCatalogue(),
    ...demoPeople(),
    events: generate({ seed: 'test', scale: 0.02, until: NOW, from: NOW - 40 * 86_400_000 }),
    annotations: demoAnnotations({ seed: 'test', until: NOW }),
  });

describe.each(storeKinds)('the demo in $name', ({ open }) => {
  test('an empty store is due to be filled, a filled one says that it is a demo, and a cleared one stays empty', async () => {
    const app = await testApp({ stores: await open() });
    expect(await demoIsDue(app.services)).toBe(true);
    await fill(app);
    expect(await demoIsDue(app.services)).toBe(false);
    const filled = status.parse(await app.json('/api/v1/status'));
    expect(filled).toMatchObject({ demo: true, today: '2026-06-01', zone: 'Asia/Shanghai', data: { lastDay: '2026-06-01' } });
    expect(filled.data.instances).toBeGreaterThan(30);
    expect(filled.data.journeys.map(({ journey }) => journey)).toContain('loan');
    expect(filled.data.journeys.reduce((sum, { instances }) => sum + instances, 0)).toBe(filled.data.instances);

    const cleared = status.parse(await app.json('/api/v1/demo', { method: 'DELETE' }));
    expect(cleared).toMatchObject({ demo: false, data: { events: 0, instances: 0, journeys: [] } });
    expect(await demoIsDue(app.services)).toBe(false);
    expect(catalogueAnswer.parse(await app.json('/api/v1/catalogue'))).toMatchObject({ touchpoints: [], journeys: [], organisations: [], reasons: [], segments: [] });
    expect(await app.json('/api/v1/people')).toMatchObject({ items: [{ id: 'local' }] });
  });

  test('imported data stays when the demo goes, with what it uses of the catalogue', async () => {
    const app = await testApp({ stores: await open() });
    await fill(app);
    await importFile(app, 'own.csv', log);
    const cleared = status.parse(await app.json('/api/v1/demo', { method: 'DELETE' }));
    expect(cleared.data).toMatchObject({ events: 2, journeys: [{ journey: 'own.csv', instances: 1 }] });
    const { touchpoints, journeys } = catalogueAnswer.parse(await app.json('/api/v1/catalogue'));
    expect(touchpoints.map(({ id }) => id)).toEqual(['app', 'counter']);
    expect(journeys.map(({ id }) => id)).toEqual(['own.csv']);
  });

  test('what its people wrote at its days goes with it, and what others wrote about no journey of it stays', async () => {
    const app = await testApp({ stores: await open() });
    await fill(app);
    await fill(app);
    const written = async () => getAnnotations.output!.parse(await app.json('/api/v1/annotations')).items;
    expect(await written()).toHaveLength(demoAnnotations({ seed: 'test', until: NOW }).length);
    await app.json('/api/v1/annotations', { json: { kind: 'campaign', text: '616', day: '2026-06-16' } });
    await app.json('/api/v1/annotations', { json: { kind: 'fix', text: '提示前置', day: '2026-05-16', locus: { journey: 'loan' } } });
    await app.json('/api/v1/demo', { method: 'DELETE' });
    expect((await written()).map(({ text }) => text)).toEqual(['616']);
  });

  test('a fill that was cut short is due again, and doubles nothing', async () => {
    const app = await testApp({ stores: await open() });
    await fill(app);
    const whole = status.parse(await app.json('/api/v1/status')).data;
    const access = { actor: { kind: 'system', job: 'test' }, scope: { organisations: 'all' } } as const;
    const record = await app.ports.desk.demo(access);
    await app.ports.desk.saveDemo(access, record && { ...record, generatedUntil: 0 });
    expect(await demoIsDue(app.services)).toBe(true);
    await fill(app);
    expect(status.parse(await app.json('/api/v1/status')).data).toEqual(whole);
  });
});
