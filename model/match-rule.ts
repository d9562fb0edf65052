import type { Organisation } from './catalogue';
import { organisationSubtree } from './filter';
import type { HandoffRule, HandoffScene } from './handoff-rule';
import type { OrganisationId } from './ids';
import type { BrokenService } from './open-task';

/** Finds the rule for an interruption: the first enabled one, in order, whose scene holds. */
export type RuleMatcher = (broken: BrokenService) => HandoffRule | undefined;

/** Made once for the rules and the tree of organisations, used for many interruptions. */
export function ruleMatcher(rules: readonly HandoffRule[], organisations: readonly Organisation[]): RuleMatcher {
  const tried = rules
    .filter(({ enabled }) => enabled)
    .map((rule) => {
      const { organisations: roots } = rule.scene;
      return { rule, within: roots && new Set(roots.flatMap((root) => [...organisationSubtree(organisations, root)])) };
    });
  return (broken) => tried.find(({ rule, within }) => sceneHolds(rule.scene, broken, within))?.rule;
}

/** Whether all that a scene names holds; what the interruption does not have is none of what it names. */
function sceneHolds(
  { journeys, steps, touchpoints, kinds, reasons, segments, amount }: HandoffScene,
  broken: BrokenService,
  within: ReadonlySet<OrganisationId> | undefined,
): boolean {
  return (
    isAmong(journeys, broken.journey) &&
    isAmong(steps, broken.step) &&
    isAmong(touchpoints, broken.touchpoint) &&
    isAmong(kinds, broken.kind) &&
    isAmong(reasons, broken.reason) &&
    isAmong(segments, broken.segment) &&
    (within === undefined || (broken.organisation !== undefined && within.has(broken.organisation))) &&
    (amount === undefined || amountHolds(amount, broken))
  );
}

const isAmong = <Id>(named: readonly Id[] | undefined, one: Id | undefined): boolean => named === undefined || (one !== undefined && named.includes(one));

function amountHolds({ attribute, atLeast = -Infinity, below = Infinity }: NonNullable<HandoffScene['amount']>, { context }: BrokenService): boolean {
  const value = context.at(-1)?.attributes?.[attribute];
  return typeof value === 'number' && value >= atLeast && value < below;
}
