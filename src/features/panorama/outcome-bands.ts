import type { BreakOutcomeAnswer } from '#contract';
import { type Kind, KINDS, type Resolution, RESOLUTIONS } from '#model';

/** A bar of one side of the flow: from `top`, `height` high, in px. */
export interface OutcomeBar<Key> {
  key: Key;
  count: number;
  top: number;
  height: number;
  /** The middle of its name, in px: that of the bar, unless the name of one above would lie on it. */
  nameAt: number;
}

/** What goes from a kind of break to what became of it: a band as high as its count at both ends. */
export interface OutcomeBand {
  kind: Kind;
  resolution: Resolution;
  count: number;
  /** Tops at the left and the right end, in px. */
  from: number;
  to: number;
  height: number;
}

const GAP = 8;
/** Between the middles of two names, of the figure's height. */
const NAME = 12;

/**
 * Lays the outcomes of breaks out as a flow: kinds at the left, what became of them at the right, each in the model's order, one scale on both
 * sides, and no bar or band without a count.
 *
 * @param height of all of it in px
 */
export function outcomeBands(outcomes: readonly Pick<BreakOutcomeAnswer, 'kind' | 'resolution' | 'count'>[], height: number): { kinds: OutcomeBar<Kind>[]; resolutions: OutcomeBar<Resolution>[]; bands: OutcomeBand[] } {
  const counted = outcomes.filter(({ count }) => count > 0);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const sides = Math.max(new Set(counted.map(({ kind }) => kind)).size, new Set(counted.map(({ resolution }) => resolution)).size);
  const scale = total === 0 ? 0 : (height - GAP * Math.max(0, sides - 1)) / total;
  const kinds = stacked(KINDS, scale, (kind) => sum(counted.filter((one) => one.kind === kind)));
  const resolutions = stacked(RESOLUTIONS, scale, (resolution) => sum(counted.filter((one) => one.resolution === resolution)));
  const left = new Map<Kind, number>(kinds.map(({ key, top }) => [key, top]));
  const right = new Map<Resolution, number>(resolutions.map(({ key, top }) => [key, top]));
  const bands: OutcomeBand[] = [];
  for (const { key: kind } of kinds) {
    for (const { key: resolution } of resolutions) {
      const count = sum(counted.filter((one) => one.kind === kind && one.resolution === resolution));
      if (count === 0) continue;
      const [from, to] = [left.get(kind) ?? 0, right.get(resolution) ?? 0];
      bands.push({ kind, resolution, count, from, to, height: count * scale });
      left.set(kind, from + count * scale);
      right.set(resolution, to + count * scale);
    }
  }
  return { kinds, resolutions, bands };
}

const sum = (outcomes: readonly { count: number }[]): number => outcomes.reduce((total, { count }) => total + count, 0);

function stacked<Key>(keys: readonly Key[], scale: number, countOf: (key: Key) => number): OutcomeBar<Key>[] {
  let top = 0;
  const bars = keys.flatMap((key) => {
    const count = countOf(key);
    if (count === 0) return [];
    const bar = { key, count, top, height: count * scale, nameAt: top + (count * scale) / 2 };
    top += bar.height + GAP;
    return bar;
  });
  // Names make room upwards from the last one; what then leaves the top is pushed down again.
  for (let index = bars.length - 2; index >= 0; index--) {
    const [bar, next] = [bars[index], bars[index + 1]];
    if (bar && next) bar.nameAt = Math.min(bar.nameAt, next.nameAt - NAME);
  }
  let least = 0;
  for (const bar of bars) {
    bar.nameAt = Math.max(bar.nameAt, least);
    least = bar.nameAt + NAME;
  }
  return bars;
}
