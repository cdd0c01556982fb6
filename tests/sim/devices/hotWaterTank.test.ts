import { describe, expect, it, test } from 'vitest';
import { TANK_CONTROLS } from '../../../src/model/building';
import {
  ecodesignLossWPerK,
  firstTankState,
  hotWaterTankOf,
  runHotWaterTank,
  TANK_DEGC,
  type HotWaterTank,
  type TankState,
} from '../../../src/sim/devices';
import { column, cutsOf, differing, Fuzz, of, piece, sumOf } from './fuzz';

const tankColumns = (count: number) => ({
  heatW: column(count),
  deliveredW: column(count),
  lossW: column(count),
});

function runTank(
  tank: HotWaterTank,
  drawW: Float64Array,
  stepMin: number,
  more: { surplusHeatW?: Float64Array } = {},
) {
  const filled = tankColumns(drawW.length);
  const states: TankState[] = [firstTankState(tank)];
  drawW.forEach((_, step) => {
    const at = (values: Float64Array) => ({ values, offset: step });
    states.push(
      runHotWaterTank(
        tank,
        states[step]!,
        { fromStep: step, toStep: step + 1, stepMin },
        {
          drawW: at(drawW),
          ...(more.surplusHeatW ? { surplusHeatW: at(more.surplusHeatW) } : {}),
          heatW: at(filled.heatW.values),
          deliveredW: at(filled.deliveredW.values),
          lossW: at(filled.lossW.values),
        },
      ),
    );
  });
  return {
    heat: filled.heatW.values,
    delivered: filled.deliveredW.values,
    loss: filled.lossW.values,
    states,
  };
}

function anyTank(fuzz: Fuzz): HotWaterTank {
  return hotWaterTankOf({
    volumeM3: fuzz.mostly(fuzz.size(0.3), [0, NaN, -1]),
    control: fuzz.pick(TANK_CONTROLS),
    ...(fuzz.share() < 0.5 ? { lossWPerK: fuzz.size(2) } : {}),
    ...(fuzz.share() < 0.5 ? { chargingW: fuzz.mostly(fuzz.size(3000), [0, Infinity, NaN]) } : {}),
  });
}

