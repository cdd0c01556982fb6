import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ZoneNetwork } from '../../../../src/sim/buildings/multinode/network';
import { FAST_DECAY, modalSystem, type ModalSystem } from '../../../../src/sim/buildings/modal';
import { airBy, course, exactStep, laplacianOf, largestDifference, nodePowers, solve, split } from './march';
import { buildingOf, networks, OFF, required, weatherOf, zoneOf } from './networks';

/** Modes that keep FAST_DECAY of themselves may be dropped: their worth. */
const FAST_K = 60 * FAST_DECAY;

describe('the modal zone', () => {
  it('is the matrix exponential of its network, driven by all inputs, plant and air exchange', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(300, 3600, 86400), (network, stepS) => {
        const building = buildingOf(zoneOf(network, stepS), {
          heating: { capacityW: 3000, convectiveShare: 0.6 },
        });
        const year = weatherOf(30, stepS);
        const run = course(building, year, 11);
        const exact = airBy(
          network,
          (i) => nodePowers(network, building, year, run, i),
          30,
          (temps, powers) => exactStep(network, temps, powers, stepS),
          11,
        );
        const scale = Math.max(...run.tempDegC.map(Math.abs), 20) / 20;
        expect(largestDifference(run.tempDegC, exact)).toBeLessThan(FAST_K * scale);
        // What was not dropped is exact.
        if (building.zone.modeCount === split(network).stored.length)
          expect(largestDifference(run.tempDegC, exact)).toBeLessThan(1e-9 * scale);
      }),
      { numRuns: 150 },
    );
  });

  it('is what implicit Euler converges to, first order in the step', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const building = buildingOf(zoneOf(network, 3600), { schedule: OFF });
        const year = weatherOf(20);
        const run = course(building, year);
        const euler = (parts: number): number[] => {
          const a = laplacianOf(network).map((row, i) =>
            row.map((value, j) => value + (i === j ? (network.capacityJPerK[i]! * parts) / 3600 : 0)),
          );
          return airBy(
            network,
            (i) => nodePowers(network, building, year, run, i),
            20,
            (temps, powers) => {
              let now = temps;
              for (let part = 0; part < parts; part += 1)
                now = solve(
                  a,
                  now.map((temp, i) => [powers[i]! + (network.capacityJPerK[i]! * parts * temp) / 3600]),
                ).map((row) => row[0]!);
              return now;
            },
          );
        };
        const errors = [40, 80, 160].map((parts) => largestDifference(euler(parts), run.tempDegC));
        if (errors[0]! < 1e-4) return;
        for (const i of [1, 2]) {
          const order = errors[i - 1]! / errors[i]!;
          expect(order).toBeGreaterThan(1.5);
          expect(order).toBeLessThan(2.7);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('keeps energy: what is stored is what came in less what was lost', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const system = required(modalSystem(network));
        const building = buildingOf(zoneOf(network, 3600), {
          heating: { capacityW: 4000, convectiveShare: 0.5 },
          cooling: { capacityW: 3000, convectiveShare: 0.8 },
        });
        const year = weatherOf(400);
        const run = course(building, year);
        const balance = storedAndLost(
          network,
          system,
          (step) => nodePowers(network, building, year, run, step),
          400,
        );
        expect(largestDifference(balance.air, run.tempDegC)).toBeLessThan(FAST_K);
        expect(Math.abs(balance.storedJ - balance.inJ + balance.lostJ)).toBeLessThan(
          1e-9 * balance.turnoverJ,
        );
      }),
      { numRuns: 30 },
    );
  });
});

/** The year again by the whole modal system: energies, with temperatures averaged exactly over each step. */
function storedAndLost(
  network: ZoneNetwork,
  { modeCount, ratePerS, shape, massless }: ModalSystem,
  powersOf: (step: number) => Float64Array,
  steps: number,
) {
  const n = network.nodeCount;
  let x = new Float64Array(modeCount);
  for (let i = 0; i < n; i += 1)
    for (let m = 0; m < modeCount; m += 1)
      x[m]! += shape[i * modeCount + m]! * network.capacityJPerK[i]! * 20;
  const temps = (modes: Float64Array, powers: Float64Array): number[] =>
    Array.from({ length: n }, (_, i) => {
      let temp = 0;
      for (let m = 0; m < modeCount; m += 1) temp += shape[i * modeCount + m]! * modes[m]!;
      for (let j = 0; j < n; j += 1) temp += massless[i * n + j]! * powers[j]!;
      return temp;
    });
  const heat = (values: readonly number[]): number =>
    values.reduce((sum, temp, i) => sum + network.capacityJPerK[i]! * temp, 0);
  const sums = { inJ: 0, lostJ: 0, turnoverJ: 0, storedJ: 0, air: [] as number[] };
  const start = heat(temps(x, new Float64Array(n)));
  for (let step = 0; step < steps; step += 1) {
    const powers = powersOf(step);
    const force = Float64Array.from({ length: modeCount }, (_, m) =>
      powers.reduce((sum, power, i) => sum + shape[i * modeCount + m]! * power, 0),
    );
    const z = ratePerS.map((rate) => rate * 3600);
    const mean = x.map((value, m) => {
      const rest = force[m]! / ratePerS[m]!;
      return rest + ((value - rest) * -Math.expm1(-z[m]!)) / z[m]!;
    });
    x = x.map((value, m) => force[m]! / ratePerS[m]! + (value - force[m]! / ratePerS[m]!) * Math.exp(-z[m]!));
    const meanTemps = temps(mean, powers);
    powers.forEach((power, i) => {
      sums.inJ += power * 3600;
      sums.lostJ += network.lossWPerK[i]! * meanTemps[i]! * 3600;
      sums.turnoverJ += Math.abs(power) * 3600;
    });
    const now = temps(x, powers);
    sums.air.push(now[network.airNode]!);
    sums.storedJ = heat(now) - start;
  }
  return sums;
}
