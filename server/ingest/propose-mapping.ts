import { MAPPED_FIELDS, type MappedField, type MappingProfile, type ToldReason, tellReason, type ValueRule } from '#contract';
import { OUTCOMES, type Outcome } from '#model';
import { type DayOrder, orderIn } from './parse-time';
import type { SampledColumn } from './sample-columns';

/** Which column feeds which field. */
export type Columns = Record<'instance' | 'step' | 'at', string> & Partial<Record<MappedField, string>>;

/**
 * Names that columns go by, the surest first; compared in lower case with `_`, `-` and spaces as one. A channel is no touchpoint: it says
 * how somebody came in, not where an event happened.
 */
const NAMES: Record<MappedField, readonly string[]> = {
  instance: ['case:concept:name', 'case id', 'caseid', 'case', 'instance', 'instance id', 'trace id', 'trace', '案例', '案例编号', '案例id', '实例', '旅程实例', '实例编号'],
  step: ['concept:name', 'activity', 'activity name', 'step', 'event name', 'event', 'task', '活动', '步骤', '环节', '事件'],
  at: ['time:timestamp', 'timestamp', 'complete timestamp', 'end timestamp', 'event time', 'datetime', 'time', 'date', 'at', '时间戳', '发生时间', '时间'],
  touchpoint: ['touchpoint', '触点'],
  outcome: ['outcome', '结果'],
  reason: ['reason', '原因'],
  initiative: ['initiative', '发起方'],
  customer: ['customer', 'customer id', '客户', '客户号'],
  organisation: ['organisation', 'organization', '机构'],
  segment: ['segment', '客群'],
  journeyColumn: ['journey', 'journey id', '旅程'],
  id: ['event id', 'eventid', '事件id', '事件编号'],
};

/** Whether a column of this name says the step: then its rows are events. */
export const isStepName = (name: string): boolean => NAMES.step.includes(normal(name));

/** What names of columns have in them, where no name says it outright: only a proposal to somebody who looks at it. */
const HINTS = {
  instance: /(?:^|[^a-z])(?:number|no|nr|id|key|ref|order|ticket|policy|incident|claim)(?:$|[^a-z])|编号|单号|号$|流水/i,
  step: /state|status|stage|step|activity|action|phase|状态|环节|节点|步骤|动作/i,
  at: /updated|modified|event|occurr|time|date|_at$|时间|日期/i,
} as const;

/** Names of columns are compared so. */
export const normal = (name: string): string => name.trim().toLowerCase().replaceAll(/[_\s-]+/g, ' ');

/** How many of the fields that nothing goes without have a column of a usual name, or of one that hints at it. */
export const knownColumns = (names: readonly string[]): number => NEEDED.filter((field) => names.some((name) => NAMES[field].includes(normal(name)) || HINTS[field].test(name))).length;

/** The three fields that nothing goes without. */
const NEEDED = ['instance', 'step', 'at'] as const;

/** XES says by its standard attributes what is what. */
const XES: Partial<Record<MappedField, string>> = { instance: 'case:concept:name', step: 'concept:name', at: 'time:timestamp', touchpoint: 'touchpoint', outcome: 'outcome', reason: 'reason' };

export interface Proposal {
  columns: Partial<Columns>;
  profile: MappingProfile;
  dates?: { order?: DayOrder | undefined; certainty: 'told' | 'asked' | 'unknown' | 'contradicting'; sample: string } | undefined;
  problems: (ToldReason & { field?: string; line?: number })[];
}

export interface ProposalOptions {
  format: 'csv' | 'xes' | 'xlsx' | 'ndjson';
  /** Also by what values look like, for somebody who sees the proposal before it is used. */
  guess?: boolean | undefined;
}

