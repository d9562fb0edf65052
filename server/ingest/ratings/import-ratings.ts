import type { MappingProfile, RejectedRow } from '#contract';
import { zoneOf } from '#model';
import type { Core } from '../../services/core';
import type { JobRecord } from '../job-record';
import { isBad } from '../log-row';
import { openLog } from '../open-log';
import type { ImportRun } from '../log-reading';
import { UnreadableFile } from '../unreadable-file';
import { keepRatings } from './keep-ratings';
import { proposeRatings } from './propose-ratings';
import { createToRating } from './to-rating';

/** Whether a profile's rows are ratings or invitations, and no events. */
export const isOfRatings = (profile: MappingProfile | undefined): boolean => profile?.kind === 'ratings' || profile?.kind === 'invitations';

const BATCH = 5_000;

/**
 * Imports a file of ratings or invitations, of journeys that are there, and records how it goes. Rows without an id are known by their file, line and
 * content.
 *
 * @returns where the file breaks off; what stands before is stored
 */
export async function importRatings(services: Core, job: JobRecord, run: ImportRun): Promise<UnreadableFile | undefined> {
  const { ports, catalogue } = services;
  const kind = run.profile.kind === 'invitations' ? 'invitations' : 'ratings';
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
  const { source, sample, rows } = await openLog(counted, run.profile);
  const { columns, profile, problems: [problem] } = proposeRatings(run.profile, kind, { sample, format: source.format });
  if (problem) {
    await rows[Symbol.asyncIterator]().return?.();
    const { field: _, ...told } = problem;
    throw UnreadableFile.of(told);
  }
  await job.update({ format: source.format, mapping: profile, journey: profile.journey });
  const toRating = createToRating({ columns, profile, file: run.file, zone: zoneOf(ports.config.zone), catalogue: (await catalogue.current()).catalogue });
  const keep = keepRatings(ports.events.ratings, run.access, kind, job.told.id);

  let batch: { value: unknown; line: number }[] = [];
  let bad: RejectedRow[] = [];
  const flush = async (): Promise<void> => {
    run.signal.throwIfAborted();
    const { accepted, duplicates, rejected } = await keep(batch);
    if (accepted > 0) services.revisions.ratingsMoved();
    await job.reject([...bad, ...rejected].toSorted((a, b) => a.line - b.line));
    const { told } = job;
    const bytes = { total, read: Math.min(total, seen) };
    await job.update({ rows: told.rows + batch.length + bad.length, accepted: told.accepted + accepted, duplicates: told.duplicates + duplicates, bytes });
    [batch, bad] = [[], []];
  };
  let broken: unknown;
  try {
    for await (const some of rows) {
      for (const row of some) {
        const read = isBad(row) ? { rejected: row } : toRating(row);
        if ('rejected' in read) bad.push(read.rejected);
        else batch.push(read);
        if (batch.length + bad.length >= BATCH) await flush();
      }
    }
  } catch (error) {
    broken = error;
  }
  await flush();
  await job.update({ bytes: { total, read: total } });
  if (broken === undefined) return undefined;
  if (broken instanceof UnreadableFile && !run.signal.aborted) return broken;
  throw broken;
}
