import { END_USES, NET_SIGNS } from '../../model/run';
import { BATTERY_STATE, BATTERY_STATE_AT } from '../arrays/buildingState';
import { firstBatteryState, runBattery, type Battery, type BatteryState } from '../devices/battery';
import { clear, type Steps } from '../devices/column';
import type { CompiledBuilding } from './compile';
import { endUseAt, type RowPlace } from './runRow';

function keep(battery: BatteryState, state: Float64Array): void {
  BATTERY_STATE.forEach((name, i) => {
    state[BATTERY_STATE_AT + i] = battery[name];
  });
}

/** A battery begins the year half full and new. */
export function startBattery(battery: Battery, state: Float64Array): void {
  keep(firstBatteryState(battery), state);
}

function stateOf(state: Float64Array): BatteryState {
  const [storedJ, capacityJ, ageDays, day, storedSumJ, stepsOfDay, movedJ] = state.subarray(BATTERY_STATE_AT);
  return {
    storedJ: storedJ!,
    capacityJ: capacityJ!,
    ageDays: ageDays!,
    day: day!,
    storedSumJ: storedSumJ!,
    stepsOfDay: stepsOfDay!,
    movedJ: movedJ!,
    lossJ: 0,
  };
}

/** The battery of a row over what all else draws and generates, cars included; none leaves its columns empty. */
export function runRowBattery(
  { battery }: CompiledBuilding,
  state: Float64Array,
  steps: Steps,
  place: RowPlace,
  netW: Float64Array,
): void {
  const { endUseW } = place.out;
  const chargeW = { values: endUseW, offset: endUseAt(place, 'batteryCharging') };
  const dischargeW = { values: endUseW, offset: endUseAt(place, 'batteryDischarging') };
  clear(chargeW, steps);
  clear(dischargeW, steps);
  if (battery === null) return;
  const count = steps.toStep - steps.fromStep;
  netW.fill(0);
  END_USES.forEach((use, u) => {
    const at = endUseAt(place, use);
    for (let i = 0; i < count; i += 1) netW[i] = netW[i]! + NET_SIGNS[u]! * endUseW[at + i]!;
  });
  const columns = { netW: { values: netW, offset: 0 }, chargeW, dischargeW };
  keep(runBattery(battery, stateOf(state), steps, columns), state);
}
