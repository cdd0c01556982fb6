import type { CompiledBuilding, CompiledBuildings } from './compile';
import { REFERENCE_DEG_C, runModal, stateSize, SUN_DRIVES, type ModalZone } from './modal';
import { HEATING_CONVECTIVE_SHARE } from './modelOf';
import type { Stretch, ZoneColumns } from './runZone';
import { holdingPower, steadyState } from './steadyZone';
import { fillSunDrives } from './sunDrives';
import type { MultiNodeRow } from './zones';

/**
 * A stretch of the multi-node zone, month by month. A state is what the modes are above the constants of the month that
 * its last step lies in; the first step of a month moves it to that month's (README eq. 11), so that any cut of the year
 * does the same sums.
 */
export function runMultiNode(
  compiled: CompiledBuildings,
  zone: MultiNodeRow,
  state: Float64Array,
  fromStep: number,
  columns: ZoneColumns,
  sun: Stretch,
  lit: readonly number[],
): void {
  const { steps, gains, heat, cool, air } = columns;
  fillSunDrives(zone.sun, fromStep, steps, lit, sun);
  const { monthStep } = compiled.climate;
  const toStep = fromStep + steps;
  let month = monthStep.length - 1;
  while (monthStep[month]! > fromStep) month -= 1;
  for (let step = fromStep; step < toStep; month += 1) {
    if (step === monthStep[month]) {
      const before = zone.months[(month + monthStep.length - 1) % monthStep.length]!;
      enterMonth(state, before.zone, zone.months[month]!.zone);
    }
    const until = Math.min(toStep, monthStep[month + 1] ?? toStep);
    const done = step - fromStep;
    const from = ({ values, at }: Stretch, width = 1): Stretch => ({ values, at: at + done * width });
    runModal(
      zone.months[month]!,
      compiled.modalYear,
      state,
      step,
      until - step,
      { sun: from(sun, SUN_DRIVES), appliancesW: from(gains) },
      { heatW: from(heat), coolW: from(cool), tempK: from(air) },
    );
    step = until;
  }
  for (let i = 0; i < steps; i += 1) air.values[air.at + i] = air.values[air.at + i]! + REFERENCE_DEG_C;
}

function enterMonth(state: Float64Array, before: ModalZone, now: ModalZone): void {
  for (let mode = 0; mode < now.modeCount; mode += 1) {
    state[mode] = state[mode]! + (before.shiftK[mode]! - now.shiftK[mode]!);
  }
}

/** Fills the state after long mean weather of the steps from fromStep on, at the zone's mean heating set-point. */
export function startMultiNode(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  zone: MultiNodeRow,
  fromStep: number,
  toStep: number,
  state: Float64Array,
): void {
  const { tempDegC, skyDegC } = compiled.climate;
  const { heating } = zone.months.at(-1)!;
  const steady = zone.steady.at(-1)!;
  const mean = (values: Float64Array, from = 0, to = values.length): number =>
    values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  const weather = {
    outdoorDegC: mean(tempDegC, fromStep, toStep),
    skyDegC: mean(skyDegC, fromStep, toStep),
    exchangeWPerK: zone.closedWPerK,
  };
  const holds = heating.capacityW > 0 ? mean(building.table.heatToDegC) : -Infinity;
  const power = holdingPower(steady, weather, holds, HEATING_CONVECTIVE_SHARE);
  state.fill(0);
  state.set(steadyState(steady, weather, power).subarray(0, stateSize(steady.zone)));
}
