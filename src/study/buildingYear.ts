import { END_USES } from '../model/run';
import { BUILDING_LOADS, type BuildingLoads } from '../sim/arrays/buildingLoads';
import { allocate } from '../sim/arrays/layout';
import { compileBuildings, initialState, simulateBuildings } from '../sim/buildings';
import type { CompiledRun } from './compiledRun';

/** One building's full year, computed when asked for: a block of one, from 1 January to 31 December. */
export function buildingYearOf(run: CompiledRun, building: number): BuildingLoads {
  const { district, calendar, input } = run;
  const compiled = compileBuildings(
    { district, weather: input.weather, calendar, seed: district.seed },
    building,
    building + 1,
  );
  const loads = allocate(BUILDING_LOADS, {
    building: 1,
    endUse: END_USES.length,
    phase: 3,
    step: calendar.stepCount,
  });
  simulateBuildings(compiled, initialState(compiled), 0, calendar.stepCount, loads);
  return loads;
}
