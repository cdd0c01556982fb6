import { fail, type Outcome, succeed } from '../../../model/outcome';
import type { CompiledFlow, ReferredProblem } from '../flow';
import type { FlowProblem } from '../problem';
import { addBlock, BLOCK_SIZE } from './block3';
import { type Factor, factorise } from './factorise';
import { solveNoLoad } from './noLoad';
import { orderBlocks, type Pattern } from './ordering';
import { referAlike, referCurrents, referFloating, toNodeVoltages } from './refer';
import { chooseShunts, shuntBlocks } from './shunts';
import { addSkewPart, skewBlocks } from './skew';
import { seriesZones } from './zones';

export interface FlowOptions {
  /** Rows may come to stand at any block later: none is ordered as passive. */
  readonly rowsAnywhere?: boolean;
}

/**
 * Orders and factors a problem once per topology, and solves its voltages without load (README, 9 to 15). Fails with the
 * block (`where`) and slot (`field`) that nothing holds: an island without source or earth. An `earlier` flow of the same
 * pattern (taps moved, say) lends its order and its choice of shunts; one that differs in rows alone, the same arrays
 * otherwise, lends all, provided that it has no passive blocks.
 */
export function compileFlow(
  original: FlowProblem,
  earlier?: CompiledFlow,
  options: FlowOptions = {},
): Outcome<CompiledFlow> {
  const zone = seriesZones(original);
  const refilled = earlier === undefined ? null : refill(original, earlier, zone);
  if (refilled !== null) return succeed(refilled);
  const { problem, reference } = referFloating(original, zone);
  const skewed = skewBlocks(problem);
  const shunted = shuntBlocks(problem);
  const repeated = earlier === undefined ? null : repeat(problem, earlier, zone, shunted);
  if (repeated !== null) return finish(original, problem, reference, repeated, shunted, skewed);
  const rows =
    options.rowsAnywhere === true ? new Int32Array(problem.blockCount).fill(1) : blocksWithRows(problem);
  const attempt = (wanted: Uint8Array): Attempt => {
    // What is iterated upon at a block is all of it: the solvers know one place for it.
    const inFactor = wanted.map((wish, block) => (skewed[block] === 1 ? 0 : wish));
    const passive = Uint8Array.from(rows, (count, block) =>
      count === 0 && skewed[block] === 0 && (shunted[block] === 0 || inFactor[block] === 1) ? 1 : 0,
    );
    const pattern = orderBlocks(problem, passive);
    return { inFactor, pattern, factor: factorise(problem, pattern, zone, inFactor) };
  };
  let best = withFewestShunts(problem, zone, shunted, attempt);
  if (best.factor.singularPosition < 0) {
    const chosen = chooseShunts(problem, best.pattern, best.factor, best.inFactor);
    if (chosen) best = attempt(chosen);
    best = orAllShunts(best, shunted, attempt);
  }
  if (best.factor.singularPosition >= 0) return singular(best.pattern, best.factor);
  return finish(original, problem, reference, best, shunted, skewed);
}

function finish(
  original: FlowProblem,
  problem: FlowProblem,
  reference: Int8Array,
  best: Attempt,
  shunted: Uint8Array,
  skewed: Uint8Array,
): Outcome<CompiledFlow> {
  const noLoadVoltage = solveNoLoad(problem, best.pattern, best.factor);
  return succeed(toFlow(original, { problem, noLoadVoltage, reference }, best, shunted, skewed));
}

const LINEAR = [
  'present',
  'seriesFrom',
  'seriesTo',
  'series',
  'couplingFrom',
  'couplingTo',
  'coupling',
  'earth',
  'shunt',
  'sourceCurrent',
] as const;

/** The earlier flow with other rows, where nothing else differs: nothing in it depends on where they stand. */
function refill(problem: FlowProblem, earlier: CompiledFlow, zone: Int32Array): CompiledFlow | null {
  if (earlier.firstActive > 0 || LINEAR.some((key) => problem[key] !== earlier.problem[key])) return null;
  const referred = referAlike(problem, zone, earlier.referred);
  return referred === null ? null : { ...earlier, problem, referred };
}

/** Voltages [block][3][re, im] by which the network alone, its sources at rest, answers to currents into its nodes. */
export function answerToCurrents(flow: CompiledFlow, current: Float64Array): Float64Array {
  const { problem, reference } = flow.referred;
  const voltage = solveNoLoad({ ...problem, sourceCurrent: referCurrents(current, reference) }, flow, flow);
  toNodeVoltages(reference, voltage);
  return voltage;
}

