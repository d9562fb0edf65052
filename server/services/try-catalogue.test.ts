import { catalogueAnswer, catalogueTrial, getInstances, panorama as panoramaSchema, story } from '#contract';
import { likelyDuplicates, mergeTouchpoint, splitTouchpoint, stepId } from '#model';
import { expect, test } from 'vitest';
import { importFile, storeKinds, testApp } from '../testing';

const EVER = 'level=journey&journey=desk.csv&from=1990-01-01&to=2030-01-01';
const LOG = [
  'case,activity,time,outcome',
  ...Array.from({ length: 20 }, (_, n) => [`c${n},Open,2026-05-01 10:00,done`, `c${n},${n % 2 ? 'Check' : 'check '},2026-05-01 10:${10 + n},entered`, `c${n},Close,2026-05-01 12:00,done`, ...(n < 5 ? [`c${n},Survey,2026-05-01 13:00,done`] : [])]).flat(),
].join('\n');

for (const { name, open } of storeKinds) {
  test(`what a reviewed journey does to its figures is tried before it is saved, and is what is seen afterwards (${name})`, async () => {
    const app = await testApp({ stores: await open() });
    await importFile(app, 'desk.csv', LOG.replaceAll('check ', 'check-again'));
    const current = catalogueAnswer.parse(await app.json('/api/v1/catalogue'));
    const [journey] = current.journeys;
    if (!journey) throw new Error('The log has no journey.');
    // Two names of one step are merged, the last but one step completes, and checking may take 20 minutes.
    const steps = journey.steps.flatMap(({ completes: _, ...step }) => {
      if (step.id === 'check-again') return [];
      if (step.id === 'Check') return [{ ...step, aliases: [stepId.parse('check-again')], standardMs: 100 * 60_000 }];
      return [step.id === 'Close' ? { ...step, completes: true } : step];
    });
    const draft = { ...journey, steps };
    const trial = catalogueTrial.parse(await app.json('/api/v1/catalogue/trial', { json: { journey: draft } }));
    expect(trial).toMatchObject({ instances: 20, all: true, before: { balance: { entered: 20 }, byKind: { overrun: 0 } } });
    // 12:00 less 10:10, 10:11, …: those checked before 10:20 took longer than 100 minutes.
    expect(trial.after.byKind.overrun).toBe(10);
    expect(trial.steps.find(({ step }) => step === 'Check')).toMatchObject({ events: 20, stays: 20, p50: (110 - 9.5) * 60_000 });
    expect(catalogueAnswer.parse(await app.json('/api/v1/catalogue')).version).toBe(current.version);

    const { touchpoints, organisations, reasons, segments, handoffWindowMs } = current;
    await app.json('/api/v1/catalogue', { method: 'PUT', json: { touchpoints, organisations, reasons, segments, handoffWindowMs, journeys: [draft] } });
    const map = panoramaSchema.parse(await app.json(`/api/v1/panorama?${EVER}`));
    expect(map.balance).toEqual(trial.after.balance);
    expect(map.nodes.map(({ step, events }) => [step, events])).toContainEqual(['Check', 20]);
    const { items } = await app.json('/api/v1/instances');
    expect(items).toHaveLength(20);
    // An event by the other name still belongs to the step.
    const twice = await app.ask('/api/v1/catalogue/trial', { json: { journey: { ...draft, id: 'nowhere' } } });
    expect(twice.status).toBe(404);
  });

  test(`touchpoints that are one under two names are merged: tried first, seen everywhere after, and given back (${name})`, async () => {
    const app = await testApp({ stores: await open() });
    const of = (file: string, ...touchpoints: string[]) =>
      importFile(app, file, ['case,activity,time,touchpoint,outcome', ...touchpoints.flatMap((one, n) => [`c${n},Ask,2026-05-01 10:00,${one},failed`, `c${n},Pay,2026-05-01 10:05,Desk,done`])].join('\n'));
    await of('old.csv', 'App', 'App');
    await of('new.csv', 'APP', 'APP', 'App');
    const read = async () => catalogueAnswer.parse(await app.json('/api/v1/catalogue'));
    const before = await read();
    const journey = before.journeys.find(({ id }) => id === 'new.csv')!;
    const [[pair] = []] = [likelyDuplicates(before.touchpoints)];
    expect([pair?.keep.id, pair?.other.id, pair?.differ]).toEqual(['App', 'APP', ['case']]);
    // The desk is assisted: what it picks up by itself is a handoff.
    const merged = mergeTouchpoint(before.touchpoints, pair!.other.id, pair!.keep.id).map((one) => (one.id === 'Desk' ? { ...one, service: 'assisted' as const, initiative: 'company' as const } : one));
    const trial = catalogueTrial.parse(await app.json('/api/v1/catalogue/trial', { json: { journey, touchpoints: merged } }));
    expect(trial.map.nodes.map(({ id, events, interrupted }) => [id, events, interrupted])).toEqual([
      ['Ask~App', 3, 3],
      ['Pay~Desk', 3, 0],
    ]);
    expect(trial.map.flows).toEqual([{ from: 'Ask~App', to: 'Pay~Desk', count: 3 }]);
    expect([trial.before.balance.handed, trial.after.balance.handed]).toEqual([0, 3]);
    // The other log is at the same desk.
    expect(trial.others.map(({ journey: id, instances, after }) => [id, instances, after.balance.handed])).toEqual([['old.csv', 2, 2]]);

    const { organisations, reasons, segments, handoffWindowMs, journeys } = before;
    const put = (touchpoints: typeof merged) => app.ask('/api/v1/catalogue', { method: 'PUT', json: { touchpoints, organisations, reasons, segments, handoffWindowMs, journeys } });
    expect((await put(merged)).status).toBe(200);
    const map = async () => panoramaSchema.parse(await app.json('/api/v1/panorama?level=journey&journey=new.csv&from=1990-01-01&to=2030-01-01'));
    expect((await map()).nodes.map(({ id, events }) => [id, events])).toEqual([['Ask~App', 3], ['Pay~Desk', 3]]);
    const { items } = getInstances.output!.parse(await app.json('/api/v1/instances?level=journey&journey=new.csv&from=1990-01-01&to=2030-01-01'));
    const { eventList } = story.parse(await app.json(`/api/v1/instances/${encodeURIComponent(items[0]!.id)}`));
    expect(eventList.map(({ touchpoint }) => touchpoint)).toEqual(['App', 'Desk']);
    // The next file by the old name finds it, and adds no second one.
    await of('third.csv', 'APP');
    expect((await read()).touchpoints.map(({ id }) => id)).toEqual(['App', 'Desk']);

    expect((await put(splitTouchpoint(merged, pair!.other.id))).status).toBe(200);
    expect((await map()).nodes.map(({ id, events }) => [id, events])).toContainEqual(['Ask~APP', 2]);
    const twice = await app.ask('/api/v1/catalogue/trial', { json: { journey, touchpoints: [{ ...before.touchpoints[0], aliases: ['Desk', 'Desk'] }] } });
    expect(twice.status).toBe(400);
  });
}
