import type { CompiledBuilding, CompiledBuildings } from './compile';
import { MARCH_STEPS, rowMarch, stateSize, type RowMarch } from './modal';
import { HEATING_CONVECTIVE_SHARE } from './modelOf';
import type { Stretch, ZoneColumns } from './runZone';
import { holdingPower, steadyState } from './steadyZone';
import type { MultiNodeRow } from './zones';

/** A stretch of the multi-node zone, in parts that a march takes. */
export function runMultiNode(
  { climate, modalYear }: CompiledBuildings,
  row: MultiNodeRow,
  state: Float64Array,
  fromStep: number,
  { steps, gains, heat, cool, air }: ZoneColumns,
  march: RowMarch = rowMarch(),
): void {
  for (let done = 0; done < steps; done += MARCH_STEPS) {
    const count = Math.min(MARCH_STEPS, steps - done);
    const from = ({ values, at }: Stretch): Stretch => ({ values, at: at + done });
    march.begin(modalYear, climate.sunWPerM2, fromStep + done, count);
    march.take(row, from(gains));
    runMonths(row, climate.monthStep, state, fromStep + done, count, march);
    march.give(from(heat), from(cool), from(air));
  }
}

/**
 * The steps of a march, month by month. A state is what the modes are above the constants of the month that its last step
 * lies in; the first step of a month moves it to that month's (README eq. 11), so that any cut of the year does the same sums.
 */
function runMonths(
  { building, groundK }: MultiNodeRow,
  monthStep: Int32Array,
  state: Float64Array,
  fromStep: number,
  steps: number,
  march: RowMarch,
): void {
  const { restK, shiftK } = building.zone;
  const toStep = fromStep + steps;
  let month = monthStep.length - 1;
  while (monthStep[month]! > fromStep) month -= 1;
  for (let step = fromStep; step < toStep; month += 1) {
    const nowK = groundK[month]!;
    if (step === monthStep[month]) {
      enterMonth(state, shiftK, groundK[(month + monthStep.length - 1) % monthStep.length]!, nowK);
    }
    const until = Math.min(toStep, monthStep[month + 1] ?? toStep);
    march.step(state, restK * nowK, step - fromStep, until - step);
    step = until;
  }
}

function enterMonth(state: Float64Array, shiftK: Float64Array, beforeK: number, nowK: number): void {
  for (let mode = 0; mode < shiftK.length; mode += 1) {
    state[mode] = state[mode]! + (shiftK[mode]! * beforeK - shiftK[mode]! * nowK);
  }
}

/** Fills the state after long mean weather of the steps from fromStep on, at the zone's mean heating set-point. */
export function startMultiNode(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  { building: { heating }, groundK, steady, closedWPerK }: MultiNodeRow,
  fromStep: number,
  toStep: number,
  state: Float64Array,
): void {
  const { tempDegC, skyDegC } = compiled.climate;
  const mean = (values: Float64Array, from = 0, to = values.length): number =>
    values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  const weather = {
    groundK: groundK.at(-1)!,
    outdoorDegC: mean(tempDegC, fromStep, toStep),
    skyDegC: mean(skyDegC, fromStep, toStep),
    exchangeWPerK: closedWPerK,
  };
  const holds = heating.capacityW > 0 ? mean(building.table.heatToDegC) : -Infinity;
  const power = holdingPower(steady, weather, holds, HEATING_CONVECTIVE_SHARE);
  state.fill(0);
  state.set(steadyState(steady, weather, power).subarray(0, stateSize(steady.zone)));
}
