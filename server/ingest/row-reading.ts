import type { RejectedRow } from '#contract';
import { type JourneyId, type ServiceEvent, zoneOf } from '#model';
import type { Core } from '../services/core';
import type { JobRecord } from './job-record';
import { emptyContents, gatherContents, type LogContents } from './log-contents';
import { countRows, type LogReading, type SettledRun } from './log-reading';
import { isBad } from './log-row';
import { openLog } from './open-log';
import type { Quality } from './quality/quality';
import { storeBatch } from './store-batch';
import { createToEvent } from './to-event';
import { UnreadableFile } from './unreadable-file';

/** Rows of a file as events, batch by batch. */
interface ReadBatch {
  events: ServiceEvent[];
  /** The line of `events[i]`. */
  lines: number[];
  rejected: RejectedRow[];
  skipped: number;
  /** Events whose outcome nobody said. */
  unsaid: number;
}

const BATCH = 5_000;

/** Reads any file row by row, from its beginning each time. */
export const rowReading = (services: Core, job: JobRecord, run: SettledRun, quality: Quality): LogReading => ({
  contents: () => readContents(services, job, run, quality),
  store: (fresh) => storeEvents(services, job, run, quality, fresh),
  close: async () => undefined,
});

/** The names a log uses, by journey. Rows that are none are rejected here, once; where the file breaks off, so does this, and the second reading says so. */
async function readContents(services: Core, job: JobRecord, run: SettledRun, quality: Quality): Promise<Map<JourneyId, LogContents>> {
  const all = new Map<JourneyId, LogContents>();
  try {
    for await (const { events, rejected, skipped } of readBatches(services, job, run, { from: 0, to: 0.5 })) {
      for (const event of events) {
        let contents = all.get(event.journey);
        if (!contents) all.set(event.journey, (contents = emptyContents()));
        gatherContents(contents, event);
      }
      if (all.size > MAX_JOURNEYS) throw new UnreadableFile('too-many-names', { limit: MAX_JOURNEYS, kind: 'journeys' });
      quality.rejected(rejected);
      await job.reject(rejected);
      await countRows(job, events.length + rejected.length, skipped);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile) || all.size === 0 || run.signal.aborted || error.told.line === undefined) throw error;
  }
  return all;
}

/** More journeys than this are no journeys but something else. */
const MAX_JOURNEYS = 200;

async function storeEvents(services: Core, job: JobRecord, run: SettledRun, quality: Quality, fresh?: ReadonlySet<JourneyId>): Promise<UnreadableFile | undefined> {
  try {
    for await (const { events, lines, rejected, skipped, unsaid } of readBatches(services, job, run, { from: fresh ? 0.5 : 0, to: 1 })) {
      events.forEach((event, index) => quality.event(event, lines[index] ?? 0));
      quality.withoutOutcome(unsaid);
      const refused = await storeBatch(services, job, run, { events, lines, fresh });
      const all = fresh ? refused : [...rejected, ...refused].toSorted((a, b) => a.line - b.line);
      quality.rejected(all);
      await job.reject(all);
      if (!fresh) await countRows(job, events.length + rejected.length, skipped);
    }
  } catch (error) {
    if (error instanceof UnreadableFile && !run.signal.aborted) return error;
    throw error;
  }
  return undefined;
}

async function* readBatches({ ports }: Core, job: JobRecord, run: SettledRun, part: { from: number; to: number }): AsyncGenerator<ReadBatch> {
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
  const { rows } = await openLog(counted, run.profile);
  const toEvent = createToEvent({ ...run, zone: zoneOf(ports.config.zone) });

  let batch = emptyBatch();
  let broken: unknown;
  try {
    for await (const some of rows) {
      for (const row of some) {
        if (isBad(row)) batch.rejected.push(row);
        else {
          const read = toEvent(row);
          if ('rejected' in read) batch.rejected.push(read.rejected);
          else if ('skipped' in read) batch.skipped++;
          else {
            if (!read.saidOutcome) batch.unsaid++;
            batch.events.push(read.event);
            batch.lines.push(row.line);
          }
        }
        if (batch.events.length + batch.rejected.length + batch.skipped < BATCH) continue;
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

const emptyBatch = (): ReadBatch => ({ events: [], lines: [], rejected: [], skipped: 0, unsaid: 0 });
