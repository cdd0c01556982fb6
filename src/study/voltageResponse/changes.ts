import type { NetworkLoads } from '../../sim/powerflow/network';
import { activeW, reactiveVar } from './inverter';
import { ANSWERING_USES, APPLIANCES, SUN, type AnsweringBuilding, type VoltageResponse } from './response';
import { zipAt } from './zip';

export const PHASES = 3;
const USES = ANSWERING_USES.length;

/** What the model gives answering buildings in every step, and what they would draw of it at any voltage. */
export interface Given {
  readonly steps: number;
  /** [building of the district][answering use][step], W. */
  readonly usesW: Float64Array;
  /** [answering building][step], W; positive = import. */
  readonly netW: Float64Array;
  /** [answering building][phase][step]: appliances of a phase over g(V0), and reactive power over h(V0); W and var. */
  readonly perActive: Float64Array;
  readonly perReactive: Float64Array;
}

export function givenOf(
  { buildings }: VoltageResponse,
  { netPW }: NetworkLoads,
  usesW: Float64Array,
  referencePu: Float64Array,
  steps: number,
): Given {
  const netW = new Float64Array(buildings.length * steps);
  const perActive = new Float64Array(PHASES * buildings.length * steps);
  const perReactive = new Float64Array(PHASES * buildings.length * steps);
  buildings.forEach(({ row, phases, appliances }, k) => {
    const at = PHASES * row * steps;
    for (let step = 0; step < steps; step += 1)
      netW[k * steps + step] = netPW[at + step]! + netPW[at + steps + step]! + netPW[at + 2 * steps + step]!;
    if (appliances === null) return;
    const { active, reactive, tanPhi } = appliances;
    const useAt = (row * USES + APPLIANCES) * steps;
    for (const phase of phases) {
      const own = (PHASES * k + phase) * steps;
      for (let step = 0; step < steps; step += 1) {
        const evenW = usesW[useAt + step]! / phases.length;
        perActive[own + step] = evenW / zipAt(active, referencePu[own + step]!);
        perReactive[own + step] = (tanPhi * evenW) / zipAt(reactive, referencePu[own + step]!);
      }
    }
  });
  return { steps, usesW, netW, perActive, perReactive };
}

/** How powers of some steps differ from what the model gave. */
export interface Changes {
  /** Which steps. */
  readonly active: readonly number[];
  /** [answering building][phase][position in `active`], W and var. */
  readonly appliancesW: Float64Array;
  readonly reactiveVar: Float64Array;
  /** [answering building][position]: of the panels, all phases together: 0 or less. */
  readonly sunW: Float64Array;
}

export function noChanges(buildings: number, active: readonly number[]): Changes {
  const rows = PHASES * buildings * active.length;
  return {
    active,
    appliancesW: new Float64Array(rows),
    reactiveVar: new Float64Array(rows),
    sunW: new Float64Array(buildings * active.length),
  };
}

/**
 * The changes at voltages vPu, [answering building][phase][position in `active`]:
 *
 *   appliances A, on each of n phases: (A / n) (g(V) / g(V0) - 1), and tan(phi) (A / n) (h(V) / h(V0) - 1)
 *   panels S, on m phases, at their mean voltage v: P = min(S, w(v) P_rated, what an export limit leaves),
 *     Q = q(v) S_rated held inside sqrt(S_rated^2 - P^2)
 *
 * with g and h the polynomials of active and reactive power, w volt-watt and q volt-var.
 */
export function changesAt(
  { buildings }: VoltageResponse,
  given: Given,
  active: readonly number[],
  vPu: Float64Array,
): Changes {
  const out = noChanges(buildings.length, active);
  buildings.forEach((building, k) => {
    if (building.appliances !== null) writeAppliances(building, k, given, vPu, out);
    if (building.inverter !== null) writeInverter(building, k, given, vPu, out);
  });
  return out;
}

