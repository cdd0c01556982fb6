import { normal, randomKey } from '../../../src/sim/numeric/random';
import type { CalibratedRun, CalibrationParameter } from '../../../src/study/calibration';

const HOURS = 8760;

function weather(hour: number): { outdoorC: number; windMPerS: number; sunW: number } {
  const year = (2 * Math.PI * hour) / HOURS;
  const day = (2 * Math.PI * (hour % 24)) / 24;
  return {
    outdoorC: 9 - 10 * Math.cos(year) - 4 * Math.cos(day - 0.8) + 2.5 * Math.sin(hour / 37),
    windMPerS: 3 + 2 * Math.sin(hour / 53) + Math.sin(hour / 11),
    sunW: Math.max(0, -Math.cos(day)) * (1200 - 700 * Math.cos(year)),
  };
}

/** A house heated electrically to a set-point, written for this test: losses, wind-driven infiltration, sun and people. */
export const house: CalibratedRun = (values) =>
  Float64Array.from({ length: HOURS }, (_, hour) => {
    const { outdoorC, windMPerS, sunW } = weather(hour);
    const lossWPerK = 110 * values.uValueFactor! + 60 * values.infiltrationPerH! * (0.4 + 0.3 * windMPerS);
    const gainsW = values.gainsW! * (hour % 24 >= 6 && hour % 24 < 23 ? 1.2 : 0.5);
    const heatW = Math.max(0, lossWPerK * (values.setpointDegC! - outdoorC) - gainsW - sunW);
    return heatW / 2.8 + gainsW * 0.9;
  });

export const PARAMETERS: readonly CalibrationParameter[] = [
  { id: 'infiltrationPerH', unit: '1/h', start: 0.5, lower: 0.1, upper: 1.5 },
  { id: 'setpointDegC', unit: 'DegC', start: 20, lower: 17, upper: 24 },
  { id: 'gainsW', unit: 'W', start: 400, lower: 100, upper: 1500 },
  { id: 'uValueFactor', unit: '1', start: 1, lower: 0.5, upper: 2 },
];

/** The meter: the house with values that the calibration does not know, and noise of a share of each hour. */
export function metered(truth: Readonly<Record<string, number>>, noise: number, seed: number): Float64Array {
  const key = randomKey(seed, 'house', 'meter noise');
  return house(truth).map((value, hour) => value * (1 + noise * normal(key, hour)));
}
