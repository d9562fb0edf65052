import { expect, test } from 'vitest';
import type { CarrierEvent, Resolution } from './interruption';
import { type BreakNow, seenEnd } from './reconcile-task';

const carrier = { kind: 'handoff' } as CarrierEvent; // Only whether there is one matters.
const now = (resolution: Resolution, more: Partial<BreakNow> = {}): BreakNow => ({ resolution, pending: false, ...more });

test.each<[string, BreakNow | undefined, string | undefined]>([
  ['is pending', now('open', { pending: true }), undefined],
  ['was picked up and has not gone on', now('open', { carrier }), undefined],
  ['went on alone', now('self'), 'withdrawn self'],
  ['went on by a detour', now('detour', { carrier }), 'withdrawn detour'],
  ['went on by a handoff', now('handoff', { carrier }), 'withdrawn handoff'],
  ['is lost', now('lost'), 'expired lost'],
  ['is past the window without a carrier', now('open'), 'expired window'],
  ['is gone', undefined, 'withdrawn gone'],
])('a task whose customer %s', (_, becomes, end) => {
  const seen = seenEnd({ state: 'claimed' }, becomes);
  expect(seen && `${seen.state} ${seen.reason}`).toBe(end);
});

test('a task whose operator reached the customer, who then went on by a handoff, has done what it was for', () => {
  expect(seenEnd({ state: 'contacted' }, now('handoff', { carrier }))).toEqual({ state: 'resumed', reason: 'handoff' });
  expect(seenEnd({ state: 'contacted' }, now('self'))).toEqual({ state: 'withdrawn', reason: 'self' });
});
