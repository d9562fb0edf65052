import type { StepId } from '../ids';
import { higherProportionTest, holm, overdispersion, type Proportion, wilson } from '../statistics';
import type { TestablePlan } from './evidence-plan';
import { EVIDENCE_RULES } from './evidence-rules';
import type { LocusDay } from './locus-day';
import { daysWithin, pooledDays, proportionOf } from './series';

/** So many of so many with the 95 % Wilson interval; without instances there is no rate, and it could be anything from 0 to 1. */
export interface WindowRate {
  successes: number;
  n: number;
  rate?: number | undefined;
  low: number;
  high: number;
}

/** A step beside the locus, where the same kind of break must not have risen instead. */
export interface Neighbour {
  step: StepId;
  baseline: readonly LocusDay[];
  after: readonly LocusDay[];
}

/** What became of a neighbouring step. */
export interface Displacement {
  step: StepId;
  before: WindowRate;
  after: WindowRate;
  z: number;
  /** One-sided: of a rise. */
  p: number;
  /** Holm's, over the neighbours. */
  adjusted: number;
  significant: boolean;
}

/** What the page says of a verdict, as codes with numbers; the first one is the one to read out. */
export type VerdictFact =
  | { code: 'improved'; from: number; to: number; drop: number; p: number }
  | { code: 'no-instances'; window: 'baseline' | 'after' }
  | { code: 'no-drop'; from: number; to: number }
  | { code: 'not-significant'; p: number; alpha: number }
  | { code: 'drop-too-small'; drop: number; needed: number; target: number }
  | { code: 'displaced'; step: StepId; from: number; to: number; adjusted: number };

/** The result of the one test (效果检验); frozen with the ticket. */
export interface EvidenceVerdict {
  passed: boolean;
  baseline: WindowRate;
  after: WindowRate;
  /** Baseline rate − after rate, as a proportion; absent when one of them is. */
  drop?: number | undefined;
  target: number;
  /** The least drop that counts: half the target. */
  dropNeeded: number;
  /** Of the drop, divided by √φ. 0 where nothing can be compared. */
  z: number;
  /** One-sided; 1 where nothing can be compared. */
  p: number;
  alpha: number;
  phi: number;
  significant: boolean;
  dropEnough: boolean;
  displacement: Displacement[];
  displaced: boolean;
  facts: VerdictFact[];
}

/** Half of a target is half of it, whatever subtraction makes of the last bit. */
const ROUNDING = 1e-12;

/**
 * The one test of a ticket (效果检验), on its test day: passed when the drop is significant, at least half the target, and no neighbouring step
 * rose significantly instead.
 *
 * The drop is tested by `higherProportionTest`, one-sided at α = 0.05 (a rise is no improvement, and the sample size is planned for it; two-sided
 * would let about 2.5 % close without an effect where 5 % are meant), with z divided by √φ of the baseline's daily rates. Neighbours are tested
 * the other way round, each with its own φ, and judged at α by Holm's adjusted p-values.
 *
 * @param baseline and `after`, also the neighbours': only the days of the plan's windows count, in any order
 */
export function evidenceTest(
  plan: TestablePlan,
  baseline: readonly LocusDay[],
  after: readonly LocusDay[],
  neighbours: readonly Neighbour[],
): EvidenceVerdict {
  const { alpha, dropShare } = EVIDENCE_RULES;
  const inBaseline = (days: readonly LocusDay[]) => daysWithin(days, plan.baselineFrom, plan.baselineTo);
  const inAfter = (days: readonly LocusDay[]) => daysWithin(days, plan.afterFrom, plan.afterTo);

  const phi = phiOf(inBaseline(baseline));
  const before = windowRate(pooledDays(inBaseline(baseline)));
  const later = windowRate(pooledDays(inAfter(after)));
  const { z, p } = higher(before, later, phi);
  const drop = before.rate === undefined || later.rate === undefined ? undefined : before.rate - later.rate;
  const dropNeeded = plan.target * dropShare;
  const significant = p <= alpha;
  const dropEnough = drop !== undefined && drop >= dropNeeded - ROUNDING;
  const displacement = displacements(neighbours.map((one) => ({ step: one.step, baseline: inBaseline(one.baseline), after: inAfter(one.after) })));
  const displaced = displacement.some((one) => one.significant);
  const verdict = {
    passed: significant && dropEnough && !displaced,
    baseline: before,
    after: later,
    drop,
    target: plan.target,
    dropNeeded,
    z,
    p,
    alpha,
    phi,
    significant,
    dropEnough,
    displacement,
    displaced,
  };
  return { ...verdict, facts: factsOf(verdict) };
}

const phiOf = (days: readonly LocusDay[]): number => overdispersion(days.map(proportionOf));

function windowRate({ successes, n }: Proportion): WindowRate {
  if (n === 0) return { successes, n, low: 0, high: 1 };
  const { value, low, high } = wilson(successes, n);
  return { successes, n, rate: value, low, high };
}

/** Whether `a` is higher than `b`; where one has no instances, nothing says so. */
const higher = (a: Proportion, b: Proportion, phi: number): { z: number; p: number } =>
  a.n === 0 || b.n === 0 ? { z: 0, p: 1 } : higherProportionTest(a, b, phi);

function displacements(neighbours: readonly Neighbour[]): Displacement[] {
  const tests = neighbours.map(({ step, baseline, after }) => {
    const before = windowRate(pooledDays(baseline));
    const later = windowRate(pooledDays(after));
    return { step, before, after: later, ...higher(later, before, phiOf(baseline)) };
  });
  const adjusted = holm(tests.map(({ p }) => p));
  return tests.map((one, index) => {
    const p = adjusted[index] ?? 1;
    return { ...one, adjusted: p, significant: p <= EVIDENCE_RULES.alpha };
  });
}

/** What carried it, or everything that spoke against it. */
function factsOf(verdict: Omit<EvidenceVerdict, 'facts'>): VerdictFact[] {
  const { passed, baseline, after, drop, target, dropNeeded, p, alpha, displacement } = verdict;
  const facts: VerdictFact[] = [];
  if (baseline.rate === undefined) facts.push({ code: 'no-instances', window: 'baseline' });
  if (after.rate === undefined) facts.push({ code: 'no-instances', window: 'after' });
  if (baseline.rate !== undefined && after.rate !== undefined && drop !== undefined) {
    const [from, to] = [baseline.rate, after.rate];
    if (passed) return [{ code: 'improved', from, to, drop, p }];
    if (drop <= 0) facts.push({ code: 'no-drop', from, to });
    else {
      if (!verdict.significant) facts.push({ code: 'not-significant', p, alpha });
      if (!verdict.dropEnough) facts.push({ code: 'drop-too-small', drop, needed: dropNeeded, target });
    }
  }
  for (const one of displacement) {
    if (one.significant) facts.push({ code: 'displaced', step: one.step, from: one.before.rate ?? 0, to: one.after.rate ?? 0, adjusted: one.adjusted });
  }
  return facts;
}
