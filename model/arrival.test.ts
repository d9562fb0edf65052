import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds } from './compare-ids';
import type { ServiceEvent } from './service-event';
import { admitted, arbitraryWorld, derive, type World } from './testing';

const inOrder = (world: World) => derive(world).toSorted((a, b) => compareIds(a.id, b.id));

test('any permutation of a log gives the same result', () => {
  fc.assert(
    fc.property(
      arbitraryWorld().chain((world) => fc.tuple(fc.constant(world), fc.shuffledSubarray(world.events, { minLength: world.events.length }))),
      ([world, events]) => {
        expect(inOrder({ ...world, events })).toEqual(inOrder(world));
      },
    ),
  );
});

test('a row that comes twice counts once, even when the second differs', () => {
  fc.assert(
    fc.property(
      arbitraryWorld().chain((world) => fc.tuple(fc.constant(world), fc.subarray(world.events))),
      ([world, again]) => {
        const changed = again.map((event): ServiceEvent => ({ ...event, outcome: 'limited', at: event.at + 1 }));
        expect(inOrder({ ...world, events: [...world.events, ...again, ...changed] })).toEqual(inOrder(world));
      },
    ),
  );
});

test('a rejected row reserves nothing: the kept rows alone give the same result', () => {
  fc.assert(
    fc.property(arbitraryWorld({ dirty: true }), (world) => {
      const kept = admitted(world);
      expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
      expect(inOrder({ ...world, events: kept })).toEqual(inOrder(world));
    }),
  );
});

test('cutting a log into batches, each detected when it arrives, gives the same result', () => {
  fc.assert(
    fc.property(arbitraryWorld(), fc.integer({ min: 1, max: 9 }), (world, size) => {
      const derived = new Map<string, ReturnType<typeof derive>[number]>();
      for (let start = 0; start < world.events.length; start += size) {
        const touched = new Set(world.events.slice(start, start + size).map(({ instance }) => instance));
        const stored = world.events.slice(0, start + size).filter(({ instance }) => touched.has(instance));
        for (const instance of derive({ ...world, events: stored })) derived.set(instance.id, instance);
      }
      expect([...derived.values()].toSorted((a, b) => compareIds(a.id, b.id))).toEqual(inOrder(world));
    }),
  );
});

test('events later than now change nothing but when the next change comes', () => {
  fc.assert(
    fc.property(arbitraryWorld(), (world) => {
      const withoutNextChange = (all: ReturnType<typeof derive>) =>
        all.map((one) => ({ ...one, detection: { ...one.detection, nextChangeAt: undefined } }));
      const existing = { ...world, events: world.events.filter(({ at }) => at <= world.now) };
      expect(withoutNextChange(inOrder(world))).toEqual(withoutNextChange(inOrder(existing)));
    }),
  );
});
