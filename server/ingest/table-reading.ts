import { type RejectedRow, tellReason } from '#contract';
import { type JourneyId, type ServiceEvent, zoneOf } from '#model';
import type { AlikeFields, EventTable, TableAppended, TableFile } from '../ports';
import type { Core } from '../services/core';
import type { JobRecord } from './job-record';
import { emptyContents, gatherContents, type LogContents } from './log-contents';
import { countRows, type LogReading, type SettledRun } from './log-reading';
import { CellRow } from './log-row';
import { parseTime } from './parse-time';
import type { Quality } from './quality/quality';
import { storeBatch } from './store-batch';
import { tableFile } from './table-file';
import { TableQuality } from './table-quality';
import { createToEvent, type EventOfRow, type RowToEvent } from './to-event';

/** Rows stored at once: many, since each time costs; few enough for others to get their turn. */
const CHUNK = 500_000;
/** Rows that are judged here one by one. */
const BATCH = 5_000;
/** Reading is about so much of the work. */
const READING = 0.4;

/** A row that is judged here, as those of any other file are. */
interface Other {
  row: number;
  line: number;
  read: EventOfRow;
}

/**
 * Reads a plain CSV file by the store's own engine, where it has one and the file is on this computer. What rows say is still decided by `createToEvent`: once for all rows
 * that are alike, and row by row for those the engine finds odd. Undefined where the file has to be read row by row.
 */
export async function openTableReading(services: Core, job: JobRecord, run: SettledRun, quality: Quality): Promise<LogReading | undefined> {
  const { events, spool, config } = services.ports;
  const path = spool.pathOf?.(run.access, run.key);
  const file = path === undefined ? undefined : tableFile(run, path, config.zone);
  if (!file) return undefined;
  const { total } = job.told.bytes;
  // Not awaited: a moment of progress that is saved late is no harm.
  const onProgress = (share: number) => void job.update({ bytes: { total, read: Math.round(total * READING * share) } });
  const table = await events.tables?.open(run.access, file, { signal: run.signal, onProgress });
  if (!table) return undefined;
  try {
    const reading = await TableReading.of(services, job, run, quality, file, table);
    if (reading) return reading;
  } catch (error) {
    await table.close();
    throw error;
  }
  await table.close();
  return undefined;
}

class TableReading implements LogReading {
  #hasCounted = false;

  private constructor(
    readonly services: Core,
    readonly job: JobRecord,
    readonly run: SettledRun,
    readonly quality: Quality,
    readonly table: EventTable,
    /** What rows that are alike say, place by place. */
    readonly alike: readonly EventOfRow[],
    /** In the order of the file. */
    readonly others: readonly Other[],
  ) {}

  static async of(services: Core, job: JobRecord, run: SettledRun, quality: Quality, file: TableFile, table: EventTable): Promise<TableReading | undefined> {
    const toEvent = createToEvent({ ...run, zone: zoneOf(services.ports.config.zone) });
    const alike = sampleRows(run, file, table).map((row) => toEvent(row));
    const bad = alike.flatMap((read, place) => ('rejected' in read ? [place] : []));
    if (bad.reduce((sum, place) => sum + (table.alike[place]?.rows ?? 0), 0) > MAX_REJECTED) return undefined;
    if (!(await table.decide(alike.map(fieldsOf)))) return undefined;
    const rejected = (await table.rowsAlike(bad)).map(({ row, alike: place }): Other => ({ row, line: table.lineOf(row), read: atLine(alike[place], table.lineOf(row)) }));
    const others = [...judge(run, table, toEvent), ...rejected].toSorted((a, b) => a.row - b.row);
    return new TableReading(services, job, run, quality, table, alike, others);
  }

  async contents(): Promise<Map<JourneyId, LogContents>> {
    const contents = emptyContents();
    for (const read of [...this.alike, ...this.others.map((other) => other.read)]) if ('event' in read) gatherContents(contents, read.event);
    await this.#count();
    return contents.steps.size === 0 ? new Map() : new Map([[this.run.journey, contents]]);
  }

  async store(fresh?: ReadonlySet<JourneyId>): Promise<undefined> {
    const { services, job, run, quality, table } = this;
    await this.#count();
    const seen = await this.#storeOthers(fresh);
    const { total } = job.told.bytes;
    const detection = fresh?.has(run.journey) ? 'later' : 'now';
    for (let first = 0; first < table.rows; first += CHUNK) {
      run.signal.throwIfAborted();
      const last = Math.min(first + CHUNK, table.rows) - 1;
      const appended = await table.append(run.access, { first, last }, { now: services.ports.clock(), detection, source: job.told.id });
      if (detection === 'now' && appended.accepted > 0) services.revisions.moved();
      await seen.rows(appended, last);
      const refused = this.#refusedOf(appended);
      quality.rejected(refused);
      await job.reject(refused);
      const { accepted, duplicates } = job.told;
      const read = Math.round(total * (READING + ((1 - READING) * (last + 1)) / table.rows));
      await job.update({ accepted: accepted + appended.accepted, duplicates: duplicates + appended.duplicates, bytes: { total, read } });
    }
    seen.end();
    run.signal.throwIfAborted();
    return undefined;
  }

