import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../../../src/sim/powerflow/factor/compileFlow';
import type { SolveSettings } from '../../../../src/sim/powerflow/flow';
import type { FlowProblem } from '../../../../src/sim/powerflow/problem';
import { createScalarSolver, type ScalarSolver } from '../../../../src/sim/powerflow/scalar/solver';
import { imbalance, largestDifference, nodalVoltages } from '../nodal';
import { type ProblemOptions, randomProblem } from '../problems';

const TIGHT: SolveSettings = { tolerancePu: 1e-12, maxIterations: 60 };
const USUAL: SolveSettings = { tolerancePu: 1e-8, maxIterations: 30 };

function solverOf(problem: FlowProblem, settings: SolveSettings): ScalarSolver {
  const outcome = compileFlow(problem);
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return createScalarSolver(outcome.value, settings);
}

const CASES: Record<string, ProblemOptions> = {
  'a tree': { seed: 21, blockCount: 25 },
  'laterals with few loads': { seed: 22, blockCount: 35, laterals: 0.3, loaded: 0.3 },
  'a mesh with laterals': { seed: 23, blockCount: 30, loops: 8, laterals: 0.2, loaded: 0.5 },
  'Dyn1 with charging': { seed: 24, blockCount: 30, winding: 'Dyn1', charging: 0.1, laterals: 0.2 },
  'loads between phases, ZIP': { seed: 25, blockCount: 30, delta: 0.5, zip: 0.5 },
  'loads below and above their limits': {
    seed: 26,
    blockCount: 30,
    delta: 0.4,
    zip: 0.6,
    drop: 0.2,
    limits: [0.9, 1.005, 0.7],
  },
  'heavy load': { seed: 27, blockCount: 20, drop: 0.2 },
};

