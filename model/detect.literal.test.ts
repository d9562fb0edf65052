import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detect } from './detect';
import type { JourneyEvent, JourneyRules, StepRules } from './detection';
import { stageId, stepId, touchpointId } from './ids';
import { OUTCOMES } from './service-event';
import { literalDetection } from './testing/literal-detection';
import type { Touchpoint } from './catalogue';

const stage = stageId.parse('stage');
const tick = fc.integer({ min: 1, max: 12 });

const steps = fc
  .array(
    fc.record({ completes: fc.boolean(), standardMs: fc.option(tick, { nil: undefined }), maxAttempts: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((one, order): StepRules => ({ ...one, order, id: stepId.parse(`s${order}`), stage, name: { zh: '步' } })));

const touchpoints = fc
  .array(
    fc.record({ service: fc.constantFrom('self' as const, 'assisted' as const), place: fc.constantFrom('online' as const, 'offline' as const), initiative: fc.constantFrom('customer' as const, 'company' as const) }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.map((one, order): Touchpoint => ({ ...one, order, id: touchpointId.parse(`t${order}`), name: { zh: '触' } })));

const world = fc.tuple(steps, touchpoints).chain(([allSteps, allTouchpoints]) => {
  const event = fc.record({
    gap: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 299_990, max: 300_010 })),
    step: fc.constantFrom(...allSteps),
    touchpoint: fc.constantFrom(...allTouchpoints),
    outcome: fc.constantFrom(...OUTCOMES),
    initiative: fc.constantFrom(undefined, undefined, 'customer' as const, 'company' as const),
  });
  return fc.record({
    rules: fc.record({ idleLostMs: fc.oneof(tick, fc.constant(300_005)), handoffWindowMs: fc.oneof(tick, fc.constant(300_003)) }).map(
      (limits): JourneyRules => ({ ...limits, steps: new Map(allSteps.map((one) => [one.id, one])) }),
    ),
    events: fc.array(event, { minLength: 1, maxLength: 10 }).map((all) => {
      let at = 0;
      return all.map(({ gap, ...one }): JourneyEvent => ({ ...one, at: (at += gap) }));
    }),
    wait: fc.integer({ min: -8, max: 40 }),
  });
});

test('detection is what sections 3 to 5 of the model say, read literally', () => {
  fc.assert(
    fc.property(world, ({ rules, events, wait }) => {
      const now = (events.at(-1)?.at ?? 0) + wait;
      const result = detect(rules, events, now);
      const literal = literalDetection(rules, events, now);
      expect(result.exists ? { state: result.state, interruptions: result.interruptions } : undefined).toEqual(literal);
    }),
    { numRuns: 3_000 },
  );
});
