import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDays } from './count-days';
import { countEdge } from './count-edge';
import { countPanorama } from './count-panorama';
import { countPlace } from './count-place';
import { filterTest } from './filter';
import { panorama } from './panorama';
import type { PanoramaCounts } from './panorama-counts';
import { selectRows } from './select-rows';
import { STATES } from './state';
import { arbitraryQuestion, arbitraryWorld, derive, numbersOfMap, numbersOfOutcomes } from './testing';
import { zeros } from './zeros';

/** A random map: the instances a random filter selects, and their counts. */
const maps = arbitraryWorld({ maxEvents: 60 }).chain((world) =>
  arbitraryQuestion(world.catalogue).map(({ level, filter }) => {
    const all = derive(world);
    const instances = all.filter(filterTest(filter, world.catalogue.organisations));
    return { catalogue: world.catalogue, level, filter, all, instances, counts: countPanorama(level, instances) };
  }),
);

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number) => sum(items.map(of));
const interruptionsOf = (node: PanoramaCounts['nodes'][number]) => sum(Object.values(node.byKind));

test('entered is the sum of the six states, and every selected instance is in one', () => {
  fc.assert(
    fc.property(maps, ({ catalogue, counts, instances }) => {
      const { balance, journeys } = panorama(counts, catalogue);
      expect(balance.entered).toBe(instances.length);
      for (const one of [balance, ...journeys.map((journey) => journey.balance)]) expect(one.entered).toBe(sumOf(STATES, (state) => one[state]));
      expect(sumOf(journeys, (one) => one.balance.entered)).toBe(balance.entered);
    }),
  );
});

test('interruptions are the sum by kind, by resolution, by reason, by handling and over nodes', () => {
  fc.assert(
    fc.property(maps, ({ counts, instances }) => {
      for (const node of counts.nodes) {
        const all = interruptionsOf(node);
        expect(sum(Object.values(node.byResolution))).toBe(all);
        expect(sumOf(node.byReason, (one) => one.count)).toBe(all);
        expect(node.byResolution.self + node.pending + node.withHandoff + node.unhanded).toBe(all);
        expect(node.interruptedWithoutAbandonment).toBeLessThanOrEqual(node.interrupted);
        expect(node.interrupted).toBeLessThanOrEqual(Math.min(all, node.instances));
      }
      expect(sumOf(counts.nodes, interruptionsOf)).toBe(sumOf(instances, ({ detection }) => detection.interruptions.length));
    }),
  );
});

test('losses add up to the instances lost', () => {
  fc.assert(
    fc.property(maps, ({ catalogue, counts }) => {
      expect(sumOf(counts.losses, (one) => one.count)).toBe(panorama(counts, catalogue).balance.lost);
    }),
  );
});

test('at every node visits are arrivals and starts, and are departures and ends', () => {
  fc.assert(
    fc.property(maps, ({ counts, instances }) => {
      for (const { id, visits, starts, ends } of counts.nodes) {
        const arrivals = sumOf(counts.flows.filter(({ to }) => to === id), (one) => one.count);
        const departures = sumOf(counts.flows.filter(({ from }) => from === id), (one) => one.count);
        expect(arrivals + starts).toBe(visits);
        expect(departures + ends).toBe(visits);
      }
      expect(sumOf(counts.nodes, (one) => one.starts)).toBe(instances.length);
      expect(sumOf(counts.nodes, (one) => one.ends)).toBe(instances.length);
      expect(sumOf(counts.nodes, (one) => one.events)).toBe(sumOf(instances, ({ detection }) => detection.events));
    }),
  );
});

test('carrier edges add up to the handoffs of where they leave and the carriers of where they arrive', () => {
  fc.assert(
    fc.property(maps, ({ counts }) => {
      for (const node of counts.nodes) {
        const leaving = counts.handoffs.filter(({ from }) => from === node.id);
        const arriving = counts.handoffs.filter(({ to }) => to === node.id);
        const count = (edges: typeof leaving) => sumOf(edges, (one) => one.count);
        const succeeded = (edges: typeof leaving) => sumOf(edges, (one) => one.succeeded);
        expect(count(leaving.filter(({ carrier }) => carrier === 'handoff'))).toBe(node.withHandoff);
        expect(succeeded(leaving.filter(({ carrier }) => carrier === 'handoff'))).toBe(node.byResolution.handoff);
        expect(succeeded(leaving.filter(({ carrier }) => carrier === 'detour'))).toBe(node.byResolution.detour);
        expect({ received: count(arriving), succeeded: succeeded(arriving) }).toEqual(node.carriers);
      }
    }),
  );
});

test('the list behind any number has exactly that many rows', () => {
  fc.assert(
    fc.property(maps, ({ catalogue, level, filter, all, counts }) => {
      for (const { number, selection } of numbersOfMap({ level, filter }, counts)) {
        expect([...selectRows(selection, catalogue.organisations, all)], JSON.stringify(selection)).toHaveLength(number);
      }
    }),
  );
});

