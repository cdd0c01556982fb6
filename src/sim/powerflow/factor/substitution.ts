import { addTimesVector, BLOCK_SIZE } from './block3';
import type { Pattern } from './ordering';
import type { Factor } from './factorise';

const x3 = new Float64Array(6);

/** x := (L D L')^-1 x, with x [position][3][re, im]. The plain form; the solvers have their own unrolled ones. */
export function substitute(
  pattern: Pattern,
  factor: Pick<Factor, 'lower' | 'inverseDiagonal'>,
  x: Float64Array,
): void {
  const { columnStart, entryRow } = pattern;
  const n = columnStart.length - 1;
  for (let k = 0; k < n; k++) {
    for (let entry = columnStart[k]!; entry < columnStart[k + 1]!; entry++) {
      addTimesVector(x, 6 * entryRow[entry]!, factor.lower, BLOCK_SIZE * entry, x, 6 * k, -1);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    x3.set(x.subarray(6 * k, 6 * k + 6));
    x.fill(0, 6 * k, 6 * k + 6);
    addTimesVector(x, 6 * k, factor.inverseDiagonal, BLOCK_SIZE * k, x3, 0, 1);
    for (let entry = columnStart[k]!; entry < columnStart[k + 1]!; entry++) {
      addTimesVector(x, 6 * k, factor.lower, BLOCK_SIZE * entry, x, 6 * entryRow[entry]!, -1, true);
    }
  }
}
