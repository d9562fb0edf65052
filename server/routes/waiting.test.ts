import { expect, test } from 'vitest';
import { problemResponse, ProblemError } from '../http/problem-error';
import { createWaiting } from './waiting';

test('while too many events wait to be stored, more are refused with when to come again, and taken afterwards', async () => {
  const waiting = createWaiting(10);
  let letGo: () => void = () => undefined;
  const first = waiting.during(7, () => new Promise<void>((resolve) => (letGo = resolve)));
  expect(() => waiting.refuseMore()).not.toThrow();
  const failing = waiting.during(5, () => Promise.reject(new Error('no room')));
  let refusal: unknown;
  try {
    waiting.refuseMore();
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(ProblemError);
  const answer = problemResponse(refusal as ProblemError); // Just looked at.
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await answer.json()).toMatchObject({ type: 'urn:throughline:too-busy' });
  // What fails waits no longer, either.
  await expect(failing).rejects.toThrow('no room');
  expect(() => waiting.refuseMore()).not.toThrow();
  letGo();
  await first;
});
