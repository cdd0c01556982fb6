import { describe, expect, it } from 'vitest';
import {
  BRANCH_RESULT_FIELDS,
  LARGEST_RESULT_FIELDS,
  type BranchTable,
} from '../../../../src/sim/powerflow/batch';
import type { FlowProblem } from '../../../../src/sim/powerflow/problem';
import { batchCase, type BatchCase, CASES, kernel, solveBatch } from './cases';

const STEPS = 9;

/** The lines of a problem: y, -y, y. */
function linesOf({ seriesFrom, seriesTo, series }: FlowProblem): BranchTable {
  const minus = series.map((value) => -value);
  return { count: seriesFrom.length, from: seriesFrom, to: seriesTo, yFF: series, yFT: minus, yTT: series };
}

/** The same with unequal ends and shunts, as a transformer off its nominal tap has them. */
function unequal(lines: BranchTable): BranchTable {
  const size = (at: number): number => (at % 18 < 2 ? 1 : 0) * Math.abs(lines.yFF[at - (at % 18)]!);
  return {
    ...lines,
    yFF: lines.yFF.map((value, at) => 1.1 * value + 0.01 * size(at)),
    yFT: lines.yFT.map((value, at) => value * (1.02 + (0.01 * (at % 18)) / 18)),
    yTT: lines.yTT.map((value, at) => 0.97 * value + 0.02 * size(at)),
  };
}

/** The same with charging at the ends, coupled between the phases: susceptances only. */
function charged(lines: BranchTable): BranchTable {
  const susceptance = (at: number, of: number): number => {
    const first = Math.abs(lines.yFF[at - (at % 18)]!);
    return at % 2 === 0 ? 0 : (at % 8 < 2 ? 0.3 : -0.05) * of * first;
  };
  return {
    ...lines,
    yFF: lines.yFF.map((value, at) => value + susceptance(at, 1)),
    yTT: lines.yTT.map((value, at) => value + susceptance(at, 0.8)),
  };
}

/** Fields [field][branch][step], and the losses. */
function branchFields(
  batch: BatchCase,
  branches: BranchTable,
  settings: Parameters<typeof solveBatch>[1],
  module = kernel,
  currents: 'phases' | 'largest' = 'phases',
) {
  const names = currents === 'phases' ? BRANCH_RESULT_FIELDS : LARGEST_RESULT_FIELDS;
  const fields = names.map(() => new Float64Array(branches.count * STEPS));
  const lossesW = new Float64Array(STEPS);
  const outputs = { branches, currents, chunkSteps: 8 } as const;
  const solved = solveBatch(batch, settings, outputs, 0, STEPS, module, (chunk) => {
    lossesW.set(chunk.lossesW, chunk.fromStep);
    fields.forEach((field, index) => {
      for (let branch = 0; branch < branches.count; branch++) {
        chunk.copyBranch(branch, index, field, branch * STEPS + chunk.fromStep);
      }
    });
  });
  return { ...solved, fields, lossesW };
}

describe.each([
  ['f64', 1e-10, 1e-8],
  ['f32', 1e-6, 2e-5],
] as const)('branch results in %s', (precision, tolerancePu, share) => {
  it.each([
    ['tree', 0],
    ['meshed', 0],
    ['Dyn winding and charging', 1],
    ['floating on delta windings', 1],
  ] as const)('balance: what leaves the root is load and losses (%s)', (name, root) => {
    const batch = batchCase(CASES[name]!, STEPS);
    const lines = linesOf(batch.flow.problem);
    const { fields, lossesW } = branchFields(batch, lines, { precision, tolerancePu });
    for (let step = 0; step < STEPS; step++) {
      let load = 0;
      for (let row = 0; row < batch.rows; row++) load += batch.pW[row * STEPS + step]!;
      let out = 0;
      let losses = 0;
      for (let line = 0; line < lines.count; line++) {
        const at = line * STEPS + step;
        losses += fields[2]![at]!;
        if (lines.from[line] === root) out += fields[0]![at]!;
        if (lines.to[line] === root) out += fields[2]![at]! - fields[0]![at]!;
      }
      expect(Math.abs(out - load - losses) / load).toBeLessThan(share);
      expect(lossesW[step]! / losses).toBeCloseTo(1, 12);
      expect(losses / load).toBeGreaterThan(1e-4);
    }
  });
});

