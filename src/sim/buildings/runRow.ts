import { END_USES, type EndUse } from '../../model/run';
import type { BuildingLoads } from '../arrays/buildingLoads';
import type { StepWindow } from '../devices/deposit';
import { fillDiscomfort } from './comfort';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { takeExhausted } from './exhaust';
import { fillPhotovoltaics, fillSolar } from './fill';
import { fillAppliances, fillHotWater, fillPersons } from './fillPeople';
import { runMultiNode } from './runMultiNode';
import { runSystems, type SystemRow } from './runSystems';
import { runZone, type Stretch, type ZoneColumns } from './runZone';
import { clearVehicles, fillVehicles, type SinglePhaseVehicles } from './vehicleColumns';
import { fillSurplusHeat, runTank, tankScratchOf, type TankScratch } from './waterTank';

/** Buffers of one stretch of steps, reused for every row. */
export interface RowScratch {
  readonly persons: StepWindow;
  readonly gains: StepWindow;
  readonly hotWater: StepWindow;
  readonly tank: TankScratch;
  /** Of the lumped zone. */
  readonly sun: Stretch;
}

/** Where a stretch of a row lies in the columns of BUILDING_LOADS. */
export interface RowPlace {
  readonly out: BuildingLoads;
  readonly row: number;
  /** Steps of a column. */
  readonly columnSteps: number;
  /** The stretch's first step within it. */
  readonly at: number;
}

const END_USE = Object.fromEntries(END_USES.map((use, index) => [use, index])) as Record<EndUse, number>;

/** Where a use's stretch begins in `endUseW`. */
export function endUseAt({ row, columnSteps, at }: RowPlace, use: EndUse): number {
  return (row * END_USES.length + END_USE[use]) * columnSteps + at;
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

export function rowScratchOf(compiled: CompiledBuildings, fromStep: number, toStep: number): RowScratch {
  const steps = toStep - fromStep;
  const fresh = (): StepWindow => windowOf(compiled, new Float64Array(steps), 0, fromStep, toStep);
  return {
    persons: fresh(),
    gains: fresh(),
    hotWater: fresh(),
    tank: tankScratchOf(steps),
    sun: { values: new Float64Array(steps), at: 0 },
  };
}

/** All gains from inside: what the appliances use and the persons give off ends up in the room. README eq. 20. */
export function addGains(appliancesW: Stretch, { persons, gains }: RowScratch): void {
  const { values } = gains;
  for (let i = 0; i < values.length; i += 1) {
    values[i] = appliancesW.values[appliancesW.at + i]! + persons.values[i]!;
  }
}

export function runThermal(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  state: Float64Array,
  fromStep: number,
  columns: ZoneColumns,
  { sun }: RowScratch,
): void {
  const { zone } = building;
  if (zone.model === 'multiNode') {
    runMultiNode(compiled, zone, state, fromStep, columns);
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
  state: Float64Array,
  row: SystemRow,
  { hotWater, tank }: RowScratch,
  place: RowPlace,
): void {
  if (building.tank === null) return;
  const { fromStep, toStep } = hotWater;
  const steps = toStep - fromStep;
  if (building.tank.control === 'photovoltaicSurplus') {
    // A trial with one watt of hot water in every step: its column then holds what a watt takes.
    tank.surplusHeatW.fill(1);
    runSystems(compiled, building, fromStep, steps, row, { values: tank.surplusHeatW, at: 0 }, place.out);
    fillSurplusHeat(
      place.out.endUseW,
      endUseAt(place, END_USES[0]),
      place.columnSteps,
      steps,
      tank.surplusHeatW,
    );
  }
  runTank(building.tank, state, hotWater, tank);
}

/**
 * A stretch of a row but for what looks at all the rest: battery, phases, and cars that plan nights (`single` is null then).
 * `state` are the row's first ROOM_STATE_NUMBERS, changed in place.
 */
export function runRow(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  state: Float64Array,
  scratch: RowScratch,
  place: RowPlace,
  single: SinglePhaseVehicles | null,
): void {
  const { out, row, columnSteps, at } = place;
  const { fromStep, toStep } = scratch.gains;
  const steps = toStep - fromStep;
  const column = (use: EndUse): StepWindow =>
    windowOf(compiled, out.endUseW, endUseAt(place, use), fromStep, toStep);
  const flat = row * columnSteps + at;
  const appliances = column('appliancesAndLight');
  fillAppliances(compiled, building, appliances);
  fillPersons(compiled, building, scratch.persons);
  fillHotWater(compiled, building, scratch.hotWater);
  addGains({ values: out.endUseW, at: appliances.offset }, scratch);
  takeExhausted(building, compiled.tableAt, scratch.gains);
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
  const vehicles = { chargeW: column('vehicleCharging'), dischargeW: column('vehicleDischarging') };
  if (single) fillVehicles(compiled, building, vehicles.chargeW, { ...vehicles, ...single });
  else clearVehicles(vehicles.chargeW, vehicles);
  fillPhotovoltaics(building, column('photovoltaics'));
  const systems = {
    space: endUseAt(place, 'spaceHeating'),
    water: endUseAt(place, 'hotWater'),
    cool: endUseAt(place, 'cooling'),
    flat,
  };
  // The need is what is drawn; what charges a tank is the systems' affair.
  out.hotWaterNeedW.set(scratch.hotWater.values, flat);
  storeHotWater(compiled, building, state, systems, scratch, place);
  runSystems(compiled, building, fromStep, steps, systems, { values: scratch.hotWater.values, at: 0 }, out);
}
