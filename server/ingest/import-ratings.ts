import { type MappingProfile, type RejectedRow, tellReason } from '#contract';
import { type Invitation, journeyId, PROGRAMMES, type Programme, type Rating, zoneOf, type Zone } from '#model';
import type { RatingsResult } from '../ports';
import type { Core } from '../services/core';
import type { JobRecord } from './job-record';
import { judgeInvitation, judgeRating } from './judge-rating';
import { isBad, type LogRow } from './log-row';
import { openSource } from './open-source';
import { parseTime } from './parse-time';
import type { JudgeRow } from './read-rows';
import type { ImportRun } from './run-import';
import { UnreadableFile } from './unreadable-file';

/** Whether a profile's rows are ratings or invitations, and no events. */
export const isOfRatings = (profile: MappingProfile | undefined): boolean => profile?.kind === 'ratings' || profile?.kind === 'invitations';

const FIELDS = ['id', 'at', 'journeyColumn', 'score', 'programme', 'instance', 'touchpoint', 'organisation', 'segment', 'comment', 'invited'] as const;
type Field = (typeof FIELDS)[number];
type Columns = Partial<Record<Field, string>>;

/** Names that columns go by; compared in lower case with `_`, `-` and spaces as one. */
const NAMES: Record<Field, readonly string[]> = {
  id: ['id', 'rating id', '评价编号', '邀请编号'],
  at: ['at', 'time', 'timestamp', 'day', 'date', '时间', '评价时间', '日期'],
  journeyColumn: ['journey', 'journey id', '旅程'],
  score: ['score', 'nps', '评分', '分数'],
  programme: ['programme', 'program', '调研类型'],
  instance: ['instance', 'case', 'case id', '实例', '实例编号', '旅程实例'],
  touchpoint: ['touchpoint', '触点'],
  organisation: ['organisation', 'organization', '机构'],
  segment: ['segment', '客群'],
  comment: ['comment', '意见', '留言', '评论'],
  invited: ['invited', '邀请数', '邀请'],
};
const PROGRAMME_WORDS: Record<string, Programme> = { ...Object.fromEntries(PROGRAMMES.map((one) => [one, one])), 交易型: 'transactional', 关系型: 'relational' };

const BATCH = 5_000;
const MAX_ID = 200;

/**
 * Imports a file of ratings or invitations, of journeys that are there, and records how it goes. Rows without an id are known by their file, line and
 * content; an instance is the one that an imported log of its journey calls by that name.
 *
 * @returns where the file breaks off; what stands before is stored
 */
export async function importRatings(services: Core, job: JobRecord, run: ImportRun): Promise<UnreadableFile | undefined> {
  const { ports } = services;
  const { ratings } = ports.events;
  const isInvitations = run.profile.kind === 'invitations';
  const zone = zoneOf(run.profile.time?.zone ?? ports.config.zone);
  const source = await openSource(await ports.spool.open(run.access, run.key), { file: run.profile.file });
  const columns = columnsOf(source.columns ?? [], run.profile, source.format, isInvitations ? ['at', 'invited'] : ['at', 'score']);
  await job.update({ format: source.format, mapping: { ...run.profile, ...columns }, journey: run.profile.journey });
  const rowOf = isInvitations ? invitationRow : ratingRow;
  const store = isInvitations
    ? keeper(judgeInvitation, (rows: readonly Invitation[]) => ratings.invite(run.access, rows))
    : keeper(judgeRating, (rows: readonly Rating[]) => ratings.append(run.access, rows));

  const flush = async (batch: { value: unknown; line: number }[], bad: RejectedRow[]): Promise<void> => {
    run.signal.throwIfAborted();
    const { accepted, duplicates, rejected } = await store(batch);
    if (accepted > 0) services.revisions.ratingsMoved();
    await job.reject([...bad, ...rejected].toSorted((a, b) => a.line - b.line));
    const { told } = job;
    await job.update({ rows: told.rows + batch.length + bad.length, accepted: told.accepted + accepted, duplicates: told.duplicates + duplicates });
  };
  let batch: { value: unknown; line: number }[] = [];
  let bad: RejectedRow[] = [];
  let broken: unknown;
  try {
    for await (const some of source.rows) {
      for (const row of some) {
        if (isBad(row)) bad.push(row);
        else batch.push({ line: row.line, value: rowOf(row, columns, run, zone) });
        if (batch.length + bad.length < BATCH) continue;
        await flush(batch, bad);
        [batch, bad] = [[], []];
      }
    }
  } catch (error) {
    broken = error;
  }
  await flush(batch, bad);
  await job.update({ bytes: { ...job.told.bytes, read: job.told.bytes.total } });
  if (broken === undefined) return undefined;
  if (broken instanceof UnreadableFile && !run.signal.aborted) return broken;
  throw broken;
}

