import type { BuildingLoads } from '../arrays/buildingLoads';
import { addHotWaterDay } from '../devices/hotWater';
import { addHouseholdDay } from '../devices/household';
import { addSession, sessionOf } from '../devices/vehicle';
import type { StepWindow } from '../devices/deposit';
import { END_USES } from '../../model/run';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { lightShape } from './lighting';
import { ORIENTATIONS } from './envelope';
import { COEFFICIENT_COUNT } from './fiveR1C';
import { splitOverPhases } from './phases';
import { CURVE_COUNT, CURVE_FROM_DEGC } from './thermal';
import { dayKindOf } from './useTables';

const PHASES = 3;
const [SPACE, WATER, COOL, APPLIANCES, VEHICLES, PHOTOVOLTAICS] = [0, 1, 2, 3, 4, 5] as const;

/** Delivered energy per heat: condensing gas 0.92, oil 0.87, transfer station 0.95: assumed seasonal efficiencies. */
const FUEL_W_PER_W = { gasBoiler: 1 / 0.92, oilBoiler: 1 / 0.87, districtHeat: 1 / 0.95 } as const;

/** Buffers of one row, reused for every row of a call. */
export interface Scratch {
  readonly solarW: Float64Array;
  readonly hotWaterW: Float64Array;
  readonly singlePhaseVehicleW: Float64Array;
}

function scratchOf(steps: number): Scratch {
  return {
    solarW: new Float64Array(steps),
    hotWaterW: new Float64Array(steps),
    singlePhaseVehicleW: new Float64Array(steps),
  };
}

/** Where a row's columns start in the output. */
interface Row {
  readonly steps: number;
  readonly endUse: number;
  readonly phase: number;
  readonly flat: number;
}

/** Households, lights, installed power: fills the appliances column of a row. Eq. 18 and 19. */
function fillAppliances(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  toStep: number,
  values: Float64Array,
  offset: number,
): void {
  const { calendar, climate } = compiled;
  const { stepsPerDay, startWeekday } = calendar;
  const window: StepWindow = { values, offset, fromStep, toStep, stepMin: calendar.stepS / 60 };
  const firstDay = Math.floor(fromStep / stepsPerDay);
  const shape = lightShape(calendar);
  for (let step = fromStep; step < toStep; step += 1) {
    const day = Math.floor(step / stepsPerDay);
    const at = dayKindOf(startWeekday, day) * stepsPerDay + (step - day * stepsPerDay);
    values[offset + step - fromStep] =
      building.flatW +
      building.lightMeanW * climate.lightByDay[day]! * shape[step - day * stepsPerDay]! +
      building.installedW * building.table.appliances[at]!;
  }
  if (building.households.length === 0) return;
  const lastDay = Math.floor((toStep - 1) / stepsPerDay);
  for (let day = firstDay - 1; day <= lastDay; day += 1) {
    const weekend = dayKindOf(startWeekday, day) !== 0;
    for (let h = 0; h < building.households.length; h += 1) {
      addHouseholdDay(building.households[h]!, day, weekend, window);
    }
  }
}

/** Hot-water heat of a row, W. Eq. 20. */
function fillHotWater(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  toStep: number,
  hotWaterW: Float64Array,
): void {
  const { stepsPerDay, startWeekday, stepS } = compiled.calendar;
  for (let step = fromStep; step < toStep; step += 1) {
    const day = Math.floor(step / stepsPerDay);
    const at = dayKindOf(startWeekday, day) * stepsPerDay + (step - day * stepsPerDay);
    hotWaterW[step - fromStep] = building.workHotWaterW * building.table.hotWater[at]!;
  }
  const window: StepWindow = { values: hotWaterW, offset: 0, fromStep, toStep, stepMin: stepS / 60 };
  const lastDay = Math.floor((toStep - 1) / stepsPerDay);
  for (let day = Math.floor(fromStep / stepsPerDay) - 1; day <= lastDay; day += 1) {
    const weekend = dayKindOf(startWeekday, day) !== 0;
    for (let h = 0; h < building.hotWaterKeys.length; h += 1) {
      const meanW = building.hotWaterMeanW[h]!;
      addHotWaterDay(building.hotWaterKeys[h]!, day, weekend, meanW, building.chargingW, window);
    }
  }
}

