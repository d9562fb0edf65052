import type { TaskFilterQuery, TASK_SORTS } from '#contract';
import { type PersonId, TASK_STATES, type TaskState, UNFINISHED_TASK_STATES } from '#model';
import { handoffsSearch, type HandoffsSearch } from './search';

/** What a chip stands for: a filter with one meaning. */
export const CHIPS = ['unfinished', 'overdue', 'mine', 'unassigned', 'ended'] as const;
export type Chip = (typeof CHIPS)[number];

const ENDED = TASK_STATES.filter((state) => !UNFINISHED_TASK_STATES.some((one) => one === state));

const OF_CHIP: Record<Chip, Pick<HandoffsSearch, 'state' | 'assignee' | 'overdue'>> = {
  unfinished: {},
  overdue: { overdue: 'true' },
  mine: { assignee: 'me' },
  unassigned: { assignee: 'none' },
  ended: { state: ENDED },
};

const NO_CHIP = { state: undefined, assignee: undefined, overdue: undefined };

/** The address with a chip chosen; what else it filters by stays. */
export const withChip = (search: HandoffsSearch, chip: Chip): HandoffsSearch => ({ ...search, ...NO_CHIP, ...OF_CHIP[chip] });

/** The chip that says exactly what the address filters by state, person and lateness. */
export const chipOf = ({ state, assignee, overdue }: HandoffsSearch): Chip | undefined =>
  CHIPS.find((chip) => {
    const of = OF_CHIP[chip];
    return (of.state?.join(' ') ?? '') === (state?.join(' ') ?? '') && of.assignee === assignee && of.overdue === overdue;
  });

/** The address without any filter. */
export const withoutFilter = ({ sort, task }: HandoffsSearch): HandoffsSearch => ({ sort, task });

/** Whether anything beside a chip narrows the list. */
export const isNarrowed = ({ journey, touchpoint, priority, rule, instance, node, q }: HandoffsSearch): boolean =>
  [journey, touchpoint, priority, rule, instance, node, q].some((one) => one !== undefined);

/** What a saved view keeps of the address: neither the task in front nor what is set up over the list. */
export const worthSaving = (search: Record<string, unknown>): HandoffsSearch => ({ ...handoffsSearch(search), task: undefined, sheet: undefined });

/** The question of the list. */
export function tasksAsked(search: HandoffsSearch): TaskFilterQuery & { sort: (typeof TASK_SORTS)[number] } {
  const { state, assignee, overdue, journey, touchpoint, priority, rule, instance, level, node, q, sort = 'urgency' } = search;
  return {
    ...(state && { state }),
    ...(assignee !== undefined && { assignee: personOf(assignee) }),
    ...(overdue && { overdue }),
    ...(journey && { journey }),
    ...(touchpoint && { touchpoint }),
    ...(priority && { priority }),
    ...(rule && { rule }),
    ...(instance && { instance }),
    ...(node !== undefined && { node, level: level ?? 'overview' }),
    ...(q !== undefined && { q }),
    sort,
  };
}

/** `me`, `none` or a person's id; an id is any text. */
const personOf = (assignee: string): 'me' | 'none' | PersonId => assignee as PersonId;

/** States that the address may name one by one. */
export const stateOf = ({ state }: HandoffsSearch): TaskState | undefined => {
  const [only, ...more] = state ?? [];
  return more.length === 0 ? TASK_STATES.find((one) => one === only) : undefined;
};