/** Judges rows and stores the good ones; what is wrong with the others is told by line. */
const keeper =
  <Row extends Rating | Invitation>(judge: JudgeRow<Row>, keep: (rows: readonly Row[]) => Promise<RatingsResult>) =>
  async (batch: readonly { value: unknown; line: number }[]): Promise<{ accepted: number; duplicates: number; rejected: RejectedRow[] }> => {
    const rows: Row[] = [];
    const lines: number[] = [];
    const rejected: RejectedRow[] = [];
    for (const { value, line } of batch) {
      const judged = judge(value);
      if ('wrong' in judged) rejected.push({ line, ...judged.wrong });
      else {
        rows.push(judged.row);
        lines.push(line);
      }
    }
    const result = await keep(rows);
    for (const { index, field, reason } of result.rejected) {
      const row = rows[index];
      const value = row === undefined ? '' : field === 'journey' ? row.journey : 'touchpoint' in row ? (row.touchpoint ?? '') : '';
      rejected.push({ line: lines[index] ?? 0, pointer: `/${field}`, ...tellReason(reason, { value }) });
    }
    return { accepted: result.accepted, duplicates: result.duplicates, rejected };
  };

const normal = (name: string): string => name.trim().toLowerCase().replaceAll(/[_\s-]+/g, ' ');

function columnsOf(names: readonly string[], profile: MappingProfile, format: string, needed: readonly Field[]): Columns {
  const byName = new Map(names.map((name) => [normal(name), name]));
  const found: Columns = {};
  for (const field of FIELDS) {
    const named = profile[field];
    if (named === null) continue;
    if (named !== undefined && format !== 'ndjson' && !names.includes(named)) throw new UnreadableFile('column-unknown', { line: 1, field, column: named, columns: names.join(', ') });
    // Rows of NDJSON name their own members.
    const column = named ?? (format === 'ndjson' ? field.replace('journeyColumn', 'journey') : NAMES[field].map((name) => byName.get(name)).find((one) => one !== undefined));
    if (column !== undefined) found[field] = column;
  }
  const missing = needed.filter((field) => found[field] === undefined);
  if (missing.length > 0) throw new UnreadableFile('column-missing', { line: 1, fields: missing.join(', '), columns: names.join(', ') });
  return found;
}

function reader(row: LogRow, columns: Columns, { profile: { empty = [] } }: ImportRun) {
  return (field: Field): string | undefined => {
    const column = columns[field];
    const text = column === undefined ? undefined : row.get(column)?.trim();
    return text === undefined || text === '' || empty.includes(text) ? undefined : text;
  };
}

/** What a row says, as the API would be told it; whether it is a rating is for its judge to say. */
function ratingRow(row: LogRow, columns: Columns, run: ImportRun, zone: Zone): unknown {
  const value = reader(row, columns, run);
  const [time, score, instance] = [value('at'), value('score'), value('instance')];
  const at = time === undefined ? undefined : parseTime(time, zone, run.profile.time?.order);
  const journey = value('journeyColumn') ?? run.profile.journey;
  return {
    id: value('id') ?? `${run.file}#${String(row.line).padStart(8, '0')}-${[journey, time, score, instance].join('|')}`.slice(0, MAX_ID),
    at: at === undefined ? time : new Date(at).toISOString(),
    journey,
    score: score !== undefined && /^\d+(?:\.0+)?$/.test(score) ? Number(score) : score,
    programme: programmeOf(value('programme')),
    ...(instance !== undefined && { instance: `${journey}:${instance}` }),
    touchpoint: value('touchpoint'),
    organisation: value('organisation'),
    segment: value('segment'),
    comment: value('comment'),
  };
}

function invitationRow(row: LogRow, columns: Columns, run: ImportRun, zone: Zone): unknown {
  const value = reader(row, columns, run);
  const [time, invited] = [value('at'), value('invited')];
  const at = time === undefined ? undefined : parseTime(time, zone, run.profile.time?.order);
  return {
    id: value('id'),
    day: at === undefined ? time : zone.dayOf(at),
    journey: value('journeyColumn') ?? run.profile.journey ?? journeyId.parse(run.file),
    programme: programmeOf(value('programme')),
    invited: invited !== undefined && /^\d+$/.test(invited) ? Number(invited) : invited,
  };
}

const programmeOf = (said: string | undefined): string => (said === undefined ? 'transactional' : (PROGRAMME_WORDS[said.toLowerCase()] ?? said));
