import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import { initialState, simulateBuildings } from '../sim/buildings';
import type { CompiledRun } from './compiledRun';
import { emptyLoads } from './loads/loadBuffers';
import { roundLoads } from './loads/wholeLoads';
import { movedOfBuilding, moveLoads, moveUses, type ChargingYear } from './stationCharging';

/**
 * One building's full year, computed when asked for: a block of one, from 1 January to 31 December. What its station's limit has
 * moved of its cars' charging comes with the year of the district.
 */
export function buildingYearOf(run: CompiledRun, building: number, charging?: ChargingYear): BuildingLoads {
  const { stepCount } = run.calendar;
  const compiled = run.compiled.take([building]);
  const loads = emptyLoads(1, stepCount);
  simulateBuildings(compiled, initialState(compiled), 0, stepCount, loads);
  roundLoads(loads, compiled.rows, stepCount);
  if (run.charging === null || charging === undefined) return loads;
  const { cars } = run.charging;
  const own = movedOfBuilding(charging, building, run.calendar.chunkSteps);
  // The loads have one row: the cars' building is the first.
  const alone = { cars: cars.map((car) => ({ ...car, row: 0 })) };
  moveUses(alone, own, loads.endUseW, stepCount);
  moveLoads(alone, own, loads, stepCount);
  return loads;
}
