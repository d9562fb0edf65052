/**
 * A linear-interpolated quantile (Hyndman & Fan 1996, definition 7; DuckDB's `quantile_cont`).
 *
 * @param sorted ascending, not empty
 * @param q in [0, 1]
 */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const position = (sorted.length - 1) * q;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) throw new RangeError(`Failed to take the quantile ${q} of ${sorted.length} values.`);
  const share = position - Math.floor(position);
  // Written as DuckDB computes it, so that memory and SQL agree to the last bit.
  return low * (1 - share) + high * share;
}