describe('scalar solver', () => {
  it.each(Object.entries(CASES))('finds the voltages of a nodal LU: %s', (_, options) => {
    const { problem, pW, qVar } = randomProblem(options);
    const solver = solverOf(problem, TIGHT);
    expect(solver.solveStep(pW, qVar).status).toBe('converged');
    expect(largestDifference(problem, solver.voltage, nodalVoltages(problem, pW, qVar))).toBeLessThan(3e-12);
  });

  it.each(Object.entries(CASES))('balances the currents of every node: %s', (_, options) => {
    const { problem, pW, qVar } = randomProblem({ ...options, seed: options.seed + 100, blockCount: 120 });
    const solver = solverOf(problem, TIGHT);
    expect(solver.solveStep(pW, qVar).status).toBe('converged');
    const total = pW.reduce((sum, value) => sum + Math.abs(value), 0);
    const worst = Math.max(...imbalance(problem, solver.voltage, pW, qVar));
    expect(worst).toBeLessThan(1e-10 * total);
  });

  it('keeps its promise on the error, not on the last change, up to the nose', () => {
    for (const seed of [31, 32, 33]) {
      const { problem, pW, qVar } = randomProblem({ seed, blockCount: 40, drop: 0.2 });
      const nose = collapse(problem, pW, qVar);
      for (const share of [0.3, 0.6, 0.8, 0.9, 0.95, 0.99]) {
        const [p, q] = [pW, qVar].map((powers) => powers.map((value) => value * share * nose)) as [
          Float64Array,
          Float64Array,
        ];
        for (const settings of [USUAL, { tolerancePu: 1e-8, maxIterations: 500 }]) {
          const solver = solverOf(problem, settings);
          expect(solver.solveStep(p, q).status).toBe('converged');
          const exact = nodalVoltages(problem, p, q);
          expect(largestDifference(problem, solver.voltage, exact)).toBeLessThan(1e-8);
        }
      }
    }
  });

  it('decides far beyond the nose in a few dozen passes, just beyond it in less than a hundred', () => {
    for (const seed of [31, 32, 33, 34]) {
      const { problem, pW, qVar } = randomProblem({ seed, blockCount: 200, drop: 0.2, laterals: 0.2 });
      const nose = collapse(problem, pW, qVar);
      const solver = solverOf(problem, USUAL);
      for (const [share, passes] of [
        [1.01, 100],
        [1.2, 60],
        [3, 50],
        [30, 50],
      ] as const) {
        const [p, q] = [pW, qVar].map((powers) => powers.map((value) => value * share * nose)) as [
          Float64Array,
          Float64Array,
        ];
        solver.restart();
        const step = solver.solveStep(p, q);
        expect(step.status).toBe('infeasible');
        expect(step.iterations).toBeLessThan(passes);
      }
    }
  });

  it('solves loads that limits turn into impedances far below their voltage', () => {
    let solved = 0;
    for (let seed = 60; seed < 80; seed++) {
      const limits = [0.95, 1.05, 0.5] as const;
      const { problem, pW, qVar } = randomProblem({ seed, blockCount: 40, drop: 0.2, delta: 0.3, limits });
      const solver = solverOf(problem, TIGHT);
      const [p, q] = [pW, qVar].map((powers) => powers.map((value) => 12 * value)) as [
        Float64Array,
        Float64Array,
      ];
      if (solver.solveStep(p, q).status !== 'converged') continue;
      solved++;
      const total = p.reduce((sum, value) => sum + Math.abs(value), 0);
      expect(Math.max(...imbalance(problem, solver.voltage, p, q))).toBeLessThan(1e-9 * total);
    }
    expect(solved).toBeGreaterThan(15);
  });

  it('meets the closed solution of two buses right up to the largest power', () => {
    const { problem } = randomProblem({ seed: 41, blockCount: 2, drop: 0.1 });
    const { twoBus, r, x } = singlePhase(problem);
    const e2 = 1.02 * 1.02;
    const z2 = r * r + x * x;
    // |v|^4 + (2 (p r + q x) - e^2) |v|^2 + |s|^2 z^2 = 0, here with q = 0: real up to p = e^2 / (2 (r + |z|)).
    const largest = e2 / (2 * (r + Math.sqrt(z2)));
    const solver = solverOf(twoBus, { tolerancePu: 1e-9, maxIterations: 30 });
    for (const share of [0.2, 0.5, 0.9, 0.99, 0.9999]) {
      const p = share * largest;
      const half = p * r - e2 / 2;
      const vMag = Math.sqrt(-half + Math.sqrt(half * half - p * p * z2));
      solver.restart();
      expect(solver.solveStep(Float64Array.of(p), Float64Array.of(0)).status).toBe('converged');
      const found = Math.sqrt(solver.voltage[6]! ** 2 + solver.voltage[7]! ** 2);
      expect(Math.abs(found - vMag)).toBeLessThan(1e-9);
    }
    for (const share of [1.0001, 1.01, 1.3, 5, 1000]) {
      const step = solver.solveStep(Float64Array.of(share * largest), Float64Array.of(0));
      expect(step.status).toBe('infeasible');
      expect(step.worstNode).toBe(3);
      expect(step.mismatchPu).toBeGreaterThan(1e-6);
      expect(step.iterations).toBeLessThan(80);
    }
  });

  it('reports an infeasible load at the bus that carries it, and solves the next step as if nothing had been', () => {
    const { problem, pW, qVar } = randomProblem({ seed: 42, blockCount: 60, laterals: 0.2 });
    const overload = pW.slice();
    const row = 40;
    overload[row] = 1e7;
    const solver = solverOf(problem, USUAL);
    const step = { ...solver.solveStep(overload, qVar) };
    expect(step.status).toBe('infeasible');
    expect(step.worstNode).toBe(problem.injections.plus[row]);
    expect(step.iterations).toBeLessThan(80);
    expect(solver.solveStep(pW, qVar).status).toBe('converged');
    const after = solver.voltage.slice();
    const fresh = solverOf(problem, USUAL);
    fresh.solveStep(pW, qVar);
    expect(after).toEqual(fresh.voltage);
  });

  it('never calls NaN a solution', () => {
    const { problem, pW, qVar } = randomProblem({ seed: 43, blockCount: 20, laterals: 0.3 });
    for (const bad of [NaN, Infinity]) {
      const powers = pW.slice();
      powers[7] = bad;
      const solver = solverOf(problem, USUAL);
      expect(solver.solveStep(powers, qVar).status).not.toBe('converged');
      expect(solver.solveStep(pW, qVar).status).toBe('converged');
    }
  });

  it('reads strided columns of many steps, starts each from the one before, and can forget', () => {
    const { problem, pW, qVar } = randomProblem({ seed: 44, blockCount: 50, laterals: 0.2, delta: 0.2 });
    const steps = 6;
    const rows = problem.injections.count;
    const year = [pW, qVar].map((powers) =>
      Float64Array.from({ length: rows * steps }, (_, at) => {
        const [row, step] = [Math.floor(at / steps), at % steps];
        return powers[row]! * (0.6 + 0.4 * Math.sin(row + 2 * step));
      }),
    ) as [Float64Array, Float64Array];
    const solver = solverOf(problem, USUAL);
    const cold = solverOf(problem, USUAL);
    for (let step = 0; step < steps; step++) {
      expect(solver.solveStep(...year, step, steps).status).toBe('converged');
      const column = year.map((powers) =>
        Float64Array.from({ length: rows }, (_, row) => powers[row * steps + step]!),
      );
      cold.restart();
      cold.solveStep(column[0]!, column[1]!);
      expect(largestDifference(problem, solver.voltage, cold.voltage)).toBeLessThan(2e-8);
      if (step > 0) expect(solver.voltage).not.toEqual(cold.voltage);
    }
    solver.restart();
    solver.solveStep(...year, steps - 1, steps);
    expect(solver.voltage).toEqual(cold.voltage);
  });

  it('solves a delta part held by 1e-9 S to the last digits, between phases and to earth', () => {
    const options: ProblemOptions = { seed: 45, blockCount: 37, winding: 'Dd0', delta: 1, holdPu: 7.7e-3 };
    const { problem, pW, qVar } = randomProblem({ ...options, zip: 0.5 });
    const solver = solverOf(problem, TIGHT);
    const step = solver.solveStep(pW, qVar);
    expect(step.status).toBe('converged');
    expect(step.iterations).toBeLessThan(20);
    // What reaches earth flows through three equal conductances at block 1: their voltages sum to nothing.
    for (const part of [0, 1]) {
      expect(
        Math.abs(solver.voltage[6 + part]! + solver.voltage[8 + part]! + solver.voltage[10 + part]!),
      ).toBeLessThan(1e-13);
    }
    // Held at one phase only, no current reaches earth at all: a weak hold and a strong one, which a plain LU gets right,
    // give the same voltages between phases.
    const heldAtC = (hold: number): FlowProblem => {
      const shunt = new Float64Array(problem.shunt.length);
      shunt[18 + 16] = hold;
      return { ...problem, shunt };
    };
    const weak = solverOf(heldAtC(7.7e-3), TIGHT);
    expect(weak.solveStep(pW, qVar).status).toBe('converged');
    const exact = nodalVoltages(heldAtC(7.7e6), pW, qVar);
    const between = (v: Float64Array): Float64Array =>
      Float64Array.from(v, (value, at) => value - v[6 * Math.floor(at / 6) + ((at + 2) % 6)]!);
    const found = between(weak.voltage);
    between(exact).forEach((value, at) => {
      if (at >= 6) expect(Math.abs(value - found[at]!)).toBeLessThan(3e-12);
    });
  });
});

