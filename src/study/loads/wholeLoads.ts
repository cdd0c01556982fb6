import { NET_SIGNS } from '../../model/run';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';

/**
 * Loads of a year are whole multiples of it: far below what any load is known to, sums of them are exact in any order, and
 * two or three bytes hold one.
 */
export const LOAD_QUANTUM_W = 0.125;

/** 1.5 x 2^52 quanta: what is added to it is rounded to whole quanta, ties to even; right up to 2^50 W. */
const ROUNDER = 1.5 * 4503599627370496 * LOAD_QUANTUM_W;

export function wholeW(powerW: number): number {
  return powerW + ROUNDER - ROUNDER;
}

/** Columns of BUILDING_LOADS in W or var and their courses a row; power by phase follows from the end uses. */
const ROUNDED = [
  ['endUseW', NET_SIGNS.length],
  ['netQVar', 3],
  ['heatNeedW', 1],
  ['coolNeedW', 1],
  ['hotWaterNeedW', 1],
  ['fuelW', 1],
  ['curtailedW', 1],
] as const;

/** Rounds all rows of loads in place, see `roundRow`. */
export function roundLoads(
  loads: BuildingLoads,
  rows: readonly { readonly phases: readonly number[] }[],
  steps: number,
): void {
  const netW = new Float64Array(steps);
  rows.forEach(({ phases }, row) => roundRow(loads, row, phases, netW));
}

/**
 * Rounds a row of loads in place and writes its net power. Power by phase is then the net power, `n = sum(sign x use)`, evenly
 * over the phases of the service, and by how much a phase differs from that, in whole quanta and zero in sum: phases add up
 * to uses exactly.
 */
export function roundRow(
  loads: BuildingLoads,
  row: number,
  phases: readonly number[],
  netW: Float64Array,
): void {
  const steps = netW.length;
  for (const [name, courses] of ROUNDED)
    roundColumn(loads[name], row * courses * steps, (row + 1) * courses * steps);
  writeNetW(loads, row, steps, netW);
  balancePhases(loads.netPW, 3 * row * steps, phases, netW);
}

function roundColumn(column: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i += 1) column[i] = wholeW(column[i]!);
}

/** Net power of a row, loads less generation. */
export function writeNetW(
  loads: Pick<BuildingLoads, 'endUseW'>,
  row: number,
  steps: number,
  netW: Float64Array,
): void {
  netW.fill(0);
  for (let use = 0; use < NET_SIGNS.length; use += 1)
    addScaled(netW, 0, loads.endUseW, (row * NET_SIGNS.length + use) * steps, steps, NET_SIGNS[use]!);
}

/** total[at + i] += scale x part[from + i] */
export function addScaled(
  total: Float64Array,
  at: number,
  part: Float64Array,
  from: number,
  count: number,
  scale: number,
): void {
  for (let i = 0; i < count; i += 1) total[at + i]! += scale * part[from + i]!;
}

function balancePhases(netPW: Float64Array, at: number, phases: readonly number[], netW: Float64Array): void {
  const steps = netW.length;
  const first = at + phases[0]! * steps;
  for (let step = 0; step < steps; step += 1) {
    let sumW = 0;
    for (let k = 0; k < phases.length; k += 1) sumW += netPW[at + phases[k]! * steps + step]!;
    const evenW = netW[step]! / phases.length;
    let othersW = 0;
    for (let k = 1; k < phases.length; k += 1) {
      const place = at + phases[k]! * steps + step;
      const extraW = wholeW(netPW[place]! - sumW / phases.length);
      netPW[place] = evenW + extraW;
      othersW += extraW;
    }
    netPW[first + step] = evenW - othersW;
  }
}
