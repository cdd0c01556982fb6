import type { ReferredProblem } from '../flow';
import type { FlowProblem, InjectionTable } from '../problem';
import { BLOCK_SIZE } from './block3';

/**
 * A zone on delta windings alone is held to earth by next to nothing (OpenDSS puts 1e-9 S there). Its voltage to earth is a
 * rounding error of the currents divided by that, and would drown the voltages between phases that all loads see. So one
 * slot c becomes the zone's own reference: with v = T w, where w_c = v_c and w_s = v_s - v_c,
 *
 *   Y' = T' Y T,   j' = T' j,   and the current into c becomes the sum of all: exactly zero for loads between phases.
 *
 * Rows and columns of c vanish but for the true earth parts, and both kinds of voltage are accurate by themselves.
 */
export function referFloating(
  problem: FlowProblem,
  zone: Int32Array,
): { readonly problem: FlowProblem; readonly reference: Int8Array } {
  const reference = referenceSlots(problem, zone);
  if (!reference.some((slot) => slot >= 0)) return { problem, reference };
  const at = (blocks: Int32Array, m: number): number => reference[blocks[m]!]!;
  const mapBlocks = (blocks: Float64Array, left: (m: number) => number, right: (m: number) => number) => {
    const result = blocks.slice();
    for (let m = 0; BLOCK_SIZE * m < blocks.length; m++) congruence(result, m, left(m), right(m));
    return result;
  };
  const own = (block: number): number => reference[block]!;
  const sourceCurrent = referCurrents(problem.sourceCurrent, reference);
  const { seriesFrom, couplingFrom, couplingTo } = problem;
  return {
    reference,
    problem: {
      ...problem,
      series: mapBlocks(
        problem.series,
        (m) => at(seriesFrom, m),
        (m) => at(seriesFrom, m),
      ),
      coupling: mapBlocks(
        problem.coupling,
        (m) => at(couplingFrom, m),
        (m) => at(couplingTo, m),
      ),
      earth: mapBlocks(problem.earth, own, own),
      shunt: mapBlocks(problem.shunt, own, own),
      sourceCurrent,
      injections: referRows(problem.injections, reference),
    },
  };
}

/** j' = T' j, [block][3][re, im]. */
export function referCurrents(current: Float64Array, reference: Int8Array): Float64Array {
  const result = current.slice();
  reference.forEach((slot, block) => {
    if (slot < 0) return;
    for (let part = 0; part < 2; part++) {
      const c = 6 * block + 2 * slot + part;
      for (let s = 0; s < 3; s++) {
        if (s !== slot) result[c] = result[c]! + current[6 * block + 2 * s + part]!;
      }
    }
  });
  return result;
}

/** An earlier problem's references with the rows of this one, where they would be chosen alike; else null. */
export function referAlike(
  problem: FlowProblem,
  zone: Int32Array,
  earlier: ReferredProblem,
): ReferredProblem | null {
  const reference = referenceSlots(problem, zone);
  if (reference.some((slot, block) => slot !== earlier.reference[block])) return null;
  if (!reference.some((slot) => slot >= 0)) return { ...earlier, problem };
  return {
    ...earlier,
    problem: { ...earlier.problem, injections: referRows(problem.injections, reference) },
  };
}

/** In place: voltages of the iteration into node voltages, [block][3][re, im]. */
export function toNodeVoltages(reference: Int8Array, voltage: Float64Array): void {
  for (let block = 0; block < reference.length; block++) {
    const slot = reference[block]!;
    if (slot < 0) continue;
    const c = 6 * block + 2 * slot;
    for (let s = 0; s < 3; s++) {
      if (s === slot) continue;
      const node = 6 * block + 2 * s;
      voltage[node] = voltage[node]! + voltage[c]!;
      voltage[node + 1] = voltage[node + 1]! + voltage[c + 1]!;
    }
  }
}

/** Beside its admittances, what a zone may have to earth and still be taken as floating. */
const WEAK = 1e-3;