describe('a hot-water tank', () => {
  it('of any kind keeps its limits, delivers no more than is drawn and balances with its standing loss', () => {
    let used = 0;
    for (let trial = 0; trial < 150; trial += 1) {
      const fuzz = new Fuzz(trial, 'tank');
      const tank = anyTank(fuzz);
      const stepMin = fuzz.pick([1, 15, 60]);
      const drawW = fuzz.series(100, 2000);
      const { heat, delivered, loss, states } = runTank(tank, drawW, stepMin, {
        surplusHeatW: fuzz.series(100, 2000),
      });
      const stepS = 60 * stepMin;
      const { heatCapacityJPerK: C, lossWPerK: UA, roomDegC } = tank;
      const most = tank.control === 'thermostat' ? tank.setDegC : tank.maxDegC;
      drawW.forEach((draw, i) => {
        const where = `trial ${trial} step ${i}`;
        const [before, after] = [states[i]!.waterDegC, states[i + 1]!.waterDegC];
        const asked = draw > 0 && draw < Infinity ? draw : 0;
        expect(heat[i], where).toBeGreaterThanOrEqual(0);
        expect(heat[i], where).toBeLessThanOrEqual(tank.chargingW);
        expect(delivered[i], where).toBeGreaterThanOrEqual(0);
        expect(delivered[i], where).toBeLessThanOrEqual(asked);
        expect(after, where).toBeLessThanOrEqual(most + 1e-6);
        if (delivered[i]! > 0) expect(after, where).toBeGreaterThanOrEqual(tank.usefulDegC - 1e-6);
        if (!(C > 0)) return expect(heat[i]! + delivered[i]! + loss[i]!, where).toBe(0);
        const scale = 1e-9 * (heat[i]! + delivered[i]! + Math.abs(loss[i]!)) + (1e-9 * C) / stepS;
        const storing = (C * (after - before)) / stepS;
        expect(Math.abs(heat[i]! - delivered[i]! - loss[i]! - storing), where).toBeLessThanOrEqual(scale);
        // The loss on its own: UA times the mean excess of the exact course, T∞ + (T0 - T∞)(1 - e^-x) / x.
        if (!(UA > 0)) return expect(Math.abs(loss[i]!), where).toBeLessThanOrEqual(scale);
        const x = (UA * stepS) / C;
        const limit = roomDegC + (heat[i]! - delivered[i]!) / UA;
        const mean = x > 1e-6 ? limit + ((before - limit) * -Math.expm1(-x)) / x : (before + after) / 2;
        const lost = UA * (mean - roomDegC);
        expect(Math.abs(loss[i]! - lost), where).toBeLessThanOrEqual(1e-6 * (Math.abs(lost) + scale / 1e-9));
      });
      if (sumOf(delivered) > 0 && sumOf(heat) > 0) used += 1;
    }
    expect(used).toBeGreaterThan(75);
  });

  it('gives the same bits however its steps are cut', () => {
    for (let trial = 0; trial < 60; trial += 1) {
      const fuzz = new Fuzz(trial, 'tank cuts');
      const tank = anyTank(fuzz);
      const [drawW, surplus] = [fuzz.series(200, 2000), fuzz.series(200, 2000)];
      const run = (cuts: readonly number[]) => {
        const filled = tankColumns(200);
        let state = firstTankState(tank);
        for (let c = 0; c + 1 < cuts.length; c += 1) {
          const at = ({ values }: { values: Float64Array }) => ({ values, offset: cuts[c]! });
          state = runHotWaterTank(tank, state, piece(cuts, c, 15), {
            drawW: at(of(drawW)),
            surplusHeatW: at(of(surplus)),
            heatW: at(filled.heatW),
            deliveredW: at(filled.deliveredW),
            lossW: at(filled.lossW),
          });
        }
        return { ...filled, state };
      };
      const [whole, cut] = [run([0, 200]), run(cutsOf(fuzz, 200))];
      for (const name of ['heatW', 'deliveredW', 'lossW'] as const) {
        expect(differing(whole[name].values, cut[name].values)).toBe(0);
      }
      expect(cut.state).toEqual(whole.state);
    }
  });

  test('of 300 l that just meets the ecodesign limit loses 98 W at 45 K (Regulation (EU) 814/2013)', () => {
    // 16.66 + 8.33 x 300^0.4 = 16.66 + 8.33 x 9.79
    expect(45 * ecodesignLossWPerK(0.3)).toBeCloseTo(98.2, 0);
  });

  const day = Float64Array.from({ length: 3 * 96 }, (_, i) => (i % 96 === 28 || i % 96 === 80 ? 12000 : 0));
  const hourOf = (i: number): number => (i % 96) / 4;
  const tankOf = (control: HotWaterTank['control']) => hotWaterTankOf({ volumeM3: 0.3, control });

  test('off peak charges at night and by day only to stay useful', () => {
    const { heat, delivered, states } = runTank(tankOf('offPeak'), day, 15);
    // Two in the morning: long since full, and kept there.
    expect(states[96 + 8]!.waterDegC).toBeCloseTo(TANK_DEGC.max, 9);
    const atNight = heat.reduce((sum, w, i) => sum + (hourOf(i) >= 22 || hourOf(i) < 6 ? w : 0), 0);
    expect(atNight).toBeGreaterThan(0.6 * sumOf(heat));
    expect(sumOf(delivered)).toBeCloseTo(sumOf(day), 6);
    const usual = runTank(tankOf('thermostat'), day, 15).heat;
    expect(usual.reduce((sum, w, i) => sum + (hourOf(i) >= 22 || hourOf(i) < 6 ? w : 0), 0)).toBeLessThan(0.4 * sumOf(usual)); // prettier-ignore
  });

  test('surplus lifts it above the set-point, and only surplus does', () => {
    const surplus = Float64Array.from(day, (_, i) => (hourOf(i) > 10 && hourOf(i) < 14 ? 3000 : 0));
    const { states, heat } = runTank(tankOf('photovoltaicSurplus'), day, 15, { surplusHeatW: surplus });
    expect(Math.max(...states.map((state) => state.waterDegC))).toBeCloseTo(TANK_DEGC.max, 6);
    const withoutSun = runTank(tankOf('photovoltaicSurplus'), day, 15);
    expect(Math.max(...withoutSun.states.map((state) => state.waterDegC))).toBe(TANK_DEGC.set);
    expect(heat.reduce((sum, w, i) => sum + (surplus[i]! > 0 ? w : 0), 0)).toBeGreaterThan(0.5 * sumOf(heat));
  });
});