/** The mapping of a file: what the profile says, else what the names of its columns say; and what is missing for an import. */
export function proposeMapping(columns: readonly SampledColumn[], profile: MappingProfile, { format, guess = false }: ProposalOptions): Proposal {
  const names = columns.map(({ name }) => name);
  const listed = names.join(', ');
  const byName = new Map(names.map((name) => [normal(name), name]));
  const problems: Proposal['problems'] = [];
  const found: Partial<Record<MappedField, string>> = {};
  for (const field of MAPPED_FIELDS) {
    const named = profile[field];
    if (named === null) continue;
    if (named !== undefined && format !== 'xes' && format !== 'ndjson' && !names.includes(named)) {
      problems.push({ field, line: 1, ...tellReason('column-unknown', { field, column: named, columns: listed }) });
      continue;
    }
    if (field === 'journeyColumn' && named === undefined && profile.journey !== undefined) continue;
    const known = (format === 'ndjson' && field === 'id' ? ['id', ...NAMES.id] : NAMES[field]).map((name) => byName.get(name)).find((one) => one !== undefined);
    const column = named ?? (format === 'xes' ? XES[field] : undefined) ?? known;
    if (column !== undefined) found[field] = column;
  }
  if (guess) {
    guessColumns(columns, found, profile);
    guessOutcome(columns, found, profile);
  }
  const missing = NEEDED.filter((field) => found[field] === undefined && !problems.some((one) => one.field === field));
  if (missing.length > 0) problems.push({ field: missing[0], line: 1, ...tellReason('column-missing', { fields: missing.join(', '), columns: listed }) });
  for (const [field, column] of Object.entries(found)) if (names.indexOf(column) !== names.lastIndexOf(column)) problems.push({ field, line: 1, ...tellReason('column-twice', { column }) });

  const dates = datesOf(columns.find(({ name }) => name === found.at), profile);
  if (dates?.order === undefined && dates) {
    const code = dates.certainty === 'contradicting' ? 'dates-contradict' : 'dates-unclear';
    problems.push({ field: 'at', ...tellReason(code, { sample: dates.sample }) });
  }
  let rules = profile.rules;
  if (guess && rules === undefined) {
    const proposed = outcomeRules(columns.find(({ name }) => name === found.outcome), found.reason !== undefined);
    const promised = promiseRules(columns, found);
    if (proposed?.knowsAll) delete found.outcome;
    if (proposed || promised.length > 0) rules = [...(proposed?.rules ?? []), ...promised];
  }
  const full: MappingProfile = {
    ...profile,
    ...found,
    ...(guess && Object.fromEntries(MAPPED_FIELDS.filter((field) => found[field] === undefined).map((field) => [field, null]))),
    ...(rules && { rules }),
    ...(dates?.order && { time: { ...profile.time, order: dates.order } }),
  };
  return { columns: found, profile: full, dates, problems };
}

/** How the days of the time column are written, where the year stands at the end. */
export function datesOf(column: SampledColumn | undefined, profile: MappingProfile): Proposal['dates'] {
  const seen = { dmy: '', mdy: '', either: '' };
  for (const value of column?.values ?? []) {
    const order = value === undefined ? undefined : orderIn(value);
    if (order !== undefined) seen[order] ||= value?.trim() ?? '';
  }
  const sample = seen.dmy || seen.mdy || seen.either;
  if (sample === '') return undefined;
  if (profile.time?.order) return { order: profile.time.order, certainty: 'asked', sample };
  if (seen.dmy && seen.mdy) return { certainty: 'contradicting', sample: `${seen.dmy}, ${seen.mdy}` };
  const order = seen.dmy ? 'dmy' : seen.mdy ? 'mdy' : undefined;
  return { order, certainty: order ? 'told' : 'unknown', sample };
}

/** What nobody named: a time that moves within an instance, an id that repeats, a state of few words. */
function guessColumns(columns: readonly SampledColumn[], found: Partial<Record<MappedField, string>>, profile: MappingProfile): void {
  const free = (field: MappedField, column: SampledColumn) => found[field] === undefined && profile[field] === undefined && !Object.values(found).includes(column.name);
  const best = (field: 'instance' | 'step' | 'at', score: (column: SampledColumn) => number) => {
    const scored = columns.filter((column) => free(field, column)).map((column) => ({ column, score: score(column) + (HINTS[field].test(column.name) ? 1 : 0) }));
    const top = scored.filter((one) => one.score > 1).reduce<(typeof scored)[number] | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
    if (top) found[field] = top.column.name;
  };
  // An id: many different, each in some rows, those of one together.
  best('instance', ({ looks, distinct, filled, values }) => {
    if (looks === 'time' || distinct < 2 || distinct > 0.8 * filled) return 0;
    const runs = values.filter((value, index) => value !== values[index - 1]).length;
    return 0.2 + (0.9 * distinct) / Math.max(runs, 1) - Math.abs(0.25 - distinct / filled) / 2;
  });
  const instances = columns.find(({ name }) => name === found.instance)?.values;
  // Of the times, the one that moves on from row to row of an instance.
  best('at', ({ looks, values }) => {
    if (looks !== 'time') return 0;
    const next = values.filter((_, index) => index > 0 && (instances === undefined || instances[index] === instances[index - 1]));
    const moves = values.filter((value, index) => index > 0 && (instances === undefined || instances[index] === instances[index - 1]) && value !== values[index - 1]);
    return 1 + (next.length > 0 ? moves.length / next.length : 0);
  });
  // A state: few words, which change within an instance.
  best('step', ({ looks, distinct, values, filled }) => {
    if (looks !== 'text' || distinct < 2 || distinct > 100 || filled < 0.9 * values.length) return 0;
    const changes = values.filter((value, index) => index > 0 && instances?.[index] === instances?.[index - 1] && value !== values[index - 1]).length;
    return 0.5 + changes / Math.max(1, values.length);
  });
}

