import type { ComparisonAnswer, NodeDepth, PanoramaAnswer } from '#contract';
import { type DifferingGroups, type Panorama, type Proportion, wilson } from '#model';

const told = ({ successes, n }: Proportion) => ({ instances: n, interrupted: successes, rate: wilson(successes, n) });

/** Groups that differ at a place, with rates and which way. */
export const groupsTold = ({ judged, groups }: DifferingGroups, withoutAbandonment: boolean): NodeDepth['differences'] => ({
  judged,
  withoutAbandonment,
  groups: groups.map(({ by, id, here, others }) => ({ by, id, ...told(here), others: told(others), direction: here.successes / here.n > others.successes / others.n ? 'worse' : 'better' })),
});

/** A comparison with what got significantly worse or better. */
export const comparisonTold = (comparison: ComparisonAnswer | undefined, changes: Panorama['changes']): PanoramaAnswer['comparison'] =>
  comparison && {
    ...comparison,
    compared: changes?.compared ?? 0,
    changes: (changes?.places ?? []).map((change) => {
      const { current, rate } = change.previous;
      const excess = current.interrupted - current.instances * rate.value;
      return { ...change, excess, direction: excess > 0 ? 'worse' : 'better' };
    }),
  };
