import { expect, test } from 'vitest';
import { countdown, slaOf } from './sla';

const at = (time: string) => `2026-11-26T${time}:00.000Z`;
const task = { state: 'open', openedAt: at('08:00'), dueAt: at('09:00') } as const;
const minutes = (n: number) => n * 60_000;

test('an unfinished task says what is left, then that it is late', () => {
  expect(slaOf(task, Date.parse(at('08:20')))).toEqual({ kind: 'left', ms: minutes(40), soon: false });
  expect(slaOf(task, Date.parse(at('08:48')))).toEqual({ kind: 'left', ms: minutes(12), soon: true });
  expect(slaOf(task, Date.parse(at('09:00')))).toEqual({ kind: 'left', ms: 0, soon: true });
  expect(slaOf(task, Date.parse(at('09:30')))).toEqual({ kind: 'late', ms: minutes(30), soon: false });
});

test('of a long time little is left from half an hour on', () => {
  const long = { ...task, dueAt: at('23:00') };
  expect(slaOf(long, Date.parse(at('22:29'))).soon).toBe(false);
  expect(slaOf(long, Date.parse(at('22:31'))).soon).toBe(true);
});

test('the clock stops when the task ends', () => {
  const now = Date.parse(at('20:00'));
  expect(slaOf({ ...task, state: 'resumed', endedAt: at('08:34') }, now)).toEqual({ kind: 'took', ms: minutes(34), soon: false });
  expect(slaOf({ ...task, state: 'failed', endedAt: at('09:05') }, now)).toEqual({ kind: 'took-late', ms: minutes(5), soon: false });
});

test('on a clock of working hours only those count', () => {
  const half = (from: number, to: number) => (to - from) / 2;
  expect(slaOf(task, Date.parse(at('08:20')), half)).toEqual({ kind: 'left', ms: minutes(20), soon: false });
});

test('under an hour it is written to the second', () => {
  expect(countdown(minutes(12) + 1_900)).toEqual({ minutes: 12, seconds: '01' });
  expect(countdown(minutes(60))).toBeUndefined();
});
