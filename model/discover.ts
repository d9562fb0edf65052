import { DISCOVERED_IDLE_LOST_MS, type Journey, type Stage, type Touchpoint } from './catalogue';
import { compareIds } from './compare-ids';
import { stageId, touchpointId, type StepId, type TouchpointId } from './ids';
import type { LogStatistics } from './log-statistics';

const STAGES = 5;

/** The touchpoint of a log that names none. */
export const UNNAMED_TOUCHPOINT: TouchpointId = touchpointId.parse('log');

/**
 * The journey that an imported log shows without a catalogue (section 1): its activities as steps, ordered by the mean of
 * `index ÷ (n − 1)` of their first occurrence, in up to five stages, completed by the activities that most instances end with.
 *
 * @param statistics of the whole log, with at least one instance
 */
export function discoverJourney(journey: Pick<Journey, 'id' | 'name'>, statistics: LogStatistics): Journey {
  const order = orderedSteps(statistics);
  const completing = completingSteps(statistics);
  const stageOf = (rank: number) => Math.floor((STAGES * rank) / order.length);
  const stages = [...new Set(order.map((_, rank) => stageOf(rank)))].map(
    (stage, index): Stage => ({ id: discoveredStage(stage), name: { zh: `阶段 ${index + 1}`, en: `Stage ${index + 1}` } }),
  );
  return {
    ...journey,
    stages,
    steps: order.map((id, rank) => ({
      id,
      stage: discoveredStage(stageOf(rank)),
      name: { zh: id },
      ...(completing.has(id) && { completes: true }),
    })),
    idleLostMs: DISCOVERED_IDLE_LOST_MS,
  };
}

const discoveredStage = (stage: number) => stageId.parse(`stage-${stage + 1}`);

/** By mean position, ties by name; in exact fractions, so that a tie is a tie whatever the order of the log. */
function orderedSteps({ steps }: LogStatistics): StepId[] {
  // The only index of an instance of one event is 0, whatever it is divided by.
  const lastIndex = (events: number) => BigInt(Math.max(1, events - 1));
  const lengths = new Set(steps.flatMap(({ firsts }) => firsts.map(({ events }) => events)));
  const scale = [...lengths].reduce((multiple, events) => leastCommonMultiple(multiple, lastIndex(events)), 1n);
  const placed = steps.map(({ step, firsts }) => ({
    step,
    sum: firsts.reduce((sum, { events, indexSum }) => sum + BigInt(indexSum) * (scale / lastIndex(events)), 0n),
    count: BigInt(firsts.reduce((count, { instances }) => count + instances, 0)),
  }));
  return placed
    .toSorted((a, b) => compareBig(a.sum * b.count, b.sum * a.count) || compareIds(a.step, b.step))
    .map(({ step }) => step);
}

const compareBig = (a: bigint, b: bigint): number => Number(a > b) - Number(a < b);
const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;

/** The smallest set of end activities, most frequent first, ties by name, that together end at least 90 % of the instances. */
function completingSteps({ instances, steps }: LogStatistics): Set<StepId> {
  const completing = new Set<StepId>();
  let ended = 0;
  for (const { step, ends } of steps.toSorted((a, b) => b.ends - a.ends || compareIds(a.step, b.step))) {
    if (10 * ended >= 9 * instances) break;
    completing.add(step);
    ended += ends;
  }
  return completing;
}

/** Numbers in names by their value: Group 2 before Group 10. */
const byName = new Intl.Collator('en', { numeric: true }).compare;

/** The touchpoints of an imported log: `self`, `online`, `customer`, in the order of their names; one of them where the log names none. */
export function discoverTouchpoints(named: Iterable<TouchpointId>): Touchpoint[] {
  const ids = [...new Set(named)].toSorted((a, b) => byName(a, b) || compareIds(a, b));
  const base = { service: 'self', place: 'online', initiative: 'customer' } as const;
  if (ids.length === 0) return [{ ...base, id: UNNAMED_TOUCHPOINT, name: { zh: '日志', en: 'Log' }, order: 0 }];
  return ids.map((id, order) => ({ ...base, id, name: { zh: id }, order }));
}
