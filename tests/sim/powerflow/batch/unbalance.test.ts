import { describe, expect, it } from 'vitest';
import { createBatchSolver, loadsByRow } from '../../../../src/sim/powerflow/batch';
import { type PhasorTriple, unbalanceFactor } from '../../../../src/sim/powerflow/unbalance';
import { batchCase, type BatchCase, CASES, kernel, solveBatch } from './cases';

const STEPS = 11;

/** Nodes of blocks that have all three phases, three by three. */
function threes({ flow }: BatchCase): Int32Array {
  const { present, blockCount } = flow.problem;
  const blocks = Array.from({ length: blockCount }, (_, block) => block).filter((block) =>
    [0, 1, 2].every((phase) => present[3 * block + phase] === 1),
  );
  return Int32Array.from(blocks.flatMap((block) => [3 * block, 3 * block + 1, 3 * block + 2]));
}

/** [three][step] as the solver says. */
function told(batch: BatchCase, precision: 'f32' | 'f64', module: typeof kernel | undefined): Float64Array {
  const nodes = threes(batch);
  const settings = { tolerancePu: precision === 'f64' ? 1e-9 : 1e-6, maxIterations: 60, precision };
  const solver = createBatchSolver(batch.flow, settings, module, {
    nodes,
    voltages: precision === 'f32' ? 'magnitude32' : 'magnitude64',
    unbalance: true,
    chunkSteps: 8,
  });
  const out = new Float64Array((nodes.length / 3) * STEPS).fill(-1);
  solver.solve(loadsByRow(batch.pW, batch.qVar, STEPS), 0, STEPS, (chunk) => {
    for (let three = 0; three < nodes.length / 3; three++)
      chunk.copyUnbalance(three, out, three * STEPS + chunk.fromStep);
  });
  return out;
}

/** The same from complex voltages of another solution, by the definition. */
function expected(batch: BatchCase): Float64Array {
  const nodes = threes(batch);
  const { voltages, numbers } = solveBatch(batch, { tolerancePu: 1e-9 }, { nodes });
  return Float64Array.from({ length: (nodes.length / 3) * STEPS }, (_, at) => {
    const from = (at % STEPS) * numbers + 6 * Math.floor(at / STEPS);
    return unbalanceFactor(Array.from(voltages.subarray(from, from + 6)) as unknown as PhasorTriple);
  });
}

describe.each(['tree', 'delta and mixed rows', 'Dyn winding and charging', 'floating on delta windings'])(
  'unbalance of nodes in threes: %s',
  (name) => {
    const batch = batchCase(CASES[name]!, STEPS);
    const reference = expected(batch);

    it.each([
      ['kernel', 'f64', kernel, 1e-8],
      ['kernel, single precision', 'f32', kernel, 5e-6],
      ['scalar solver', 'f64', undefined, 1e-8],
    ] as const)('is |V-|/|V+| by the %s', (_, precision, module, tolerance) => {
      const factors = told(batch, precision, module);
      expect(factors.length).toBeGreaterThan(100);
      expect(Math.max(...reference)).toBeGreaterThan(1e-3);
      factors.forEach((factor, at) => expect(Math.abs(factor - reference[at]!)).toBeLessThan(tolerance));
    });
  },
);
