import type { StoredCourse } from '../../kpi/community';
import type { District } from '../../model/district';
import type { RunResult } from '../runResult';
import type { CommunityGroup } from './communityGroups';

/** A battery that a community owns, as a run moved it. */
export interface RunBattery {
  readonly id: string;
  readonly course: StoredCourse;
}

/** The battery of a community in a year. */
export interface CommunityBattery {
  readonly id: string;
  readonly chargedJ: number;
  readonly dischargedJ: number;
  readonly lossJ: number;
}

/**
 * The battery of a community: the one behind its transformer whose first owner is in the group, which others may have joined since.
 * None where nobody but the operator has one, or another group behind the transformer.
 */
export function communityBatteryOf(
  { network, buildings }: Pick<District, 'network' | 'buildings'>,
  { rows, table, stepCount, stepS }: RunResult,
  { transformerId, rows: group }: Pick<CommunityGroup, 'transformerId' | 'rows'>,
): RunBattery | undefined {
  const ids = new Set(group.map((row) => buildings[row]!.id));
  const storage = (network?.storages ?? []).find(
    (one) =>
      one.transformerId === transformerId && one.members !== undefined && ids.has(one.members[0] ?? ''),
  );
  const row = storage === undefined ? -1 : rows.storageIds.indexOf(storage.id);
  if (storage === undefined || row < 0) return undefined;
  const of = (column: Float64Array) => column.subarray(row * stepCount, (row + 1) * stepCount);
  const [chargeW, dischargeW] = [of(table.storageChargeW), of(table.storageDischargeW)];
  const [chargedJ, dischargedJ] = [energyJ(chargeW, stepS), energyJ(dischargeW, stepS)];
  // All losses are booked on charging (sim/devices/storage.md).
  const lossJ = (1 - storage.roundTripEfficiency) * chargedJ;
  const storedJ = chargedJ - lossJ - dischargedJ;
  return { id: storage.id, course: { chargeW, dischargeW, lossJ, storedJ } };
}

export function batteryYear({ id, course }: RunBattery, stepS: number): CommunityBattery {
  const { chargeW, dischargeW, lossJ } = course;
  return { id, chargedJ: energyJ(chargeW, stepS), dischargedJ: energyJ(dischargeW, stepS), lossJ };
}

const energyJ = (powerW: Float64Array, stepS: number): number =>
  powerW.reduce((sum, power) => sum + power, 0) * stepS;
