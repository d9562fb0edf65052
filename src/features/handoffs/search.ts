import { repeated, TASK_SORTS } from '#contract';
import { instanceId, journeyId, ruleId, taskId, taskPriority, taskState, touchpointId } from '#model';
import { z } from 'zod';

/** A value somebody has mistyped in the address is no value. */
const value = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const schema = z.object({
  /** Unfinished ones unless told. */
  state: value(repeated(z.union([taskState, z.enum(['unfinished', 'all'])]))),
  /** A person, `me`, or `none`. */
  assignee: value(z.string().min(1)),
  overdue: value(z.enum(['true'])),
  journey: value(journeyId),
  touchpoint: value(touchpointId),
  priority: value(taskPriority),
  rule: value(ruleId),
  instance: value(instanceId),
  /** A place of the map, by its id on `level`. */
  level: value(z.enum(['overview', 'journey'])),
  node: value(z.string().min(1)),
  q: value(z.string().min(1).max(100)),
  sort: value(z.enum(TASK_SORTS)),
  /** The task in front. */
  task: value(taskId),
  /** What is set up over the list. */
  sheet: value(z.enum(['rules', 'calendar'])),
});

/** All that the address of 接续任务 carries: sent to a colleague, it shows the same. */
export type HandoffsSearch = z.output<typeof schema>;

/** Reads the address; anything in it that is not understood is left out. */
export const handoffsSearch = (search: Record<string, unknown>): HandoffsSearch => schema.parse(search);
