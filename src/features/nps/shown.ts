import type { NpsFigure } from '#contract';

/** One decimal, as the page shows NPS. */
export const shown = (value: number): number => Math.round(value * 10) / 10;

/** The difference of two levels as they are shown, so that what stands on the page adds up; the exact one stands on hover. None where either has too few ratings. */
export function shownDelta(before: Pick<NpsFigure, 'nps'>, now: Pick<NpsFigure, 'nps'>): number | undefined {
  return before.nps === undefined || now.nps === undefined ? undefined : shown(shown(now.nps) - shown(before.nps));
}

/** Parts to one decimal that add up to a total of one decimal; those nearest to the next step take what is missing. */
export function shownParts(parts: readonly number[], total: number): number[] {
  const steps = parts.map((part) => Math.floor(part * 10));
  const order = parts.map((part, index) => ({ index, rest: part * 10 - Math.floor(part * 10) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = Math.round(total * 10) - steps.reduce((sum, step) => sum + step, 0);
  for (let turn = 0; missing !== 0 && order.length > 0; turn += 1) {
    const { index } = order.at(missing > 0 ? turn % order.length : -1 - (turn % order.length)) ?? { index: 0 };
    steps[index] = (steps[index] ?? 0) + Math.sign(missing);
    missing -= Math.sign(missing);
  }
  return steps.map((step) => step / 10);
}
