import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HandoffTask, handoffTask, isUnfinishedTask, TASK_STATES, type TaskState } from './handoff-task';
import type { PersonId } from './ids';
import { missingForTask, moveTask, TASK_MOVES, type TaskMove, taskMoveInput } from './move-task';
import { arbitraryMover, arbitraryTask, arbitraryTaskMove } from './testing';

const lin = 'lin' as PersonId; // Ids are any text.
const xu = 'xu' as PersonId;
const now = '2026-11-26T02:00:00.000Z';
const [opened] = fc.sample(arbitraryTask, { numRuns: 1, seed: 1 });
const task = (state: TaskState, more: Partial<HandoffTask> = {}): HandoffTask => ({
  ...(opened as HandoffTask), // Sampled one.
  state,
  assignee: state === 'open' ? undefined : lin,
  attempts: state === 'contacted' ? [{ at: now, touchpoint: (opened as HandoffTask).touchpoint, result: 'reached' }] : [], // Sampled one.
  ...more,
});
const move = (of: HandoffTask, input: object, by: { id: PersonId; isManager: boolean } = { id: lin, isManager: false }) => moveTask(of, taskMoveInput.parse(input), { by, now });

/** What each move leads to from each state, by whoever has the task; what is not here is refused for its state. */
const LEADS: Record<TaskMove, Partial<Record<TaskState, TaskState>>> = {
  claim: { open: 'claimed' },
  release: { claimed: 'open' },
  assign: { open: 'claimed', claimed: 'claimed', contacted: 'contacted' },
  contact: { claimed: 'contacted', contacted: 'contacted' },
  resume: { contacted: 'resumed' },
  fail: { contacted: 'failed' },
};
const INPUT: Record<TaskMove, object> = { claim: {}, release: {}, assign: { assignee: xu }, contact: {}, resume: {}, fail: { reason: 'declined' } };

describe.each(TASK_STATES)('a task that is %s', (state) => {
  test.each(TASK_MOVES)('%s', (name) => {
    const to = LEADS[name][state];
    const moved = move(task(state), { move: name, ...INPUT[name] });
    if (to) expect(moved).toMatchObject({ kind: 'moved', task: { state: to, version: 2, updatedAt: now } });
    else if (name === 'fail' && state === 'claimed') expect(moved).toEqual({ kind: 'refused', missing: [{ code: 'attempt-required' }] });
    else expect(moved).toEqual({ kind: 'refused', missing: [{ code: 'state', params: { state } }] });
  });
});

test('what is somebody’s is moved by them or by a manager; assigning takes it over', () => {
  const other = { id: xu, isManager: false };
  const manager = { id: xu, isManager: true };
  const refused = { kind: 'refused', missing: [{ code: 'manager-required', params: { assignee: 'lin' } }] };
  expect(move(task('claimed'), { move: 'contact' }, other)).toEqual(refused);
  expect(move(task('claimed'), { move: 'assign', assignee: xu }, other)).toEqual(refused);
  expect(move(task('claimed'), { move: 'assign', assignee: xu }, manager)).toMatchObject({ task: { assignee: 'xu', state: 'claimed' } });
  expect(move(task('claimed'), { move: 'release' }, manager)).toMatchObject({ task: { state: 'open' } });
});

test('whoever has it already is nobody to assign it to', () => {
  expect(move(task('claimed'), { move: 'assign', assignee: lin })).toEqual({ kind: 'refused', missing: [{ code: 'assignee-required' }] });
});

test('an attempt that reached nobody is recorded and leaves the state; after it the task may fail', () => {
  const tried = move(task('claimed'), { move: 'contact', result: 'no-answer', note: 'rang twice' });
  expect(tried).toMatchObject({ kind: 'moved', task: { state: 'claimed', attempts: [{ at: now, by: 'lin', result: 'no-answer', note: 'rang twice' }] } });
  if (tried.kind !== 'moved') return;
  expect(move(tried.task, { move: 'fail', reason: 'unreachable', note: 'gave up' })).toMatchObject({ task: { state: 'failed', endReason: 'unreachable', endedAt: now, note: 'gave up' } });
});

test('a note of an attempt is the attempt’s; of any other move it becomes the task’s', () => {
  expect(move(task('claimed', { note: 'kept' }), { move: 'contact', note: 'of the call' })).toMatchObject({ task: { note: 'kept' } });
  expect(move(task('claimed', { note: 'old' }), { move: 'release', note: 'on leave' })).toMatchObject({ task: { note: 'on leave' } });
});

test('no sequence of moves breaks a task: it stays well formed, ends at most once and then for ever, and says beforehand what it refuses', () => {
  fc.assert(
    fc.property(arbitraryTask, fc.array(fc.tuple(arbitraryTaskMove, arbitraryMover), { maxLength: 12 }), (start, steps) => {
      let current = start;
      for (const [input, by] of steps) {
        const said = missingForTask(current, input.move, by);
        const moved = moveTask(current, input, { by, now });
        // Only whom it is assigned to is not known beforehand.
        if (input.move !== 'assign') expect(moved.kind === 'refused' ? moved.missing : []).toEqual(said);
        if (moved.kind === 'refused') continue;
        expect(said).toEqual([]);
        expect(isUnfinishedTask(current)).toBe(true);
        expect(moved.task.version).toBe(current.version + 1);
        current = moved.task;
        expect(handoffTask.parse(current)).toEqual(current);
        expect(current.assignee === undefined).toBe(current.state === 'open');
        expect(current.endedAt === undefined).toBe(isUnfinishedTask(current));
        expect(current.endReason === undefined).toBe(isUnfinishedTask(current));
        if (current.state === 'resumed' || current.state === 'failed') expect(current.attempts.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});
