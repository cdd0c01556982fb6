import type { InjectionTable } from '../problem';
import { compileLaws, LAW_SIZE } from '../scalar/injectionLaw';
import { ELEMENT_NUMBERS } from './header';

/**
 * Injection rows by how the kernel takes them. "Fused": constant power from a node to earth, in the sweep itself, all rows
 * of a node as one sum. "Elements": every other law, in a loop before the sweep, equal rows as one sum.
 */
export interface InjectionPlan {
  /** Sums of rows: [sum] -> rows [start[sum], start[sum + 1]). The first `fusedCount` sums are fused. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
  readonly fusedCount: number;
  /** [sum]: node (3 * block + slot) of plus and minus (-1 = earth). */
  readonly plus: Int32Array;
  readonly minus: Int32Array;
  /** [fused sum][low, least, most, a, b, c]: squares of |V| and admittances per power, see header (bounds, rules). */
  readonly bounds: Float64Array;
  readonly hasBounds: boolean;
  /** [element][ELEMENT_NUMBERS] */
  readonly laws: Float64Array;
}

const FUSED_NUMBERS = 6;

/** The kernel has no powers of arbitrary exponent and no smooth cut-off: such rows go to the scalar solver. */
export function kernelTakes(table: InjectionTable): boolean {
  const fractional = table.exponents?.some((exponent) => !Number.isNaN(exponent)) ?? false;
  const cutOff = table.cutOffPu?.some((voltage) => voltage > 0) ?? false;
  return !fractional && !cutOff;
}

export function planInjections(table: InjectionTable): InjectionPlan {
  const laws = compileLaws(table);
  const fused = new Map<number, number[]>();
  const elements = new Map<string, number[]>();
  for (let row = 0; row < table.count; row++) {
    const node = table.plus[row]!;
    const there = fused.get(node);
    if (isFusible(table, laws, row) && (!there || sameLaw(table, laws, there[0]!, row))) {
      if (there) there.push(row);
      else fused.set(node, [row]);
      continue;
    }
    const law = laws.subarray(LAW_SIZE * row, LAW_SIZE * (row + 1)).join(' ');
    const key = [node, table.minus[row], ...thresholds(table, row), law].join(' ');
    const same = elements.get(key);
    if (same) same.push(row);
    else elements.set(key, [row]);
  }
  const sums = [...fused.values(), ...elements.values()];
  const start = new Int32Array(sums.length + 1);
  sums.forEach((rows, sum) => (start[sum + 1] = start[sum]! + rows.length));
  const firsts = sums.map((rows) => rows[0]!);
  return {
    start,
    rows: Int32Array.from(sums.flat()),
    fusedCount: fused.size,
    plus: Int32Array.from(firsts, (row) => table.plus[row]!),
    minus: Int32Array.from(firsts, (row) => table.minus[row]!),
    ...boundsOf(table, laws, firsts.slice(0, fused.size)),
    laws: elementLaws(table, laws, firsts.slice(fused.size)),
  };
}

/** |V|^2 at low, min and max. */
function thresholds(table: InjectionTable, row: number): readonly [number, number, number] {
  const square = (limit: number): number => {
    const voltage = limit * table.ratedVoltagePu[row]!;
    return voltage * voltage;
  };
  const [min, max, low] = table.limits.subarray(3 * row, 3 * row + 3);
  return [square(low!), square(min!), square(max!)];
}

/** Constant power to earth, p and q alike, constant admittance above the limits, a / 1 + b / u below. */
function isFusible(table: InjectionTable, laws: Float64Array, row: number): boolean {
  if (table.plus[row]! < 0 || table.minus[row]! >= 0) return false;
  const at = LAW_SIZE * row;
  const max = table.limits[3 * row + 1]!;
  for (let part = 0; part < 2; part++) {
    const inside = laws.subarray(at + 12 + 3 * part);
    const above = laws.subarray(at + 18 + 3 * part);
    if (inside[0] !== 0 || inside[1] !== 0 || inside[2] !== 1) return false;
    if (above[0] !== 1 / (max * max) || above[1] !== 0 || above[2] !== 0) return false;
  }
  for (let m = 0; m < 3; m++) if (laws[at + 6 + m] !== laws[at + 9 + m]) return false;
  return laws[at + 8] === 0;
}

function sameLaw(table: InjectionTable, laws: Float64Array, a: number, b: number): boolean {
  if (table.ratedVoltagePu[a] !== table.ratedVoltagePu[b]) {
    const unlimited = (row: number): boolean =>
      !(table.limits[3 * row]! > 0) && table.limits[3 * row + 1] === Infinity;
    return unlimited(a) && unlimited(b);
  }
  for (let m = 0; m < 3; m++) if (table.limits[3 * a + m] !== table.limits[3 * b + m]) return false;
  for (let m = 0; m < LAW_SIZE; m++) if (laws[LAW_SIZE * a + m] !== laws[LAW_SIZE * b + m]) return false;
  return true;
}

function boundsOf(
  table: InjectionTable,
  laws: Float64Array,
  rows: readonly number[],
): { readonly bounds: Float64Array; readonly hasBounds: boolean } {
  const bounds = new Float64Array(FUSED_NUMBERS * rows.length);
  let hasBounds = false;
  rows.forEach((row, sum) => {
    const rated = table.ratedVoltagePu[row]!;
    const [low, least, most] = thresholds(table, row);
    const [a, b] = laws.subarray(LAW_SIZE * row + 6, LAW_SIZE * row + 8);
    bounds.set(
      [low, least, most, a! / (rated * rated), b! / rated, 1 / (rated * rated)],
      FUSED_NUMBERS * sum,
    );
    if (least > 0 || most < Infinity) hasBounds = true;
  });
  return { bounds, hasBounds };
}

function elementLaws(table: InjectionTable, laws: Float64Array, rows: readonly number[]): Float64Array {
  const result = new Float64Array(ELEMENT_NUMBERS * rows.length);
  rows.forEach((row, element) => {
    const rated = table.ratedVoltagePu[row]!;
    result.set(thresholds(table, row), ELEMENT_NUMBERS * element);
    for (let m = 0; m < LAW_SIZE; m++) {
      // a, b, c belong to 1, 1 / u, 1 / u^2 of u = |V| / rated, and the admittance is g / rated^2.
      const scale = m % 3 === 0 ? rated * rated : m % 3 === 1 ? rated : 1;
      result[ELEMENT_NUMBERS * element + 3 + m] = laws[LAW_SIZE * row + m]! / scale;
    }
  });
  return result;
}
