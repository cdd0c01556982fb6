import { describe, expect, it } from 'vitest';
import { createBatchSolver, loadsByRow, STEP_STATUS } from '../../../../src/sim/powerflow/batch';
import { batchCase, CASES, kernel, largestDifference, solveBatch, solveScalar } from './cases';

const STEPS = 13;

describe.each(Object.entries(CASES))('batch of steps: %s', (_, options) => {
  const batch = batchCase(options, STEPS);

  it('gives the voltages of the scalar solver, to 1e-12 when both are tight', () => {
    const tight = solveBatch(batch, { tolerancePu: 1e-12 });
    const reference = solveScalar(batch, tight.solver.nodes, 1e-13);
    expect([...tight.status]).toEqual(new Array(STEPS).fill(0));
    expect(largestDifference(tight.voltages, reference)).toBeLessThan(2e-12);
    expect(largestDifference(solveBatch(batch).voltages, reference)).toBeLessThan(1e-8);
  });

  it('in single precision is within 1e-6', () => {
    const single = solveBatch(batch, { tolerancePu: 1e-6, precision: 'f32' });
    const reference = solveScalar(batch, single.solver.nodes, 1e-12);
    expect([...single.status]).toEqual(new Array(STEPS).fill(0));
    const error = largestDifference(single.voltages, reference);
    expect(error).toBeLessThan(1e-6);
    // Really single precision: double would be closer than rounding allows.
    expect(error).toBeGreaterThan(1e-10);
  });

  it.each(['f64', 'f32'] as const)(
    '%s: the bits of a step do not depend on what shares its batch',
    (precision) => {
      const settings = { precision, tolerancePu: precision === 'f64' ? 1e-8 : 1e-6 };
      const whole = solveBatch(batch, settings);
      for (const [from, count, chunkSteps] of [
        [1, 7, 512],
        [3, 1, 512],
        [0, 13, 4],
        [2, 11, 8],
      ] as const) {
        const part = solveBatch(batch, settings, { chunkSteps }, from, count);
        for (let step = from; step < from + count; step++) {
          const range = [step * whole.numbers, (step + 1) * whole.numbers] as const;
          expect(part.voltages.slice(...range)).toEqual(whole.voltages.slice(...range));
          expect(part.iterations[step]).toBe(whole.iterations[step]);
        }
      }
    },
  );
});

describe('a step without a solution', () => {
  const batch = batchCase({ seed: 21, blockCount: 30, drop: 0.1 }, 8);
  const alone = solveBatch(batch);
  const heavy = { ...batch, pW: batch.pW.slice(), qVar: batch.qVar.slice() };
  for (let row = 0; row < batch.rows; row++) {
    heavy.pW[row * 8 + 2]! *= 12;
    heavy.pW[row * 8 + 5]! = NaN;
  }
  const together = solveBatch(heavy, {}, { extremes: true });

  it('is reported, and its neighbours keep their bits', () => {
    expect(STEP_STATUS[together.status[2]!]).toBe('infeasible');
    expect(STEP_STATUS[together.status[5]!]).not.toBe('converged');
    for (const step of [0, 1, 3, 4, 6, 7]) {
      const range = [step * alone.numbers, (step + 1) * alone.numbers] as const;
      expect(together.status[step]).toBe(0);
      expect(together.voltages.slice(...range)).toEqual(alone.voltages.slice(...range));
    }
  });

  it('leaves NaN, and no trace in the extremes', () => {
    const at2 = together.voltages.subarray(2 * together.numbers, 3 * together.numbers);
    expect(at2.every((value) => Number.isNaN(value))).toBe(true);
    const { lowestPu, lowestStep, highestPu } = together.solver.extremes();
    expect(lowestStep.every((step) => step !== 2 && step !== 5 && step >= 0)).toBe(true);
    expect(lowestPu.every((value) => value > 0.5) && highestPu.every((value) => value < 1.5)).toBe(true);
  });
});

it('solves near the nose what the iteration leaves, by the scalar solver, to the same tolerance', () => {
  const batch = batchCase({ seed: 22, blockCount: 20, drop: 0.31 }, 6);
  const impatient = solveBatch(batch, { maxIterations: 4 });
  expect([...impatient.status].every((status) => STEP_STATUS[status] !== 'infeasible')).toBe(true);
  const reference = solveScalar(batch, impatient.solver.nodes, 1e-12);
  const patient = solveBatch(batch, { maxIterations: 100 });
  expect(largestDifference(patient.voltages, reference)).toBeLessThan(1e-8);
});

it('without the kernel does the same behind the same interface', () => {
  const batch = batchCase(CASES['delta and mixed rows']!, 5);
  const plain = solveBatch(batch, {}, { extremes: true }, 0, 5, undefined);
  const fast = solveBatch(batch, {}, { extremes: true });
  expect(largestDifference(plain.voltages, fast.voltages)).toBeLessThan(2e-8);
  expect(plain.solver.extremes().lowestStep).toEqual(fast.solver.extremes().lowestStep);
});

