import type { StepId } from './ids';

/** What discovery needs of a log: sums that can be gathered one instance at a time, or by GROUP BY. */
export interface LogStatistics {
  instances: number;
  steps: StepStatistics[];
}

export interface StepStatistics {
  step: StepId;
  /** Instances whose last event is on it. */
  ends: number;
  /** Per number of events of the instance: how many of these have the step, and the sum of the index (from 0) of its first occurrence. */
  firsts: { events: number; instances: number; indexSum: number }[];
}

/** Gathers the statistics of a log, instance by instance. */
export interface LogStatisticsGatherer {
  /** Takes the steps of one instance in event order. */
  add(sequence: readonly StepId[]): void;
  statistics(): LogStatistics;
}

interface Gathered {
  ends: number;
  firsts: Map<number, { instances: number; indexSum: number }>;
}

/** @example for await (const sequence of store.sequences(journey)) gatherer.add(sequence); */
export function gatherLogStatistics(): LogStatisticsGatherer {
  const steps = new Map<StepId, Gathered>();
  let instances = 0;
  const gatheredOf = (step: StepId): Gathered => {
    let gathered = steps.get(step);
    if (!gathered) steps.set(step, (gathered = { ends: 0, firsts: new Map() }));
    return gathered;
  };
  return {
    add(sequence) {
      const last = sequence.at(-1);
      if (last === undefined) return;
      instances++;
      gatheredOf(last).ends++;
      const seen = new Set<StepId>();
      sequence.forEach((step, index) => {
        if (seen.has(step)) return;
        seen.add(step);
        const { firsts } = gatheredOf(step);
        const sum = firsts.get(sequence.length) ?? { instances: 0, indexSum: 0 };
        firsts.set(sequence.length, { instances: sum.instances + 1, indexSum: sum.indexSum + index });
      });
    },
    statistics: () => ({
      instances,
      steps: [...steps].map(([step, { ends, firsts }]) => ({
        step,
        ends,
        firsts: [...firsts].map(([events, sums]) => ({ events, ...sums })),
      })),
    }),
  };
}
