import type { MappingProfile } from '#contract';
import { UnreadableFile } from './unreadable-file';

/** The fields of an event that a column can feed. */
export type MappedField = Exclude<keyof MappingProfile, 'journey'>;

/** Which column feeds which field. */
export type Mapping = Record<'instance' | 'step' | 'at', string> & Partial<Record<MappedField, string>>;

/**
 * Names that columns go by, the surest first; compared in lower case with `_`, `-` and spaces as one. A channel is no touchpoint: it says
 * how somebody came in, not where an event happened.
 */
const NAMES: Record<MappedField, readonly string[]> = {
  instance: ['case:concept:name', 'case id', 'caseid', 'case', 'instance', 'instance id', 'trace id', 'trace', '案例', '案例编号', '案例id', '实例', '旅程实例'],
  step: ['concept:name', 'activity', 'activity name', 'step', 'event name', 'event', 'task', '活动', '步骤', '环节', '事件'],
  at: ['time:timestamp', 'timestamp', 'complete timestamp', 'end timestamp', 'event time', 'datetime', 'time', 'date', 'at', '时间戳', '发生时间', '时间'],
  touchpoint: ['touchpoint', '触点'],
  outcome: ['outcome', '结果'],
  reason: ['reason', '原因'],
  customer: ['customer', 'customer id', '客户', '客户号'],
  organisation: ['organisation', 'organization', '机构'],
  segment: ['segment', '客群'],
};

const normal = (name: string): string => name.trim().toLowerCase().replaceAll(/[_\s-]+/g, ' ');

/** The three fields that nothing goes without. */
const NEEDED = ['instance', 'step', 'at'] as const;

/**
 * The mapping of a file: what the profile names, else what the columns' names suggest. Throws `UnreadableFile` when case, activity or time
 * is found in neither, or a column that the profile names is not there.
 */
export function proposeMapping(columns: readonly string[], profile: MappingProfile): Mapping {
  const byName = new Map(columns.map((column) => [normal(column), column]));
  const found: Partial<Record<MappedField, string>> = {};
  for (const field of Object.keys(NAMES) as MappedField[]) {
    const named = profile[field];
    if (named !== undefined && !columns.includes(named)) {
      throw new UnreadableFile('column-unknown', { line: 1, field, column: named, columns: columns.join(', ') });
    }
    const column = named ?? NAMES[field].map((name) => byName.get(name)).find((one) => one !== undefined);
    if (column !== undefined) found[field] = column;
  }
  const { instance, step, at } = found;
  if (instance !== undefined && step !== undefined && at !== undefined) return { ...found, instance, step, at };
  const missing = NEEDED.filter((field) => found[field] === undefined);
  throw new UnreadableFile('column-missing', { line: 1, fields: missing.join(', '), columns: columns.join(', ') });
}

/** XES says by its standard attributes what is what. */
export const xesMapping = ({ journey: _, ...profile }: MappingProfile): Mapping => ({
  instance: 'case:concept:name',
  step: 'concept:name',
  at: 'time:timestamp',
  touchpoint: 'touchpoint',
  outcome: 'outcome',
  reason: 'reason',
  ...profile,
});