/** Factors with another flow's order and shunts; null where the patterns differ or a pivot vanishes. */
function repeat(
  problem: FlowProblem,
  earlier: CompiledFlow,
  zone: Int32Array,
  shunted: Uint8Array,
): Attempt | null {
  const before = earlier.referred.problem;
  const same =
    before.blockCount === problem.blockCount &&
    (['seriesFrom', 'seriesTo', 'couplingFrom', 'couplingTo'] as const).every((key) =>
      equal(before[key], problem[key]),
    ) &&
    equal(before.injections.plus, problem.injections.plus) &&
    equal(before.injections.minus, problem.injections.minus) &&
    equal(shuntBlocks(before), shunted);
  if (!same) return null;
  const inFactor = shunted.slice();
  for (const position of earlier.shuntPosition) inFactor[earlier.order[position]!] = 0;
  const { order, positionOfBlock, columnStart, entryRow, firstActive } = earlier;
  const pattern = { order, positionOfBlock, columnStart, entryRow, firstActive };
  const factor = factorise(problem, pattern, zone, inFactor);
  return factor.singularPosition < 0 ? { inFactor, pattern, factor } : null;
}

function equal(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

interface Attempt {
  readonly inFactor: Uint8Array;
  readonly pattern: Pattern;
  readonly factor: Factor;
}

/** A zone that only its shunts hold to earth needs them in the factor; three such zones, then all of them. */
function withFewestShunts(
  problem: FlowProblem,
  zone: Int32Array,
  shunted: Uint8Array,
  attempt: (inFactor: Uint8Array) => Attempt,
): Attempt {
  const inFactor = new Uint8Array(problem.blockCount);
  for (let tries = 0; tries < 4; tries++) {
    const result = attempt(inFactor.slice());
    const { singularPosition } = result.factor;
    if (singularPosition < 0) return result;
    const weak = zone[result.pattern.order[singularPosition]!]!;
    let added = 0;
    for (let block = 0; block < problem.blockCount; block++) {
      if (shunted[block] === 0 || inFactor[block] === 1 || (tries < 3 && zone[block] !== weak)) continue;
      inFactor[block] = 1;
      added++;
    }
    if (added === 0) return result;
  }
  return attempt(inFactor);
}

/** Shunts on blocks without rows keep those in the iteration; all shunts in the factor may cost fewer block products. */
function orAllShunts(
  best: Attempt,
  shunted: Uint8Array,
  attempt: (inFactor: Uint8Array) => Attempt,
): Attempt {
  const outside = shunted.some((has, block) => has === 1 && best.inFactor[block] === 0);
  if (!outside) return best;
  const all = attempt(shunted.slice());
  if (all.factor.singularPosition >= 0) return best;
  return products(all, shunted) < products(best, shunted) ? all : best;
}

/** Block products of one iteration. */
function products({ pattern, factor, inFactor }: Attempt, shunted: Uint8Array): number {
  let sum = 0;
  for (let k = pattern.firstActive; k < pattern.order.length; k++) {
    sum += 1;
    if (factor.identityColumn[k] === 0) sum += 2 * (pattern.columnStart[k + 1]! - pattern.columnStart[k]!);
    const block = pattern.order[k]!;
    if (shunted[block] === 1 && inFactor[block] === 0) sum += 1;
  }
  return sum;
}

function blocksWithRows(problem: FlowProblem): Int32Array {
  const rows = new Int32Array(problem.blockCount);
  const { plus, minus, count } = problem.injections;
  for (let row = 0; row < count; row++) {
    for (const node of [plus[row]!, minus[row]!]) if (node >= 0) rows[(node / 3) | 0]!++;
  }
  return rows;
}

function singular(pattern: Pattern, factor: Factor): Outcome<CompiledFlow> {
  const block = pattern.order[factor.singularPosition]!;
  return fail([
    {
      severity: 'error',
      code: 'power-flow-singular',
      source: 'power flow',
      where: String(block),
      field: String(factor.singularSlot),
      message: 'Nothing holds the voltage here: no path to a source or to earth.',
      remedy: 'Connect this part to a source, ground a winding, or leave it out as an island.',
    },
  ]);
}

function toFlow(
  original: FlowProblem,
  referred: ReferredProblem,
  { pattern, factor, inFactor }: Attempt,
  shunted: Uint8Array,
  skewed: Uint8Array,
): CompiledFlow {
  const { problem } = referred;
  const noLoadVoltage = referred.noLoadVoltage.slice();
  toNodeVoltages(referred.reference, noLoadVoltage);
  const outside: number[] = [];
  for (let k = 0; k < problem.blockCount; k++) {
    const block = pattern.order[k]!;
    if ((shunted[block] === 1 && inFactor[block] === 0) || skewed[block] === 1) outside.push(k);
  }
  const shunt = new Float64Array(outside.length * BLOCK_SIZE);
  outside.forEach((k, row) => {
    const block = pattern.order[k]!;
    addBlock(shunt, BLOCK_SIZE * row, problem.shunt, BLOCK_SIZE * block, 1);
    if (skewed[block] === 1) addSkewPart(shunt, BLOCK_SIZE * row, problem, block);
  });
  return {
    problem: original,
    ...pattern,
    lower: factor.lower,
    inverseDiagonal: factor.inverseDiagonal,
    identityColumn: factor.identityColumn,
    shuntPosition: Int32Array.from(outside),
    shunt,
    noLoadVoltage,
    referred,
  };
}
