import type { HomeBattery } from '../../model/building';
import { batteryOf, firstBatteryState, runBattery } from '../../sim/devices/battery';

/** What one member's meter shows; mean powers of the steps, non-negative. */
export interface MemberFlows {
  readonly importW: Float64Array;
  readonly exportW: Float64Array;
}

/** What the community owns: panels with a meter of their own, and a battery that holds its surplus. */
export interface CommunityPlant {
  readonly generationW: Float64Array;
  /** Run for self-consumption of the community: never charged from the grid, nor discharged into it. */
  readonly battery?: Omit<HomeBattery, 'control' | 'chargesFromGrid' | 'dischargesIntoGrid'>;
  /** In the place of `battery`: what one did that has been run already. */
  readonly stored?: StoredCourse;
}

/** Who used what of the community's supply, W by step; rows in the order of the members. */
export interface SharedFlows {
  /** Of each member's import, covered by the community. */
  readonly allocatedW: readonly Float64Array[];
  /** Of each member's export, used or stored by the community. */
  readonly creditedW: readonly Float64Array[];
  /** Of the plant's output, used or stored by the community. */
  readonly plantUsedW: Float64Array;
  /** Of the plant's output, given to the grid. */
  readonly plantSurplusW: Float64Array;
  readonly chargeW: Float64Array;
  readonly dischargeW: Float64Array;
  /** Heat of the battery. */
  readonly batteryLossJ: number;
  /** Stored at the end less stored at the start. */
  readonly storedJ: number;
}

/**
 * Shares a year's supply step by step: supply S = exports + plant + discharge, demand D = imports. Covered
 * A = min(D, S - charge), member i's part A D_i / D; of every supplier the part (A + charge) / S is used. README eq. 1 to 4.
 */
export function sharedFlows(
  members: readonly MemberFlows[],
  plant: CommunityPlant,
  stepS: number,
): SharedFlows {
  const steps = plant.generationW.length;
  const demandW = sumOf(
    members.map(({ importW }) => importW),
    steps,
  );
  const exportW = sumOf(
    members.map(({ exportW: given }) => given),
    steps,
  );
  const { generationW } = plant;
  const netW = demandW.map((demand, step) => demand - exportW[step]! - generationW[step]!);
  const { chargeW, dischargeW, lossJ, storedJ } = runStorage(plant, netW, stepS);
  const coveredShare = new Float64Array(steps);
  const usedShare = new Float64Array(steps);
  for (let step = 0; step < steps; step += 1) {
    const supply = exportW[step]! + generationW[step]! + dischargeW[step]!;
    const covered = Math.max(0, Math.min(demandW[step]!, supply - chargeW[step]!));
    coveredShare[step] = demandW[step]! > 0 ? covered / demandW[step]! : 0;
    usedShare[step] = supply > 0 ? Math.min(1, (covered + chargeW[step]!) / supply) : 0;
  }
  const plantW = generationW.map((power, step) => power + dischargeW[step]!);
  return {
    allocatedW: members.map(({ importW }) => importW.map((power, step) => power * coveredShare[step]!)),
    creditedW: members.map(({ exportW: given }) => given.map((power, step) => power * usedShare[step]!)),
    plantUsedW: plantW.map((power, step) => power * usedShare[step]!),
    plantSurplusW: plantW.map((power, step) => power - power * usedShare[step]!),
    chargeW,
    dischargeW,
    batteryLossJ: lossJ,
    storedJ,
  };
}

function sumOf(columns: readonly Float64Array[], steps: number): Float64Array {
  const sums = new Float64Array(steps);
  for (const column of columns) for (let step = 0; step < steps; step += 1) sums[step]! += column[step]!;
  return sums;
}

/** What a battery took in and gave, and where the difference is. */
export interface StoredCourse {
  readonly chargeW: Float64Array;
  readonly dischargeW: Float64Array;
  readonly lossJ: number;
  readonly storedJ: number;
}

function runStorage(plant: CommunityPlant, netW: Float64Array, stepS: number): StoredCourse {
  if (plant.stored !== undefined) return plant.stored;
  const chargeW = new Float64Array(netW.length);
  const dischargeW = new Float64Array(netW.length);
  if (plant.battery === undefined) return { chargeW, dischargeW, lossJ: 0, storedJ: 0 };
  const battery = batteryOf({
    ...plant.battery,
    control: { kind: 'selfConsumption' },
    chargesFromGrid: false,
    dischargesIntoGrid: false,
  });
  // Empty at first: nothing that was not put in is given out.
  const first = firstBatteryState(battery, battery.minStoredShare);
  const column = (values: Float64Array) => ({ values, offset: 0 });
  const steps = { fromStep: 0, toStep: netW.length, stepMin: stepS / 60 };
  const last = runBattery(battery, first, steps, {
    netW: column(netW),
    chargeW: column(chargeW),
    dischargeW: column(dischargeW),
  });
  return { chargeW, dischargeW, lossJ: last.lossJ, storedJ: last.storedJ - first.storedJ };
}