it('keeps extremes with their steps, and magnitudes in both precisions', () => {
  const batch = batchCase(CASES['meshed']!, 11);
  const complex = solveBatch(batch, {}, { extremes: true, chunkSteps: 4 });
  const { nodes } = complex.solver;
  const magnitude = (step: number, at: number): number => {
    const from = step * complex.numbers + 2 * at;
    return Math.sqrt(complex.voltages[from]! ** 2 + complex.voltages[from + 1]! ** 2);
  };
  const extremes = complex.solver.extremes();
  nodes.forEach((_, at) => {
    const values = Array.from({ length: 11 }, (__, step) => magnitude(step, at));
    expect(extremes.lowestPu[at]).toBeCloseTo(Math.min(...values), 14);
    expect(extremes.lowestStep[at]).toBe(values.indexOf(Math.min(...values)));
    expect(extremes.highestPu[at]).toBeCloseTo(Math.max(...values), 14);
    expect(extremes.highestStep[at]).toBe(values.indexOf(Math.max(...values)));
  });
  for (const [voltages, digits] of [
    ['magnitude64', 15],
    ['magnitude32', 6],
  ] as const) {
    const solver = createBatchSolver(
      batch.flow,
      { tolerancePu: 1e-8, maxIterations: 30, precision: 'f64' },
      kernel,
      { voltages, nodes: nodes.slice(3, 9) },
    );
    solver.solve(loadsByRow(batch.pW, batch.qVar, 11), 0, 11, (chunk) => {
      const row = new Float64Array(11);
      chunk.copyVoltages(2, row, 0);
      row.forEach((value, step) => expect(value).toBeCloseTo(magnitude(step, 5), digits));
    });
  }
});

describe.each(['tree', 'delta and mixed rows', 'Dyn winding and charging', 'floating on delta windings'])(
  'from a reference: %s',
  (name) => {
    const batch = batchCase(CASES[name]!, STEPS);
    const mean = (powers: Float64Array): Float64Array =>
      Float64Array.from({ length: batch.rows }, (_, row) => powers[row * STEPS + 4]! * 0.8);
    const reference = { pW: mean(batch.pW), qVar: mean(batch.qVar) };

    it('gives the same voltages in fewer iterations, still step by step', () => {
      const started = solveBatch(batch, { reference });
      const cold = solveBatch(batch);
      const exact = solveScalar(batch, cold.solver.nodes, 1e-13);
      const total = (counts: Uint8Array): number => counts.reduce((sum, count) => sum + count, 0);
      expect(largestDifference(started.voltages, exact)).toBeLessThan(1e-8);
      expect(total(started.iterations)).toBeLessThan(total(cold.iterations));
      const part = solveBatch(batch, { reference }, { chunkSteps: 4 }, 3, 6);
      const range = [3 * part.numbers, 9 * part.numbers] as const;
      expect(part.voltages.slice(...range)).toEqual(started.voltages.slice(...range));
    });

    it('that says nothing (no load at all) changes nothing', () => {
      const nothing = { pW: new Float64Array(batch.rows), qVar: new Float64Array(batch.rows) };
      expect(solveBatch(batch, { reference: nothing }).voltages).toEqual(solveBatch(batch).voltages);
    });
  },
);

describe('steps unlike the reference they start from', () => {
  const batch = batchCase({ seed: 31, blockCount: 60, drop: 0.06 }, STEPS);
  const reference = {
    pW: Float64Array.from({ length: batch.rows }, (_, row) => batch.pW[row * STEPS]!),
    qVar: Float64Array.from({ length: batch.rows }, (_, row) => batch.qVar[row * STEPS]!),
  };
  const changed = (factor: (row: number, step: number) => number) => ({
    ...batch,
    pW: batch.pW.map((p, at) => p * factor(Math.floor(at / STEPS), at % STEPS)),
    qVar: batch.qVar.map((q, at) => q * factor(Math.floor(at / STEPS), at % STEPS)),
  });

  // In sum they are the reference, so its contraction says nothing of theirs.
  const cases = {
    'one load much larger': changed((row, step) => (row === batch.rows - 1 - step ? 25 : 1)),
    'each phase by another factor': changed((row) => [0.3, 1, 1.6][row % 3]!),
    'half of it feeding in': changed((row, step) => ((row + step) % 2 === 0 ? 1.5 : -1)),
  };

  it.each(Object.entries(cases))('are as exact: %s', (_, other) => {
    const f64 = solveBatch(other, { reference });
    const exact = solveScalar(other, f64.solver.nodes, 1e-13);
    expect(largestDifference(f64.voltages, exact)).toBeLessThan(1e-8);
    const f32 = solveBatch(other, { reference, precision: 'f32', tolerancePu: 1e-6 });
    expect(largestDifference(f32.voltages, exact)).toBeLessThan(1e-6);
  });
});
