import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatchStorage, type StorageParameters } from '../../../src/sim/devices/storage';

const HOUR = 3600;
const kWhJ = 3.6e6;

const anyParameters = fc.record({
  capacityJ: fc.double({ min: 1, max: 1e10, noNaN: true }),
  powerW: fc.double({ min: 1, max: 1e7, noNaN: true }),
  roundTripEfficiency: fc.double({ min: 0.3, max: 1, noNaN: true }),
});
const anyLoads = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('dispatchStorage', () => {
  it('keeps power, energy, sign and energy balance for any battery, load and start', () => {
    fc.assert(
      fc.property(
        anyParameters,
        anyLoads,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (params, loads, fill) => {
          const startJ = fill * params.capacityJ;
          const { chargeW, dischargeW, socEndJ } = dispatchStorage(
            params,
            Float64Array.from(loads),
            0,
            loads.length,
            24,
            HOUR,
            startJ,
          );
          let storedJ = startJ;
          const slackJ = 1e-9 * params.capacityJ;
          loads.forEach((_, step) => {
            const [inW, outW] = [chargeW[step]!, dischargeW[step]!];
            expect(inW >= 0 && outW >= 0 && (inW === 0 || outW === 0)).toBe(true);
            expect(Math.max(inW, outW)).toBeLessThanOrEqual(params.powerW);
            storedJ += (params.roundTripEfficiency * inW - outW) * HOUR;
            expect(storedJ).toBeGreaterThanOrEqual(-slackJ);
            expect(storedJ).toBeLessThanOrEqual(params.capacityJ + slackJ);
          });
          expect(Math.abs(storedJ - socEndJ)).toBeLessThanOrEqual(10 * slackJ);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('never raises the peak of a day, and never charges above the level it shaves to', () => {
    fc.assert(
      fc.property(anyParameters, anyLoads, (params, loads) => {
        const load = Float64Array.from(loads.slice(0, 24));
        const { chargeW, dischargeW } = dispatchStorage(
          params,
          load,
          0,
          load.length,
          24,
          HOUR,
          0.5 * params.capacityJ,
        );
        const net = load.map((w, step) => w + chargeW[step]! - dischargeW[step]!);
        const shavedTo = Math.max(0, ...net);
        expect(shavedTo).toBeLessThanOrEqual(Math.max(0, ...load) * (1 + 1e-12) + 1e-9);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('shaves a worked day to the level that energy and efficiency allow', () => {
    // 23 h at 10 kW, one hour at 30 kW as the last; 10 kWh, empty, 80 %: the valley fills the store to 10 kWh and the
    // peak falls to 20 kW. Filling takes 12.5 kWh spread over 23 h, hence 10 + 12.5 / 23 kW in the valley.
    const params: StorageParameters = { capacityJ: 10 * kWhJ, powerW: 50e3, roundTripEfficiency: 0.8 };
    const load = new Float64Array(24).fill(10e3);
    load[23] = 30e3;
    const { chargeW, dischargeW } = dispatchStorage(params, load, 0, 24, 24, HOUR, 0);
    expect(load[23]! - dischargeW[23]!).toBeCloseTo(20e3, 3);
    expect(chargeW[5]!).toBeCloseTo(12.5e3 / 23, 2);
  });

  it('shaves a worked day to the level that power allows', () => {
    const params: StorageParameters = { capacityJ: 1e4 * kWhJ, powerW: 3e3, roundTripEfficiency: 0.9 };
    const load = new Float64Array(24).fill(2e3);
    load[18] = 9e3;
    const { dischargeW } = dispatchStorage(params, load, 0, 24, 24, HOUR, 5e3 * kWhJ);
    expect(load[18]! - dischargeW[18]!).toBeCloseTo(6e3, 3);
  });

  it('cannot get below the level where the energy of a long peak runs out', () => {
    // 4 h at 20 kW from a full 12 kWh store with nothing to recharge before: 20 - 12 / 4 = 17 kW.
    const params: StorageParameters = { capacityJ: 12 * kWhJ, powerW: 50e3, roundTripEfficiency: 0.9 };
    const load = new Float64Array(24).fill(1e3);
    load.fill(20e3, 0, 4);
    const { dischargeW } = dispatchStorage(params, load, 0, 24, 24, HOUR, 12 * kWhJ);
    for (let step = 0; step < 4; step++) expect(load[step]! - dischargeW[step]!).toBeCloseTo(17e3, 3);
  });

  it('reads the chunk at its offset', () => {
    const params: StorageParameters = { capacityJ: 5 * kWhJ, powerW: 4e3, roundTripEfficiency: 0.9 };
    const load = Float64Array.from({ length: 48 }, (_, step) => 1000 * ((step * 7) % 11));
    const padded = new Float64Array(100).fill(9e9);
    padded.set(load, 30);
    const plain = dispatchStorage(params, load, 0, 48, 24, HOUR, 0);
    expect(dispatchStorage(params, padded, 30, 48, 24, HOUR, 0)).toEqual(plain);
  });

  it('stands still in a gap of the load, and whole without capacity, power or efficiency', () => {
    const load = Float64Array.from({ length: 24 }, (_, step) => (step % 5 === 0 ? NaN : 1000 * (step % 7)));
    for (const changes of [{}, { capacityJ: 0 }, { powerW: 0 }, { roundTripEfficiency: 0 }]) {
      const params = { capacityJ: 5 * kWhJ, powerW: 4e3, roundTripEfficiency: 0.9, ...changes };
      const { chargeW, dischargeW, socEndJ } = dispatchStorage(params, load, 0, 24, 24, HOUR, 0);
      expect([...chargeW, ...dischargeW, socEndJ].every(Number.isFinite)).toBe(true);
      for (let step = 0; step < 24; step += 5) expect(chargeW[step]! + dischargeW[step]!).toBe(0);
      if (Object.keys(changes).length > 0) expect(Math.max(...dischargeW)).toBe(0);
    }
  });
});
