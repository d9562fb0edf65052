import { dayNumber, emptyBalance, emptyPlaceFrames, enter, type FrameCount, frameCount, type FrameCounts, type FrameCuts, compareIds, nodeNamer, RESOLUTIONS, STATES, type Level, type PlaceFrames } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { count, UNHANDED, visitsOf, WITH_HANDOFF } from './conditions';
import { itemAt } from './item-at';
import { question, selectTogether } from './select';
import type { Terms } from './terms';

/**
 * Counts all frames of a playback in one statement: every derived row carries its start day; its hour is that of its instance, which is joined.
 *
 * @param where the filter, whose days are those of the frames
 */
export async function readFrames(connection: DuckDBConnection, terms: Terms, level: Level, cuts: FrameCuts, where: string): Promise<FrameCounts> {
  const frames = frameCount(cuts);
  const balances = Array.from({ length: frames }, emptyBalance);
  if (frames === 0) return { balances, places: [] };
  const of = framed(cuts, where);
  const place = { journey: 'journey', step: level === 'overview' ? '-1' : 'step', touchpoint: 'touchpoint', frame: of.frame };
  const groups = `GROUP BY journey, ${level === 'overview' ? '' : 'step, '}touchpoint, ${of.frame}`;
  const rows = await selectTogether(connection, {
    states: question({ frame: of.frame, state: 'state', instances: 'count(*)' }, `${of.from('instances')} GROUP BY state, ${of.frame}`),
    visits: question({ ...place, instances: 'sum(is_first_here)' }, `${of.from(visitsOf(level))} ${groups}`),
    interruptions: question(
      {
        ...place,
        interrupted: `sum(${level === 'overview' ? 'first_at_overview' : 'first_at_step'})`,
        interruptions: 'count(*)',
        unhanded: count(UNHANDED),
        pending: 'sum(is_pending)',
        withHandoff: count(WITH_HANDOFF),
        lost: count(`resolution = ${RESOLUTIONS.indexOf('lost')}`),
      },
      `${of.from('interruptions')} ${groups}`,
    ),
  });

  const name = nodeNamer(level);
  const places = new Map<string, PlaceFrames>();
  const add = ({ journey: journeyCode, step: stepCode, touchpoint: touchpointCode, frame, ...counts }: { journey: number; step: number; touchpoint: number; frame: number } & Partial<Record<FrameCount, number>>) => {
    const [journey, touchpoint] = [terms.text<PlaceFrames['journey']>(journeyCode), terms.text<PlaceFrames['touchpoint']>(touchpointCode)];
    const step = level === 'journey' ? terms.text<NonNullable<PlaceFrames['step']>>(stepCode) : undefined;
    const id = name(journey, step, touchpoint);
    let one = places.get(id);
    if (!one) places.set(id, (one = emptyPlaceFrames({ id, journey, touchpoint, ...(step !== undefined && { step }) }, frames)));
    // The rest of the row is nothing but counts.
    for (const [which, value] of Object.entries(counts) as [FrameCount, number][]) one[which][frame] = value;
  };
  for (const { frame, state, instances } of rows.states) {
    const balance = balances[frame];
    if (balance) enter(balance, itemAt(STATES, state), instances);
  }
  rows.visits.forEach(add);
  rows.interruptions.forEach(add);
  return { balances, places: [...places.values()].toSorted((a, b) => compareIds(a.id, b.id)) };
}

/** The expression of a row's frame, and where rows are taken from. */
function framed(cuts: FrameCuts, where: string): { frame: string; from: (table: string) => string } {
  if (cuts.by === 'day') {
    const [first = ''] = cuts.days;
    const [start, end] = [dayNumber(first), dayNumber(first) + cuts.days.length];
    return { frame: `day - ${start}`, from: (table) => `FROM ${table} WHERE ${where} AND day >= ${start} AND day < ${end}` };
  }
  const starts = `SELECT unnest([${cuts.starts.join(', ')}]::DOUBLE[]) AS frame_start, unnest(range(${cuts.starts.length})) AS frame`;
  const instances = `SELECT instance_no AS framed_no, frame FROM (SELECT instance_no, started_at FROM instances WHERE ${where}) ASOF JOIN (${starts}) ON started_at >= frame_start`;
  return { frame: 'frame', from: (table) => `FROM ${table} JOIN (${instances}) ON framed_no = instance_no WHERE ${where}` };
}
