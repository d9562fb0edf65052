import { type RejectedRow, tellReason } from '#contract';
import type { JourneyId, ServiceEvent } from '#model';
import type { Core } from '../services/core';
import type { JobRecord } from './job-record';
import type { SettledRun } from './log-reading';

export interface BatchToStore {
  events: readonly ServiceEvent[];
  /** The line of `events[i]`. */
  lines: readonly number[];
  /** Journeys that wait for their discovery; absent when there are none. */
  fresh: ReadonlySet<JourneyId> | undefined;
}

/** Stores some events of an import, and counts them. @returns those that the store refuses, with why */
export async function storeBatch({ ports, revisions }: Core, job: JobRecord, run: SettledRun, { events, lines, fresh }: BatchToStore): Promise<RejectedRow[]> {
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
  return refused;
}
