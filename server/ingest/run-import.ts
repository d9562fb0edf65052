import { tellReason } from '#contract';
import { type Catalogue, type JourneyId, journeyId, zoneOf } from '#model';
import type { Core } from '../services/core';
import { discover, withContents, withJourney } from './discover-catalogue';
import type { JobRecord } from './job-record';
import type { LogContents } from './log-contents';
import type { ImportRun, LogReading, SettledRun } from './log-reading';
import { importRatings, isOfRatings } from './ratings/import-ratings';
import { openLog, settledColumns } from './open-log';
import { createQuality } from './quality/quality';
import { withoutEnd } from './quality/without-end';
import { rowReading } from './row-reading';
import { openTableReading } from './table-reading';
import { UnreadableFile } from './unreadable-file';

/**
 * Imports one file and records how it goes; never throws for what is wrong with the file.
 *
 * A log for a journey that the catalogue has is read once, by that catalogue. Any other is read twice: first for the names it uses, so that
 * the catalogue knows them, then for its events, from which its journeys are discovered. Either way memory holds a batch at a time. A plain CSV
 * file is read by the store's own engine where it has one.
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
    const reading = (await openTableReading(services, job, run, quality)) ?? rowReading(services, job, run, quality);
    try {
      const fault = readsOnce ? await reading.store() : await importDiscovering(services, job, run, reading);
      asked.signal.throwIfAborted();
      await job.update({ quality: [...quality.findings(), ...(await withoutEnd(services, run, job))] });
      await conclude(job, fault);
    } finally {
      await reading.close();
    }
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
  const { source, sample, proposal, rows } = await openLog(await ports.spool.open(run.access, run.key), run.profile);
  await rows[Symbol.asyncIterator]().return?.();
  const columns = settledColumns(proposal);
  const times = (sample.find(({ name }) => name === columns.at)?.values ?? []).flatMap((value) => value ?? []);
  const journey = run.profile.journey ?? journeyId.parse(run.file);
  const profile = { ...proposal.profile, journey };
  await job.update({ format: source.format, mapping: profile });
  return { ...run, profile, columns, journey, source, times };
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

async function importDiscovering(services: Core, job: JobRecord, run: SettledRun, reading: LogReading): Promise<UnreadableFile | undefined> {
  const { ports, catalogue } = services;
  await job.update({ discovers: true });
  const all = await reading.contents();
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
  const fault = await reading.store(new Set(fresh.keys()));
  // What it holds is not needed any more, and detection needs room.
  await reading.close();
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

