import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import { initialState, simulateBuildings } from '../sim/buildings';
import type { CompiledRun } from './compiledRun';
import { emptyLoads } from './loads/loadBuffers';
import { roundLoads } from './loads/wholeLoads';

/** One building's full year, computed when asked for: a block of one, from 1 January to 31 December. */
export function buildingYearOf(run: CompiledRun, building: number): BuildingLoads {
  const { stepCount } = run.calendar;
  const compiled = run.compiled.take([building]);
  const loads = emptyLoads(1, stepCount);
  simulateBuildings(compiled, initialState(compiled), 0, stepCount, loads);
  roundLoads(loads, compiled.rows, stepCount);
  return loads;
}
