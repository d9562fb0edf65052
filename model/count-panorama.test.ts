import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countPanorama } from './count-panorama';
import { nodeId } from './node-key';
import { compareEvents } from './order-events';
import { arbitraryWorld, derive, type World } from './testing';

/** The nodes that an instance's stored events touch one after the other, straight from the log. */
function walks({ catalogue, events, now }: World, level: 'overview' | 'journey'): { id: string; at: number }[][] {
  const steps = catalogue.journeys.flatMap((journey) => journey.steps);
  const named = <Id extends string>(all: readonly { id: Id; aliases?: readonly Id[] | undefined }[], name: Id): Id => all.find(({ id, aliases }) => id === name || aliases?.includes(name))?.id ?? name;
  const existing = events.filter(({ at }) => at <= now).toSorted(compareEvents);
  return [...new Set(existing.map(({ instance }) => instance))].map((instance) =>
    existing
      .filter((event) => event.instance === instance)
      .map(({ journey, step, touchpoint, at }) => ({ id: nodeId(level === 'overview' ? journey : named(steps, step), named(catalogue.touchpoints, touchpoint)), at })),
  );
}

test('visits, events, flows and their gaps are those of the log itself', () => {
  fc.assert(
    fc.property(arbitraryWorld({ maxEvents: 60 }), fc.constantFrom('overview' as const, 'journey' as const), (world, level) => {
      const [first] = world.catalogue.journeys;
      const oneJourney = { ...world, events: world.events.filter(({ journey }) => journey === first!.id) };
      const { nodes, flows } = countPanorama(level, derive(oneJourney));

      const all = walks(oneJourney, level);
      const gaps = new Map<string, number[]>();
      for (const walk of all) {
        walk.forEach(({ id, at }, index) => {
          const before = walk[index - 1];
          if (before && before.id !== id) gaps.set(`${before.id} → ${id}`, [...(gaps.get(`${before.id} → ${id}`) ?? []), at - before.at]);
        });
      }
      const median = (values: number[]) => {
        const sorted = values.toSorted((a, b) => a - b);
        return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
      };
      expect(new Map(flows.map(({ from, to, count, gapP50 }) => [`${from} → ${to}`, [count, gapP50]]))).toEqual(
        new Map([...gaps].map(([key, values]) => [key, [values.length, median(values)]])),
      );

      for (const node of nodes) {
        const here = (walk: { id: string }[]) => walk.filter(({ id }) => id === node.id).length;
        const visits = (walk: { id: string }[]) => walk.filter(({ id }, index) => id === node.id && walk[index - 1]?.id !== id).length;
        const total = (of: (walk: { id: string; at: number }[]) => number) => all.reduce((sum, walk) => sum + of(walk), 0);
        expect(node).toMatchObject({
          instances: total((walk) => Math.min(1, here(walk))),
          visits: total(visits),
          events: total(here),
          starts: all.filter((walk) => walk[0]?.id === node.id).length,
          ends: all.filter((walk) => walk.at(-1)?.id === node.id).length,
        });
      }
    }),
  );
});
