import type { FlowProblem } from '../problem';
import { BLOCK_SIZE, rowSumNorm } from './block3';
import type { Factor } from './factorise';
import type { Pattern } from './ordering';

/** Together the shunts that stay injections may contract an iteration by this at most. */
const LARGEST_CONTRACTION = 0.02;

/**
 * [block] |Z| seen from the block, from above: Z_kk = D_k^-1 + L' Z L taken in norms, which is the sum along the path to
 * the source in a tree. (In meshes it ignores parallel paths, so it is too large.)
 */
function impedanceBound(problem: FlowProblem, pattern: Pattern, factor: Factor): Float64Array {
  const bound = new Float64Array(problem.blockCount);
  for (let k = problem.blockCount - 1; k >= 0; k--) {
    let spread = 0;
    let behind = 0;
    for (let entry = pattern.columnStart[k]!; entry < pattern.columnStart[k + 1]!; entry++) {
      spread += factor.identityColumn[k] === 1 ? 1 : rowSumNorm(factor.lower, BLOCK_SIZE * entry);
      behind = Math.max(behind, bound[pattern.order[pattern.entryRow[entry]!]!]!);
    }
    const own = rowSumNorm(factor.inverseDiagonal, BLOCK_SIZE * k);
    bound[pattern.order[k]!] = own + spread * spread * behind;
  }
  return bound;
}

/**
 * Which shunts have to go into the factor, given one without them: the largest |Z y|, until what stays outside sums to
 * a contraction that costs no iteration. [block]: 1 = into the factor. Returns undefined when all may stay outside.
 */
export function chooseShunts(
  problem: FlowProblem,
  pattern: Pattern,
  factor: Factor,
  inFactor: Uint8Array,
): Uint8Array | undefined {
  const bound = impedanceBound(problem, pattern, factor);
  const outside: { block: number; share: number }[] = [];
  let sum = 0;
  for (let block = 0; block < problem.blockCount; block++) {
    if (inFactor[block] === 1) continue;
    const share = rowSumNorm(problem.shunt, BLOCK_SIZE * block) * bound[block]!;
    if (share > 0) outside.push({ block, share });
    sum += share;
  }
  if (sum <= LARGEST_CONTRACTION) return undefined;
  const chosen = inFactor.slice();
  outside.sort((a, b) => b.share - a.share || a.block - b.block);
  for (const { block, share } of outside) {
    if (sum <= LARGEST_CONTRACTION) break;
    chosen[block] = 1;
    sum -= share;
  }
  return chosen;
}

/** [block]: 1 where there is any shunt. */
export function shuntBlocks(problem: FlowProblem): Uint8Array {
  const result = new Uint8Array(problem.blockCount);
  for (let at = 0; at < problem.shunt.length; at++) {
    if (problem.shunt[at] !== 0) result[(at / BLOCK_SIZE) | 0] = 1;
  }
  return result;
}
