import { END_USES, type EndUse } from '../../model/run';
import type { BuildingLoads } from '../arrays/buildingLoads';
import type { StepWindow } from '../devices/deposit';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { fillAppliances, fillHotWater, fillPhotovoltaics, fillSolar, fillVehicles } from './fill';
import { splitOverPhases } from './phases';
import { runSystems } from './runSystems';
import { runZone } from './runZone';

const PHASES = 3;
const END_USE = Object.fromEntries(END_USES.map((use, index) => [use, index])) as Record<EndUse, number>;

/** Buffers of one row, reused for every row of a call. */
interface Scratch {
  readonly solar: StepWindow;
  readonly hotWater: StepWindow;
  readonly singlePhaseVehicles: StepWindow;
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
  const fresh = (): StepWindow =>
    windowOf(compiled, new Float64Array(toStep - fromStep), 0, fromStep, toStep);
  return { solar: fresh(), hotWater: fresh(), singlePhaseVehicles: fresh() };
}

/** One row of one chunk; returns the mass temperature after it. */
function simulateRow(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  b: number,
  massDegC: number,
  scratch: Scratch,
  out: BuildingLoads,
): number {
  const { fromStep, toStep } = scratch.solar;
  const steps = toStep - fromStep;
  const endUseAt = (use: EndUse): number => (b * END_USES.length + END_USE[use]) * steps;
  const column = (use: EndUse): StepWindow =>
    windowOf(compiled, out.endUseW, endUseAt(use), fromStep, toStep);
  const flat = b * steps;
  const appliances = column('appliancesAndLight');
  fillAppliances(compiled, building, appliances);
  fillHotWater(compiled, building, scratch.hotWater);
  fillSolar(compiled, building, scratch.solar);
  const nextDegC = runZone(
    compiled,
    building,
    massDegC,
    fromStep,
    steps,
    { values: out.endUseW, at: appliances.offset },
    { values: scratch.solar.values, at: 0 },
    { values: out.heatNeedW, at: flat },
    { values: out.coolNeedW, at: flat },
  );
  const row = {
    space: endUseAt('spaceHeating'),
    water: endUseAt('hotWater'),
    cool: endUseAt('cooling'),
    flat,
  };
  runSystems(compiled, building, fromStep, steps, row, { values: scratch.hotWater.values, at: 0 }, out);
  fillVehicles(compiled, building, column('vehicleCharging'), scratch.singlePhaseVehicles);
  fillPhotovoltaics(building, column('photovoltaics'));
  splitOverPhases(
    building,
    b * END_USES.length * steps,
    b * PHASES * steps,
    steps,
    scratch.singlePhaseVehicles.values,
    out,
  );
  return nextDegC;
}

/**
 * Simulates steps fromStep to toStep - 1 of every compiled row. `state` holds one mass temperature a building, in and
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
    state[b] = simulateRow(compiled, compiled.rows[b]!, b, state[b]!, scratch, out);
  }
}

/** Days of December that are run before step 0 to find the state there. */
const WARM_UP_DAYS = 14;

/** Mass temperature at step 0 after the last fourteen days of December, started at 20 degC: one number a building. */
export function initialState(compiled: CompiledBuildings): Float64Array {
  const { stepCount, stepsPerDay } = compiled.calendar;
  const fromStep = stepCount - WARM_UP_DAYS * stepsPerDay;
  const steps = stepCount - fromStep;
  const { solar, hotWater: appliances } = scratchOf(compiled, fromStep, stepCount);
  const heat = { values: new Float64Array(steps), at: 0 };
  const cool = { values: new Float64Array(steps), at: 0 };
  return Float64Array.from(compiled.rows, (building) => {
    fillAppliances(compiled, building, appliances);
    fillSolar(compiled, building, solar);
    const gains = { values: appliances.values, at: 0 };
    return runZone(
      compiled,
      building,
      20,
      fromStep,
      steps,
      gains,
      { values: solar.values, at: 0 },
      heat,
      cool,
    );
  });
}
