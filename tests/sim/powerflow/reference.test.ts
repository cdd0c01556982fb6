import { complex } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { busVoltagePhasors, createWorkspace, solveStep } from '../../../src/sim/powerflow';
import { type Case, compiled, randomCase } from './networks';
import { referenceVoltages } from './reference';

function largestDifferencePu(item: Case, magnetising: 'from' | 'split'): number {
  const net = compiled(item.network, item.connections, { magnetising });
  const ws = createWorkspace(net);
  const status = solveStep(net, ws, item.pW, item.qVar, 0, 3, 1, item.storageW, 0, 1);
  expect(status).toBeGreaterThan(0);
  const phasors = new Float64Array(6 * net.busIds.length);
  busVoltagePhasors(net, ws, phasors);
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
      largest = Math.max(largest, Math.sqrt(re * re + im * im));
    });
  });
  return largest;
}

describe('solveStep against a full nodal admittance solution', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`gives the complex voltages of every bus and phase within 1e-8 pu on random network ${seed}`, () => {
      expect(largestDifferencePu(randomCase(seed, 3, 6), 'from')).toBeLessThan(1e-8);
    });
  }

  it('agrees with the magnetising branch split over both terminals', () => {
    expect(largestDifferencePu(randomCase(7), 'split')).toBeLessThan(1e-8);
  });
});
