import { exp } from '../../numeric/elementary';
import {
  COLUMN_COUNT,
  INPUT_COUNT,
  linearRoom,
  TEMPERATURE,
  TEMPERATURE_COUNT,
  type TwoElementZone,
} from './network';

/** A room made ready for steps of one length with one flow of air; exact for inputs that are constant over the step. */
export interface TwoElementStep {
  readonly stepS: number;
  /** Temperatures of the capacities at the end, [capacity][column]. */
  readonly next: Float64Array;
  /** Means over the step of air and surface temperatures, [temperature][column]. */
  readonly mean: Float64Array;
}

/** (e^z - 1) / z. */
function phi1(z: number): number {
  if (z > -1e-3 && z < 1e-3) return 1 + (z / 2) * (1 + (z / 3) * (1 + z / 4));
  return (exp(z) - 1) / z;
}

/** (phi1(z) - 1) / z. */
function phi2(z: number): number {
  if (z > -1e-2 && z < 1e-2) return 0.5 + (z / 6) * (1 + (z / 4) * (1 + (z / 5) * (1 + z / 6)));
  return (phi1(z) - 1) / z;
}

type Square = readonly [number, number, number, number];

/** f(A) of a matrix with the eigenvalues l1 and l2, by Sylvester: ((f(l1) (A - l2) - f(l2) (A - l1)) / (l1 - l2). */
function ofMatrix(f: (z: number) => number, [a, b, c, d]: Square, l1: number, l2: number): Square {
  const slope = (f(l1) - f(l2)) / (l1 - l2);
  const level = f(l1) - slope * l1;
  return [level + slope * a, slope * b, slope * c, level + slope * d];
}

/** Both eigenvalues of A; they are real because A is similar to a symmetric matrix, and kept apart for Sylvester. */
function eigenvalues([a, b, c, d]: Square): readonly [number, number] {
  const middle = (a + d) / 2;
  const spread = Math.sqrt(((a - d) / 2) * ((a - d) / 2) + Math.max(b * c, 0));
  const apart = Math.max(spread, 1e-7 * Math.max(Math.abs(middle), 1e-12));
  return [middle + apart, middle - apart];
}

/**
 * Coefficients of an exact step of `stepS` seconds with `ventilationWPerK` of supply air. README eq. 7 to 9.
 */
export function twoElementStep(
  zone: TwoElementZone,
  ventilationWPerK: number,
  stepS: number,
): TwoElementStep {
  const { temperatures, rates } = linearRoom(zone, ventilationWPerK);
  const scaled: Square = [
    stepS * rates[0]!,
    stepS * rates[1]!,
    stepS * rates[COLUMN_COUNT]!,
    stepS * rates[COLUMN_COUNT + 1]!,
  ];
  const [l1, l2] = eigenvalues(scaled);
  const kept = ofMatrix(exp, scaled, l1, l2);
  const first = ofMatrix(phi1, scaled, l1, l2);
  const second = ofMatrix(phi2, scaled, l1, l2);
  const next = new Float64Array(2 * COLUMN_COUNT);
  const state = new Float64Array(2 * COLUMN_COUNT);
  next.set([kept[0], kept[1]]);
  next.set([kept[2], kept[3]], COLUMN_COUNT);
  state.set([first[0], first[1]]);
  state.set([first[2], first[3]], COLUMN_COUNT);
  for (let column = 2; column < COLUMN_COUNT; column += 1) {
    const exterior = stepS * rates[column]!;
    const interior = stepS * rates[COLUMN_COUNT + column]!;
    next[column] = first[0] * exterior + first[1] * interior;
    next[COLUMN_COUNT + column] = first[2] * exterior + first[3] * interior;
    state[column] = second[0] * exterior + second[1] * interior;
    state[COLUMN_COUNT + column] = second[2] * exterior + second[3] * interior;
  }
  return { stepS, next, mean: meanTemperatures(temperatures, state) };
}

/** Massless temperatures of the mean state; the inputs act at once besides. */
function meanTemperatures(temperatures: Float64Array, state: Float64Array): Float64Array {
  const mean = new Float64Array(TEMPERATURE_COUNT * COLUMN_COUNT);
  for (let row = 0; row < TEMPERATURE_COUNT; row += 1) {
    const at = row * COLUMN_COUNT;
    for (let column = 0; column < COLUMN_COUNT; column += 1) {
      const direct = column < 2 ? 0 : temperatures[at + column]!;
      mean[at + column] =
        direct + temperatures[at]! * state[column]! + temperatures[at + 1]! * state[COLUMN_COUNT + column]!;
    }
  }
  return mean;
}

function form(rows: Float64Array, row: number, massesDegC: Float64Array, inputs: Float64Array): number {
  const at = row * COLUMN_COUNT;
  let sum = rows[at]! * massesDegC[0]! + rows[at + 1]! * massesDegC[1]!;
  for (let input = 0; input < INPUT_COUNT; input += 1) sum += rows[at + 2 + input]! * inputs[input]!;
  return sum;
}

/** Mean of one of the temperatures (`TEMPERATURE`) over the step, degC. */
export function meanDegC(
  step: TwoElementStep,
  temperature: number,
  massesDegC: Float64Array,
  inputs: Float64Array,
): number {
  return form(step.mean, temperature, massesDegC, inputs);
}

/**
 * Power, W, that has to be added at an input (`INPUT.airW` or a surface) for the air's mean over the step to be
 * `setDegC`; negative is cooling. Closed form, README eq. 10.
 */
export function powerToHold(
  step: TwoElementStep,
  setDegC: number,
  atInput: number,
  massesDegC: Float64Array,
  inputs: Float64Array,
): number {
  const lacking = setDegC - meanDegC(step, TEMPERATURE.airDegC, massesDegC, inputs);
  return lacking / step.mean[TEMPERATURE.airDegC * COLUMN_COUNT + 2 + atInput]!;
}

/** Takes the capacities' temperatures (exterior, interior) to the end of the step, in place. */
export function advance(step: TwoElementStep, massesDegC: Float64Array, inputs: Float64Array): void {
  const exterior = form(step.next, 0, massesDegC, inputs);
  massesDegC[1] = form(step.next, 1, massesDegC, inputs);
  massesDegC[0] = exterior;
}
