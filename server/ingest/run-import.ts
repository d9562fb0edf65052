import { type MappingProfile, type RejectedRow, tellReason } from '#contract';
import { type Catalogue, type JourneyId, journeyId, type ServiceEvent, zoneOf } from '#model';
import type { Access } from '../ports';
import type { Core } from '../services/core';
import { discover, withContents, withJourney } from './discover-catalogue';
import type { JobRecord } from './job-record';
import { importRatings, isOfRatings } from './ratings/import-ratings';
import { emptyContents, gatherContents, type LogContents } from './log-contents';
import { isBad } from './log-row';
import { openLog, settledColumns } from './open-log';
import type { Columns } from './propose-mapping';
import { createQuality, type Quality } from './quality/quality';
import { withoutEnd } from './quality/without-end';
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

/** A run whose mapping is settled: every reading of the file is by the same. */
interface SettledRun extends ImportRun {
  columns: Columns;
  /** Of rows that say none. */
  journey: JourneyId;
}

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

/**
 * Imports one file and records how it goes; never throws for what is wrong with the file.
 *
 * A log for a journey that the catalogue has is read once, by that catalogue. Any other is read twice: first for the names it uses, so that
 * the catalogue knows them, then for its events, from which its journeys are discovered. Either way memory holds a batch at a time.
 */
export async function runImport(services: Core, job: JobRecord, asked: ImportRun): Promise<void> {
  try {
    asked.signal.throwIfAborted();
    if (isOfRatings(asked.profile)) {
      const fault = await importRatings(services, job, asked);
      return await conclude(job, fault);
    }
    const run = await settle(services, job, asked);
    const quality = createQuality(zoneOf(services.ports.config.zone), services.ports.clock());
    const readsOnce = run.columns.journeyColumn === undefined && (await isSettled(services, job, run.journey));
    const fault = readsOnce ? await storeEvents(services, job, run, quality) : await importDiscovering(services, job, run, quality);
    asked.signal.throwIfAborted();
    await job.update({ quality: [...quality.findings(), ...(await withoutEnd(services, run, job))] });
    await conclude(job, fault);
  } catch (error) {
    if (error instanceof UnreadableFile) return job.finish('failed', error.told);
    await job.finish('failed', tellReason('server-failed'));
    throw error;
  }
}

/** Says how an import ended. @param fault where its file breaks off */
async function conclude(job: JobRecord, fault: UnreadableFile | undefined): Promise<void> {
  const { accepted, duplicates, rejected, rejectedSample } = job.told;
  if (fault) await job.finish('failed', fault.told);
  else if (accepted + duplicates > 0) await job.finish('done');
  else if (rejected === 0) await job.finish('failed', tellReason('no-events'));
  else await job.finish('failed', tellReason('no-good-rows', { line: rejectedSample[0]?.line ?? 0, first: rejectedSample[0]?.reason ?? '' }));
}

/** Looks at the beginning of the file, and settles how all of it is read. */
async function settle({ ports }: Core, job: JobRecord, run: ImportRun): Promise<SettledRun> {
  const { source, proposal, rows } = await openLog(await ports.spool.open(run.access, run.key), run.profile);
  await rows[Symbol.asyncIterator]().return?.();
  const columns = settledColumns(proposal);
  const journey = run.profile.journey ?? journeyId.parse(run.file);
  const profile = { ...proposal.profile, journey };
  await job.update({ format: source.format, mapping: profile });
  return { ...run, profile, columns, journey };
}

/** Whether the catalogue has a journey that no import is still to discover: an import that did not get that far leaves it half known. */
async function isSettled({ ports: { desk }, catalogue }: Core, job: JobRecord, id: JourneyId): Promise<boolean> {
  if (!(await catalogue.current()).catalogue.journeys.some((one) => one.id === id)) return false;
  const PAGE = 100;
  let halfKnown = false;
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = await desk.imports(job.access, { offset, limit: PAGE });
    const discovering = page.items.filter(({ discovers, journey, brought, id: other }) => discovers && (journey === id || brought?.journeys.includes(id)) && other !== job.told.id);
    if (discovering.some(({ state }) => state === 'done')) return true;
    halfKnown ||= discovering.some(({ state }) => state !== 'undone' && state !== 'cancelled');
    ({ total } = page);
  }
  return !halfKnown;
}