/** Words of other systems for what became of a step. */
const WORDS: Record<Outcome, RegExp> = {
  done: /^(?:done|ok(?:ay)?|success(?:ful(?:ly)?)?|succeeded|pass(?:ed)?|complete[d]?|approved|accepted|resolved|finished|true|yes|成功|完成|已完成|办结|通过|正常|是)$/i,
  failed:
    /^(?:failed|fail|failure|error|errored|false|no|rejected|refused|declined|denied|invalid|time[d]?[ -]?out|expired|cancel(?:l)?ed|abandoned|abort(?:ed)?|withdrawn|失败|错误|异常|未通过|不通过|拒绝|驳回|退回|超时|取消|已取消|放弃|中断|否)$/i,
  limited: /^(?:limited|limit|limit exceeded|over ?limit|blocked|restricted|受限|超限|限额|限制|超额)$/i,
  entered: /^(?:entered|enter|start(?:ed)?|begin|began|opened|in progress|pending|processing|进入|开始|已开始|发起|处理中|进行中)$/i,
};
/** Those of them that say why, too. */
const CAUSE = /^(?:rejected|refused|declined|denied|time[d]?[ -]?out|expired|cancel(?:l)?ed|abandoned|withdrawn|拒绝|驳回|退回|超时|取消|已取消|放弃)$/i;
/** More different words than this are no outcomes but something else. */
const MOST_WORDS = 12;

const wordsOf = ({ values }: SampledColumn): string[] => [...new Set(values.flatMap((value) => value?.trim() || []))];
const outcomeOf = (word: string): Outcome | undefined => OUTCOMES.find((outcome) => WORDS[outcome].test(word));

/** A column that nobody named but whose words all are outcomes, some of them bad. */
function guessOutcome(columns: readonly SampledColumn[], found: Partial<Record<MappedField, string>>, profile: MappingProfile): void {
  if (found.outcome !== undefined || profile.outcome !== undefined || profile.rules !== undefined) return;
  const [guessed] = columns.flatMap((column) => {
    const words = wordsOf(column);
    const outcomes = words.map(outcomeOf);
    const isBoolean = words.length <= 2 && words.every((word) => /^(?:true|false|yes|no|是|否)$/i.test(word));
    const fits = !isBoolean && !Object.values(found).includes(column.name) && words.length > 1 && words.length <= MOST_WORDS && outcomes.every(Boolean);
    return fits && outcomes.some((outcome) => outcome === 'failed' || outcome === 'limited') ? [column.name] : [];
  });
  if (guessed !== undefined) found.outcome = guessed;
}

/** Rules for a column of outcomes that says them in other words; words nobody knows are left for a person to say, and rejected until then. */
function outcomeRules(column: SampledColumn | undefined, hasReason: boolean): { rules: ValueRule[]; knowsAll: boolean } | undefined {
  const words = column ? wordsOf(column) : [];
  if (!column || words.every((word) => OUTCOMES.some((one) => one === word.toLowerCase()))) return undefined;
  const known = OUTCOMES.map((outcome) => ({ outcome, is: words.filter((word) => outcomeOf(word) === outcome) })).filter(({ is }) => is.length > 0);
  if (known.length === 0) return undefined;
  const rules = known.flatMap(({ outcome, is }): ValueRule[] => {
    const causes = hasReason ? [] : is.filter((word) => CAUSE.test(word));
    const plain = is.filter((word) => !causes.includes(word));
    return [
      ...(plain.length > 0 ? [{ when: [{ column: column.name, is: plain }], set: { outcome } }] : []),
      ...causes.map((word) => ({ when: [{ column: column.name, is: [word] }], set: { outcome, reason: word } })),
    ];
  });
  return { rules, knowsAll: known.flatMap(({ is }) => is).length === words.length };
}

/** A promise that was kept or not, by its name: where it was not, that is a failure. */
const PROMISE = /(?:^|[^a-z])(?:sla|on[ _-]?time|within[ _-]?target)(?:$|[^a-z])|时限|时效|达标|按时/i;
const BROKEN = /^(?:false|no|n|0|否|未达标|超时)$/i;
const KEPT = /^(?:true|yes|y|1|是|达标|按时)$/i;

function promiseRules(columns: readonly SampledColumn[], found: Partial<Record<MappedField, string>>): ValueRule[] {
  return columns.flatMap((column) => {
    const words = wordsOf(column);
    const broken = words.filter((word) => BROKEN.test(word));
    if (Object.values(found).includes(column.name) || !PROMISE.test(column.name) || broken.length === 0 || !words.every((word) => BROKEN.test(word) || KEPT.test(word))) return [];
    return [{ when: [{ column: column.name, is: broken }], set: { outcome: 'failed' as const, reason: 'sla-missed' } }];
  });
}
