import { DEFAULT_SHARE, type FlowShare } from './search';

interface Flow {
  from: string;
  to: string;
  count: number;
}

/** So many flows are drawn whatever their share, unless somebody asks for fewer. */
const ALWAYS = 12;

/**
 * The flows worth a line: the greatest that together make up `share` per cent of the transitions, and all that touch `selected`. The rest is
 * counted, so that the map can say what it leaves out; the table has them all.
 */
export function thinFlows<F extends Flow>(flows: readonly F[], selected?: string, share: FlowShare = DEFAULT_SHARE): { drawn: F[]; left: { flows: number; count: number } } {
  const all = flows.reduce((sum, { count }) => sum + count, 0);
  const enough = (all * Number(share)) / 100;
  const always = Number(share) < Number(DEFAULT_SHARE) ? 0 : ALWAYS;
  let covered = 0;
  const kept = new Set<F>();
  for (const flow of flows.toSorted((a, b) => b.count - a.count)) {
    if (covered >= enough && kept.size >= always) break;
    covered += flow.count;
    kept.add(flow);
  }
  // Back in the order of the answer, so that no line changes its place in a gutter because of a number.
  const drawn = flows.filter((flow) => kept.has(flow) || flow.from === selected || flow.to === selected);
  const count = all - drawn.reduce((sum, flow) => sum + flow.count, 0);
  return { drawn, left: { flows: flows.length - drawn.length, count } };
}
