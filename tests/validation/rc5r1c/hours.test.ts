import { describe, expect, test } from 'vitest';
import {
  affineCoefficients,
  COEFFICIENT_COUNT,
  stepZone,
  type Zone,
} from '../../../src/sim/buildings/fiveR1C';
import hours from './single-hours/case.json';

const { zone: room } = hours.input;
/** Heat capacity of air per volume in the reference: 1.2 kg/m3 x 1000 J/(kg K). */
const AIR_J_PER_M3K = 1200;
/** Effective mass area of a medium building, ISO 13790 table 12. */
const MASS_AREA_PER_FLOOR = 2.5;

/** Recovery acts on the mechanical part of the flow of air only. */
function zoneOf(input: (typeof hours.cases)[number]['input']): Zone {
  const airPerH = input.ventilationPerH * (1 - input.heatRecovery) + input.infiltrationPerH;
  return {
    floorM2: room.floorM2,
    massAreaM2: MASS_AREA_PER_FLOOR * room.floorM2,
    totalAreaM2: room.totalAreaM2,
    hWindowWPerK: room.uWindowWPerM2K * room.windowM2,
    hOpaqueWPerK: room.uWallWPerM2K * room.wallM2,
    hVentilationWPerK: (AIR_J_PER_M3K * room.volumeM3 * airPerH) / 3600,
    heatCapacityJPerK: room.heatCapacityJPerM2K * room.floorM2,
  };
}

describe(`${hours.title} (${hours.origin})`, () => {
  test('are all here, but for one that emits heat in a way that the zone has not', () => {
    expect(hours.cases.length + hours.leftOut.length).toBe(18);
    expect(hours.leftOut.length).toBe(1);
  });

  test.each(hours.cases)('$name', ({ input, expected }) => {
    const zone = zoneOf(input);
    const c = new Float64Array(COEFFICIENT_COUNT);
    affineCoefficients(zone, 3600, c, 0);
    const given = [input.massBeforeDegC, input.outdoorDegC, input.internalW, input.solarW] as const;
    const freeDegC = given.reduce((sum, value, i) => sum + c[i]! * value, 0);
    const setDegC = Math.max(room.heatToDegC, Math.min(room.coolToDegC, freeDegC));
    const limitW = room.limitWPerM2 * room.floorM2;
    const hvacW = Math.max(-limitW, Math.min(limitW, (setDegC - freeDegC) / c[4]!));
    const { massMeanDegC } = stepZone(zone, 3600, ...given, hvacW);
    expect(Math.abs(hvacW - expected.hvacW)).toBeLessThanOrEqual(hours.tolerance.hvacW + 1e-9);
    expect(Math.abs(massMeanDegC - expected.massDegC)).toBeLessThanOrEqual(hours.tolerance.massDegC + 1e-9);
  });
});
