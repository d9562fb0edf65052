import { taskTold } from '#contract';
import { person, type PersonId } from '#model';
import { catalogueNames, formatsOf, kindWords } from '#ui';
import { expect, test } from 'vitest';
import { moveTexts } from './move-texts';
import { afterMove } from './predict';
import { sayMissing } from './say-missing';
import { sceneTexts, sceneWords } from './scene-words';
import { whatChanged } from './what-changed';

const at = '2026-11-26T08:00:00.000Z';
const me = person.parse({ id: 'lin', name: { zh: '林' }, department: 'd', roles: ['operator'] });
const task = taskTold.parse({
  id: 'JX-000001',
  version: 3,
  state: 'open',
  interruption: { id: 'i~limit~e', instance: 'i', journey: 'loan', step: 'quote', touchpoint: 'app', kind: 'limit', at },
  mode: 'realtime',
  touchpoint: 'video',
  priority: 'urgent',
  openedAt: at,
  dueAt: '2026-11-26T08:05:00.000Z',
  escalation: { level: 0, to: [] },
  escalateAt: [],
  context: { events: [], entered: {} },
  attempts: [],
  updatedAt: at,
  overdue: false,
  moves: [],
});
const now = Date.parse('2026-11-26T08:06:00.000Z');

test('a move is shown as the server will tell it, but as the version that it was', () => {
  const claimed = afterMove(task, { move: 'claim' }, me, now);
  expect(claimed).toMatchObject({ state: 'claimed', assignee: 'lin', version: 3, overdue: true });
  expect(claimed?.moves.filter(({ allowed }) => allowed).map(({ move }) => move)).toEqual(['release', 'assign', 'contact']);
  expect(afterMove(task, { move: 'resume' }, me, now)).toBeUndefined();
});

test('what somebody else did is told field by field', () => {
  const theirs = { ...task, state: 'claimed' as const, assignee: 'wang' as PersonId, attempts: [{ at, touchpoint: task.touchpoint, result: 'busy' as const }], version: 5 };
  expect(whatChanged(task, theirs)).toEqual(['state', 'assignee', 'attempts']);
  expect(whatChanged(task, { ...task, version: 9 })).toEqual([]);
});

test('a button says what its move needs', () => {
  const say = (code: Parameters<typeof sayMissing>[0][number], move: Parameters<typeof sayMissing>[1] = 'resume') => sayMissing([code], move, String, moveTexts.zh);
  expect(say({ code: 'state', params: { state: 'open' } })).toBe('先认领');
  expect(say({ code: 'state', params: { state: 'claimed' } })).toBe('先联系上客户');
  expect(say({ code: 'attempt-required' }, 'fail')).toBe('先联系客户至少一次');
  expect(say({ code: 'manager-required', params: { assignee: 'wang' } }, 'assign')).toBe('由wang或管理者处理');
  expect(sayMissing([], 'claim', String, moveTexts.zh)).toBeUndefined();
});

test('a scene reads as a sentence of names', () => {
  const names = catalogueNames({ touchpoints: [], journeys: [], reasons: [], organisations: [], segments: [] } as never, 'zh'); // Ids stand for themselves.
  const words = { journeys: [], names, kinds: kindWords.zh, formats: formatsOf('zh'), t: sceneTexts.zh };
  expect(sceneWords({}, words)).toBe('任何中断');
  const scene = { journeys: [task.interruption.journey], touchpoints: [task.touchpoint], kinds: ['limit' as const], amount: { attribute: 'requested', atLeast: 300_000 } };
  expect(sceneWords(scene, words)).toBe('loan · 在video · 规则受限 · 申请金额 ≥ 30万');
});
