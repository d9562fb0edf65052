import { expect, test } from 'vitest';
import { journeyId, stageId, stepId, touchpointId } from './ids';
import { KINDS, RESOLUTIONS } from './interruption';
import { panorama } from './panorama';
import type { NodeCounts, NodeDay, PanoramaCounts } from './panorama-counts';
import { wilson } from './statistics';
import { zeros } from './zeros';
import { emptyBalance } from './balance';

const loan = journeyId.parse('loan');

function node(id: string, counts: Partial<NodeCounts> = {}): NodeCounts {
  return {
    id,
    journey: loan,
    touchpoint: touchpointId.parse('app'),
    instances: 100,
    visits: 120,
    events: 200,
    starts: 0,
    ends: 0,
    interrupted: 0,
    interruptedWithoutAbandonment: 0,
    byKind: zeros(KINDS),
    byResolution: zeros(RESOLUTIONS),
    byReason: [],
    unhanded: 0,
    pending: 0,
    withHandoff: 0,
    carriers: { received: 0, succeeded: 0 },
    ...counts,
  };
}

const map = (counts: Partial<PanoramaCounts>): PanoramaCounts => ({ balances: [], nodes: [], flows: [], handoffs: [], losses: [], ...counts });
const empty = { journeys: [] };

/** `days` equal days of a node. */
const daily = (days: number, counts: Omit<NodeDay, 'day'>): NodeDay[] =>
  Array.from({ length: days }, (_, index) => ({ day: `2024-03-0${index + 1}`, ...counts }));

test('the rate of a node is its interrupted instances, with an interval', () => {
  const { nodes } = panorama(map({ nodes: [node('a', { interrupted: 10 })] }), empty);
  expect(nodes[0]).toMatchObject({ rate: wilson(10, 100), previous: undefined });
});

test('inside a journey a node has the stage of its step', () => {
  const stage = stageId.parse('first');
  const quote = stepId.parse('quote');
  const steps = [{ id: quote, stage, name: { zh: '名' } }];
  const journeys = [{ id: loan, name: { zh: '名' }, stages: [], steps, idleLostMs: 1 }];
  expect(panorama(map({ nodes: [node('a', { step: quote })] }), { journeys }).nodes[0]?.stage).toBe(stage);
});

test('journeys come in the order of the catalogue, unknown ones last', () => {
  const ids = ['c', 'z', 'a', 'b'].map((id) => journeyId.parse(id));
  const journeys = ['b', 'a'].map((id) => ({ id: journeyId.parse(id), name: { zh: '名' }, stages: [], steps: [], idleLostMs: 1 }));
  const balances = ids.map((journey) => ({ journey, balance: emptyBalance() }));
  expect(panorama(map({ balances }), { journeys }).journeys.map(({ journey }) => journey)).toEqual(['b', 'a', 'c', 'z']);
});

test('a node is compared with its own days in the reference window', () => {
  const nodes = [node('worse', { interrupted: 30 }), node('same', { interrupted: 10 }), node('new', { interrupted: 50 })];
  const days = new Map([
    ['worse', daily(4, { instances: 50, interrupted: 5, interruptedWithoutAbandonment: 1 })],
    ['same', daily(4, { instances: 50, interrupted: 5, interruptedWithoutAbandonment: 1 })],
    ['gone', daily(4, { instances: 50, interrupted: 5, interruptedWithoutAbandonment: 1 })],
  ]);
  const result = panorama(map({ nodes }), empty, { reference: { days, withoutAbandonment: false } });
  expect(result.nodes.map(({ id, previous }) => [id, previous?.significant])).toEqual([
    ['new', undefined],
    ['same', false],
    ['worse', true],
  ]);
  expect(result.nodes[2]?.previous).toEqual({
    instances: 200,
    interrupted: 20,
    rate: wilson(20, 200),
    current: { instances: 100, interrupted: 30, rate: wilson(30, 100) },
    significant: true,
  });
});

