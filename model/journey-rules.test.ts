import { expect, test } from 'vitest';
import { catalogue } from './catalogue';
import { eventId, instanceId, journeyId, stepId, touchpointId } from './ids';
import { journeyEvent, journeyRules } from './journey-rules';
import type { ServiceEvent } from './service-event';

const name = { zh: '名' };
const rules = journeyRules(
  catalogue.parse({
    touchpoints: [{ id: 'app', name, service: 'self', place: 'online', initiative: 'customer', order: 0 }],
    journeys: [
      { id: 'loan', name, stages: [{ id: 'all', name }], idleLostMs: 5, steps: [{ id: 'apply', stage: 'all', name }, { id: 'paid', stage: 'all', name }] },
    ],
    handoffWindowMs: 7,
  }),
);

const event: ServiceEvent = {
  id: eventId.parse('e'),
  instance: instanceId.parse('i'),
  journey: journeyId.parse('loan'),
  step: stepId.parse('paid'),
  touchpoint: touchpointId.parse('app'),
  outcome: 'done',
  at: 3,
};

test('the order of a step is its index', () => {
  const loan = rules.journeys.get(event.journey);
  expect(loan).toMatchObject({ idleLostMs: 5, handoffWindowMs: 7 });
  expect([...(loan?.steps.values() ?? [])].map(({ id, order }) => [id, order])).toEqual([
    ['apply', 0],
    ['paid', 1],
  ]);
});

test('events of one step share its rules', () => {
  const [one, other] = [journeyEvent(rules, event), journeyEvent(rules, { ...event, at: 4 })];
  if (typeof one === 'string' || typeof other === 'string') throw new Error('The event is known.');
  expect(one.step).toBe(other.step);
  expect(one.touchpoint).toBe(other.touchpoint);
});

test('what is unknown of an event is named', () => {
  expect(journeyEvent(rules, { ...event, journey: journeyId.parse('?'), step: stepId.parse('?') })).toBe('unknown-journey');
  expect(journeyEvent(rules, { ...event, step: stepId.parse('?'), touchpoint: touchpointId.parse('?') })).toBe('unknown-step');
  expect(journeyEvent(rules, { ...event, touchpoint: touchpointId.parse('?') })).toBe('unknown-touchpoint');
});
