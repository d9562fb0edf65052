interface Flow {
  from: string;
  to: string;
  count: number;
}

/** Share of all transitions that the drawn flows must make up. */
const SHARE = 0.97;
/** So many flows are drawn whatever their share. */
const ALWAYS = 12;

/**
 * The flows worth a line: the greatest that together make up most transitions, and all that touch `selected`. The rest is counted, so
 * that the map can say what it leaves out; the table has them all.
 */
export function thinFlows<F extends Flow>(flows: readonly F[], selected?: string): { drawn: F[]; left: { flows: number; count: number } } {
  const all = flows.reduce((sum, { count }) => sum + count, 0);
  let covered = 0;
  const kept = new Set<F>();
  for (const flow of flows.toSorted((a, b) => b.count - a.count)) {
    if (covered >= all * SHARE && kept.size >= ALWAYS) break;
    covered += flow.count;
    kept.add(flow);
  }
  // Back in the order of the answer, so that no line changes its place in a gutter because of a number.
  const drawn = flows.filter((flow) => kept.has(flow) || flow.from === selected || flow.to === selected);
  const count = all - drawn.reduce((sum, flow) => sum + flow.count, 0);
  return { drawn, left: { flows: flows.length - drawn.length, count } };
}
