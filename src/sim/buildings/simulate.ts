import { END_USES, type EndUse } from '../../model/run';
import type { BuildingLoads } from '../arrays/buildingLoads';
import { BUILDING_STATE_NUMBERS } from '../arrays/buildingState';
import type { StepWindow } from '../devices/deposit';
import { fillDiscomfort } from './comfort';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import {
  fillAppliances,
  fillHotWater,
  fillPersons,
  fillPhotovoltaics,
  fillSolar,
  fillVehicles,
} from './fill';
import { SUN_DRIVES } from './modal';
import { splitOverPhases } from './phases';
import { runMultiNode, startMultiNode } from './runMultiNode';
import { runSystems, type SystemRow } from './runSystems';
import { runZone, type Stretch, type ZoneColumns } from './runZone';
import { litRanges } from './sunDrives';
import { fillSurplusHeat, runTank, startTank, tankScratchOf, type TankScratch } from './waterTank';

const PHASES = 3;
const END_USE = Object.fromEntries(END_USES.map((use, index) => [use, index])) as Record<EndUse, number>;

/** Buffers of one row, reused for every row of a call. */
interface Scratch {
  readonly persons: StepWindow;
  readonly gains: StepWindow;
  readonly hotWater: StepWindow;
  readonly singlePhaseVehicles: StepWindow;
  readonly tank: TankScratch;
  readonly sun: Stretch;
  /** Steps with sun, see `litRanges`. */
  readonly lit: readonly number[];
}

function windowOf(
  compiled: CompiledBuildings,
  values: Float64Array,
  offset: number,
  fromStep: number,
  toStep: number,
): StepWindow {
  return { values, offset, fromStep, toStep, stepMin: compiled.calendar.stepS / 60 };
}

function scratchOf(compiled: CompiledBuildings, fromStep: number, toStep: number): Scratch {
  const steps = toStep - fromStep;
  const fresh = (): StepWindow => windowOf(compiled, new Float64Array(steps), 0, fromStep, toStep);
  return {
    persons: fresh(),
    gains: fresh(),
    hotWater: fresh(),
    singlePhaseVehicles: fresh(),
    tank: tankScratchOf(steps),
    sun: { values: new Float64Array(SUN_DRIVES * steps), at: 0 },
    lit: litRanges(compiled.climate.sunWPerM2, fromStep, toStep),
  };
}

/** All gains from inside: what the appliances use and the persons give off ends up in the room. README eq. 20. */
function addGains(appliancesW: Stretch, { persons, gains }: Scratch): void {
  const { values } = gains;
  for (let i = 0; i < values.length; i += 1) {
    values[i] = appliancesW.values[appliancesW.at + i]! + persons.values[i]!;
  }
}

function runThermal(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  state: Float64Array,
  fromStep: number,
  columns: ZoneColumns,
  { sun, lit }: Scratch,
): void {
  const { zone } = building;
  if (zone.model === 'multiNode') {
    runMultiNode(compiled, zone, state, fromStep, columns, sun, lit);
    return;
  }
  fillSolar(
    compiled,
    zone.aperturesM2,
    windowOf(compiled, sun.values, sun.at, fromStep, fromStep + columns.steps),
  );
  state[0] = runZone(compiled, building, zone, state[0]!, fromStep, columns, sun);
}

/** Puts a tank between what is drawn and what the system heats; a building without one keeps its draws. */
function storeHotWater(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  b: number,
  state: Float64Array,
  row: SystemRow,
  { hotWater, tank }: Scratch,
  out: BuildingLoads,
): void {
  if (building.tank === null) return;
  const { fromStep, toStep } = hotWater;
  const steps = toStep - fromStep;
  if (building.tank.control === 'photovoltaicSurplus') {
    // A trial with one watt of hot water in every step: its column then holds what a watt takes.
    tank.surplusHeatW.fill(1);
    runSystems(compiled, building, fromStep, steps, row, { values: tank.surplusHeatW, at: 0 }, out);
    fillSurplusHeat(out.endUseW, b * END_USES.length * steps, steps, tank.surplusHeatW);
  }
  runTank(building.tank, state, hotWater, tank);
}

