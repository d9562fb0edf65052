/**
 * The inverse of a square matrix, by Gauss–Jordan elimination with partial pivoting (Golub & Van Loan 2013, *Matrix Computations*, §3.4).
 * Throws a `RangeError` when it has none.
 *
 * @param matrix rows; not changed
 */
export function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const left = matrix.map((row) => Float64Array.from(row));
  const right = matrix.map((_, i) => Float64Array.from({ length: size }, (__, j) => Number(i === j)));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(left[row]?.[column] ?? 0) > Math.abs(left[pivot]?.[column] ?? 0)) pivot = row;
    swap(left, pivot, column);
    swap(right, pivot, column);
    const [pivotLeft, pivotRight] = [left[column], right[column]];
    const value = pivotLeft?.[column] ?? 0;
    if (!pivotLeft || !pivotRight || Math.abs(value) < Number.EPSILON) throw new RangeError('Failed to invert a matrix: it is singular.');
    for (let j = 0; j < size; j++) {
      pivotLeft[j] = (pivotLeft[j] ?? 0) / value;
      pivotRight[j] = (pivotRight[j] ?? 0) / value;
    }
    for (let row = 0; row < size; row++) {
      const [rowLeft, rowRight] = [left[row], right[row]];
      const factor = rowLeft?.[column] ?? 0;
      if (row === column || factor === 0 || !rowLeft || !rowRight) continue;
      for (let j = column; j < size; j++) rowLeft[j] = (rowLeft[j] ?? 0) - factor * (pivotLeft[j] ?? 0);
      for (let j = 0; j < size; j++) rowRight[j] = (rowRight[j] ?? 0) - factor * (pivotRight[j] ?? 0);
    }
  }
  return right.map((row) => [...row]);
}

function swap<Row>(rows: Row[], a: number, b: number): void {
  const [x, y] = [rows[a], rows[b]];
  if (x !== undefined && y !== undefined) [rows[a], rows[b]] = [y, x];
}
