import type { patchTask, postTask } from '#contract';
import { DAY, dueOn, type HandoffTask, HOUR, missingForTask, moveTask, openTask, type Person, stampOf, type TaskId, type TaskMoveInput, type TaskOrder } from '#model';
import type { z } from 'zod';
import type { Remember } from '../http/once';
import { ProblemError } from '../http/problem-error';
import type { Access, LedgerChange } from '../ports';
import { visibleOrganisations } from '../stores/visible-organisations';
import { everybody, everyDepartment } from './acting';
import { auditDraft, openingAudit } from './audit-draft';
import type { Core } from './core';
import { findBroken } from './find-broken';
import { moverOf, refusedMove, taskTold } from './task-told';

/** Who asks for a change of a task, when, and how its answer is remembered. */
export interface TaskAsked {
  access: Access;
  person: Person;
  now: number;
  remember: Remember;
}

/** What people and other systems do with tasks. All of it throws the problems that its endpoint names. */
export interface TaskService {
  /** Throws `not-found` also for a task of an organisation that is not the asker's to see. */
  find(access: Access, id: TaskId): Promise<HandoffTask>;
  report(asked: TaskAsked, order: z.output<NonNullable<typeof postTask.body>>): Promise<{ task: HandoffTask; duplicate: boolean }>;
  patch(asked: TaskAsked, id: TaskId, version: number, changes: z.output<NonNullable<typeof patchTask.body>>): Promise<HandoffTask>;
  move(asked: TaskAsked, id: TaskId, version: number, input: TaskMoveInput): Promise<HandoffTask>;
}

/** Without a due time, what is reported is due by then. */
const REPORTED_DUE_MS = DAY;
/** What is reported has no rule to say when somebody is told that it is late: at once, then two hours later. */
const REPORTED_ESCALATIONS_MS = [0, 2 * HOUR];

export const taskCode = (number: number): TaskId => `JX-${String(number).padStart(6, '0')}` as TaskId; // Made here and always well formed.

export function createTaskService(core: Core): TaskService {
  const { ledger, ports } = core;

  const find: TaskService['find'] = async (access, id) => {
    const task = await ports.ledger.task(access, id);
    const { catalogue } = await core.catalogue.current();
    const visible = visibleOrganisations(access.scope, catalogue.organisations);
    if (task && (visible === 'all' || (task.organisation !== undefined && visible.has(task.organisation)))) return task;
    throw new ProblemError('not-found', `There is no task "${id}".`);
  };

  const stale = (task: HandoffTask, { person, now }: TaskAsked) =>
    new ProblemError('version-stale', `The task ${task.id} is at version ${task.version} by now.`, { current: taskTold(task, person, now) });

  /** Stores the next version of a task with its audit entry. */
  const store = async (asked: TaskAsked, before: HandoffTask, next: HandoffTask, told: { action: string; reason?: string | undefined }): Promise<HandoffTask> => {
    const written = await ledger.write(asked.access, {
      tasks: [{ next, expected: before.version, from: before }],
      audit: [auditDraft(asked.access, asked.now, { subject: { kind: 'task', id: next.id }, ...told, before, after: next })],
      ...remembered(asked, next),
    });
    if (written.kind === 'stored') return next;
    throw stale(await find(asked.access, next.id), asked);
  };

  const named = async (id: TaskId, version: number, asked: TaskAsked): Promise<HandoffTask> => {
    const task = await find(asked.access, id);
    if (task.version !== version) throw stale(task, asked);
    return task;
  };

  const refuseUnknown = async (names: { touchpoint?: string | undefined; department?: string | null | undefined; assignee?: string | undefined }) => {
    const { catalogue } = await core.catalogue.current();
    const [people, departments] = await Promise.all([everybody(ports.desk), everyDepartment(ports.desk)]);
    const known = { touchpoint: catalogue.touchpoints, department: departments, assignee: people };
    const errors = Object.entries(known).flatMap(([name, all]) => {
      const id = names[name as keyof typeof known]; // The names are the keys of `known`.
      return id === undefined || id === null || all.some((one) => one.id === id) ? [] : [{ pointer: `/${name}`, reason: `there is no ${name === 'assignee' ? 'person' : name} "${id}"` }];
    });
    if (errors.length > 0) throw new ProblemError('invalid-input', 'The body names something that is not known.', { errors });
  };

  return {
    find,
    async report(asked, { interruption, instance, dueAt, ...body }) {
      const { access, now } = asked;
      await refuseUnknown(body);
      const broken = await findBroken(ports.events, access, { interruption, instance });
      const due = dueAt === undefined ? now + REPORTED_DUE_MS : Date.parse(dueAt);
      const order: TaskOrder = { ...body, times: { dueAt: due, escalateAt: REPORTED_ESCALATIONS_MS.map((after) => due + after) } };
      for (;;) {
        const task = openTask(taskCode(await ports.ledger.nextTaskNumber(access)), broken, order, now);
        const answer = { task, duplicate: false };
        const written = await ledger.write(access, { tasks: [{ next: task }], audit: [openingAudit(access, task, now)], ...remembered(asked, answer) });
        if (written.kind === 'stored') return answer;
        if (written.kind === 'open-task') return { task: written.task, duplicate: true };
        // Somebody took the number meanwhile; another request with the same key is for `once` to answer.
        if (written.kind === 'repeated') throw new ProblemError('idempotency-mismatch', 'This Idempotency-Key was used meanwhile.');
      }
    },
    async patch(asked, id, version, { dueAt, department, note, ...changes }) {
      const task = await named(id, version, asked);
      // Whoever may give it to somebody may change it.
      const missing = missingForTask(task, 'assign', moverOf(asked.person));
      if (missing.length > 0) throw refusedMove(task.id, 'edit', missing);
      await refuseUnknown({ ...changes, department });
      const next: HandoffTask = { ...task, ...defined(changes), version: version + 1, updatedAt: stampOf(asked.now) };
      if (department !== undefined) next.department = department ?? undefined;
      if (note !== undefined) next.note = note ?? undefined;
      return store(asked, task, dueAt === undefined ? next : dueOn(next, Date.parse(dueAt)), { action: 'edit' });
    },
    async move(asked, id, version, input) {
      const task = await named(id, version, asked);
      await refuseUnknown({ ...('assignee' in input && { assignee: input.assignee }), ...('touchpoint' in input && { touchpoint: input.touchpoint }) });
      const moved = moveTask(task, input, { by: moverOf(asked.person), now: stampOf(asked.now) });
      if (moved.kind === 'refused') throw refusedMove(task.id, input.move, moved.missing);
      return store(asked, task, moved.task, { action: input.move, reason: 'note' in input ? input.note : undefined });
    },
  };
}

/** Without what was not asked for. */
const defined = <Fields extends object>(fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields; // Only optional fields go.

const remembered = ({ remember }: TaskAsked, resource: unknown): Pick<LedgerChange, 'remember'> => {
  const answer = remember(resource);
  return answer ? { remember: answer } : {};
};