test('what got significantly worse or better is listed, most journeys first, also beyond the limit', () => {
  const steady = daily(4, { instances: 50, interrupted: 10, interruptedWithoutAbandonment: 10 });
  const nodes = [node('same', { interrupted: 20 }), node('better', { instances: 90, interrupted: 2 }), node('worse', { instances: 80, interrupted: 40 }), node('new', { interrupted: 50 })];
  const days = new Map(['same', 'better', 'worse'].map((id) => [id, steady]));
  const { changes, nodes: kept } = panorama(map({ nodes }), empty, { reference: { days, withoutAbandonment: false }, limit: 1 });
  expect(kept).toHaveLength(1);
  // 40 where 16 were to be expected; 2 where 18.
  expect(changes).toMatchObject({ compared: 3, places: [{ id: 'worse', previous: { significant: true, current: { interrupted: 40 } } }, { id: 'better' }] });
  expect(panorama(map({ nodes }), empty).changes).toBeUndefined();
});

test('a reference that swings from day to day makes the same difference chance', () => {
  const nodes = [node('a', { interrupted: 30 })];
  const swinging = [0, 20, 0, 20].map((interrupted, index) => ({ day: `2024-03-0${index + 1}`, instances: 50, interrupted, interruptedWithoutAbandonment: 0 }));
  const steady = daily(4, { instances: 50, interrupted: 10, interruptedWithoutAbandonment: 0 });
  const significant = (days: NodeDay[]) =>
    panorama(map({ nodes }), empty, { reference: { days: new Map([['a', days]]), withoutAbandonment: false } }).nodes[0]?.previous?.significant;
  // z = 2.0 with φ = 1 (pooled 70 in 300); φ = 16.7 in the swinging one.
  expect(significant(steady)).toBe(false);
  nodes[0] = node('a', { interrupted: 40 });
  expect(significant(steady)).toBe(true);
  expect(significant(swinging)).toBe(false);
});

test('without abandonment both sides leave it out', () => {
  const nodes = [node('a', { interrupted: 30, interruptedWithoutAbandonment: 4 })];
  const days = new Map([['a', daily(4, { instances: 50, interrupted: 5, interruptedWithoutAbandonment: 2 })]]);
  const [only] = panorama(map({ nodes }), empty, { reference: { days, withoutAbandonment: true } }).nodes;
  expect(only?.rate.value).toBe(0.3);
  expect(only?.previous).toMatchObject({ interrupted: 8, current: { interrupted: 4 }, significant: false });
});

test('a difference that stands alone may be chance among many places', () => {
  const before = daily(4, { instances: 50, interrupted: 5, interruptedWithoutAbandonment: 0 });
  const one = node('one', { interrupted: 19 });
  const others = Array.from({ length: 30 }, (_, index) => node(`other ${index}`, { interrupted: 10 }));
  const significantOne = (nodes: NodeCounts[]) =>
    panorama(map({ nodes }), empty, {
      reference: { days: new Map(nodes.map(({ id }) => [id, before])), withoutAbandonment: false },
    }).nodes.find(({ id }) => id === 'one')?.previous?.significant;
  expect(significantOne([one])).toBe(true);
  expect(significantOne([one, ...others])).toBe(false);
});

test('beyond the limit the busiest nodes stay, ties by id, and the rest is other', () => {
  const nodes = [node('d', { instances: 5 }), node('c', { instances: 9 }), node('b', { instances: 5, visits: 130 }), node('a', { instances: 5 })];
  const flows = [
    { from: 'c', to: 'b', count: 3, instances: 3, gapP50: 1 },
    { from: 'c', to: 'd', count: 2, instances: 2, gapP50: 1 },
  ];
  const result = panorama(map({ nodes, flows, losses: [{ from: 'a', count: 4 }] }), empty, { limit: 2 });
  expect(result.nodes.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(result.flows).toEqual([flows[0]]);
  expect(result.losses).toEqual([]);
  expect(result.other).toMatchObject({ nodes: 2, instances: 10, visits: 240, interruptions: 0, flows: 2, handoffs: 0, losses: 4 });
  expect(result.other?.links).toEqual([{ kind: 'flow', from: 'c', count: 2 }]);
});
