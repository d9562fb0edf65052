import type { PanoramaAnswer } from '#contract';
import { expect, test } from 'vitest';
import { smallCatalogue, testApp } from '../testing';

const event = (id: string, instance: string, step: string, touchpoint: string, outcome: string, at: string, more: object = {}) => ({
  id,
  instance,
  journey: 'loan',
  step,
  touchpoint,
  outcome,
  at: `${at}+08:00`,
  ...more,
});

const story = [
  event('1', 'a', 'quote', 'app', 'limited', '2026-05-20T10:00:00', { reason: 'over-limit', organisation: 'bj', segment: 'senior' }),
  event('2', 'a', 'quote', 'video', 'entered', '2026-05-20T10:02:00'),
  event('3', 'a', 'paid', 'video', 'done', '2026-05-20T10:30:00'),
  event('4', 'b', 'quote', 'app', 'done', '2026-05-20T11:00:00', { organisation: 'sh' }),
  event('5', 'b', 'paid', 'app', 'done', '2026-05-20T11:05:00'),
  event('6', 'c', 'quote', 'app', 'failed', '2026-05-10T09:00:00', { organisation: 'bj' }),
];

test('a limit that a video agent picks up is a handoff on the map, and the balance adds up', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  expect(await app.json('/api/v1/events', { json: story })).toMatchObject({ accepted: 6, duplicates: 0, rejected: [] });

  const map = (await app.json('/api/v1/panorama?level=journey&journey=loan')) as unknown as PanoramaAnswer;
  expect(map.filter).toMatchObject({ from: '2026-04-21', to: '2026-05-20' });
  expect(map.balance).toEqual({ entered: 3, smooth: 1, recovered: 0, handed: 1, detoured: 0, active: 0, lost: 1 });
  expect(map.handoffs).toEqual([
    { from: 'quote~app', to: 'quote~video', carrier: 'handoff', count: 1, succeeded: 1, latencyMs: { p50: 120_000 } },
  ]);
  expect(map.losses).toEqual([{ from: 'quote~app', count: 1 }]);
});