async function importDiscovering(services: Core, job: JobRecord, run: SettledRun, quality: Quality): Promise<UnreadableFile | undefined> {
  const { ports, catalogue } = services;
  await job.update({ discovers: true });
  const all = await readContents(services, job, run, quality);
  // What is no log at all must leave nothing behind.
  if (all.size === 0) return job.told.rejected > 0 ? undefined : new UnreadableFile('no-events');
  const fresh = new Map<JourneyId, LogContents>();
  for (const [id, contents] of all) if (!(await isSettled(services, job, id))) fresh.set(id, contents);
  if (fresh.size > 0) {
    let before: Catalogue | undefined;
    const after = (whole: Catalogue) => [...fresh].reduce((grown, [id, contents]) => withContents(grown, { id, name: { zh: id } }, contents), (before = whole));
    await catalogue.change(run.access, after);
    if (before) await job.update({ brought: broughtBetween(before, (await catalogue.current()).catalogue, job.told.brought) });
  }
  const fault = await storeEvents(services, job, run, quality, new Set(fresh.keys()));
  run.signal.throwIfAborted();

  await job.update({ state: 'discovering' });
  const journeys = await Promise.all([...fresh.keys()].map((id) => discover(ports.events, run.access, { id, name: { zh: id } }, run.profile.completes)));
  run.signal.throwIfAborted();
  await job.update({ state: 'detecting' });
  await catalogue.change(
    run.access,
    (whole) => journeys.filter(({ steps }) => steps.length > 0).reduce(withJourney, whole),
    // Not awaited: a moment of progress that is saved late is no harm.
    (detection) => void job.update({ detection }),
  );
  return fault;
}

const PARTS = ['journeys', 'touchpoints', 'organisations', 'reasons', 'segments'] as const;
type Brought = Record<(typeof PARTS)[number], string[]>;

function broughtBetween(before: Catalogue, after: Catalogue, already: Brought | undefined): Brought {
  const of = (part: (typeof PARTS)[number]) => {
    const known = new Set<string>(before[part].map(({ id }) => id));
    return [...new Set([...(already?.[part] ?? []), ...after[part].map(({ id }) => id).filter((id) => !known.has(id))])];
  };
  return { journeys: of('journeys'), touchpoints: of('touchpoints'), organisations: of('organisations'), reasons: of('reasons'), segments: of('segments') };
}

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

const countRows = (job: JobRecord, rows: number, skipped: number) =>
  job.update({ rows: job.told.rows + rows + skipped, ...(skipped > 0 && { skipped: (job.told.skipped ?? 0) + skipped }) });

/**
 * @param fresh journeys that wait for their discovery; absent when the file is read this once
 * @returns where the file breaks off; what stands before is stored
 */
async function storeEvents(services: Core, job: JobRecord, run: SettledRun, quality: Quality, fresh?: ReadonlySet<JourneyId>): Promise<UnreadableFile | undefined> {
  const { ports, revisions } = services;
  try {
    for await (const { events, lines, rejected, skipped, unsaid } of readBatches(services, job, run, { from: fresh ? 0.5 : 0, to: 1 })) {
      events.forEach((event, index) => quality.event(event, lines[index] ?? 0));
      quality.withoutOutcome(unsaid);
      const refused: RejectedRow[] = [];
      for (const detection of ['later', 'now'] as const) {
        const among = events.flatMap((event, index) => (fresh?.has(event.journey) === (detection === 'later') || (!fresh && detection === 'now') ? [{ event, line: lines[index] ?? 0 }] : []));
        if (among.length === 0) continue;
        const result = await ports.events.append(run.access, among.map(({ event }) => event), { now: ports.clock(), detection, source: job.told.id });
        if (detection === 'now' && result.accepted > 0) revisions.moved();
        for (const { index, field, reason } of result.rejected) refused.push({ line: among[index]?.line ?? 0, pointer: `/${field}`, ...tellReason(reason, { value: among[index]?.event[field] ?? '' }) });
        const { accepted, duplicates } = job.told;
        await job.update({ accepted: accepted + result.accepted, duplicates: duplicates + result.duplicates });
      }
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
