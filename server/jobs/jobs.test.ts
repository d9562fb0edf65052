import { panorama } from '#contract';
import { demoCatalogue, demoFeedback, demoPeople, generate, trickle } from '#demo';
import { DAY, HOUR } from '#model';
import { afterEach, expect, test, vi } from 'vitest';
import { fillDemo } from '../services/fill-demo';
import { loanEvent, NOW, smallCatalogue, testApp } from '../testing';
import { startDemoTrickle } from './demo-trickle';
import { startSweeps } from './sweeps';

afterEach(() => void vi.useRealTimers());

const access = { actor: { kind: 'system', job: 'test' }, scope: { organisations: 'all' } } as const;

test('a sweep makes lost what has become lost while nobody asked, and streams hear of it', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  await app.json('/api/v1/events', { json: [loanEvent('a', ['quote', 'app', 'done'], '2026-06-01T11:00:00')] });
  vi.useFakeTimers();
  const heard: string[] = [];
  app.services.changes.subscribe(({ message }) => heard.push(message.type));
  const stop = startSweeps(app.services);
  await vi.advanceTimersByTimeAsync(20_000);
  const before = app.ports.events.revision;
  app.setNow(NOW + 8 * DAY);
  await vi.advanceTimersByTimeAsync(20_000);
  await stop();
  expect(app.ports.events.revision).not.toBe(before);
  expect(heard.at(-1)).toBe('revision');
  vi.useRealTimers();
  expect(panorama.parse(await app.json('/api/v1/panorama?from=2026-06-01')).balance.lost).toBe(1);
});

test('the demo goes on from where it was left, without a gap, and remembers how far', async () => {
  const world = { seed: 'test', scale: 0.05 };
  const filled = await testApp();
  const until = NOW - 3 * DAY;
  await fillDemo(filled.services, { ...world, until, catalogue: demoCatalogue(), ...demoPeople(), events: generate({ ...world, until, from: until - 30 * DAY }) });
  const stop = startDemoTrickle(filled.services, { events: trickle });
  await vi.waitFor(async () => expect((await filled.ports.desk.demo(access))?.generatedUntil).toBe(NOW + HOUR), 20_000);
  await stop();

  const whole = await testApp();
  await fillDemo(whole.services, { ...world, until: NOW + HOUR, catalogue: demoCatalogue(), ...demoPeople(), events: generate({ ...world, until: NOW + HOUR, from: until - 30 * DAY }) });
  const map = async (app: typeof whole) => {
    const { nodes, balance } = panorama.parse(await app.json('/api/v1/panorama?from=2026-05-02&to=2026-06-01'));
    return { nodes, balance };
  };
  expect(await map(filled)).toEqual(await map(whole));
});

test('customers of a running demo go on answering: none before their time, none twice, and some about journeys that have just ended', async () => {
  const world = { seed: 'test', scale: 1 };
  const app = await testApp();
  const until = NOW - 6 * HOUR;
  await fillDemo(app.services, { ...world, until, catalogue: demoCatalogue(), ...demoPeople(), events: generate({ ...world, until, from: until - 30 * DAY }) });
  const told = async () => {
    const { ratings } = await app.ports.events.ratings.extent(access);
    const { linked } = await app.ports.events.ratings.experience(access, { programme: 'transactional', from: '2026-01-01', to: '2026-12-31' });
    return { ratings, linked };
  };
  const run = async () => {
    const stop = startDemoTrickle(app.services, { events: trickle, feedback: demoFeedback });
    await vi.waitFor(async () => expect((await app.ports.desk.demo(access))?.generatedUntil).toBe(NOW + HOUR), 20_000);
    await stop();
    return told();
  };
  const first = await run();
  const given = [...demoFeedback({ ...world, since: until - HOUR, until: NOW }).ratings];
  // The hour before the end of the fill is told again, in case it was not stored.
  expect(given.length).toBeGreaterThan(20);
  expect(first.ratings).toBe(given.length);
  expect(first.linked).toBeGreaterThan(0);
  // Started again in the same hour, nothing is told twice.
  expect(await run()).toEqual(first);
});

test('a demo that was cleared does not come back', async () => {
  const world = { seed: 'test', scale: 0.02 };
  const app = await testApp();
  const until = NOW - 2 * DAY;
  await fillDemo(app.services, { ...world, until, catalogue: demoCatalogue(), ...demoPeople(), events: generate({ ...world, until, from: until - 5 * DAY }) });
  await app.json('/api/v1/demo', { method: 'DELETE' });
  const stop = startDemoTrickle(app.services, { events: trickle, feedback: demoFeedback });
  await stop();
  expect(await app.json('/api/v1/status')).toMatchObject({ demo: false, data: { events: 0 } });
});
