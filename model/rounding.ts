/** Parts and their total, rounded so that what is shown adds up. */
export interface Rounded {
  total: number;
  parts: number[];
}

/**
 * Rounds parts to multiples of `unit` that add up to their rounded total, each to a neighbouring multiple (largest-remainder method;
 * ties go to the earlier part). A part that is a multiple already, 0 among them, keeps its value.
 *
 * @param parts not negative
 * @param unit what one step of the last shown digit is worth: 1000 for 万 with one decimal
 * @example roundParts([1400, 1400, 200], 1000) // { total: 3000, parts: [2000, 1000, 0] }
 */
export function roundParts(parts: readonly number[], unit: number): Rounded {
  const steps = parts.map((part) => part / unit);
  const floors = steps.map(Math.floor);
  const total = Math.round(sum(parts) / unit);
  const missing = total - sum(floors);
  const remainder = (index: number) => (steps[index] ?? 0) - (floors[index] ?? 0);
  const raised = new Set(
    steps
      .map((_, index) => index)
      .toSorted((a, b) => remainder(b) - remainder(a) || a - b)
      .slice(0, missing),
  );
  return { total: total * unit, parts: floors.map((floor, index) => (raised.has(index) ? floor + 1 : floor) * unit) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