describe.each([
  ['unequal ends', unequal],
  ['lines with charging', charged],
  ['lines without', (lines: BranchTable) => lines],
] as const)('branch results of %s', (_, made) => {
  const batch = batchCase(CASES['floating on delta windings']!, STEPS);
  const branches = made(linesOf(batch.flow.problem));
  const settings = { tolerancePu: 1e-12, precision: 'f64' } as const;
  const kernelSays = branchFields(batch, branches, settings);

  it('are those of the plain formulas i = y V, s = V conj(i) at the voltages', () => {
    const { voltages, numbers, solver, fields } = kernelSays;
    const place = new Map([...solver.nodes].map((node, at) => [node, at]));
    for (let step = 0; step < STEPS; step += 4) {
      const voltage = (block: number, slot: number): readonly [number, number] => {
        const at = step * numbers + 2 * place.get(3 * block + slot)!;
        return [voltages[at]!, voltages[at + 1]!];
      };
      for (let branch = 0; branch < branches.count; branch++) {
        const power = [0, 0, 0, 0];
        for (let row = 0; row < 3; row++) {
          const current = [0, 0, 0, 0];
          for (let column = 0; column < 3; column++) {
            const own = 18 * branch + 6 * row + 2 * column;
            const turned = 18 * branch + 6 * column + 2 * row;
            const terms = [
              [0, branches.yFF, own, branches.from[branch]!],
              [0, branches.yFT, own, branches.to[branch]!],
              [2, branches.yFT, turned, branches.from[branch]!],
              [2, branches.yTT, own, branches.to[branch]!],
            ] as const;
            for (const [end, y, at, block] of terms) {
              const [re, im] = voltage(block, column);
              current[end]! += y[at]! * re - y[at + 1]! * im;
              current[end + 1]! += y[at]! * im + y[at + 1]! * re;
            }
          }
          [branches.from[branch]!, branches.to[branch]!].forEach((block, end) => {
            const [re, im] = voltage(block, row);
            power[2 * end]! += re * current[2 * end]! + im * current[2 * end + 1]!;
            power[2 * end + 1]! += im * current[2 * end]! - re * current[2 * end + 1]!;
            const size = Math.sqrt(current[2 * end]! ** 2 + current[2 * end + 1]! ** 2);
            expect(fields[3 + 3 * end + row]![branch * STEPS + step]! / size).toBeCloseTo(1, 7);
          });
        }
        const at = branch * STEPS + step;
        expect(fields[0]![at]! / power[0]!).toBeCloseTo(1, 7);
        expect(fields[1]![at]! / power[1]!).toBeCloseTo(1, 7);
        expect(fields[2]![at]! / (power[0]! + power[2]!)).toBeCloseTo(1, 6);
      }
    }
  });

  it.each([kernel, undefined])(
    'are to the bit the same where only the largest current is asked for',
    (module) => {
      const all = branchFields(batch, branches, settings, module);
      const few = branchFields(batch, branches, settings, module, 'largest');
      expect(few.fields.slice(0, 3)).toEqual(all.fields.slice(0, 3));
      expect(few.lossesW).toEqual(all.lossesW);
      few.fields[3]!.forEach((largest, at) =>
        expect(largest).toBe(Math.max(...all.fields.slice(3).map((field) => field[at]!))),
      );
    },
  );

  it('are the same without the kernel', () => {
    const plain = branchFields(batch, branches, settings, undefined);
    plain.fields.forEach((field, index) => {
      field.forEach((value, at) => expect(value / kernelSays.fields[index]![at]!).toBeCloseTo(1, 6));
    });
    plain.lossesW.forEach((value, step) => expect(value / kernelSays.lossesW[step]!).toBeCloseTo(1, 9));
  });
});