/** Largest factor on all loads that has a solution, to 1e-4, by the nodal reference. */
function collapse(problem: FlowProblem, pW: Float64Array, qVar: Float64Array): number {
  let low = 0;
  let high = 20;
  while (high - low > 1e-3 * high) {
    const factor = 0.5 * (low + high);
    const [p, q] = [pW, qVar].map((powers) => powers.map((value) => value * factor)) as [
      Float64Array,
      Float64Array,
    ];
    const solver = solverOf(problem, { tolerancePu: 1e-10, maxIterations: 30 });
    const solvable =
      solver.solveStep(p, q).status === 'converged' &&
      Math.max(...imbalance(problem, solver.voltage, p, q)) < 1e-3;
    if (solvable) low = factor;
    else high = factor;
  }
  return low;
}

/** The two-block problem cut down to phase a with one constant-power row, and the impedance seen from it. */
function singlePhase(problem: FlowProblem): { twoBus: FlowProblem; r: number; x: number } {
  const present = Uint8Array.of(1, 1, 1, 1, 0, 0);
  const series = new Float64Array(18);
  series.set(problem.series.subarray(0, 2));
  const earth = problem.earth;
  const invert = (re: number, im: number): [number, number] => [
    re / (re * re + im * im),
    -im / (re * re + im * im),
  ];
  const line = invert(series[0]!, series[1]!);
  const source = invert(earth[0]!, earth[1]!);
  const twoBus: FlowProblem = {
    ...problem,
    present,
    series,
    injections: {
      count: 1,
      plus: Int32Array.of(3),
      minus: Int32Array.of(-1),
      ratedVoltagePu: Float64Array.of(1),
      zip: Float64Array.of(0, 0, 1, 0, 0, 1),
      limits: Float64Array.of(0, Infinity, 0),
    },
  };
  return { twoBus, r: line[0] + source[0], x: line[1] + source[1] };
}
