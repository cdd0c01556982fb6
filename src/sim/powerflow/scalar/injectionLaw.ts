import { exp, pow } from '../../numeric/elementary';
import type { InjectionTable } from '../problem';

/**
 * The law of an injection row (README, 8): with u = |V_plus - V_minus| / rated, the row is the admittance
 *
 *   y(u) = (p gP(u) - j q gQ(u)) / rated^2,   i = y (V_plus - V_minus),   g(u) = a + b / u + c / u^2
 *
 * a, b, c by range of u, as OpenDSS's Load.pas (DoConstantPQLoad, DoConstantILoad, DoZIPVModel, InterpolateY95_YLow,
 * InterpolateY95I_YLow; dss_capi) and Generator.pas have it:
 *
 *   u <= low           g = 1, whatever the mix
 *   low < u <= min     the current is a straight line in u from the range below to the one above:
 *                      power part from low to 1 / min, current part from low to 1, impedance part u itself
 *   min < u <= max     z + i / u + p / u^2
 *   u > max            constant: z + i / max + p / max^2
 *
 * Layout: [row][range][aP, bP, cP, aQ, bQ, cQ].
 */
export const RANGES = 4;
export const LAW_SIZE = 6 * RANGES;
const BELOW = 0;
const RISING = 6;
export const INSIDE = 12;
const ABOVE = 18;

export function compileLaws(table: InjectionTable): Float64Array {
  const laws = new Float64Array(table.count * LAW_SIZE);
  for (let row = 0; row < table.count; row++) {
    const outside = table.outside?.[row] ?? 0;
    for (let part = 0; part < 2; part++) {
      const [z, i, p] = [0, 1, 2].map((m) => table.zip[6 * row + 3 * part + m]!) as [number, number, number];
      const continued = continuation(outside, part, z, i, p);
      fillRow(laws, LAW_SIZE * row + 3 * part, [z, i, p], continued, table, row);
    }
  }
  return laws;
}

/** Shares of [impedance, current, power, fixed admittance] by which a part goes on outside its limits. */
function continuation(outside: number, part: number, z: number, i: number, p: number): readonly number[] {
  if (outside === 1) return [0, 0, 1, 0];
  if (outside === 2) return [0, 0, 0, 1];
  if (outside === 3) return part === 0 ? [0, 0, 0, 1] : [1, 0, 0, 0];
  return [z, i, p, 0];
}

function fillRow(
  laws: Float64Array,
  at: number,
  inside: readonly [number, number, number],
  continued: readonly number[],
  table: InjectionTable,
  row: number,
): void {
  const min = table.limits[3 * row]!;
  const max = table.limits[3 * row + 1]!;
  const low = table.limits[3 * row + 2]!;
  const [z, i, p, fixed] = continued as [number, number, number, number];
  laws[at + BELOW] = 1;
  const width = min - low;
  const slopeP = width > 0 ? (1 / min - low) / width : 0;
  const slopeI = width > 0 ? (1 - low) / width : 0;
  laws[at + RISING] = z + i * slopeI + p * slopeP + (min > 0 ? fixed / (min * min) : 0);
  laws[at + RISING + 1] = i * (low - slopeI * low) + p * (low - slopeP * low);
  laws[at + INSIDE] = inside[0];
  laws[at + INSIDE + 1] = inside[1];
  laws[at + INSIDE + 2] = inside[2];
  laws[at + ABOVE] = z + i / max + (p + fixed) / (max * max);
}

/** Offset of the range of u within a row's laws. */
export function lawRange(table: InjectionTable, row: number, u: number): number {
  if (u <= table.limits[3 * row + 2]!) return BELOW;
  if (u <= table.limits[3 * row]!) return RISING;
  return u > table.limits[3 * row + 1]! ? ABOVE : INSIDE;
}

/** gP, gQ and their derivatives by u: written into `result` [gP, gQ, dgP, dgQ]. */
export function evaluateLaw(
  table: InjectionTable,
  laws: Float64Array,
  row: number,
  u: number,
  result: Float64Array,
): void {
  const range = lawRange(table, row, u);
  const at = LAW_SIZE * row + range;
  const inverse = u > 0 ? 1 / u : 0;
  for (let part = 0; part < 2; part++) {
    const b = laws[at + 3 * part + 1]!;
    const c = laws[at + 3 * part + 2]!;
    result[part] = laws[at + 3 * part]! + (b + c * inverse) * inverse;
    result[2 + part] = -(b + 2 * c * inverse) * inverse * inverse;
    const exponent = table.exponents?.[2 * row + part] ?? NaN;
    if (range === INSIDE && exponent === exponent) {
      result[part] = pow(u, exponent - 2);
      result[2 + part] = (exponent - 2) * pow(u, exponent - 3);
    }
  }
  const cutOff = table.cutOffPu?.[row] ?? 0;
  if (cutOff > 0 && range !== BELOW) applyCutOff(u, cutOff, result);
}

/** Times (1 + tanh(500 (u - cutOff))) / 2, in the form that does not overflow (Load.pas, ZIPV[7]). */
function applyCutOff(u: number, cutOff: number, result: Float64Array): void {
  const decay = exp(-1000 * Math.abs(u - cutOff));
  const share = u >= cutOff ? 1 / (1 + decay) : decay / (1 + decay);
  const slope = 1000 * share * (1 - share);
  for (let part = 0; part < 2; part++) {
    result[2 + part] = result[2 + part]! * share + result[part]! * slope;
    result[part] = result[part]! * share;
  }
}
