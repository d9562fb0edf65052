import { type MappingProfile, type RejectedRow, tellReason } from '#contract';
import { type JourneyId, journeyId, type ServiceEvent, zoneOf } from '#model';
import type { Access } from '../ports';
import type { Core } from '../services/core';
import { discover, withContents, withJourney } from './discover-catalogue';
import type { JobRecord } from './job-record';
import { emptyContents, gatherContents, type LogContents } from './log-contents';
import { isBad } from './log-row';
import { openLog } from './open-log';
import { createToEvent } from './to-event';
import { UnreadableFile } from './unreadable-file';

export interface ImportRun {
  access: Access;
  /** Of the spool. */
  key: string;
  /** The log's name: the file's, without `.gz`. */
  file: string;
  profile: MappingProfile;
  signal: AbortSignal;
}

/** Rows of a file as events, batch by batch. */
interface ReadBatch {
  events: ServiceEvent[];
  /** The line of `events[i]`. */
  lines: number[];
  rejected: RejectedRow[];
}

const BATCH = 5_000;

/**
 * Imports one file and records how it goes; never throws for what is wrong with the file.
 *
 * A log for a journey that the catalogue has is read once, by that catalogue. Any other is read twice: first for the names it uses, so that
 * the catalogue knows them, then for its events, from which its journey is discovered. Either way memory holds a batch at a time.
 */
export async function runImport(services: Core, job: JobRecord, run: ImportRun): Promise<void> {
  const id = run.profile.journey ?? journeyId.parse(run.file);
  try {
    const fault = (await isSettled(services, job, id)) ? await storeEvents(services, job, run, id, 'now') : await importDiscovering(services, job, run, id);
    const { accepted, duplicates, rejected, rejectedSample } = job.told;
    if (fault) await job.finish('failed', fault.told);
    else if (accepted + duplicates > 0) await job.finish('done');
    else if (rejected === 0) await job.finish('failed', tellReason('no-events'));
    else await job.finish('failed', tellReason('no-good-rows', { line: rejectedSample[0]?.line ?? 0, first: rejectedSample[0]?.reason ?? '' }));
  } catch (error) {
    if (error instanceof UnreadableFile) return job.finish('failed', error.told);
    await job.finish('failed', tellReason('server-failed'));
    throw error;
  }
}

/** Whether the catalogue has a journey that no import is still to discover: an import that did not get that far leaves it half known. */
async function isSettled({ ports: { desk }, catalogue }: Core, job: JobRecord, id: JourneyId): Promise<boolean> {
  if (!(await catalogue.current()).catalogue.journeys.some((one) => one.id === id)) return false;
  const PAGE = 100;
  let halfKnown = false;
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = await desk.imports(job.access, { offset, limit: PAGE });
    const discovering = page.items.filter((one) => one.discovers && one.journey === id && one.id !== job.told.id);
    if (discovering.some(({ state }) => state === 'done')) return true;
    halfKnown ||= discovering.length > 0;
    ({ total } = page);
  }
  return !halfKnown;
}

async function importDiscovering(services: Core, job: JobRecord, run: ImportRun, id: JourneyId): Promise<UnreadableFile | undefined> {
  const { ports, catalogue } = services;
  const name = { zh: run.file };
  await job.update({ discovers: true });
  const contents = await readContents(services, job, run, id);
  // What is no log at all must leave nothing behind.
  if (contents.steps.size === 0) return job.told.rejected > 0 ? undefined : new UnreadableFile('no-events');
  await catalogue.change(run.access, (whole) => withContents(whole, { id, name }, contents));
  const fault = await storeEvents(services, job, run, id, 'later');

  await job.update({ state: 'discovering' });
  const journey = await discover(ports.events, run.access, { id, name });
  await job.update({ state: 'detecting' });
  await catalogue.change(
    run.access,
    (whole) => withJourney(whole, journey),
    // Not awaited: a moment of progress that is saved late is no harm.
    (detection) => void job.update({ detection }),
  );
  return fault;
}

/** The names a log uses. Rows that are none are rejected here, once; where the file breaks off, so does this, and the second reading says so. */
async function readContents(services: Core, job: JobRecord, run: ImportRun, id: JourneyId): Promise<LogContents> {
  const contents = emptyContents();
  try {
    for await (const { events, rejected } of readBatches(services, job, run, id, { from: 0, to: 0.5 })) {
      for (const event of events) gatherContents(contents, event);
      await job.reject(rejected);
      await job.update({ rows: job.told.rows + events.length + rejected.length });
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile) || contents.steps.size === 0 || run.signal.aborted || error.told.line === undefined) throw error;
  }
  return contents;
}

/** @returns where the file breaks off; what stands before is stored */
async function storeEvents(services: Core, job: JobRecord, run: ImportRun, id: JourneyId, detection: 'now' | 'later'): Promise<UnreadableFile | undefined> {
  const { ports, revisions } = services;
  const isSecondReading = detection === 'later';
  try {
    for await (const { events, lines, rejected } of readBatches(services, job, run, id, { from: isSecondReading ? 0.5 : 0, to: 1 })) {
      const result = await ports.events.append(run.access, events, { now: ports.clock(), detection });
      if (detection === 'now' && result.accepted > 0) revisions.moved();
      const refused = result.rejected.map(({ index, field, reason }) => ({
        line: lines[index] ?? 0,
        pointer: `/${field}`,
        ...tellReason(reason, { value: events[index]?.[field] ?? '' }),
      }));
      await job.reject(isSecondReading ? refused : [...rejected, ...refused].toSorted((a, b) => a.line - b.line));
      const { rows, accepted, duplicates } = job.told;
      await job.update({
        rows: isSecondReading ? rows : rows + events.length + rejected.length,
        accepted: accepted + result.accepted,
        duplicates: duplicates + result.duplicates,
      });
    }
  } catch (error) {
    if (error instanceof UnreadableFile && !run.signal.aborted) return error;
    throw error;
  }
  return undefined;
}

async function* readBatches({ ports }: Core, job: JobRecord, run: ImportRun, journey: JourneyId, part: { from: number; to: number }): AsyncGenerator<ReadBatch> {
  const { total } = job.told.bytes;
  let seen = 0;
  const counted = (await ports.spool.open(run.access, run.key)).pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.length;
        controller.enqueue(chunk);
      },
    }),
  );
  const { format, mapping, rows } = await openLog(counted, run.profile);
  await job.update({ format, mapping: { ...mapping, journey } });
  const toEvent = createToEvent({ mapping, journey, file: run.file, zone: zoneOf(ports.config.zone) });

  let batch = emptyBatch();
  let broken: unknown;
  try {
    for await (const some of rows) {
      for (const row of some) {
        const read = isBad(row) ? row : toEvent(row);
        if ('pointer' in read) batch.rejected.push(read);
        else {
          batch.events.push(read);
          batch.lines.push(row.line);
        }
        if (batch.events.length + batch.rejected.length < BATCH) continue;
        run.signal.throwIfAborted();
        yield batch;
        batch = emptyBatch();
        await job.update({ bytes: { total, read: Math.min(total, Math.round(total * part.from + seen * (part.to - part.from))) } });
      }
    }
  } catch (error) {
    broken = error;
  }
  run.signal.throwIfAborted();
  // Where the file breaks off, what stands before is still good.
  yield batch;
  if (broken !== undefined) throw broken;
  await job.update({ bytes: { total, read: Math.round(total * part.to) } });
}

const emptyBatch = (): ReadBatch => ({ events: [], lines: [], rejected: [] });
