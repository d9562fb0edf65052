import { expect, test } from 'vitest';
import type { DerivedInstance } from './derived-instance';
import { instanceId, journeyId, reasonId, stepId, touchpointId } from './ids';
import type { Interruption } from './interruption';
import { selectRows } from './select-rows';
import type { Selection } from './selection';
import type { State } from './state';

const app = touchpointId.parse('app');
const air = touchpointId.parse('air');
const quote = stepId.parse('quote');
const sign = stepId.parse('sign');

const broken = (one: Partial<Interruption>): Interruption => ({
  kind: 'limit',
  step: quote,
  touchpoint: app,
  at: 0,
  anchor: 0,
  resolution: 'open',
  pending: false,
  attempts: 0,
  ...one,
});

/** An instance of the loan that visited these places, `step~touchpoint`. */
function instance(id: string, state: State, places: string[], interruptions: Interruption[] = []): DerivedInstance {
  const visits = places.map((place, index) => {
    const [step = '', touchpoint = ''] = place.split('~');
    return { step: stepId.parse(step), touchpoint: touchpointId.parse(touchpoint), events: 1, firstAt: index, lastAt: index };
  });
  return {
    id: instanceId.parse(id),
    journey: journeyId.parse('loan'),
    day: '2024-03-01',
    detection: { exists: true, state, startedAt: 0, lastAt: places.length - 1, events: places.length, visits, interruptions },
  };
}

const handed = broken({ resolution: 'handoff', continuedAt: 9, carrier: { kind: 'handoff', realtime: true, step: quote, touchpoint: air, at: 1 } });
const instances = [
  instance('smooth', 'smooth', ['quote~app', 'sign~app', 'quote~app']),
  instance('handed', 'handed', ['quote~app', 'quote~air', 'sign~app'], [handed]),
  instance('both', 'lost', ['quote~app', 'sign~app'], [
    broken({ kind: 'failure', reason: reasonId.parse('face'), resolution: 'self', continuedAt: 1 }),
    broken({ kind: 'abandonment', step: sign, resolution: 'lost' }),
  ]),
];

const rowsOf = (selection: Partial<Selection>) =>
  [...selectRows({ filter: { from: '2024-03-01', to: '2024-03-01' }, level: 'journey', rows: 'instances', ...selection }, [], instances)].map(
    ({ instance: { id }, interruption, visit }) => `${id}${interruption ? ` ${interruption.kind}` : ''}${visit ? ` ${visit.firstAt}` : ''}`,
  );

test('without a place and conditions every instance of the filter is a row', () => {
  expect(rowsOf({})).toEqual(['smooth', 'handed', 'both']);
  expect(rowsOf({ filter: { from: '2024-03-02', to: '2024-03-03' } })).toEqual([]);
  expect(rowsOf({ state: 'complete' })).toEqual(['smooth', 'handed']);
});

test('all conditions hold for one and the same interruption', () => {
  expect(rowsOf({ kind: 'failure', resolution: 'self' })).toEqual(['both']);
  expect(rowsOf({ kind: 'failure', resolution: 'lost' })).toEqual([]);
  expect(rowsOf({ node: 'quote~app', kind: 'abandonment' })).toEqual([]);
  expect(rowsOf({ node: 'sign~app', kind: 'abandonment' })).toEqual(['both']);
});

test('a place without conditions lists who visited it, and their visits there', () => {
  expect(rowsOf({ node: 'quote~air' })).toEqual(['handed']);
  expect(rowsOf({ node: 'quote~app', rows: 'visits' })).toEqual(['smooth 0', 'smooth 2', 'handed 0', 'both 0']);
  expect(rowsOf({ node: 'sign~app', role: 'end' })).toEqual(['handed', 'both']);
  expect(rowsOf({ node: 'quote~app', role: 'end', rows: 'visits' })).toEqual(['smooth 2']);
  expect(rowsOf({ node: 'sign~app', role: 'start' })).toEqual([]);
});

test('a list of interruptions has those of the place only', () => {
  expect(rowsOf({ rows: 'interruptions' })).toEqual(['handed limit', 'both failure', 'both abandonment']);
  expect(rowsOf({ rows: 'interruptions', node: 'quote~app' })).toEqual(['handed limit', 'both failure']);
  expect(rowsOf({ rows: 'interruptions', node: 'quote~air', role: 'carrier' })).toEqual(['handed limit']);
});

test('reasons, carriers and handling narrow; null asks for no reason', () => {
  expect(rowsOf({ rows: 'interruptions', reason: reasonId.parse('face') })).toEqual(['both failure']);
  expect(rowsOf({ rows: 'interruptions', reason: null })).toEqual(['handed limit', 'both abandonment']);
  expect(rowsOf({ rows: 'interruptions', carrier: 'none' })).toEqual(['both failure', 'both abandonment']);
  expect(rowsOf({ rows: 'interruptions', handling: 'unhanded' })).toEqual(['both abandonment']);
  expect(rowsOf({ kind: 'withoutAbandonment' })).toEqual(['handed', 'both']);
});

test('edges list their transitions, handoffs and losses', () => {
  expect(rowsOf({ rows: 'visits', edge: { kind: 'flow', from: 'quote~app', to: 'sign~app' } })).toEqual(['smooth 0', 'both 0']);
  expect(rowsOf({ edge: { kind: 'flow', from: 'quote~app', to: 'sign~app' }, kind: 'any' })).toEqual(['both']);
  expect(rowsOf({ rows: 'interruptions', edge: { kind: 'handoff', from: 'quote~app', to: 'quote~air' } })).toEqual(['handed limit']);
  expect(rowsOf({ edge: { kind: 'detour', from: 'quote~app', to: 'quote~air' } })).toEqual([]);
  expect(rowsOf({ edge: { kind: 'loss', from: 'sign~app' } })).toEqual(['both']);
});

test('on the overview steps do not divide a visit', () => {
  expect(rowsOf({ level: 'overview', node: 'loan~app', rows: 'visits' })).toEqual(['smooth 0', 'handed 0', 'handed 2', 'both 0']);
});
