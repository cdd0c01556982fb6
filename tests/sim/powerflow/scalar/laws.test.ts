import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../../../src/sim/powerflow/factor/compileFlow';
import type { FlowProblem } from '../../../../src/sim/powerflow/problem';
import { createScalarSolver } from '../../../../src/sim/powerflow/scalar/solver';
import { imbalance, largestDifference } from '../nodal';
import { type LoadedProblem, type ProblemOptions, randomProblem } from '../problems';

const options = fc.record({
  seed: fc.integer({ min: 0, max: 100_000 }),
  blockCount: fc.integer({ min: 4, max: 60 }),
  loops: fc.integer({ min: 0, max: 6 }),
  laterals: fc.constantFrom(0, 0.3),
  winding: fc.constantFrom<'none' | 'Dyn1'>('none', 'Dyn1'),
  loaded: fc.constantFrom(0.2, 0.6, 1),
  delta: fc.constantFrom(0, 0.4),
  zip: fc.constantFrom(0, 0.5),
  charging: fc.constantFrom(0, 0.02, 0.5),
  limits: fc.constantFrom<readonly [number, number, number]>([0, Infinity, 0], [0.95, 1.05, 0.5]),
}) satisfies fc.Arbitrary<ProblemOptions>;

const RUNS = { numRuns: 60 };

function solved({ problem, pW, qVar }: LoadedProblem, tolerancePu = 1e-12): Float64Array {
  const outcome = compileFlow(problem);
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  const solver = createScalarSolver(outcome.value, { tolerancePu, maxIterations: 60 });
  const step = solver.solveStep(pW, qVar);
  if (step.status !== 'converged') throw new Error(`${step.status} after ${step.iterations}`);
  return solver.voltage;
}

