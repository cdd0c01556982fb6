import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import { END_USES } from '../../model/run';
import type { WeatherYear } from '../../model/weather';
import { calendarOf, chunkRange, type Calendar } from '../../sim/arrays/calendar';
import { compileRows, initialState, simulateBuildings } from '../../sim/buildings';
import { vehicleOf } from '../../sim/devices';
import { randomKey } from '../../sim/numeric/random';
import { emptyLoads } from '../loads/loadBuffers';
import { roundLoads } from '../loads/wholeLoads';

/** Power of homes at chosen weeks laid end to end, W, one series a home. */
export interface HomePool {
  readonly calendar: Calendar;
  readonly chunks: readonly number[];
  readonly ids: readonly string[];
  /** All but heat pump and car. */
  readonly baseW: readonly Float64Array[];
  /** What an air-source heat pump draws more than the boiler it replaces, hot water included. */
  readonly heatPumpW: readonly Float64Array[];
  /** One car, charged from arrival. */
  readonly vehicleW: readonly Float64Array[];
  readonly chargerW: readonly number[];
}

export interface PoolAsked {
  readonly district: District;
  readonly weather: WeatherYear;
  readonly stepS: 3600 | 900;
  readonly chunks: readonly number[];
  /** Homes of the pool at most, chosen by keyed draw. */
  readonly most: number;
}

/** Homes of one household that are heated by themselves: the connections of a residential feeder. */
function isPoolHome({ use, households, heating }: Building): boolean {
  const isHouse = use === 'detached' || use === 'terraced';
  return isHouse && households === 1 && heating !== 'districtHeat' && heating !== 'none';
}

const HEAT_USES = [END_USES.indexOf('spaceHeating'), END_USES.indexOf('hotWater')] as const;
const CAR_USE = END_USES.indexOf('vehicleCharging');

/** Simulates each home twice, with a boiler and a car and with a heat pump. */
export function homePool({ district, weather, stepS, chunks, most }: PoolAsked): HomePool {
  const calendar = calendarOf(stepS, weather.startWeekday);
  const rows = drawnRows(district, most);
  const boiler = simulatedHomes(district, weather, calendar, rows, chunks, (home) => ({
    ...home,
    heating: 'gasBoiler',
    vehicles: { count: 1, control: 'unmanaged' },
  }));
  const pump = simulatedHomes(district, weather, calendar, rows, chunks, (home) => ({
    ...home,
    heating: 'airHeatPump',
  }));
  const difference = (a: Float64Array, b: Float64Array) => a.map((value, step) => value - b[step]!);
  return {
    ...{ calendar, chunks },
    ids: rows.map((row) => district.buildings[row]!.id),
    baseW: boiler.map(({ allW, carW }) => difference(allW, carW)),
    heatPumpW: pump.map(({ heatW }, i) => difference(heatW, boiler[i]!.heatW)),
    vehicleW: boiler.map(({ carW }) => carW),
    chargerW: rows.map((row) => chargerW(district, row)),
  };
}

function chargerW({ seed, buildings }: District, row: number): number {
  const { id, connection } = buildings[row]!;
  return vehicleOf(seed, id, 0, false, connection?.phases.length ?? 3).powerW;
}

function drawnRows({ buildings, seed }: District, most: number): number[] {
  const homes = buildings.flatMap((building, row) => (isPoolHome(building) ? [row] : []));
  const rank = new Map(homes.map((row) => [row, randomKey(seed, buildings[row]!.id, 'world-check-pool')]));
  return homes.sort((a, b) => rank.get(a)! - rank.get(b)! || a - b).slice(0, most);
}

interface HomeSeries {
  readonly allW: Float64Array;
  readonly heatW: Float64Array;
  readonly carW: Float64Array;
}

function simulatedHomes(
  district: District,
  weather: WeatherYear,
  calendar: Calendar,
  rows: readonly number[],
  chunks: readonly number[],
  change: (home: Building) => Building,
): HomeSeries[] {
  const wanted = new Set(rows);
  const buildings = district.buildings.map((home, row) => (wanted.has(row) ? change(home) : home));
  const input = { district: { ...district, buildings }, weather, calendar, seed: district.seed };
  const compiled = compileRows(input, rows);
  const length = chunks.reduce((sum, chunk) => sum + stepsOf(calendar, chunk), 0);
  const column = () => new Float64Array(length);
  const series = rows.map((): HomeSeries => ({ allW: column(), heatW: column(), carW: column() }));
  const start = initialState(compiled);
  let [at, before, state] = [0, -1, start.slice()];
  for (const chunk of chunks) {
    // A week after the one before it goes on from there; any other is run in for a week.
    const follows = chunk === before + 1;
    if (!follows) state = start.slice();
    before = chunk;
    for (const each of follows ? [chunk] : [chunk - 1, chunk]) {
      const { fromStep, toStep } = chunkRange(calendar, each);
      const steps = toStep - fromStep;
      const loads = emptyLoads(rows.length, steps);
      simulateBuildings(compiled, state, fromStep, toStep, loads);
      if (each !== chunk) continue;
      roundLoads(loads, compiled.rows, steps);
      series.forEach((home, row) => addUses(home, loads.endUseW, row, steps, at));
    }
    at += stepsOf(calendar, chunk);
  }
  return series;
}

function stepsOf(calendar: Calendar, chunk: number): number {
  const { fromStep, toStep } = chunkRange(calendar, chunk);
  return toStep - fromStep;
}

/** Loads only: a pool home has no generation. */
function addUses(
  { allW, heatW, carW }: HomeSeries,
  endUseW: Float64Array,
  row: number,
  steps: number,
  at: number,
): void {
  for (let use = 0; use < END_USES.length; use += 1) {
    const from = (row * END_USES.length + use) * steps;
    for (let step = 0; step < steps; step += 1) {
      const powerW = endUseW[from + step]!;
      allW[at + step]! += powerW;
      if (use === HEAT_USES[0] || use === HEAT_USES[1]) heatW[at + step]! += powerW;
      if (use === CAR_USE) carW[at + step]! += powerW;
    }
  }
}