/** Vehicle charging: three-phase chargers and single-phase ones apart. */
function fillVehicles(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  toStep: number,
  all: StepWindow,
  single: StepWindow,
): void {
  const { stepsPerDay, startWeekday } = compiled.calendar;
  const lastDay = Math.floor((toStep - 1) / stepsPerDay);
  for (let day = Math.floor(fromStep / stepsPerDay) - 1; day <= lastDay; day += 1) {
    const weekend = dayKindOf(startWeekday, day) !== 0;
    for (let v = 0; v < building.vehicles.length; v += 1) {
      const vehicle = building.vehicles[v]!;
      const session = sessionOf(vehicle, day, weekend);
      if (!session) continue;
      addSession(vehicle, session, all);
      if (vehicle.phases === 1) addSession(vehicle, session, single);
    }
  }
}

function fillSolar(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  steps: number,
  solarW: Float64Array,
): void {
  solarW.fill(0, 0, steps);
  for (let o = 0; o < ORIENTATIONS; o += 1) {
    const apertureM2 = building.aperturesM2[o]!;
    if (apertureM2 === 0) continue;
    const plane = compiled.climate.wallWPerM2[o]!;
    for (let i = 0; i < steps; i += 1) solarW[i] = solarW[i]! + apertureM2 * plane[fromStep + i]!;
  }
}

/**
 * The thermal loop of one row: affine 5R1C with a clamp (eq. 10, 11), then the systems. Writes heat and cooling need;
 * returns the mass temperature after the last step. `appliances` are internal gains.
 */
function runZone(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  massDegC: number,
  fromStep: number,
  toStep: number,
  scratch: Scratch,
  appliancesW: Float64Array,
  appliancesAt: number,
  out: { heatNeedW: Float64Array; coolNeedW: Float64Array },
  outAt: number,
): number {
  const { tempDegC } = compiled.climate;
  const { stepsPerDay, startWeekday } = compiled.calendar;
  const { coefficients, table, personHeatW, heatingCapacityW, coolingCapacityW } = building;
  const { presence, heatToDegC, coolToDegC, occupied } = table;
  const { solarW } = scratch;
  let mass = massDegC;
  for (let step = fromStep; step < toStep; step += 1) {
    const i = step - fromStep;
    const day = Math.floor(step / stepsPerDay);
    const at = dayKindOf(startWeekday, day) * stepsPerDay + (step - day * stepsPerDay);
    const c = occupied[at]! * COEFFICIENT_COUNT;
    const outdoor = tempDegC[step]!;
    const internal = appliancesW[appliancesAt + i]! + personHeatW * presence[at]!;
    const solar = solarW[i]!;
    const freeDegC =
      coefficients[c]! * mass +
      coefficients[c + 1]! * outdoor +
      coefficients[c + 2]! * internal +
      coefficients[c + 3]! * solar; // (10)
    let hvac = 0;
    if (freeDegC < heatToDegC[at]!) {
      hvac = Math.min(heatingCapacityW, (heatToDegC[at]! - freeDegC) / coefficients[c + 4]!);
    } else if (freeDegC > coolToDegC[at]!) {
      hvac = -Math.min(coolingCapacityW, (freeDegC - coolToDegC[at]!) / coefficients[c + 4]!);
    }
    mass =
      coefficients[c + 5]! * mass +
      coefficients[c + 6]! * outdoor +
      coefficients[c + 7]! * internal +
      coefficients[c + 8]! * solar +
      coefficients[c + 9]! * hvac; // (11)
    out.heatNeedW[outAt + i] = hvac > 0 ? hvac : 0;
    out.coolNeedW[outAt + i] = hvac < 0 ? -hvac : 0;
  }
  return mass;
}

