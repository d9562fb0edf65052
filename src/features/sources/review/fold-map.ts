import type { CatalogueTrial } from '#contract';
import { type Journey, nodeId, type Touchpoint } from '#model';

type TriedMap = CatalogueTrial['map'];

/**
 * The map of the last trial under the names of the draft, so that a merge shows before the next trial has come. Places of steps or touchpoints the
 * draft does not have are left out until then; instances and breaks of merged places are at most their sums.
 */
export function foldMap({ nodes, flows }: TriedMap, journey: Journey, touchpoints: readonly Touchpoint[]): Pick<TriedMap, 'nodes' | 'flows'> {
  const steps = byEveryName(journey.steps);
  const places = byEveryName(touchpoints);
  const idNow = new Map<string, string>();
  const folded = new Map<string, TriedMap['nodes'][number]>();
  for (const node of nodes) {
    const [step, touchpoint] = [steps.get(node.step), places.get(node.touchpoint)];
    if (step === undefined || touchpoint === undefined) continue;
    const id = nodeId(step, touchpoint);
    idNow.set(node.id, id);
    const one = folded.get(id);
    folded.set(id, { id, step, touchpoint, instances: node.instances + (one?.instances ?? 0), events: node.events + (one?.events ?? 0), interrupted: node.interrupted + (one?.interrupted ?? 0) });
  }
  const between = new Map<string, TriedMap['flows'][number]>();
  for (const flow of flows) {
    const [from, to] = [idNow.get(flow.from), idNow.get(flow.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from}>${to}`;
    between.set(key, { from, to, count: flow.count + (between.get(key)?.count ?? 0) });
  }
  return { nodes: [...folded.values()], flows: [...between.values()] };
}

const byEveryName = <Id extends string>(items: readonly { id: Id; aliases?: readonly Id[] | undefined }[]): Map<Id, Id> =>
  new Map(items.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)));