/** One row of one chunk; its state is changed in place. */
function simulateRow(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  b: number,
  state: Float64Array,
  scratch: Scratch,
  out: BuildingLoads,
): void {
  const { fromStep, toStep } = scratch.gains;
  const steps = toStep - fromStep;
  const endUseAt = (use: EndUse): number => (b * END_USES.length + END_USE[use]) * steps;
  const column = (use: EndUse): StepWindow =>
    windowOf(compiled, out.endUseW, endUseAt(use), fromStep, toStep);
  const flat = b * steps;
  const appliances = column('appliancesAndLight');
  fillAppliances(compiled, building, appliances);
  fillPersons(compiled, building, scratch.persons);
  fillHotWater(compiled, building, scratch.hotWater);
  addGains({ values: out.endUseW, at: appliances.offset }, scratch);
  const air = { values: out.airDegC, at: flat };
  const columns = {
    steps,
    gains: { values: scratch.gains.values, at: 0 },
    heat: { values: out.heatNeedW, at: flat },
    cool: { values: out.coolNeedW, at: flat },
    air,
  };
  runThermal(compiled, building, state, fromStep, columns, scratch);
  fillDiscomfort(
    compiled,
    building,
    fromStep,
    steps,
    { values: scratch.persons.values, at: 0 },
    air,
    { values: out.underheatingK, at: flat },
    { values: out.overheatingK, at: flat },
  );
  fillVehicles(compiled, building, column('vehicleCharging'), scratch.singlePhaseVehicles);
  fillPhotovoltaics(building, column('photovoltaics'));
  const row = {
    space: endUseAt('spaceHeating'),
    water: endUseAt('hotWater'),
    cool: endUseAt('cooling'),
    flat,
  };
  // The need is what is drawn; what charges a tank is the systems' affair.
  out.hotWaterNeedW.set(scratch.hotWater.values, flat);
  storeHotWater(compiled, building, b, state, row, scratch, out);
  runSystems(compiled, building, fromStep, steps, row, { values: scratch.hotWater.values, at: 0 }, out);
  splitOverPhases(
    building,
    b * END_USES.length * steps,
    b * PHASES * steps,
    steps,
    scratch.singlePhaseVehicles.values,
    out,
  );
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
  const scratch = scratchOf(compiled, fromStep, toStep);
  for (let b = 0; b < compiled.rows.length; b += 1) {
    simulateRow(compiled, compiled.rows[b]!, b, rowState(state, b), scratch, out);
  }
}

function rowState(state: Float64Array, b: number): Float64Array {
  return state.subarray(b * BUILDING_STATE_NUMBERS, (b + 1) * BUILDING_STATE_NUMBERS);
}

/** Days of December that are run before step 0 to find the state there. */
const WARM_UP_DAYS = 14;
const LUMPED_START_DEGC = 20;

/**
 * States at step 0: the last fourteen days of December, started from what their mean weather would lead to for ever (the
 * lumped zone from 20 degC). README eq. 13.
 */
export function initialState(compiled: CompiledBuildings): Float64Array {
  const { stepCount, stepsPerDay } = compiled.calendar;
  const fromStep = stepCount - WARM_UP_DAYS * stepsPerDay;
  const steps = stepCount - fromStep;
  const scratch = scratchOf(compiled, fromStep, stepCount);
  const column = (): Stretch => ({ values: new Float64Array(steps), at: 0 });
  const gains = { values: scratch.gains.values, at: 0 };
  const columns = { steps, gains, heat: column(), cool: column(), air: column() };
  const states = new Float64Array(compiled.rows.length * BUILDING_STATE_NUMBERS);
  compiled.rows.forEach((building, b) => {
    const state = rowState(states, b);
    const { zone } = building;
    fillAppliances(compiled, building, scratch.hotWater);
    fillPersons(compiled, building, scratch.persons);
    addGains({ values: scratch.hotWater.values, at: 0 }, scratch);
    if (zone.model === 'multiNode') startMultiNode(compiled, building, zone, fromStep, stepCount, state);
    else state[0] = LUMPED_START_DEGC;
    runThermal(compiled, building, state, fromStep, columns, scratch);
    if (building.tank) startTank(building.tank, state);
  });
  return states;
}