/** Turns needs into electricity and fuel for one row. Eq. 21 to 23. */
function runSystems(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  row: Row,
  hotWaterW: Float64Array,
  out: BuildingLoads,
): void {
  const { tempDegC } = compiled.climate;
  const { heating, curves } = building;
  const fuelWPerW =
    heating === 'gasBoiler' || heating === 'oilBoiler' || heating === 'districtHeat'
      ? FUEL_W_PER_W[heating]
      : 0;
  const pump = heating === 'airHeatPump';
  const space = row.endUse + SPACE * row.steps;
  const water = row.endUse + WATER * row.steps;
  const cool = row.endUse + COOL * row.steps;
  for (let i = 0; i < row.steps; i += 1) {
    const need = out.heatNeedW[row.flat + i]!;
    const tank = hotWaterW[i]!;
    const grid = Math.min(CURVE_COUNT - 1.001, Math.max(0, tempDegC[fromStep + i]! - CURVE_FROM_DEGC));
    const k = Math.floor(grid);
    const share = grid - k;
    out.fuelW[row.flat + i] = fuelWPerW * (need + tank);
    if (pump) {
      const capacity = curves.heatPumpCapacityW;
      const covered = Math.min(need, capacity[k]! + share * (capacity[k + 1]! - capacity[k]!));
      const heat = curves.heatWPerW;
      const waterCurve = curves.hotWaterWPerW;
      out.endUseW[space + i] = covered * (heat[k]! + share * (heat[k + 1]! - heat[k]!)) + (need - covered);
      out.endUseW[water + i] = tank * (waterCurve[k]! + share * (waterCurve[k + 1]! - waterCurve[k]!));
    } else {
      out.endUseW[space + i] = fuelWPerW > 0 ? 0 : need;
      out.endUseW[water + i] = fuelWPerW > 0 ? 0 : tank;
    }
    const cooling = curves.coolWPerW;
    const perW = cooling[k]! + share * (cooling[k + 1]! - cooling[k]!);
    out.endUseW[cool + i] = out.coolNeedW[row.flat + i]! * perW;
  }
}

/**
 * Simulates steps fromStep to toStep - 1 of every compiled row. `state` holds one mass temperature a building, in and
 * out. Fills every column of BUILDING_LOADS with local rows and local steps. The same bits come out however the year
 * is cut and whichever block a building is compiled in.
 */
export function simulateBuildings(
  compiled: CompiledBuildings,
  state: Float64Array,
  fromStep: number,
  toStep: number,
  out: BuildingLoads,
): void {
  const steps = toStep - fromStep;
  const scratch = scratchOf(steps);
  const stepMin = compiled.calendar.stepS / 60;
  for (let b = 0; b < compiled.rows.length; b += 1) {
    const building = compiled.rows[b]!;
    const row: Row = {
      steps,
      endUse: b * END_USES.length * steps,
      phase: b * PHASES * steps,
      flat: b * steps,
    };
    const appliances = row.endUse + APPLIANCES * steps;
    fillAppliances(compiled, building, fromStep, toStep, out.endUseW, appliances);
    fillHotWater(compiled, building, fromStep, toStep, scratch.hotWaterW);
    fillSolar(compiled, building, fromStep, steps, scratch.solarW);
    state[b] = runZone(
      compiled,
      building,
      state[b]!,
      fromStep,
      toStep,
      scratch,
      out.endUseW,
      appliances,
      out,
      row.flat,
    );
    runSystems(compiled, building, fromStep, row, scratch.hotWaterW, out);
    const vehicles = row.endUse + VEHICLES * steps;
    out.endUseW.fill(0, vehicles, vehicles + steps);
    scratch.singlePhaseVehicleW.fill(0);
    if (building.vehicles.length > 0) {
      const all: StepWindow = { values: out.endUseW, offset: vehicles, fromStep, toStep, stepMin };
      const single: StepWindow = { ...all, values: scratch.singlePhaseVehicleW, offset: 0 };
      fillVehicles(compiled, building, fromStep, toStep, all, single);
    }
    const photovoltaics = row.endUse + PHOTOVOLTAICS * steps;
    const share = building.photovoltaicShare;
    for (let i = 0; i < steps; i += 1) {
      out.endUseW[photovoltaics + i] = share ? building.photovoltaicPeakW * share[fromStep + i]! : 0;
    }
    splitOverPhases(building, row.endUse, row.phase, steps, scratch.singlePhaseVehicleW, out);
  }
}

/** Days of December that are run before step 0 to find the state there. */
const WARM_UP_DAYS = 14;

/** Mass temperature at step 0 after the last fourteen days of December, started at 20 degC: one number a building. */
export function initialState(compiled: CompiledBuildings): Float64Array {
  const { stepCount, stepsPerDay } = compiled.calendar;
  const fromStep = stepCount - WARM_UP_DAYS * stepsPerDay;
  const steps = stepCount - fromStep;
  const scratch = scratchOf(steps);
  const appliancesW = new Float64Array(steps);
  const need = { heatNeedW: new Float64Array(steps), coolNeedW: new Float64Array(steps) };
  return Float64Array.from(compiled.rows, (building) => {
    fillAppliances(compiled, building, fromStep, stepCount, appliancesW, 0);
    fillSolar(compiled, building, fromStep, steps, scratch.solarW);
    return runZone(compiled, building, 20, fromStep, stepCount, scratch, appliancesW, 0, need, 0);
  });
}
