import type { ImportJob } from '#contract';
import type { JourneyId } from '#model';
import type { Access } from '../ports';
import type { Core } from '../services/core';
import { isOfRatings } from './ratings/import-ratings';
import { namesInUse, withoutBrought } from '../services/names-in-use';

/**
 * Takes out every event, rating and invitation of an import, and of what it brought into the catalogue what nothing else uses: journeys without an instance left, and
 * names that no data of another journey has.
 */
export async function undoImport({ ports, catalogue, revisions }: Core, access: Access, job: ImportJob): Promise<void> {
  const { events } = ports;
  const { removed } = await events.ratings.remove(access, job.id);
  if (removed > 0) revisions.ratingsMoved();
  // A file of ratings brings nothing into the catalogue.
  if (isOfRatings(job.mapping)) return;
  await events.remove(access, job.id, { now: ports.clock() });
  revisions.moved();
  const brought = await broughtByGone(ports.desk, access, job);
  const emptied: JourneyId[] = [];
  const { catalogue: before } = await catalogue.current();
  for (const { id } of before.journeys) if (brought.journeys.includes(id) && !(await hasEvents(events, access, id))) emptied.push(id);
  const others = before.journeys.map(({ id }) => id).filter((id) => !emptied.includes(id));
  const used = await namesInUse(events, access, before, others);
  await catalogue.change(access, (whole) => withoutBrought(whole, emptied, brought, used));
}

const PARTS = ['journeys', 'touchpoints', 'organisations', 'reasons', 'segments'] as const;

/** What this import and those that were taken out before it brought: a journey may outlive the import that discovered it. */
async function broughtByGone(desk: Core['ports']['desk'], access: Access, job: ImportJob): Promise<NonNullable<ImportJob['brought']>> {
  const all: NonNullable<ImportJob['brought']> = { journeys: [], touchpoints: [], organisations: [], reasons: [], segments: [] };
  const PAGE = 100;
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = await desk.imports(access, { offset, limit: PAGE });
    ({ total } = page);
    for (const { id, state, brought } of page.items) {
      if (!brought || (id !== job.id && state !== 'undone' && state !== 'cancelled')) continue;
      for (const part of PARTS) all[part].push(...brought[part]);
    }
  }
  return all;
}

/** Also those whose instances do not exist yet, or whose journey is only half known. */
async function hasEvents(events: Core['ports']['events'], access: Access, journey: JourneyId): Promise<boolean> {
  for await (const _ of events.sequences(access, journey)) return true;
  return false;
}
