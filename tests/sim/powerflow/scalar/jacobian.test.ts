import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../../../src/sim/powerflow/factor/compileFlow';
import { iterateOnce, newWorkspace, type Workspace } from '../../../../src/sim/powerflow/scalar/fixedPoint';
import { gatherPowers, inject } from '../../../../src/sim/powerflow/scalar/injections';
import { assembleJacobian, newJacobian } from '../../../../src/sim/powerflow/scalar/jacobian';
import { solveJacobian } from '../../../../src/sim/powerflow/scalar/jacobianSolve';
import { injectChange, linearise, newSlopes, type Slopes } from '../../../../src/sim/powerflow/scalar/slopes';
import { backward, forward } from '../../../../src/sim/powerflow/scalar/sweeps';
import { type LoadedProblem, type ProblemOptions, randomProblem } from '../problems';

const options = fc.record({
  seed: fc.integer({ min: 0, max: 100_000 }),
  blockCount: fc.integer({ min: 4, max: 40 }),
  loops: fc.integer({ min: 0, max: 6 }),
  laterals: fc.constantFrom(0, 0.3),
  winding: fc.constantFrom<'none' | 'Dyn1'>('none', 'Dyn1'),
  loaded: fc.constantFrom(0.2, 0.6, 1),
  delta: fc.constantFrom(0, 0.4),
  zip: fc.constantFrom(0, 0.5),
  charging: fc.constantFrom(0, 0.02, 0.5),
}) satisfies fc.Arbitrary<ProblemOptions>;

/** A workspace at some U well off no load, with slopes there. */
function at({ problem, pW, qVar }: LoadedProblem): {
  readonly work: Workspace;
  readonly slopes: Slopes;
  readonly solve: () => boolean;
  readonly positionOfBlock: Int32Array;
} {
  const outcome = compileFlow(problem);
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  const work = newWorkspace(outcome.value);
  gatherPowers(work.tables, work.powers, pW, qVar, 0, 1);
  iterateOnce(work);
  const slopes = newSlopes(work.tables);
  linearise(work.tables, work.injections, work.powers, work.u, slopes);
  const jacobian = newJacobian(outcome.value, work.tables);
  return {
    work,
    slopes,
    positionOfBlock: outcome.value.positionOfBlock,
    solve: () => {
      assembleJacobian(jacobian, work.tables, slopes);
      return solveJacobian(jacobian, work.b);
    },
  };
}

const activeFrom = (work: Workspace): number => 6 * work.tables.firstActive;

/** What is left of (I + K) d = g when d = g + e with (Y + J) e = -J g; K applied by a pass of the sweeps. */
function leftOver(given: LoadedProblem): number {
  const { work, slopes, solve, positionOfBlock } = at(given);
  const { tables, b } = work;
  const g = work.u.map((_, m) => (m < activeFrom(work) ? 0 : Math.sin(3 * m + 1)));
  injectChange(tables, slopes, g, b);
  expect(solve()).toBe(true);
  const d = g.map((value, m) => value + (m < activeFrom(work) ? 0 : b[m]!));
  injectChange(tables, slopes, d, b);
  forward(tables, b);
  const minusKd = new Float64Array(d.length);
  backward(tables, b, minusKd);
  let worst = 0;
  let size = 0;
  given.problem.present.forEach((present, node) => {
    const block = Math.floor(node / 3);
    const k = positionOfBlock[block]!;
    if (present === 0 || k < tables.firstActive) return;
    for (const m of [6 * k + 2 * (node % 3), 6 * k + 2 * (node % 3) + 1]) {
      worst = Math.max(worst, Math.abs(d[m]! - minusKd[m]! - g[m]!));
      size = Math.max(size, Math.abs(d[m]!));
    }
  });
  expect(size).toBeGreaterThan(0.1);
  return worst / size;
}

/** Every fifth row to another phase far away, where no branch goes. */
function farRows(given: LoadedProblem): LoadedProblem {
  const { problem } = given;
  const nodes = [...problem.present.keys()].filter((node) => problem.present[node] === 1);
  const minus = problem.injections.minus.map((node, row) => {
    const other = nodes[(17 * row + 5) % nodes.length]!;
    return row % 5 === 0 && other % 3 !== problem.injections.plus[row]! % 3 ? other : node;
  });
  return { ...given, problem: { ...problem, injections: { ...problem.injections, minus } } };
}

describe('Newton’s linear system', () => {
  it('is solved to rounding: trees, meshes, laterals, windings, charging, rows of all laws', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        expect(leftOver(randomProblem(drawn))).toBeLessThan(1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it('is solved with rows between blocks that no branch joins', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        expect(leftOver(farRows(randomProblem({ ...drawn, loaded: 1 })))).toBeLessThan(1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it('is solved in a delta part that 1e-9 S hold to earth', () => {
    for (let seed = 1; seed < 20; seed++) {
      const given = randomProblem({
        seed,
        blockCount: 30,
        winding: 'Dd0',
        delta: 1,
        holdPu: 7.7e-3,
        zip: 0.5,
      });
      expect(leftOver(given)).toBeLessThan(1e-9);
    }
  });

  it('has the slopes of the currents: differences of injections over small changes', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const { work, slopes } = at(randomProblem(drawn));
        const { tables, b } = work;
        const d = work.u.map((_, m) => Math.sin(5 * m + 2));
        injectChange(tables, slopes, d, b);
        const predicted = b.slice();
        const step = 1e-6;
        const injected = (sign: number): Float64Array => {
          const u = work.u.map((value, m) => value + sign * step * d[m]!);
          inject(tables, work.injections, work.powers, u, b);
          return b.slice();
        };
        const plus = injected(1);
        const minus = injected(-1);
        const total = Math.max(...predicted.map(Math.abs));
        for (let m = activeFrom(work); m < d.length; m++) {
          const slope = (plus[m]! - minus[m]!) / (2 * step);
          expect(Math.abs(slope - predicted[m]!)).toBeLessThanOrEqual(1e-5 * total);
        }
      }),
      { numRuns: 30 },
    );
  });
});
