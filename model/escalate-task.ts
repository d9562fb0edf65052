import type { HandoffTask } from './handoff-task';
import type { PersonId } from './ids';
import type { Person } from './people';
import type { Stamp } from './stamp';

/** The levels whose time has come and that have not been told: `[1, 2]`, or none. */
export const dueLevels = (escalateAt: readonly Stamp[], told: number, now: Stamp): number[] =>
  escalateAt.flatMap((at, index) => (index >= told && at <= now ? [index + 1] : []));

/**
 * Who is told at a level that a task is late: at the first whoever has it, else the managers of its department; from the second on its
 * managers. Without a department, that of whoever has it; where that has no manager, the managers of those who pick customers up, else all.
 */
export function escalationTo(level: number, { assignee, department }: Pick<HandoffTask, 'assignee' | 'department'>, people: readonly Person[]): PersonId[] {
  if (level === 1 && assignee !== undefined) return [assignee];
  const of = department ?? people.find(({ id }) => id === assignee)?.department;
  const managers = people.filter(({ roles }) => roles.includes('manager'));
  const own = managers.filter((person) => person.department === of);
  const operating = managers.filter(({ roles }) => roles.includes('operator'));
  return [own, operating, managers].find((some) => some.length > 0)?.map(({ id }) => id) ?? [];
}

/** A task after these levels were told, in one change, as its next version. */
export const escalatedTask = (task: HandoffTask, levels: readonly number[], people: readonly Person[], now: Stamp): HandoffTask => ({
  ...task,
  version: task.version + 1,
  updatedAt: now,
  escalation: { level: levels.at(-1) ?? task.escalation.level, at: now, to: [...new Set(levels.flatMap((level) => escalationTo(level, task, people)))] },
});