test('the days of a node add up to the node', () => {
  fc.assert(
    fc.property(maps, ({ level, instances, counts }) => {
      const days = countDays(level, instances);
      expect([...days.keys()]).toEqual(counts.nodes.map(({ id }) => id));
      for (const node of counts.nodes) {
        const daily = days.get(node.id)!;
        expect(sumOf(daily, (one) => one.instances)).toBe(node.instances);
        expect(sumOf(daily, (one) => one.interrupted)).toBe(node.interrupted);
        expect(sumOf(daily, (one) => one.interruptedWithoutAbandonment)).toBe(node.interruptedWithoutAbandonment);
      }
    }),
  );
});

test('a place or an edge in depth says what the map says', () => {
  fc.assert(
    fc.property(maps, ({ level, instances, counts }) => {
      for (const node of counts.nodes) {
        const place = countPlace(level, node.id, instances)!;
        expect(place.node).toEqual(node);
        expect(sumOf(place.daily, (one) => one.instances)).toBe(node.instances);
        expect(sumOf(place.daily, (one) => one.interruptions)).toBe(interruptionsOf(node));
        expect(sumOf(place.daily, (one) => one.unhanded)).toBe(node.unhanded);
        expect(sumOf(place.daily, (one) => one.withHandoff)).toBe(node.withHandoff);
      }
      for (const { from, to, count, instances: taken, gapP50 } of counts.flows) {
        const edge = countEdge(level, { kind: 'flow', from, to }, instances)!;
        expect(edge).toMatchObject({ count, instances: taken, time: { p50: gapP50 } });
        expect(sumOf(edge.daily, (one) => one.count)).toBe(count);
      }
      for (const { from, to, carrier, count, succeeded, latencyP50 } of counts.handoffs) {
        const edge = countEdge(level, { kind: carrier, from, to }, instances)!;
        expect(edge).toMatchObject({ count, succeeded, time: { p50: latencyP50 } });
        expect(sumOf(edge.daily, (one) => one.succeeded ?? NaN)).toBe(succeeded);
        expect(sum(Object.values(edge.byKind!))).toBe(count);
      }
      for (const { from, count } of counts.losses) expect(countEdge(level, { kind: 'loss', from }, instances)).toMatchObject({ count });
    }),
  );
});

test('whatever the limit leaves out is counted as other', () => {
  fc.assert(
    fc.property(maps, fc.integer({ min: 0, max: 4 }), ({ catalogue, counts }, limit) => {
      const map = panorama(counts, catalogue, { limit });
      const other = map.other ?? { ...zeros(['nodes', 'instances', 'visits', 'starts', 'ends', 'interruptions', 'interrupted', 'unhanded', 'pending', 'withHandoff', 'flows', 'handoffs', 'losses']), links: [] };
      expect(map.nodes.length + other.nodes).toBe(counts.nodes.length);
      for (const key of ['instances', 'visits', 'starts', 'ends', 'interrupted', 'unhanded', 'pending', 'withHandoff'] as const) {
        expect(sumOf(map.nodes, (one) => one[key]) + other[key]).toBe(sumOf(counts.nodes, (one) => one[key]));
      }
      expect(sumOf(map.nodes, interruptionsOf) + other.interruptions).toBe(sumOf(counts.nodes, interruptionsOf));
      for (const key of ['flows', 'handoffs', 'losses'] as const) {
        const total = (edges: readonly { count: number }[]) => sumOf(edges, (one) => one.count);
        expect(total(map[key]) + other[key]).toBe(total(counts[key]));
      }
      // What is drawn balances: whatever comes from or goes to 其他 is told of each node that is shown.
      for (const { id, visits, starts, ends, carriers } of map.nodes) {
        const linked = (kinds: readonly string[], end: 'from' | 'to') => sumOf(other.links.filter((link) => kinds.includes(link.kind) && link[end] === id), (one) => one.count);
        expect(sumOf(map.flows.filter(({ to }) => to === id), (one) => one.count) + linked(['flow'], 'to') + starts).toBe(visits);
        expect(sumOf(map.flows.filter(({ from }) => from === id), (one) => one.count) + linked(['flow'], 'from') + ends).toBe(visits);
        expect(sumOf(map.handoffs.filter(({ to }) => to === id), (one) => one.count) + linked(['handoff', 'detour'], 'to')).toBe(carriers.received);
      }
    }),
  );
});

test('what became of the breaks of a place adds up to them, and each part has its list', () => {
  fc.assert(
    fc.property(maps, ({ catalogue, level, filter, all, instances, counts }) => {
      for (const { id, byKind, byResolution } of counts.nodes) {
        const place = countPlace(level, id, instances);
        const of = (isCounted: (one: { kind: string; resolution: string }) => boolean) => sumOf(place?.outcomes.filter(isCounted) ?? [], ({ count }) => count);
        for (const [kind, count] of Object.entries(byKind)) expect(of((one) => one.kind === kind)).toBe(count);
        for (const [resolution, count] of Object.entries(byResolution)) expect(of((one) => one.resolution === resolution)).toBe(count);
        if (!place) continue;
        for (const { number, selection } of numbersOfOutcomes({ filter, level }, place)) expect([...selectRows(selection, catalogue.organisations, all)]).toHaveLength(number);
      }
    }),
  );
});
