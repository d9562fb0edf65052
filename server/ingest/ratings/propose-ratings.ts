import { INVITATION_FIELDS, type IMPORT_KINDS, type MappingProfile, RATING_FIELDS, type RatingField, tellReason } from '#contract';
import { datesOf, isStepName, normal, type Proposal } from '../propose-mapping';
import type { SampledColumn } from '../sample-columns';

type ImportKind = (typeof IMPORT_KINDS)[number];

/** Which column feeds which field of a rating or an invitation. */
export type RatingColumns = Partial<Record<RatingField, string>>;

/** What is known of a file before its rows are read one by one. */
export interface FileBeginning {
  sample: readonly SampledColumn[];
  format: 'csv' | 'xes' | 'xlsx' | 'ndjson';
  /** Also by what values look like, for somebody who sees the proposal before it is used. */
  guess?: boolean | undefined;
}

/** Names that columns go by; compared in lower case with `_`, `-` and spaces as one. */
const NAMES: Record<RatingField, readonly string[]> = {
  at: ['at', 'time', 'timestamp', 'day', 'date', 'rated at', 'submitted at', '时间', '评价时间', '提交时间', '答题时间', '日期', '评价日期'],
  score: ['score', 'nps', 'nps score', 'rating', '评分', '分数', '得分', '打分', '推荐分', '推荐意愿', '推荐意愿得分', 'nps得分', 'nps分数', 'nps评分'],
  invited: ['invited', 'invitations', 'sent', '邀请数', '邀请', '邀请人数', '发送数', '下发数'],
  journeyColumn: ['journey', 'journey id', '旅程', '服务', '业务'],
  programme: ['programme', 'program', 'survey type', '调研类型', '调研', '类型'],
  touchpoint: ['touchpoint', 'channel', '触点', '渠道'],
  instance: ['instance', 'instance id', 'case', 'case id', '实例', '实例编号', '旅程实例'],
  organisation: ['organisation', 'organization', '机构', '分公司'],
  segment: ['segment', '客群'],
  comment: ['comment', 'comments', 'verbatim', '意见', '留言', '评论', '评价内容', '建议', '客户留言'],
  id: ['id', 'rating id', 'response id', '评价编号', '邀请编号', '问卷编号', '答卷编号'],
};
/** What names have in them where no name says it outright. */
const HINTS: Partial<Record<RatingField, RegExp>> = {
  at: /time|date|_at$|时间|日期/i,
  score: /score|rating|nps|recommend|评分|得分|打分|分数|推荐/i,
  invited: /invit|sent|邀请|下发/i,
  comment: /comment|verbatim|留言|评论|意见|建议/i,
};

const WHOLE = /^\d+(?:\.0+)?$/;
const filledOf = ({ values }: SampledColumn): string[] => values.flatMap((value) => value?.trim() || []);
/** Nearly all are whole numbers from 0 to 10. */
const looksLikeScores = (column: SampledColumn): boolean => {
  const filled = filledOf(column);
  return filled.length > 0 && filled.filter((value) => WHOLE.test(value) && Number(value) <= 10).length >= 0.8 * filled.length;
};
const looksLike: Partial<Record<RatingField, (column: SampledColumn) => boolean>> = {
  at: ({ looks }) => looks === 'time',
  score: looksLikeScores,
  invited: ({ looks }) => looks === 'number',
  comment: ({ looks }) => looks === 'text',
};

/** What the rows of a file are: what the profile says, else ratings or invitations where the header says so and names no step. */
export function kindOf(profile: MappingProfile, { sample, format }: FileBeginning): ImportKind {
  if (profile.kind !== undefined) return profile.kind;
  const saysEvents = typeof profile.step === 'string' || typeof profile.instance === 'string';
  if (format === 'xes' || saysEvents || sample.some(({ name }) => isStepName(name))) return 'events';
  const finds = (field: RatingField) => typeof profile[field] === 'string' || columnFor(field, sample, true) !== undefined;
  if (!finds('at')) return 'events';
  if (finds('score')) return 'ratings';
  return finds('invited') ? 'invitations' : 'events';
}

/** The column that a field is most likely fed by. */
function columnFor(field: RatingField, sample: readonly SampledColumn[], guess: boolean, taken: ReadonlySet<string> = new Set()): SampledColumn | undefined {
  const byName = new Map(sample.map((column) => [normal(column.name), column]));
  const named = NAMES[field].map((name) => byName.get(name)).find((column) => column !== undefined && !taken.has(column.name));
  if (named && (field !== 'score' || !guess || looksLikeScores(named))) return named;
  const [hint, looks] = [HINTS[field], looksLike[field]];
  return guess && hint && looks ? sample.find((column) => !taken.has(column.name) && hint.test(column.name) && looks(column)) : undefined;
}

/** The mapping of a file of ratings or invitations: what the profile says, else what the names of its columns say; and what is missing for an import. */
export function proposeRatings(profile: MappingProfile, kind: 'ratings' | 'invitations', { sample, format, guess = false }: FileBeginning): Omit<Proposal, 'columns'> & { columns: RatingColumns } {
  const fields = kind === 'ratings' ? RATING_FIELDS : INVITATION_FIELDS;
  const needed: readonly RatingField[] = kind === 'ratings' ? ['at', 'score'] : ['at', 'invited'];
  const names = sample.map(({ name }) => name);
  const listed = names.join(', ');
  const problems: Proposal['problems'] = [];
  const columns: RatingColumns = {};
  const taken = new Set(fields.flatMap((field) => profile[field] ?? []));
  for (const field of fields) {
    const said = profile[field];
    if (said === null) continue;
    if (said !== undefined && format !== 'ndjson' && !names.includes(said)) {
      problems.push({ field, line: 1, ...tellReason('column-unknown', { field, column: said, columns: listed }) });
      continue;
    }
    // Rows of NDJSON name their own members, and the first ones may lack some.
    const column = said ?? columnFor(field, sample, guess, taken)?.name ?? (format === 'ndjson' && !guess ? field.replace('journeyColumn', 'journey') : undefined);
    if (column === undefined) continue;
    columns[field] = column;
    taken.add(column);
  }
  const missing = needed.filter((field) => columns[field] === undefined && !problems.some((one) => one.field === field));
  if (missing.length > 0) problems.push({ field: missing[0], line: 1, ...tellReason('column-missing', { fields: missing.join(', '), columns: listed }) });
  if (columns.journeyColumn === undefined && profile.journey === undefined) problems.push({ field: 'journeyColumn', line: 1, ...tellReason('journey-unsaid', { columns: listed }) });
  for (const [field, column] of Object.entries(columns)) if (names.indexOf(column) !== names.lastIndexOf(column)) problems.push({ field, line: 1, ...tellReason('column-twice', { column }) });
  const dates = datesOf(sample.find(({ name }) => name === columns.at), profile);
  if (dates && dates.order === undefined) problems.push({ field: 'at', ...tellReason(dates.certainty === 'contradicting' ? 'dates-contradict' : 'dates-unclear', { sample: dates.sample }) });
  const full: MappingProfile = {
    ...profile,
    kind,
    ...columns,
    ...(guess && Object.fromEntries(fields.filter((field) => columns[field] === undefined).map((field) => [field, null]))),
    ...(dates?.order && { time: { ...profile.time, order: dates.order } }),
  };
  return { columns, profile: full, dates, problems };
}