function writeAppliances(
  { row, phases, appliances }: AnsweringBuilding,
  k: number,
  { steps, usesW, perActive, perReactive }: Given,
  vPu: Float64Array,
  { active: at, appliancesW, reactiveVar: changedVar }: Changes,
): void {
  const { active, reactive, tanPhi } = appliances!;
  const useAt = (row * USES + APPLIANCES) * steps;
  for (const phase of phases) {
    const full = (PHASES * k + phase) * steps;
    const own = (PHASES * k + phase) * at.length;
    for (let i = 0; i < at.length; i += 1) {
      const step = at[i]!;
      const evenW = usesW[useAt + step]! / phases.length;
      const v = vPu[own + i]!;
      appliancesW[own + i] = perActive[full + step]! * zipAt(active, v) - evenW;
      changedVar[own + i] = perReactive[full + step]! * zipAt(reactive, v) - tanPhi * evenW;
    }
  }
}

function writeInverter(
  { row, inverter }: AnsweringBuilding,
  k: number,
  { steps, usesW, netW }: Given,
  vPu: Float64Array,
  { active: at, appliancesW, reactiveVar: changedVar, sunW }: Changes,
): void {
  const { phases, exportLimitW } = inverter!;
  const count = at.length;
  const useAt = (row * USES + SUN) * steps;
  const own = PHASES * k * count;
  for (let i = 0; i < count; i += 1) {
    const offeredW = usesW[useAt + at[i]!]!;
    // In the dark the inverter stands still.
    if (!(offeredW > 0)) continue;
    let sumPu = 0;
    for (const phase of phases) sumPu += vPu[own + phase * count + i]!;
    const meanPu = sumPu / phases.length;
    const changedW =
      appliancesW[own + i]! + appliancesW[own + count + i]! + appliancesW[own + 2 * count + i]!;
    const excessW = Math.max(-(netW[k * steps + at[i]!]! + changedW) - exportLimitW, 0);
    const leftW = activeW(inverter!, Math.max(offeredW - excessW, 0), meanPu);
    sunW[k * count + i] = leftW - offeredW;
    const fedVar = reactiveVar(inverter!, leftW, meanPu) / phases.length;
    for (const phase of phases) changedVar[own + phase * count + i]! -= fedVar;
  }
}

/** Adds changes to net powers by phase of the same steps, [building of the district][phase][position], W and var. */
export function addChanges(
  { buildings }: VoltageResponse,
  { active, appliancesW, reactiveVar: changedVar, sunW }: Changes,
  netPW: Float64Array,
  netQVar: Float64Array,
): void {
  const count = active.length;
  buildings.forEach(({ row, inverter }, k) => {
    const [to, from] = [PHASES * row * count, PHASES * k * count];
    for (let i = 0; i < PHASES * count; i += 1) {
      netPW[to + i]! += appliancesW[from + i]!;
      netQVar[to + i]! += changedVar[from + i]!;
    }
    if (inverter === null) return;
    for (const phase of inverter.phases) {
      for (let i = 0; i < count; i += 1)
        netPW[to + phase * count + i]! -= sunW[k * count + i]! / inverter.phases.length;
    }
  });
}

/** Of each step, the largest difference of two changes in any phase of any building, W or var. */
export function gapsOf({ buildings }: VoltageResponse, one: Changes, other: Changes): Float64Array {
  const count = one.active.length;
  const gaps = new Float64Array(count);
  const compare = (a: Float64Array, b: Float64Array, share: (row: number) => number): void => {
    for (let row = 0; row * count < a.length; row += 1) {
      const scale = share(row);
      for (let i = 0; i < count; i += 1) {
        const gap = scale * Math.abs(a[row * count + i]! - b[row * count + i]!);
        if (gap > gaps[i]!) gaps[i] = gap;
      }
    }
  };
  compare(one.appliancesW, other.appliancesW, () => 1);
  compare(one.reactiveVar, other.reactiveVar, () => 1);
  compare(one.sunW, other.sunW, (k) => 1 / (buildings[k]!.inverter?.phases.length ?? 1));
  return gaps;
}
