import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockHours } from './clock-hours';
import { countFrames, FRAME_COUNTS, type FrameCounts, type FrameCuts } from './count-frames';
import { countPanorama } from './count-panorama';
import { daysFrom } from './days';
import type { DerivedInstance } from './derived-instance';
import { filterTest } from './filter';
import type { Level, NodeCounts } from './panorama-counts';
import { selectRows } from './select-rows';
import type { Selection } from './selection';
import { STATES } from './state';
import { arbitraryQuestion, arbitraryWorld, derive } from './testing';
import { zoneOf } from './zone';

const zone = zoneOf('Asia/Shanghai');

/** Random instances with the days they started on. */
const played = arbitraryWorld({ maxEvents: 60 }).chain((world) =>
  arbitraryQuestion(world.catalogue).map(({ level, filter }) => {
    const instances = derive(world).filter(filterTest(filter, world.catalogue.organisations));
    const started = instances.map(({ day }) => day).toSorted();
    const days = started.length > 0 ? daysFrom(started[0]!, started.at(-1)!) : [];
    return { level, filter, instances, days, organisations: world.catalogue.organisations };
  }),
);

/** What a frame must say of a place that the map of its instances has. */
const numbersOf = ({ instances, interrupted, byKind, unhanded, pending, withHandoff, byResolution }: NodeCounts) => ({
  instances,
  interrupted,
  interruptions: Object.values(byKind).reduce((sum, count) => sum + count, 0),
  unhanded,
  pending,
  withHandoff,
  lost: byResolution.lost,
});

const frameOf = ({ places }: FrameCounts, frame: number) =>
  places.flatMap((place) => {
    const counts = Object.fromEntries(FRAME_COUNTS.map((name) => [name, place[name][frame]]));
    return counts.instances === 0 ? [] : [{ id: place.id, ...counts }];
  });

function expectFrames(level: Level, cuts: FrameCuts, instances: readonly DerivedInstance[], inFrame: (instance: DerivedInstance, frame: number) => boolean): void {
  const counted = countFrames(level, cuts, instances);
  counted.balances.forEach((balance, frame) => {
    const own = instances.filter((instance) => inFrame(instance, frame));
    const map = countPanorama(level, own);
    expect(balance.entered).toBe(own.length);
    for (const state of STATES) expect(balance[state]).toBe(own.filter(({ detection }) => detection.state === state).length);
    // Where an instance is interrupted it was.
    expect(frameOf(counted, frame)).toEqual(map.nodes.map((node) => ({ id: node.id, ...numbersOf(node) })));
  });
  expect(counted.balances.reduce((sum, { entered }) => sum + entered, 0)).toBe(instances.length);
}

test('each day is the map of the instances that started on it, and the days add up to the whole', () => {
  fc.assert(fc.property(played, ({ level, instances, days }) => expectFrames(level, { by: 'day', days }, instances, ({ day }, frame) => day === days[frame])));
});

test('each hour is the map of the instances that started in it, and the hours add up to the whole', () => {
  fc.assert(
    fc.property(played, ({ level, instances, days }) => {
      const hours = days.length > 60 ? [] : days.flatMap((day) => clockHours(zone, day));
      fc.pre(hours.length > 0 || instances.length === 0);
      expectFrames(level, { by: 'hour', starts: hours.map(({ from }) => from) }, instances, ({ detection: { startedAt } }, frame) => startedAt >= hours[frame]!.from && startedAt < hours[frame]!.to);
    }),
    { numRuns: 30 },
  );
});

test('the list behind a number of an hour has as many rows', () => {
  fc.assert(
    fc.property(played, ({ level, filter, instances, days, organisations }) => {
      const hours = days.slice(0, 3).flatMap((day) => clockHours(zone, day));
      const own = instances.filter(({ day }) => days.slice(0, 3).includes(day));
      const { places } = countFrames(level, { by: 'hour', starts: hours.map(({ from }) => from) }, own);
      hours.forEach(({ from, to }, frame) => {
        const rows = (selection: Partial<Selection>) => [...selectRows({ filter, level, startedFrom: from, startedBefore: to, rows: 'interruptions', ...selection }, organisations, instances)].length;
        for (const place of places) {
          expect(rows({ node: place.id, rows: 'instances' })).toBe(place.instances[frame]);
          expect(rows({ node: place.id, kind: 'any' })).toBe(place.interruptions[frame]);
          expect(rows({ node: place.id, handling: 'unhanded' })).toBe(place.unhanded[frame]);
          expect(rows({ node: place.id, resolution: 'lost' })).toBe(place.lost[frame]);
        }
      });
    }),
    { numRuns: 30 },
  );
});
