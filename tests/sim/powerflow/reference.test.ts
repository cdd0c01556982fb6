import { complex } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { type Case, randomCase } from './networks';
import { solveCase } from './solvedCase';
import { referenceVoltages } from './reference';

function largestDifferencePu(item: Case, magnetising: 'from' | 'split'): number {
  const { result, phasors, flows } = solveCase(item, undefined, { magnetising });
  expect(result.status).toBe('converged');
  expect(flows.iterations).toBeGreaterThan(0);
  const phases = [0, 1, 2];
  const reference = referenceVoltages(
    item.network,
    {
      busIds: [
        ...item.connections.map((connection) => connection.busId),
        ...item.network.storages.map((storage) => storage.busId),
      ],
      sVa: [
        ...item.connections.map((_, b) =>
          phases.map((f) => complex(item.pW[3 * b + f]!, item.qVar[3 * b + f]!)),
        ),
        ...[...item.storageW].map((w) => phases.map(() => complex(w / 3, 0))),
      ],
    },
    magnetising,
  );
  let largest = 0;
  reference.forEach((row, b) => {
    const base = item.network.buses[b]!.nominalVoltageV / Math.sqrt(3);
    row.forEach((value, f) => {
      const re = phasors[6 * b + 2 * f]! - value.re / base;
      const im = phasors[6 * b + 2 * f + 1]! - value.im / base;
      const magnitude = Math.sqrt(value.re * value.re + value.im * value.im) / base;
      const off = Math.abs(flows.vMagPu[3 * b + f]! - magnitude);
      largest = Math.max(largest, Math.sqrt(re * re + im * im), off);
    });
  });
  return largest;
}

describe("a network's voltages against a full nodal admittance solution", () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`gives the complex voltages of every bus and phase within 1e-8 pu on random network ${seed}`, () => {
      expect(largestDifferencePu(randomCase(seed, 3, 6), 'from')).toBeLessThan(1e-8);
    });
  }

  it('agrees with the magnetising branch split over both terminals', () => {
    expect(largestDifferencePu(randomCase(7), 'split')).toBeLessThan(1e-8);
  });
});
