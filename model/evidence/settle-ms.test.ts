import { expect, test } from 'vitest';
import type { Journey } from '../catalogue';
import { stageId, stepId } from '../ids';
import { DAY, HOUR, MINUTE } from '../time';
import { settleMs } from './settle-ms';

const step = (id: string, standardMs?: number) => ({ id: stepId.parse(id), stage: stageId.parse('s'), name: { zh: '步' }, standardMs });
const journey: Pick<Journey, 'steps' | 'idleLostMs'> = { steps: [step('open'), step('face', 5 * MINUTE), step('pay', HOUR)], idleLostMs: 7 * DAY };

test('the break rate waits for overruns: the longest standard of the steps it counts', () => {
  expect(settleMs({ measure: 'break-rate' }, journey)).toBe(HOUR);
  expect(settleMs({ measure: 'break-rate', step: stepId.parse('face') }, journey)).toBe(5 * MINUTE);
  expect(settleMs({ measure: 'break-rate', step: stepId.parse('open') }, journey)).toBe(0);
  expect(settleMs({ measure: 'break-rate', kind: 'overrun', step: stepId.parse('pay') }, journey)).toBe(HOUR);
});

test('a kind that only events bring waits for nothing', () => {
  for (const kind of ['limit', 'failure', 'repetition'] as const) expect(settleMs({ measure: 'break-rate', kind }, journey)).toBe(0);
});

test('losses and abandonments wait until the day is mature', () => {
  expect(settleMs({ measure: 'loss-rate' }, journey)).toBe(7 * DAY);
  expect(settleMs({ measure: 'loss-rate', kind: 'failure', step: stepId.parse('open') }, journey)).toBe(7 * DAY);
  expect(settleMs({ measure: 'break-rate', kind: 'abandonment' }, journey)).toBe(7 * DAY);
});
