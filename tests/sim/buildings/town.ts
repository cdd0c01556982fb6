import type { Building, BuildingUse } from '../../../src/model/building';
import type { District } from '../../../src/model/district';
import type { WeatherYear } from '../../../src/model/weather';
import { completeBuilding } from '../../../src/synthesis/archetypes';
import { allocate } from '../../../src/sim/arrays/layout';
import { BUILDING_LOADS, type BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { calendarOf, chunkRange, type Calendar } from '../../../src/sim/arrays/calendar';
import { compileBuildings, initialState, simulateBuildings } from '../../../src/sim/buildings';
import { END_USES } from '../../../src/model/run';

/** A made-up temperate year: sine temperatures, clear days by a half sine. Good for properties, not for figures. */
export function sineWeather(meanDegC = 10, swingK = 10): WeatherYear {
  const hours = 8760;
  const of = (value: (hour: number) => number): Float64Array =>
    Float64Array.from({ length: hours }, (_, hour) => value(hour));
  const season = (hour: number): number => -Math.cos((2 * Math.PI * (hour / 24 - 15)) / 365);
  const day = (hour: number): number => Math.max(0, Math.sin((Math.PI * ((hour % 24) - 6)) / 12));
  const dni = of((hour) => 500 * day(hour) * (0.6 + 0.4 * season(hour)));
  const dhi = of((hour) => 100 * day(hour) * (0.7 + 0.3 * season(hour)));
  return {
    name: 'sine',
    origin: 'synthetic',
    latitudeDeg: 50,
    longitudeDeg: 10,
    utcOffsetMin: 60,
    elevationM: 100,
    startWeekday: 0,
    tempDegC: of(
      (hour) => meanDegC + swingK * season(hour) - 4 * Math.cos((2 * Math.PI * ((hour % 24) - 3)) / 24),
    ),
    dewPointDegC: of(() => 5),
    relativeHumidityPercent: of(() => 70),
    pressurePa: of(() => 100000),
    windSpeedMPerS: of(() => 3),
    ghiWPerM2: of((hour) => dhi[hour]! + 0.5 * dni[hour]!),
    dniWPerM2: dni,
    dhiWPerM2: dhi,
    skyInfraredWPerM2: of(() => 300),
  };
}

export function box(
  id: string,
  use: BuildingUse,
  changes: Partial<Building> = {},
  widthM = 10,
  depthM = 12,
): Building {
  const outer = [
    [0, 0],
    [widthM, 0],
    [widthM, depthM],
    [0, depthM],
  ] as const;
  const draft = { id, footprint: { outer, holes: [] }, use, levels: 2, constructionYear: 1970 };
  return {
    ...completeBuilding(draft, 'centralEurope', 7),
    cooling: 'none',
    heating: 'gasBoiler',
    ...changes,
  };
}

export function districtOf(buildings: readonly Building[]): District {
  return {
    schema: 'gridtwin-district/1',
    id: 'test',
    name: 'test',
    description: '',
    seed: 1,
    frame: { longitudeDeg: 10, latitudeDeg: 50, sourceCrs: 'local' },
    archetypeRegion: 'centralEurope',
    weather: { kind: 'synthetic', climate: 'sine' },
    buildings,
    streets: [],
    openSpaces: [],
    network: null,
  };
}

export function loadsFor(buildings: number, steps: number): BuildingLoads {
  return allocate(BUILDING_LOADS, { building: buildings, endUse: END_USES.length, phase: 3, step: steps });
}

/** A whole year in one piece. */
export function yearOf(
  buildings: readonly Building[],
  weather: WeatherYear,
  calendar: Calendar = calendarOf(3600, weather.startWeekday),
  seed = 1,
): BuildingLoads {
  const compiled = compileBuildings(
    { district: districtOf(buildings), weather, calendar, seed },
    0,
    buildings.length,
  );
  const out = loadsFor(buildings.length, calendar.stepCount);
  simulateBuildings(compiled, initialState(compiled), 0, calendar.stepCount, out);
  return out;
}

export function sumOf(values: Float64Array, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i]!;
  return sum;
}

export { calendarOf, chunkRange };
