import type { BuildingLoads } from '../arrays/buildingLoads';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import type { Stretch } from './runZone';
import { CURVE_COUNT, CURVE_FROM_DEGC } from './deviceCurves';

/** Where the columns of a row's systems start in `endUseW`, and the row itself in the flat columns. */
export interface SystemRow {
  readonly space: number;
  readonly water: number;
  readonly cool: number;
  readonly flat: number;
}

/** Heat from a flame or a pipe: fuel only. README eq. 22. */
function runFuel(perW: number, steps: number, row: SystemRow, tank: Stretch, out: BuildingLoads): void {
  const { fuelW, heatNeedW, endUseW } = out;
  for (let i = 0; i < steps; i += 1) {
    fuelW[row.flat + i] = perW * (heatNeedW[row.flat + i]! + tank.values[tank.at + i]!);
  }
  endUseW.fill(0, row.space, row.space + steps);
  endUseW.fill(0, row.water, row.water + steps);
}

/** Heat pump with an electric heater for what its capacity leaves open. README eq. 23. */
function runHeatPump(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  steps: number,
  row: SystemRow,
  tank: Stretch,
  out: BuildingLoads,
): void {
  const { tempDegC } = compiled.climate;
  const { heatPumpCapacityW, heatWPerW, hotWaterWPerW } = building.curves;
  const { heatNeedW, endUseW, fuelW } = out;
  for (let i = 0; i < steps; i += 1) {
    const need = heatNeedW[row.flat + i]!;
    const grid = Math.min(CURVE_COUNT - 1.001, Math.max(0, tempDegC[fromStep + i]! - CURVE_FROM_DEGC));
    const k = Math.floor(grid);
    const share = grid - k;
    const capacity = heatPumpCapacityW[k]! + share * (heatPumpCapacityW[k + 1]! - heatPumpCapacityW[k]!);
    const covered = Math.min(need, capacity);
    const perHeat = heatWPerW[k]! + share * (heatWPerW[k + 1]! - heatWPerW[k]!);
    const perWater = hotWaterWPerW[k]! + share * (hotWaterWPerW[k + 1]! - hotWaterWPerW[k]!);
    endUseW[row.space + i] = covered * perHeat + (need - covered);
    endUseW[row.water + i] = tank.values[tank.at + i]! * perWater;
  }
  fuelW.fill(0, row.flat, row.flat + steps);
}

/** Split unit: cooling need over its EER. README eq. 24. */
function runCooling(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  steps: number,
  row: SystemRow,
  out: BuildingLoads,
): void {
  const { endUseW, coolNeedW } = out;
  if (building.cooling === 'none') {
    endUseW.fill(0, row.cool, row.cool + steps);
    return;
  }
  const { tempDegC } = compiled.climate;
  const { coolWPerW } = building.curves;
  for (let i = 0; i < steps; i += 1) {
    const grid = Math.min(CURVE_COUNT - 1.001, Math.max(0, tempDegC[fromStep + i]! - CURVE_FROM_DEGC));
    const k = Math.floor(grid);
    const perW = coolWPerW[k]! + (grid - k) * (coolWPerW[k + 1]! - coolWPerW[k]!);
    endUseW[row.cool + i] = coolNeedW[row.flat + i]! * perW;
  }
}

/** Turns a row's needs into electricity and fuel. A building without heating heats its water electrically. */
export function runSystems(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  fromStep: number,
  steps: number,
  row: SystemRow,
  tank: Stretch,
  out: BuildingLoads,
): void {
  const { heating } = building;
  if (heating === 'gasBoiler' || heating === 'oilBoiler' || heating === 'districtHeat') {
    runFuel(building.boughtPerHeat, steps, row, tank, out);
  } else if (heating === 'airHeatPump' || heating === 'groundHeatPump') {
    runHeatPump(compiled, building, fromStep, steps, row, tank, out);
  } else {
    for (let i = 0; i < steps; i += 1) {
      out.endUseW[row.space + i] = out.heatNeedW[row.flat + i]!;
      out.endUseW[row.water + i] = tank.values[tank.at + i]!;
    }
    out.fuelW.fill(0, row.flat, row.flat + steps);
  }
  runCooling(compiled, building, fromStep, steps, row, out);
}
