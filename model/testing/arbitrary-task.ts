import fc from 'fast-check';
import { catalogue as catalogueSchema, type Catalogue } from '../catalogue';
import { type HandoffRule, handoffRule, TASK_MODES, TASK_PRIORITIES } from '../handoff-rule';
import { CONTACT_RESULTS, type HandoffTask } from '../handoff-task';
import { customerId, eventId, instanceId, journeyId, organisationId, type PersonId, reasonId, segmentId, stepId, taskId, touchpointId } from '../ids';
import { interruptionIdOf } from '../interruption-id';
import { KINDS } from '../interruption';
import { type TaskMoveInput, taskMoveInput, type TaskMover } from '../move-task';
import { type BrokenService, openTask } from '../open-task';
import { OUTCOMES } from '../service-event';
import { DAY, HOUR } from '../time';
import { sometimes as orNot } from './sometimes';

const sometimes = <Value>(value: fc.Arbitrary<Value>) => orNot(value, 2);
const name = { zh: '名' };
const IDS = ['a', 'b', 'c'] as const;

/** Three of each, and a tree of organisations: a above b above c. */
export const TASK_CATALOGUE: Catalogue = catalogueSchema.parse({
  touchpoints: IDS.map((id, order) => ({ id, name, service: 'assisted', place: 'online', initiative: 'company', order })),
  journeys: IDS.map((id) => ({ id, name, idleLostMs: DAY, stages: [{ id: 's', name }], steps: IDS.map((step) => ({ id: step, stage: 's', name })) })),
  organisations: [{ id: 'a', name }, { id: 'b', name, parent: 'a' }, { id: 'c', name, parent: 'b' }],
  reasons: IDS.map((id) => ({ id, name })),
  segments: IDS.map((id) => ({ id, name })),
});

const one = fc.constantFrom(...IDS);
const some = sometimes(fc.uniqueArray(one, { minLength: 1, maxLength: 3 }));
const amounts = fc.integer({ min: 0, max: 10 });

/** A rule over `TASK_CATALOGUE`. */
export const arbitraryRule: fc.Arbitrary<HandoffRule> = fc
  .record({
    id: fc.uuid(),
    enabled: fc.boolean(),
    scene: fc.record({
      journeys: some,
      steps: some,
      touchpoints: some,
      kinds: sometimes(fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 })),
      reasons: some,
      segments: some,
      organisations: some,
      amount: sometimes(fc.record({ attribute: fc.constant('amount'), atLeast: sometimes(amounts), below: sometimes(amounts) })),
    }),
    mode: fc.constantFrom(...TASK_MODES),
    touchpoint: one,
    slaMinutes: fc.integer({ min: 1, max: 43_200 }),
    clock: fc.constantFrom('always', 'working'),
    priority: fc.constantFrom(...TASK_PRIORITIES),
  })
  .map((rule) => handoffRule.parse({ ...rule, name }));

/** An interruption in `TASK_CATALOGUE`, with the few events that led to it. */
export const arbitraryBroken: fc.Arbitrary<BrokenService> = fc
  .record({
    instance: fc.constantFrom('i-1', 'i-2'),
    kind: fc.constantFrom(...KINDS),
    journey: one,
    reason: sometimes(one),
    organisation: sometimes(one),
    segment: sometimes(one),
    customer: sometimes(fc.constant('c-1')),
    at: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 10) }),
    events: fc.array(
      fc.record({ step: one, touchpoint: one, outcome: fc.constantFrom(...OUTCOMES), amount: sometimes(fc.oneof(amounts, fc.constantFrom('7', true, null))) }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ instance, kind, at, events, journey, reason, organisation, segment, customer }) => {
    const context = events.map(({ step, touchpoint, outcome, amount }, index) => ({
      id: eventId.parse(`${instance}.${index}`),
      step: stepId.parse(step),
      touchpoint: touchpointId.parse(touchpoint),
      outcome,
      at: at - HOUR + index,
      ...(amount !== undefined && { attributes: { amount } }),
    }));
    const anchor = context.at(-1);
    if (!anchor) throw new RangeError('A break hangs on an event.');
    const id = interruptionIdOf({ instance: instanceId.parse(instance), kind, anchor: anchor.id });
    return {
      id,
      kind,
      at,
      context,
      step: anchor.step,
      touchpoint: anchor.touchpoint,
      instance: instanceId.parse(instance),
      journey: journeyId.parse(journey),
      reason: reasonId.optional().parse(reason),
      organisation: organisationId.optional().parse(organisation),
      segment: segmentId.optional().parse(segment),
      customer: customerId.optional().parse(customer),
    };
  });

/** A task that was just opened. */
export const arbitraryTask: fc.Arbitrary<HandoffTask> = fc
  .tuple(arbitraryBroken, sometimes(fc.constantFrom('lin', 'xu')))
  .map(([broken, assignee]) =>
    openTask(
      taskId.parse('JX-000001'),
      broken,
      { mode: 'proactive', touchpoint: broken.touchpoint, priority: 'normal', assignee: assignee as PersonId | undefined, times: { dueAt: broken.at + HOUR, escalateAt: [broken.at + HOUR, broken.at + 3 * HOUR] } }, // Both are ids.
      broken.at,
    ),
  );

export const arbitraryMover: fc.Arbitrary<TaskMover> = fc.record({ id: fc.constantFrom('lin' as PersonId, 'xu' as PersonId, 'chen' as PersonId), isManager: fc.boolean() }); // All are ids.

export const arbitraryTaskMove: fc.Arbitrary<TaskMoveInput> = fc
  .oneof(
    fc.constant({ move: 'claim' }),
    fc.record({ move: fc.constant('release'), note: sometimes(fc.constant('later')) }),
    fc.record({ move: fc.constant('assign'), assignee: fc.constantFrom('lin', 'xu', 'chen') }),
    fc.record({ move: fc.constant('contact'), result: fc.constantFrom(...CONTACT_RESULTS) }),
    fc.constant({ move: 'resume' }),
    fc.record({ move: fc.constant('fail'), reason: fc.constantFrom('unreachable', 'declined', 'other') }),
  )
  .map((input) => taskMoveInput.parse(input));
