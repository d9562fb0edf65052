import { taskAnswer, tasksAnswer } from '#contract';
import { handoffRule, type HandoffRule } from '#model';
import { expect, test } from 'vitest';
import { startHandoffTasks } from '../jobs/handoff-tasks';
import { loanEvent, smallCatalogue, testApp } from '../testing';

const rule: HandoffRule = handoffRule.parse({
  id: 'over-limit',
  name: { zh: '超限额' },
  enabled: true,
  scene: { journeys: ['loan'], kinds: ['limit'] },
  mode: 'realtime',
  touchpoint: 'video',
  slaMinutes: 5,
  clock: 'always',
  priority: 'urgent',
});

test('a posted break becomes a task that somebody claims, reaches and closes, and a stream hears of each', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const stop = startHandoffTasks(app.services);
  await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [rule] } });
  const heard: string[] = [];
  app.services.changes.subscribe(({ message }) => message.type === 'task' && heard.push(message.id));
  await app.json('/api/v1/events', { json: [loanEvent('a', ['quote', 'app', 'limited'], '2026-06-01T11:59:00', { reason: 'over-limit' })] });
  await expect.poll(() => heard).toHaveLength(1);
  const { items, counts } = tasksAnswer.parse(await app.json('/api/v1/tasks'));
  expect(items).toMatchObject([{ id: 'JX-000001', state: 'open', rule: 'over-limit', dueAt: '2026-06-01T04:04:00.000Z', overdue: false }]);
  expect(counts).toMatchObject({ unfinished: 1, open: 1, unassigned: 1 });
  let version = 1;
  for (const json of [{ move: 'claim' }, { move: 'contact', note: 'asked for the amount' }, { move: 'resume' }]) {
    const { task } = taskAnswer.parse(await app.json('/api/v1/tasks/JX-000001/moves', { json, headers: { 'if-match': `"${version}"` } }));
    expect(task.version).toBe(++version);
  }
  expect(taskAnswer.parse(await app.json('/api/v1/tasks/JX-000001')).task).toMatchObject({ state: 'resumed', endReason: 'completed', attempts: [{ result: 'reached' }] });
  expect(heard).toEqual(Array(4).fill('JX-000001'));
  await stop();
});
