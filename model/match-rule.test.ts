import fc from 'fast-check';
import { expect, test } from 'vitest';
import { organisationSubtree } from './filter';
import { type HandoffRule, handoffRule } from './handoff-rule';
import { ruleMatcher } from './match-rule';
import type { BrokenService } from './open-task';
import { arbitraryBroken, arbitraryRule, TASK_CATALOGUE } from './testing';

const rule = (id: string, more: object = {}): HandoffRule =>
  handoffRule.parse({ id, name: { zh: id }, enabled: true, scene: {}, mode: 'proactive', touchpoint: 'a', slaMinutes: 30, clock: 'always', priority: 'normal', ...more });
const [broken] = fc.sample(arbitraryBroken, { numRuns: 1, seed: 7 });
const match = (rules: HandoffRule[], one: Partial<BrokenService>) => ruleMatcher(rules, TASK_CATALOGUE.organisations)({ ...(broken as BrokenService), ...one })?.id; // Sampled one.

test('the first enabled rule in order that matches is the one; one without conditions matches all', () => {
  expect(match([rule('off', { enabled: false }), rule('first'), rule('second')], {})).toBe('first');
  expect(match([], {})).toBeUndefined();
});

test('an organisation stands for all below it', () => {
  const rules = [rule('b', { scene: { organisations: ['b'] } })];
  const of = (organisation: string | undefined) => match(rules, { organisation } as Partial<BrokenService>); // The tree has these ids.
  expect([of('a'), of('b'), of('c'), of(undefined)]).toEqual([undefined, 'b', 'b', undefined]);
});

test('an amount is a number of the event that broke: from one limit up to, and without, the other', () => {
  const rules = [rule('large', { scene: { amount: { attribute: 'requested', atLeast: 100, below: 200 } } })];
  const whether = (requested: string | number) => {
    const [last] = broken?.context ?? [];
    return last && match(rules, { context: [{ ...last, attributes: { requested } }] });
  };
  expect([99, 100, 199.9, 200, '150'].map(whether)).toEqual([undefined, 'large', 'large', undefined, undefined]);
});

/** The rule said once more, as plainly as possible. */
function holdsLiterally({ enabled, scene }: HandoffRule, one: BrokenService): boolean {
  const last = one.context[one.context.length - 1]?.attributes?.amount;
  const named: readonly [readonly string[] | undefined, string | undefined][] = [
    [scene.journeys, one.journey],
    [scene.steps, one.step],
    [scene.touchpoints, one.touchpoint],
    [scene.kinds, one.kind],
    [scene.reasons, one.reason],
    [scene.segments, one.segment],
    [scene.organisations?.flatMap((root) => [...organisationSubtree(TASK_CATALOGUE.organisations, root)]), one.organisation],
  ];
  if (!enabled) return false;
  for (const [all, has] of named) if (all && (has === undefined || !all.includes(has))) return false;
  if (!scene.amount) return true;
  if (typeof last !== 'number') return false;
  return last >= (scene.amount.atLeast ?? -Infinity) && last < (scene.amount.below ?? Infinity);
}

test('whatever the rules and the interruption, all that the first matching scene names holds', () => {
  fc.assert(
    fc.property(fc.array(arbitraryRule, { maxLength: 5 }), arbitraryBroken, (rules, one) => {
      expect(ruleMatcher(rules, TASK_CATALOGUE.organisations)(one)).toBe(rules.find((each) => holdsLiterally(each, one)));
    }),
    { numRuns: 1_000 },
  );
});