  close(): Promise<void> {
    return this.table.close();
  }

  /** What is rejected and left out, and how many rows there are. */
  async #count(): Promise<void> {
    if (this.#hasCounted) return;
    this.#hasCounted = true;
    const rejected = this.others.flatMap(({ read }) => ('rejected' in read ? [read.rejected] : []));
    this.quality.rejected(rejected);
    for (let first = 0; first < rejected.length; first += BATCH) await this.job.reject(rejected.slice(first, first + BATCH));
    const alike = this.alike.map((read, place) => ('skipped' in read ? (this.table.alike[place]?.rows ?? 0) : 0));
    const skipped = [...alike, ...this.others.map(({ read }) => Number('skipped' in read))].reduce((sum, one) => sum + one, 0);
    await countRows(this.job, this.table.rows - skipped, skipped);
  }

  /** Stores what was judged here. @returns what looks at all rows, these among them */
  async #storeOthers(fresh: ReadonlySet<JourneyId> | undefined): Promise<TableQuality> {
    const { services, job, run, quality, table, alike } = this;
    const events = this.others.flatMap(({ row, line, read }) => ('event' in read ? [{ row, line, event: read.event, saidOutcome: read.saidOutcome }] : []));
    for (let first = 0; first < events.length; first += BATCH) {
      const some = events.slice(first, first + BATCH);
      const refused = await storeBatch(services, job, run, { events: some.map(({ event }) => event), lines: some.map(({ line }) => line), fresh });
      quality.rejected(refused);
      await job.reject(refused);
    }
    const unsaid = alike.map((read, place) => ('event' in read && !read.saidOutcome ? (table.alike[place]?.rows ?? 0) : 0)).reduce((sum, one) => sum + one, 0);
    quality.withoutOutcome(unsaid + events.filter(({ saidOutcome }) => !saidOutcome).length);
    const touchpoints = alike.map((read) => ('event' in read ? read.event.touchpoint : ''));
    return TableQuality.of(quality, table, { zone: zoneOf(services.ports.config.zone), touchpoints, others: events });
  }

  /** Rows that the catalogue refuses, each with why. */
  #refusedOf({ refused, row, alike, isDuplicate }: TableAppended): RejectedRow[] {
    if (refused.size === 0) return [];
    const rows: RejectedRow[] = [];
    alike.forEach((place, index) => {
      const why = isDuplicate[index] ? undefined : refused.get(place);
      const read = this.alike[place];
      if (!why || !read || !('event' in read)) return;
      rows.push({ line: this.table.lineOf(row[index] ?? 0), pointer: `/${why.field}`, ...tellReason(why.reason, { value: read.event[why.field] }) });
    });
    return rows;
  }
}

/** Of rows that are alike, as many may be bad: each is told. */
const MAX_REJECTED = 50_000;

/** A row for each kind of rows that are alike, of an instance and a time that are good. */
function sampleRows(run: SettledRun, { columns, instance, at, alike, empty }: TableFile, table: EventTable): CellRow[] {
  const time = run.times.find((text) => !empty.includes(text.trim()) && parseTime(text, zoneOf('UTC'), run.profile.time?.order) !== undefined) ?? '';
  // One more than there are values that stand for nothing: one of these stands for itself.
  const known = Array.from({ length: empty.length + 1 }, (_, number) => `instance ${number}`).find((one) => !empty.includes(one)) ?? '';
  const places = new Map(columns.map((column, index) => [column, index]));
  return table.alike.map(({ values }) => {
    const cells = Array<string>(columns.length).fill('');
    cells[instance] = known;
    cells[at] = time;
    for (const [index, column] of alike.entries()) cells[column] = values[index] ?? '';
    return new CellRow(1, cells, columns, places);
  });
}

function judge(run: SettledRun, table: EventTable, toEvent: RowToEvent): Other[] {
  const { columns = [] } = run.source;
  const places = new Map(columns.map((name, index) => [name, index]));
  return table.others.map(({ row, line, cells }) => ({ row, line, read: toEvent(new CellRow(line, cells, columns, places), row + 1) }));
}

const fieldsOf = (read: EventOfRow): AlikeFields | undefined => ('event' in read ? alikeFields(read.event) : undefined);

const alikeFields = ({ step, touchpoint, outcome, reason, initiative, organisation, segment }: ServiceEvent): AlikeFields => ({ step, touchpoint, outcome, reason, initiative, organisation, segment });

/** The same verdict on another line. */
function atLine(read: EventOfRow | undefined, line: number): EventOfRow {
  if (!read || !('rejected' in read)) throw new Error('Failed to reject a row: it is a good one.');
  return { rejected: { ...read.rejected, line } };
}
