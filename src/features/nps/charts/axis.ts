/** An axis of round numbers that holds every value. */
export interface Axis {
  min: number;
  max: number;
  ticks: number[];
}

/** How many steps an axis should have about. */
const STEPS = 4;

/** The axis that holds these values and zero unless they are far from it, from −100 to 100 at most; in steps of 1, 2, 5, 10, 20 or 50. */
export function axisOf(values: readonly (number | undefined)[]): Axis {
  const known = values.filter((value) => value !== undefined);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const span = Math.max(high - low, 1);
  const step = [1, 2, 5, 10, 20, 50].find((one) => span / one <= STEPS + 1) ?? 50;
  const [min, max] = [Math.max(-100, Math.floor(low / step) * step), Math.min(100, Math.ceil(Math.max(high, low + 1) / step) * step)];
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);
  return { min, max, ticks };
}