describe('laws of the power flow', () => {
  it('cyclic relabelling of the phases permutes the result', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const given = randomProblem(drawn);
        const turned = renumbered(
          given,
          (block) => block,
          (slot) => (slot + 1) % 3,
        );
        const found = solved(turned);
        const expected = permuted(
          solved(given),
          (node) => 3 * Math.floor(node / 3) + ((node + 1 - 3 * Math.floor(node / 3)) % 3),
        );
        expect(largestDifference(turned.problem, found, expected)).toBeLessThan(3e-12);
      }),
      RUNS,
    );
  });

  it('reordering the blocks permutes the result', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const given = randomProblem(drawn);
        const n = drawn.blockCount;
        const factor = [7, 11, 13].find((candidate) => n % candidate !== 0)!;
        const place = (block: number): number => (block * factor + 3) % n;
        const moved = renumbered(given, place, (slot) => slot);
        const expected = permuted(solved(given), (node) => 3 * place(Math.floor(node / 3)) + (node % 3));
        expect(largestDifference(moved.problem, solved(moved), expected)).toBeLessThan(3e-12);
      }),
      RUNS,
    );
  });

  it('splitting a line in two changes nothing', () => {
    fc.assert(
      fc.property(
        options,
        fc.nat(1000),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (drawn, pick, share) => {
          const given = randomProblem(drawn);
          const longer = split(given.problem, pick % given.problem.seriesFrom.length, share);
          const found = solved({ ...given, problem: longer }).subarray(0, 6 * drawn.blockCount);
          expect(largestDifference(given.problem, found, solved(given))).toBeLessThan(3e-12);
        },
      ),
      RUNS,
    );
  });

  it('a mesh with its ties open equals the tree, a tie of no admittance too', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const mesh = randomProblem({ ...drawn, loops: 5, charging: 0 });
        const tree = randomProblem({ ...drawn, loops: 0, charging: 0 });
        const trunk = tree.problem.seriesFrom.length;
        const open = mesh.problem.series.map((value, at) => (at < 18 * trunk ? value : 0));
        const opened = { ...mesh.problem, series: open };
        const pruned = {
          ...mesh.problem,
          seriesFrom: mesh.problem.seriesFrom.subarray(0, trunk),
          seriesTo: mesh.problem.seriesTo.subarray(0, trunk),
          series: mesh.problem.series.subarray(0, 18 * trunk),
        };
        const a = solved({ ...mesh, problem: opened });
        const b = solved({ ...mesh, problem: pruned });
        expect(largestDifference(mesh.problem, a, b)).toBeLessThan(3e-12);
      }),
      RUNS,
    );
  });

  it('the power base changes nothing', () => {
    fc.assert(
      fc.property(options, fc.constantFrom(1 / 1000, 3, 1e6), (drawn, base) => {
        const given = randomProblem(drawn);
        const scale = (a: Float64Array): Float64Array => a.map((value) => value * base);
        const { problem } = given;
        const scaled = {
          ...problem,
          series: scale(problem.series),
          coupling: scale(problem.coupling),
          earth: scale(problem.earth),
          shunt: scale(problem.shunt),
          sourceCurrent: scale(problem.sourceCurrent),
        };
        const found = solved({ problem: scaled, pW: scale(given.pW), qVar: scale(given.qVar) });
        expect(largestDifference(problem, found, solved(given))).toBeLessThan(3e-12);
      }),
      RUNS,
    );
  });

  it('what the source gives is what loads, shunts and branch losses take', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const given = randomProblem({ ...drawn, zip: 0, limits: [0, Infinity, 0] });
        for (const [tolerance, allowed] of [
          [1e-8, 1e-7],
          [1e-12, 1e-10],
        ] as const) {
          const v = solved(given, tolerance);
          const { source, losses } = powers(given.problem, v);
          const load = given.pW.reduce((sum, value) => sum + value, 0);
          expect(Math.abs(source - load - losses)).toBeLessThan(allowed * (load + 1));
        }
      }),
      RUNS,
    );
  });

  it('without load and shunts every block of a zone has the same voltage, to rounding', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const given = randomProblem({ ...drawn, loops: 0, charging: 0, winding: 'none' });
        const v = solved({ ...given, pW: given.pW.map(() => 0), qVar: given.qVar.map(() => 0) });
        const flat = Float64Array.from(v, (_, at) => v[at % 6]!);
        expect(largestDifference(given.problem, v, flat)).toBeLessThan(5e-16);
      }),
      RUNS,
    );
  });

  it('is never silent: any load ends converged with balanced currents, or says that it did not', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0.1, max: 200, noNaN: true }), (drawn, factor) => {
        const { problem, pW, qVar } = randomProblem(drawn);
        const outcome = compileFlow(problem);
        if (!outcome.ok) throw new Error('singular');
        const solver = createScalarSolver(outcome.value, { tolerancePu: 1e-8, maxIterations: 30 });
        const [p, q] = [pW.map((value) => value * factor), qVar.map((value) => value * factor)];
        const step = solver.solveStep(p, q);
        expect(step.iterations).toBeLessThan(160);
        if (step.status === 'converged') {
          const total = p.reduce((sum, value) => sum + value, 0);
          expect(Math.max(...imbalance(problem, solver.voltage, p, q))).toBeLessThan(1e-6 * total + 1e-9);
        } else expect(step.worstNode).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

/** The same problem with blocks and slots under other numbers. */
function renumbered(
  { problem, pW, qVar }: LoadedProblem,
  place: (block: number) => number,
  turn: (slot: number) => number,
): LoadedProblem {
  const node = (old: number): number => (old < 0 ? -1 : 3 * place(Math.floor(old / 3)) + turn(old % 3));
  const slots = (a: Float64Array, to: (m: number) => number): Float64Array => {
    const result = new Float64Array(a.length);
    for (let m = 0; 18 * m < a.length; m++) {
      for (let at = 0; at < 18; at++) {
        const [r, c, part] = [Math.floor(at / 6), Math.floor((at % 6) / 2), at % 2];
        result[18 * to(m) + 6 * turn(r) + 2 * turn(c) + part] = a[18 * m + at]!;
      }
    }
    return result;
  };
  const same = (m: number): number => m;
  const present = new Uint8Array(problem.present.length);
  problem.present.forEach((there, old) => (present[node(old)] = there));
  return {
    pW,
    qVar,
    problem: {
      ...problem,
      present,
      seriesFrom: problem.seriesFrom.map(place),
      seriesTo: problem.seriesTo.map(place),
      series: slots(problem.series, same),
      couplingFrom: problem.couplingFrom.map(place),
      couplingTo: problem.couplingTo.map(place),
      coupling: slots(problem.coupling, same),
      earth: slots(problem.earth, place),
      shunt: slots(problem.shunt, place),
      sourceCurrent: permuted(problem.sourceCurrent, node),
      injections: {
        ...problem.injections,
        plus: problem.injections.plus.map(node),
        minus: problem.injections.minus.map(node),
      },
    },
  };
}

function permuted(v: Float64Array, node: (old: number) => number): Float64Array {
  const result = new Float64Array(v.length);
  for (let old = 0; 2 * old < v.length; old++) {
    result[2 * node(old)] = v[2 * old]!;
    result[2 * node(old) + 1] = v[2 * old + 1]!;
  }
  return result;
}

/** Line m as two in series, shares `share` and 1 - share of its impedance, over a new block. */
function split(problem: FlowProblem, m: number, share: number): FlowProblem {
  const [from, to, n] = [problem.seriesFrom[m]!, problem.seriesTo[m]!, problem.blockCount];
  const line = problem.series.subarray(18 * m, 18 * m + 18);
  const part = (size: number): Float64Array => line.map((value) => value / size);
  const grown = (a: Float64Array, size: number): Float64Array =>
    Float64Array.from([...a, ...new Float64Array(size)]);
  const both = [0, 1, 2].map((slot) => problem.present[3 * from + slot]! & problem.present[3 * to + slot]!);
  const series = problem.series.slice();
  series.set(part(share), 18 * m);
  const seriesTo = problem.seriesTo.slice();
  seriesTo[m] = n;
  return {
    ...problem,
    blockCount: n + 1,
    present: Uint8Array.from([...problem.present, ...both]),
    seriesFrom: Int32Array.from([...problem.seriesFrom, n]),
    seriesTo: Int32Array.from([...seriesTo, to]),
    series: Float64Array.from([...series, ...part(1 - share)]),
    earth: grown(problem.earth, 18),
    shunt: grown(problem.shunt, 18),
    sourceCurrent: grown(problem.sourceCurrent, 6),
  };
}

/** Active power of the source, and of series branches, windings and shunts together, each from its own voltages. */
function powers(problem: FlowProblem, v: Float64Array): { source: number; losses: number } {
  const form = (
    left: Float64Array,
    a: Float64Array,
    m: number,
    right: Float64Array,
    flip = false,
  ): number => {
    let p = 0;
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) {
        const at = 18 * m + (flip ? 6 * c + 2 * r : 6 * r + 2 * c);
        const re = a[at]! * right[2 * c]! - a[at + 1]! * right[2 * c + 1]!;
        const im = a[at]! * right[2 * c + 1]! + a[at + 1]! * right[2 * c]!;
        p += left[2 * r]! * re + left[2 * r + 1]! * im;
      }
    }
    return p;
  };
  const at = (block: number): Float64Array =>
    v
      .slice(6 * block, 6 * block + 6)
      .map((value, c) => (problem.present[3 * block + (c >> 1)] === 1 ? value : 0));
  let losses = 0;
  problem.seriesFrom.forEach((from, m) => {
    const d = at(from).map((value, c) => value - at(problem.seriesTo[m]!)[c]!);
    losses += form(d, problem.series, m, d);
  });
  problem.couplingFrom.forEach((from, m) => {
    const [a, b] = [at(from), at(problem.couplingTo[m]!)];
    losses += form(a, problem.coupling, m, b) + form(b, problem.coupling, m, a, true);
  });
  let source = 0;
  for (let block = 0; block < problem.blockCount; block++) {
    const own = at(block);
    losses += form(own, problem.earth, block, own) + form(own, problem.shunt, block, own);
    own.forEach((value, c) => (source += value * problem.sourceCurrent[6 * block + c]!));
  }
  return { source, losses };
}
