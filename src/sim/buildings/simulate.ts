import type { BuildingLoads } from '../arrays/buildingLoads';
import { BUILDING_STATE_NUMBERS } from '../arrays/buildingState';
import type { Column, Steps } from '../devices/column';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { takeExhausted } from './exhaust';
import { fillAppliances, fillPersons } from './fillPeople';
import { splitOverPhases } from './phases';
import { noonBefore, Rooms, runNights } from './planNights';
import { runRowBattery, startBattery } from './rowBattery';
import { limitExport } from './rowExport';
import { startMultiNode } from './runMultiNode';
import { addGains, rowScratchOf, runRow, runThermal, type RowScratch } from './runRow';
import type { Stretch } from './runZone';
import { plansNights, type SinglePhaseVehicles } from './vehicleColumns';
import { startTank } from './waterTank';

/** What the rows of one call share. */
interface Call {
  readonly steps: Steps;
  readonly scratch: RowScratch;
  readonly rooms: Rooms;
  readonly single: SinglePhaseVehicles;
  readonly netW: Float64Array;
}

function callOf(compiled: CompiledBuildings, fromStep: number, toStep: number): Call {
  const column = (): Column => ({ values: new Float64Array(toStep - fromStep), offset: 0 });
  return {
    steps: { fromStep, toStep, stepMin: compiled.calendar.stepS / 60 },
    scratch: rowScratchOf(compiled, fromStep, toStep),
    rooms: new Rooms(compiled),
    single: {
      singleChargeW: [column(), column(), column()],
      singleDischargeW: [column(), column(), column()],
    },
    netW: new Float64Array(toStep - fromStep),
  };
}

/** One row of one chunk; its state is changed in place. */
function simulateRow(
  compiled: CompiledBuildings,
  row: number,
  state: Float64Array,
  { steps, scratch, rooms, single, netW }: Call,
  out: BuildingLoads,
): void {
  const building = compiled.rows[row]!;
  const place = { out, row, columnSteps: steps.toStep - steps.fromStep, at: 0 };
  if (plansNights(building)) runNights(compiled, building, state, steps, rooms, place, single);
  else runRow(compiled, building, state, scratch, place, single);
  runRowBattery(building, state, steps, place, netW);
  limitExport(building, place, netW);
  splitOverPhases(building, place, single);
}

/**
 * Simulates steps fromStep to toStep - 1 of every compiled row. `state` holds BUILDING_STATE_NUMBERS a building, in and
 * out. Fills every column of BUILDING_LOADS with local rows and local steps; `heatNeedW` is space heating without hot
 * water. The same bits come out however the year is cut and whichever block a building is compiled in.
 */
export function simulateBuildings(
  compiled: CompiledBuildings,
  state: Float64Array,
  fromStep: number,
  toStep: number,
  out: BuildingLoads,
): void {
  const call = callOf(compiled, fromStep, toStep);
  for (let row = 0; row < compiled.rows.length; row += 1) {
    simulateRow(compiled, row, rowState(state, row), call, out);
  }
}

function rowState(state: Float64Array, b: number): Float64Array {
  return state.subarray(b * BUILDING_STATE_NUMBERS, (b + 1) * BUILDING_STATE_NUMBERS);
}

/** Days of December that are run before step 0 to find the state there. */
const WARM_UP_DAYS = 14;
const LUMPED_START_DEGC = 20;

/** Buffers of the warm-up of rows that all stop at the same step. */
interface WarmUp {
  readonly fromStep: number;
  readonly toStep: number;
  readonly scratch: RowScratch;
  readonly heat: Stretch;
  readonly cool: Stretch;
  readonly air: Stretch;
}

function warmUpOf(compiled: CompiledBuildings, toStep: number): WarmUp {
  const { stepCount, stepsPerDay } = compiled.calendar;
  const fromStep = stepCount - WARM_UP_DAYS * stepsPerDay;
  const column = (): Stretch => ({ values: new Float64Array(toStep - fromStep), at: 0 });
  const scratch = rowScratchOf(compiled, fromStep, toStep);
  return { fromStep, toStep, scratch, heat: column(), cool: column(), air: column() };
}

function warmUp(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  state: Float64Array,
  { fromStep, toStep, scratch, heat, cool, air }: WarmUp,
): void {
  const { stepCount } = compiled.calendar;
  const { zone } = building;
  fillAppliances(compiled, building, scratch.hotWater);
  fillPersons(compiled, building, scratch.persons);
  addGains({ values: scratch.hotWater.values, at: 0 }, scratch);
  takeExhausted(building, compiled.tableAt, scratch.gains);
  if (zone.model === 'multiNode') startMultiNode(compiled, building, zone, fromStep, stepCount, state);
  else state[0] = LUMPED_START_DEGC;
  const gains = { values: scratch.gains.values, at: 0 };
  runThermal(
    compiled,
    building,
    state,
    fromStep,
    { steps: toStep - fromStep, gains, heat, cool, air },
    scratch,
  );
}

/**
 * States at step 0: the last fourteen days of December, started from what their mean weather would lead to for ever (the
 * lumped zone from 20 degC); rows whose cars plan nights stop at the last noon. README eq. 13.
 */
export function initialState(compiled: CompiledBuildings): Float64Array {
  const { stepCount } = compiled.calendar;
  const toMidnight = warmUpOf(compiled, stepCount);
  const states = new Float64Array(compiled.rows.length * BUILDING_STATE_NUMBERS);
  let toNoon: WarmUp | undefined;
  compiled.rows.forEach((building, b) => {
    const state = rowState(states, b);
    const isPlanned = plansNights(building);
    if (isPlanned) toNoon ??= warmUpOf(compiled, noonBefore(compiled.calendar, stepCount));
    warmUp(compiled, building, state, isPlanned ? toNoon! : toMidnight);
    if (building.tank) startTank(building.tank, state);
    if (building.battery) startBattery(building.battery, state);
  });
  return states;
}
