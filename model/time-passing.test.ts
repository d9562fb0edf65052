import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalogue } from './catalogue';
import { detect } from './detect';
import type { DetectionResult, JourneyEvent, JourneyRules } from './detection';
import { journeyEvent, journeyRules } from './journey-rules';
import { compareEvents } from './order-events';
import type { ServiceEvent } from './service-event';
import { HOUR, type Instant } from './time';
import { arbitraryWorld, WORLD_START } from './testing';

/** The instances of random logs, as detection reads them. */
const instances = arbitraryWorld({ maxEvents: 30 }).map(({ catalogue, events, now }) => ({ instances: byInstance(catalogue, events), now }));

function byInstance(catalogue: Catalogue, events: readonly ServiceEvent[]): { rules: JourneyRules; events: JourneyEvent[] }[] {
  const rules = journeyRules(catalogue);
  const read = new Map<string, { rules: JourneyRules; events: JourneyEvent[] }>();
  for (const event of events.toSorted(compareEvents)) {
    const one = journeyEvent(rules, event);
    if (typeof one === 'string') throw new Error(one);
    const instance = read.get(event.instance) ?? { rules: rules.journeys.get(event.journey)!, events: [] };
    instance.events.push(one);
    read.set(event.instance, instance);
  }
  return [...read.values()];
}

/** Every time at which anything could change, and a millisecond on either side. */
function timesToTry({ rules, events }: { rules: JourneyRules; events: readonly JourneyEvent[] }): Instant[] {
  const standards = [...rules.steps.values()].flatMap(({ standardMs }) => standardMs ?? []);
  const lengths = [0, rules.idleLostMs, ...standards];
  const afterEvents = events.flatMap(({ at }) => lengths.map((length) => at + length));
  const all = afterEvents.flatMap((at) => [at, at + rules.handoffWindowMs]).flatMap((at) => [at - 1, at, at + 1]);
  return [...new Set(all)].toSorted((a, b) => a - b);
}

const apartFromNextChange = (result: DetectionResult) => ({ ...result, nextChangeAt: undefined });

test('nextChangeAt is the least time at which the detection differs, at every time of every instance', () => {
  fc.assert(
    fc.property(instances, ({ instances: all }) => {
      for (const instance of all) {
        const { rules, events } = instance;
        const times = [WORLD_START - HOUR, ...timesToTry(instance)];
        const results = times.map((time) => detect(rules, events, time));
        const differsBefore = (index: number) => !isDeepStrictEqual(apartFromNextChange(results[index]!), apartFromNextChange(results[index - 1]!));
        const changes = times.filter((_, index) => index > 0 && differsBefore(index));
        expect(results.map((one) => one.nextChangeAt)).toEqual(times.map((time) => changes.find((change) => change > time)));
        for (const change of changes) expect(detect(rules, events, change - 1).nextChangeAt).toBe(change);
      }
    }),
  );
});

test('a known interruption never vanishes nor changes its identity as time passes', () => {
  fc.assert(
    fc.property(instances, ({ instances: all }) => {
      for (const instance of all) {
        let known: object[] = [];
        for (const time of timesToTry(instance)) {
          const result = detect(instance.rules, instance.events, time);
          const identities = (result.exists ? result.interruptions : []).map(({ kind, reason, step, touchpoint, at, anchor }) => ({
            kind,
            reason,
            step,
            touchpoint,
            at,
            anchor,
          }));
          expect(identities.slice(0, known.length)).toEqual(known);
          known = identities;
        }
      }
    }),
  );
});

test('an event that sorts last leaves the known interruptions as they were', () => {
  fc.assert(
    fc.property(instances, ({ instances: all, now }) => {
      for (const { rules, events } of all) {
        const existing = events.filter(({ at }) => at <= now);
        for (let known = 1; known < existing.length; known++) {
          // The moment it happens: what is known then came before it.
          const arrival = existing[known]!.at;
          const before = detect(rules, existing.slice(0, known), arrival);
          const after = detect(rules, existing.slice(0, known + 1), arrival);
          if (!before.exists || !after.exists) throw new Error('The events exist.');
          const identity = ({ kind, anchor }: { kind: string; anchor: number }) => `${kind} at ${anchor}`;
          expect(after.interruptions.map(identity).slice(0, before.interruptions.length)).toEqual(before.interruptions.map(identity));
        }
      }
    }),
  );
});