/** [block]: slot c of floating zones whose rows all lie between the phases of one block; else -1. */
function referenceSlots(problem: FlowProblem, zone: Int32Array): Int8Array {
  const n = problem.blockCount;
  const plain = new Uint8Array(n);
  const missing = new Uint8Array(3 * n);
  const { plus, minus, count } = problem.injections;
  for (let row = 0; row < count; row++) {
    const [a, b] = [plus[row]!, minus[row]!];
    const inside = a >= 0 && b >= 0 && ((a / 3) | 0) === ((b / 3) | 0);
    if (inside) continue;
    for (const node of [a, b]) if (node >= 0) plain[zone[(node / 3) | 0]!] = 1;
  }
  const hold = new Float64Array(n);
  const size = new Float64Array(n);
  const weigh = (block: number, blocks: Float64Array, m: number, transposed: boolean): void => {
    const z = zone[block]!;
    const { sums, diagonal } = rowSums(blocks, m, transposed);
    hold[z] = hold[z]! + sums;
    size[z] = size[z]! + diagonal;
  };
  for (let block = 0; block < n; block++) {
    for (let slot = 0; slot < 3; slot++) {
      if (problem.present[3 * block + slot] === 0) missing[3 * zone[block]! + slot] = 1;
    }
    weigh(block, problem.earth, block, false);
    weigh(block, problem.shunt, block, false);
  }
  for (let m = 0; m < problem.couplingFrom.length; m++) {
    weigh(problem.couplingFrom[m]!, problem.coupling, m, true);
    weigh(problem.couplingTo[m]!, problem.coupling, m, false);
  }
  return Int8Array.from(zone, (z) => {
    if (plain[z] === 1 || !(hold[z]! < WEAK * size[z]!)) return -1;
    return [2, 1, 0].find((slot) => missing[3 * z + slot] === 0) ?? -1;
  });
}

/** Sizes of the row sums of a block (or of its column sums), and of its entries. */
function rowSums(blocks: Float64Array, m: number, transposed: boolean): { sums: number; diagonal: number } {
  let sums = 0;
  let diagonal = 0;
  for (let r = 0; r < 3; r++) {
    for (let part = 0; part < 2; part++) {
      let sum = 0;
      for (let c = 0; c < 3; c++) {
        const value = blocks[BLOCK_SIZE * m + (transposed ? 6 * c + 2 * r : 6 * r + 2 * c) + part]!;
        sum += value;
        diagonal += Math.abs(value);
      }
      sums += Math.abs(sum);
    }
  }
  return { sums, diagonal };
}

const ROUNDING = 64 * Number.EPSILON;

/** blocks[m] := T_left' blocks[m] T_right; slot -1 = no change. Sums that cancel but for rounding become zero. */
function congruence(blocks: Float64Array, m: number, left: number, right: number): void {
  for (let part = 0; part < 2; part++) {
    const base = BLOCK_SIZE * m + part;
    if (right >= 0) for (let r = 0; r < 3; r++) gather(blocks, base + 6 * r, 2, right);
    if (left >= 0) for (let c = 0; c < 3; c++) gather(blocks, base + 2 * c, 6, left);
  }
}

function gather(a: Float64Array, at: number, step: number, slot: number): void {
  let sum = 0;
  let size = 0;
  for (let s = 0; s < 3; s++) {
    sum += a[at + step * s]!;
    size += Math.abs(a[at + step * s]!);
  }
  a[at + step * slot] = Math.abs(sum) <= ROUNDING * size ? 0 : sum;
}

/** A row to the reference becomes one to earth; the reference itself comes second, as rows have no direction. */
function referRows(table: InjectionTable, reference: Int8Array): InjectionTable {
  const plus = table.plus.slice();
  const minus = table.minus.slice();
  for (let row = 0; row < table.count; row++) {
    const block = (Math.max(plus[row]!, minus[row]!) / 3) | 0;
    const c = 3 * block + reference[block]!;
    if (reference[block]! < 0) continue;
    if (plus[row] === c) plus[row] = minus[row]!;
    else if (minus[row] !== c) continue;
    minus[row] = -1;
  }
  return { ...table, plus, minus };
}
