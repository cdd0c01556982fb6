import type { FlowProblem } from '../problem';
import { addTimesVector, BLOCK_SIZE } from './block3';
import type { Factor } from './factorise';
import type { Pattern } from './ordering';
import { skewBlocks } from './skew';
import { substitute } from './substitution';

/**
 * residual := j - Y v with sources and all shunts, without injections; v and residual [block][3][re, im]. Series branches
 * enter through voltage differences, so equal voltages give exactly zero.
 */
function linearResidual(problem: FlowProblem, v: Float64Array, residual: Float64Array): void {
  residual.set(problem.sourceCurrent);
  for (let m = 0; m < problem.seriesFrom.length; m++) {
    const from = 6 * problem.seriesFrom[m]!;
    const to = 6 * problem.seriesTo[m]!;
    for (let c = 0; c < 6; c++) difference[c] = v[from + c]! - v[to + c]!;
    current.fill(0);
    addTimesVector(current, 0, problem.series, BLOCK_SIZE * m, difference, 0, 1);
    for (let c = 0; c < 6; c++) {
      residual[from + c] = residual[from + c]! - current[c]!;
      residual[to + c] = residual[to + c]! + current[c]!;
    }
  }
  for (let m = 0; m < problem.couplingFrom.length; m++) {
    const from = 6 * problem.couplingFrom[m]!;
    const to = 6 * problem.couplingTo[m]!;
    addTimesVector(residual, from, problem.coupling, BLOCK_SIZE * m, v, to, -1);
    addTimesVector(residual, to, problem.coupling, BLOCK_SIZE * m, v, from, -1, true);
  }
  for (let block = 0; block < problem.blockCount; block++) {
    addTimesVector(residual, 6 * block, problem.earth, BLOCK_SIZE * block, v, 6 * block, -1);
    addTimesVector(residual, 6 * block, problem.shunt, BLOCK_SIZE * block, v, 6 * block, -1);
  }
  for (let node = 0; node < 3 * problem.blockCount; node++) {
    if (problem.present[node] === 1) continue;
    residual[2 * node] = 0;
    residual[2 * node + 1] = 0;
  }
}

const difference = new Float64Array(6);
const current = new Float64Array(6);
/** A pass that leaves more than this share of the change before has reached rounding, or leads nowhere. */
interface Refinement {
  readonly passes: number;
  readonly least: number;
}
/** The shunts outside the factor contract by 0.02 a pass at most: rounding is reached in ten, and seen to be reached. */
const SHUNTS_OUTSIDE: Refinement = { passes: 16, least: 0.5 };
/** One-sided sources by up to 0.7 (`circuit/oneSided.ts`). */
const ONE_SIDED: Refinement = { passes: 200, least: 0.9 };

/** Answer to the problem's sources (E of `CompiledFlow`): by the factor, refined by the full residual while that gains. */
export function solveNoLoad(
  problem: FlowProblem,
  pattern: Pattern,
  factor: Pick<Factor, 'lower' | 'inverseDiagonal'>,
): Float64Array {
  const { passes, least } = skewBlocks(problem).includes(1) ? ONE_SIDED : SHUNTS_OUTSIDE;
  const size = 6 * problem.blockCount;
  const voltage = new Float64Array(size);
  const residual = new Float64Array(size);
  const change = new Float64Array(size);
  residual.set(problem.sourceCurrent);
  let last = Infinity;
  for (let pass = 0; pass < passes; pass++) {
    for (let k = 0; k < problem.blockCount; k++) {
      const at = 6 * pattern.order[k]!;
      for (let c = 0; c < 6; c++) change[6 * k + c] = residual[at + c]!;
    }
    substitute(pattern, factor, change);
    let largest = 0;
    for (let c = 0; c < size; c++) largest = Math.max(largest, Math.abs(change[c]!));
    if (!(largest < least * last)) break;
    last = largest;
    for (let k = 0; k < problem.blockCount; k++) {
      const at = 6 * pattern.order[k]!;
      for (let c = 0; c < 6; c++) voltage[at + c] = voltage[at + c]! + change[6 * k + c]!;
    }
    if (largest < Number.EPSILON) break;
    linearResidual(problem, voltage, residual);
  }
  return voltage;
}
