import { describe, expect, test } from 'vitest';
import {
  advance,
  INPUT,
  INPUT_COUNT,
  meanDegC,
  powerToHold,
  surfaceShares,
  TEMPERATURE,
  twoElementStep,
  type TwoElementZone,
} from '../../../src/sim/buildings/vdi6007';

const zone: TwoElementZone = {
  exterior: {
    areaM2: 30,
    convectionWPerM2K: 2.7,
    resistanceKPerW: 0.002,
    heatCapacityJPerK: 4e6,
    outerResistanceKPerW: 0.05,
  },
  interior: { areaM2: 60, convectionWPerM2K: 2.2, resistanceKPerW: 0.001, heatCapacityJPerK: 1e7 },
  window: { areaM2: 6, convectionWPerM2K: 2.7, resistanceKPerW: 0.04 },
  radiationWPerM2K: 5,
};

function inputsAt(degC: number, airW = 0): Float64Array {
  const inputs = new Float64Array(INPUT_COUNT).fill(degC, 0, INPUT.supplyAirDegC + 1);
  inputs[INPUT.airW] = airW;
  return inputs;
}

function settle(ventilationWPerK: number, inputs: Float64Array, of = zone): Float64Array {
  const step = twoElementStep(of, ventilationWPerK, 3600);
  const masses = new Float64Array(2);
  for (let i = 0; i < 20000; i += 1) advance(step, masses, inputs);
  return masses;
}

describe('a room of two elements', () => {
  test('comes to the temperature of its surroundings, windows included', () => {
    const inputs = inputsAt(11);
    const masses = settle(20, inputs);
    const step = twoElementStep(zone, 20, 3600);
    for (const row of Object.values(TEMPERATURE))
      expect(meanDegC(step, row, masses, inputs)).toBeCloseTo(11, 9);
    expect(masses[0]).toBeCloseTo(11, 9);
  });

  test('loses in the steady state what is put in: through wall, window and air', () => {
    const inputs = inputsAt(0, 500);
    inputs[INPUT.windowSurfaceW] = 40;
    inputs[INPUT.exteriorSurfaceW] = 30;
    inputs[INPUT.interiorSurfaceW] = 20;
    const masses = settle(20, inputs);
    const step = twoElementStep(zone, 20, 3600);
    const air = meanDegC(step, TEMPERATURE.airDegC, masses, inputs);
    const pane = meanDegC(step, TEMPERATURE.windowDegC, masses, inputs);
    const lostW =
      masses[0]! / zone.exterior.outerResistanceKPerW + pane / zone.window.resistanceKPerW + 20 * air;
    expect(lostW).toBeCloseTo(590, 6);
  });

  test('keeps its energy when nothing leaves it, step after step', () => {
    const sealed: TwoElementZone = {
      ...zone,
      exterior: { ...zone.exterior, outerResistanceKPerW: Infinity },
      window: { ...zone.window, areaM2: 0 },
    };
    const step = twoElementStep(sealed, 0, 3600);
    const masses = Float64Array.of(30, 10);
    const energyJ = (): number => 4e6 * masses[0]! + 1e7 * masses[1]!;
    const before = energyJ();
    for (let i = 0; i < 1000; i += 1) advance(step, masses, inputsAt(-20, 100));
    expect((energyJ() - before) / (100 * 3600 * 1000)).toBeCloseTo(1, 9);
  });

  test('is at the set-point with the power that the closed form gives, heating and cooling', () => {
    const step = twoElementStep(zone, 20, 900);
    for (const [outside, port] of [
      [-5, INPUT.airW],
      [38, INPUT.interiorSurfaceW],
    ] as const) {
      const masses = Float64Array.of(18, 27);
      const inputs = inputsAt(outside);
      const powerW = powerToHold(step, 22, port, masses, inputs);
      expect(Math.sign(powerW)).toBe(outside < 22 ? 1 : -1);
      inputs[port]! += powerW;
      expect(meanDegC(step, TEMPERATURE.airDegC, masses, inputs)).toBeCloseTo(22, 10);
    }
  });

  test('does not let the sun fall on the facade that it comes through', () => {
    const shares = surfaceShares(25, 60, 6, 10, 4);
    expect(shares.exterior).toBeCloseTo(15 / 77, 12);
    expect(shares.exterior + shares.interior + shares.window).toBeCloseTo(1, 12);
  });
});
