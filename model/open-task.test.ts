import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHINA_CALENDAR } from './china-calendar';
import { handoffRule } from './handoff-rule';
import { handoffTask } from './handoff-task';
import { taskId } from './ids';
import { dueOn, openTask, orderOf, ruleTimes } from './open-task';
import { stampOf } from './stamp';
import { arbitraryBroken, arbitraryRule, arbitraryTask } from './testing';
import { zoneOf } from './zone';

const shanghai = zoneOf('Asia/Shanghai');
const at = (text: string) => Date.parse(`${text}+08:00`);
const rule = handoffRule.parse({ id: 'r', name: { zh: 'r' }, enabled: true, scene: {}, mode: 'proactive', touchpoint: 'a', slaMinutes: 30, clock: 'working', priority: 'high', escalateAfterMinutes: [0, 120] });

test('a rule’s clock counts from the break; on the working clock in working hours alone, for each level too', () => {
  const friday = at('2026-11-27T17:50');
  expect(ruleTimes(rule, friday, CHINA_CALENDAR, shanghai)).toEqual({ dueAt: at('2026-11-30T09:20'), escalateAt: [at('2026-11-30T09:20'), at('2026-11-30T11:20')] });
  expect(ruleTimes({ ...rule, clock: 'always' }, friday, CHINA_CALENDAR, shanghai)).toEqual({ dueAt: at('2026-11-27T18:20'), escalateAt: [at('2026-11-27T18:20'), at('2026-11-27T20:20')] });
});

test('a task carries what was entered, later values before earlier ones, and nothing that says who the customer is', () => {
  const [broken] = fc.sample(arbitraryBroken, { numRuns: 1, seed: 3 });
  const [event] = broken?.context ?? [];
  if (!broken || !event) throw new Error('Sampled one.');
  const context: typeof broken.context = [
    { ...event, attributes: { amount: 1, mobile: '13812345678', channel: 'push' } },
    { ...event, attributes: { amount: 2, name: '张三' } },
  ];
  const times = ruleTimes(rule, broken.at, CHINA_CALENDAR, shanghai);
  const task = openTask(taskId.parse('JX-000001'), { ...broken, context }, { ...orderOf(rule, times), entered: { amount: 3 } }, broken.at);
  expect(task.context.entered).toEqual({ amount: 3, channel: 'push' });
  expect(task.contact).toBe('138****5678');
  expect(JSON.stringify(task)).not.toMatch(/13812345678|张三/);
});

test('whatever breaks, the task of whatever rule is one that the schema knows, with its levels after its due time', () => {
  fc.assert(
    fc.property(arbitraryBroken, arbitraryRule, (broken, any) => {
      const task = openTask(taskId.parse('JX-000001'), broken, orderOf(any, ruleTimes(any, broken.at, CHINA_CALENDAR, shanghai)), broken.at + 1);
      expect(handoffTask.parse(task)).toEqual(task);
      expect(task.escalateAt).toEqual(task.escalateAt.toSorted());
      for (const level of task.escalateAt) expect(level >= task.dueAt).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('with another due time the levels that were not told move along', () => {
  const [task] = fc.sample(arbitraryTask, { numRuns: 1, seed: 5 });
  if (!task) throw new Error('Sampled one.');
  const [first = '', second = ''] = task.escalateAt;
  const later = dueOn({ ...task, escalation: { level: 1, to: [] } }, Date.parse(task.dueAt) + 60_000);
  expect(later.escalateAt).toEqual([first, stampOf(Date.parse(second) + 60_000)]);
});
