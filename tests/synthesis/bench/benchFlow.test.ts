import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../../src/sim/powerflow/factor/compileFlow';
import { createScalarSolver } from '../../../src/sim/powerflow/scalar/solver';
import { type BenchCase, feederCase } from '../../../src/synthesis/benchFlow';
import { peerLikeCase } from '../../../src/synthesis/benchPeerGrid';
import { type BenchKind, fingerprint, prepareBench } from '../../../src/synthesis/benchFlowRun';

/** Rows whose power is the same as at the step before, the first step being before the last one. */
function idleRows({ pW, qVar, windowSteps }: BenchCase): number {
  let idle = 0;
  for (let at = 0; at < pW.length; at++) {
    const before = at % windowSteps === 0 ? at + windowSteps - 1 : at - 1;
    if (pW[at] === pW[before] || qVar[at] === qVar[before]) idle++;
  }
  return idle;
}

/** Lowest |V| of loaded buses over the window. */
function lowestPu({ problem, pW, qVar, windowSteps }: BenchCase): number {
  const flow = compileFlow(problem);
  if (!flow.ok) throw new Error(flow.issues[0]!.message);
  const solver = createScalarSolver(flow.value, { tolerancePu: 1e-8, maxIterations: 30 });
  let lowest = Infinity;
  for (let step = 0; step < windowSteps; step++) {
    expect(solver.solveStep(pW, qVar, step, windowSteps).status).toBe('converged');
    for (let at = 12; at < solver.voltage.length; at += 2) {
      lowest = Math.min(lowest, Math.hypot(solver.voltage[at]!, solver.voltage[at + 1]!));
    }
  }
  return lowest;
}

/** Branches that close a ring, and buses that hang on none. */
function ringsAndIslands({ blockCount, ...problem }: BenchCase['problem']): [number, number] {
  const group = Int32Array.from({ length: blockCount }, (_, bus) => bus);
  const root = (bus: number): number => (group[bus] === bus ? bus : root(group[bus]!));
  let rings = 0;
  let islands = blockCount;
  const join = (from: number, to: number): void => {
    if (root(from) === root(to)) return void rings++;
    group[root(from)] = root(to);
    islands--;
  };
  problem.couplingFrom.forEach((from, at) => join(from, problem.couplingTo[at]!));
  problem.seriesFrom.forEach((from, at) => join(from, problem.seriesTo[at]!));
  return [rings, islands];
}

describe('the case that speed is measured on', () => {
  it('is the same every time, and another one for another seed', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => feederCase(120, 0.02, 48, seed));
    expect(again).toEqual(one);
    expect(other!.problem.series).not.toEqual(one!.problem.series);
    expect(other!.pW).not.toEqual(one!.pW);
  });

  it.each([
    ['feeders', feederCase(300, 0)],
    ['the peer-like grid', peerLikeCase(2, 2)],
  ])('changes every load at every step: %s', (_, bench) => {
    expect(bench.pW.length).toBeGreaterThan(100 * bench.windowSteps);
    expect(idleRows(bench)).toBe(0);
  });

  it.each([100, 1000])('drops to 0.94 to 0.97 pu at %d buses: loaded, and not near its limit', (buses) => {
    const lowest = lowestPu(feederCase(buses, 0, 48));
    expect(lowest).toBeGreaterThan(0.94);
    expect(lowest).toBeLessThan(0.97);
  });

  it('is one tree without loops, and has about as many rings as it says with them', () => {
    expect(ringsAndIslands(feederCase(1000, 0, 24).problem)).toEqual([0, 1]);
    const [rings, islands] = ringsAndIslands(feederCase(1000, 0.02, 24).problem);
    expect(islands).toBe(1);
    expect(rings).toBeGreaterThanOrEqual(18);
    expect(rings).toBeLessThanOrEqual(20);
  });

  it('has the sizes and the share of single-phase loads of the grid that the quoted speed is from', () => {
    const { problem } = peerLikeCase(12, 4);
    expect([problem.blockCount, peerLikeCase(1, 5).problem.blockCount]).toEqual([986, 104]);
    expect(ringsAndIslands(problem)).toEqual([0, 1]);
    // 960 loads, 40 % of them with three rows: 1,734 in the grid itself.
    expect(problem.injections.count).toBeGreaterThan(1630);
    expect(problem.injections.count).toBeLessThan(1830);
  });
});

const NETWORK = { kind: 'feeders', buses: 60, loopShare: 0.05 } as const;

describe('what is timed', () => {
  it.each([
    ['magnitude', 1],
    ['complex', 2],
  ] as const)('writes every voltage of every step, by all solvers the same: %s', (output, perNode) => {
    const bench = feederCase(60, 0.05, 36);
    const [scalar, ...batches] = (['scalar', 'f64', 'f32'] satisfies BenchKind[]).map((kind) => {
      const run = prepareBench({ network: NETWORK, kind, output }, bench);
      run.written.fill(NaN);
      // In three parts, none of them a whole number of windows.
      run.solve(5, 20);
      run.solve(25, 40);
      run.solve(65, 12);
      return run.written;
    });
    const rows = 180 * perNode;
    batches.forEach((written, at) => {
      expect(written.length).toBe(rows * 36);
      let largest = 0;
      for (let k = 0; k < written.length; k++) {
        const error = Math.abs(written[k]! - scalar![(k % 36) * rows + Math.floor(k / 36)]!);
        // Not Math.max, so that a value never written is the largest.
        if (!(error <= largest)) largest = error;
      }
      expect(largest).toBeLessThan([2e-8, 2e-6][at]!);
    });
  });

  it('has a fingerprint that one bit changes, and the order of two values', () => {
    const values = Float64Array.of(1, 2, 3);
    const print = fingerprint(values);
    expect(fingerprint(Float64Array.of(1, 2, 3))).toBe(print);
    expect(fingerprint(Float64Array.of(1, 3, 2))).not.toBe(print);
    expect(fingerprint(Float64Array.of(1, 2, 3 + 2 ** -51))).not.toBe(print);
  });
});
