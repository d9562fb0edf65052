import { expect, test } from 'vitest';
import { dueLevels, escalationTo } from './escalate-task';
import type { HandoffTask } from './handoff-task';
import { person } from './people';

const people = person.array().parse([
  { id: 'boss', name: { zh: '甲' }, department: 'board', roles: ['manager'] },
  { id: 'video', name: { zh: '乙' }, department: 'video-centre', roles: ['manager', 'operator'] },
  { id: 'operator', name: { zh: '丙' }, department: 'video-centre', roles: ['operator'] },
  { id: 'claims', name: { zh: '丁' }, department: 'claims', roles: ['manager', 'owner'] },
  { id: 'typist', name: { zh: '戊' }, department: 'typing', roles: ['operator'] },
]);
const to = (level: number, task: { assignee?: string; department?: string }) => escalationTo(level, task as Pick<HandoffTask, 'assignee' | 'department'>, people); // Ids are any text.

test('a level is due from its time on, and only once', () => {
  const at = ['2026-11-26T02:00:00.000Z', '2026-11-26T04:00:00.000Z'];
  expect(dueLevels(at, 0, '2026-11-26T01:59:59.999Z')).toEqual([]);
  expect(dueLevels(at, 0, '2026-11-26T02:00:00.000Z')).toEqual([1]);
  expect(dueLevels(at, 1, '2026-11-26T03:00:00.000Z')).toEqual([]);
  expect(dueLevels(at, 0, '2026-11-26T05:00:00.000Z')).toEqual([1, 2]);
});

test('the first level tells whoever has it, else the managers of its department; the second those', () => {
  expect(to(1, { assignee: 'operator', department: 'claims' })).toEqual(['operator']);
  expect(to(1, { department: 'claims' })).toEqual(['claims']);
  expect(to(2, { assignee: 'operator', department: 'claims' })).toEqual(['claims']);
  expect(to(2, { assignee: 'operator' })).toEqual(['video']);
});

test('where nobody manages the department, or there is none, those are told who manage picking customers up', () => {
  expect(to(1, {})).toEqual(['video']);
  expect(to(2, { assignee: 'typist' })).toEqual(['video']);
  expect(escalationTo(1, {}, people.filter(({ roles }) => !roles.includes('operator')))).toEqual(['boss', 'claims']);
  expect(escalationTo(1, {}, [])).toEqual([]);
});
