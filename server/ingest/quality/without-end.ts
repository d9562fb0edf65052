import type { QualityFinding } from '#contract';
import type { JourneyId } from '#model';
import type { Access } from '../../ports';
import type { Core } from '../../services/core';
import type { JobRecord } from '../job-record';

/** Instances of the journeys an import went into that have come to no end: under way, or lost. Each journey a finding. */
export async function withoutEnd({ ports: { events } }: Core, { access, journey }: { access: Access; journey: JourneyId }, job: JobRecord): Promise<QualityFinding[]> {
  if (job.told.accepted === 0) return [];
  const { firstDay: from, lastDay: to } = await events.extent(access, [journey]);
  if (from === undefined || to === undefined) return [];
  const { balances } = await events.panorama(access, { level: 'overview', filter: { journeys: [journey], from, to } });
  return balances.flatMap(({ balance: { active, lost, entered } }) => (active + lost > 0 ? [{ kind: 'no-end' as const, count: active + lost, of: entered, sample: [] }] : []));
}
