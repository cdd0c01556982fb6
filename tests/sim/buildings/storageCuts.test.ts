import { describe, expect, test } from 'vitest';
import type { Building } from '../../../src/model/building';
import { END_USES } from '../../../src/model/run';
import { BUILDING_LOADS, type BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { BUILDING_STATE_NUMBERS } from '../../../src/sim/arrays/buildingState';
import { compileBuildings, initialState, simulateBuildings } from '../../../src/sim/buildings';
import { box, calendarOf, chunkRange, districtOf, loadsFor, sineWeather } from './town';

/**
 * Devices with state through a year that is cut. Nights of cars that look around run from noon to noon, chunks from midnight
 * to midnight. The cheapest wrong programs: plan with the half night that lies in the chunk, start every chunk with a half
 * full battery, leave the rest of the plan in the compiled building, run the half night after the chunk on the state itself.
 */
const weather = sineWeather(7);
const PANELS = { peakW: 7000, tiltDeg: 35, azimuthDeg: 170 };
const TOWN: readonly Building[] = [
  box('giving', 'detached', {
    heating: 'airHeatPump',
    photovoltaics: PANELS,
    vehicles: { count: 2, control: 'vehicleToGrid' },
    battery: { capacityJ: 8 * 3.6e6, powerW: 4000, control: { kind: 'selfConsumption' } },
    hotWaterTank: { volumeM3: 0.3, control: 'photovoltaicSurplus' },
    flexibleHeating: { peakHours: { fromHour: 17, toHour: 20 }, setbackK: 2, preheatK: 1, preheatMin: 90 },
  }),
  box('filling', 'apartment', {
    households: 4,
    heating: 'directElectric',
    vehicles: { count: 3, control: 'valleyFilling', limitW: 20000 },
    battery: { capacityJ: 9e7, powerW: 9000, control: { kind: 'peakShaving', limitW: 6000 } },
  }),
  box('waiting', 'terraced', {
    vehicles: { count: 1, control: 'timeOfUse', cheapHours: { fromHour: 23, toHour: 5 } },
    battery: {
      capacityJ: 3e7,
      powerW: 3000,
      control: {
        kind: 'tariff',
        cheapHours: { fromHour: 0, toHour: 5 },
        dearHours: { fromHour: 17, toHour: 21 },
      },
    },
  }),
  box('plain', 'detached', { vehicles: { count: 1, control: 'managed' } }),
];
const NAMES = Object.keys(BUILDING_LOADS) as (keyof BuildingLoads)[];
const ROWS = (name: keyof BuildingLoads): number =>
  name === 'endUseW' ? END_USES.length : name === 'netPW' || name === 'netQVar' ? 3 : 1;

function compile(stepS: 3600 | 900, from = 0, to = TOWN.length) {
  const calendar = calendarOf(stepS, 2);
  return compileBuildings({ district: districtOf(TOWN), weather, calendar, seed: 5 }, from, to);
}

interface Part {
  readonly loads: BuildingLoads;
  readonly fromStep: number;
  readonly steps: number;
  /** Row of the town that stands first in the part. */
  readonly firstRow?: number;
}

/** Values of a part that are not those of the year in one piece. */
function differing({ loads, fromStep, steps, firstRow = 0 }: Part, year: BuildingLoads): string[] {
  return NAMES.filter((name) => {
    const rows = ROWS(name);
    const yearSteps = year[name].length / (TOWN.length * rows);
    return loads[name].some((value, i) => {
      const row = Math.floor(i / steps) + firstRow * rows;
      const reference = year[name][row * yearSteps + fromStep + (i % steps)]!;
      return !Object.is(value, reference) && !(value === 0 && reference === 0);
    });
  });
}

/** Columns that hold nothing to start with, so that what is not filled shows. */
function unfilled(buildings: number, steps: number): BuildingLoads {
  const loads = loadsFor(buildings, steps);
  for (const name of NAMES) loads[name].fill(NaN);
  return loads;
}

describe.each([3600, 900] as const)('at steps of %i s', (stepS) => {
  const compiled = compile(stepS);
  const { calendar } = compiled;
  const { stepCount, stepsPerDay } = calendar;
  const year = loadsFor(TOWN.length, stepCount);
  const start = initialState(compiled);
  simulateBuildings(compiled, start.slice(), 0, stepCount, year);

  const runCuts = (cuts: readonly number[], state: Float64Array): string[] =>
    cuts.slice(1).flatMap((toStep, c) => {
      const fromStep = cuts[c]!;
      const loads = unfilled(TOWN.length, toStep - fromStep);
      simulateBuildings(compiled, state, fromStep, toStep, loads);
      return differing({ loads, fromStep, steps: toStep - fromStep }, year);
    });

  test('weeks that pass their states on give the bits of the year in one piece, to its last day', () => {
    const state = start.slice();
    for (let chunk = 0; chunk < calendar.chunkCount; chunk += 1) {
      const { fromStep, toStep } = chunkRange(calendar, chunk);
      const loads = unfilled(TOWN.length, toStep - fromStep);
      // A fresh compilation now and then, and always a copy of the state: nothing may be remembered elsewhere.
      const again = chunk % 17 === 0 ? compile(stepS) : compiled;
      simulateBuildings(again, state, fromStep, toStep, loads);
      expect(differing({ loads, fromStep, steps: toStep - fromStep }, year), `week ${chunk}`).toEqual([]);
    }
  });

  test('cuts at any step do: before and at noon, at single steps, over several days, at the turn of a month', () => {
    const noon = stepsPerDay / 2;
    const month = 31 * stepsPerDay;
    const days = [0, 1, noon - 1, noon, noon + 1, stepsPerDay, 2 * stepsPerDay + noon, 6 * stepsPerDay + 5];
    expect(runCuts([...days, month - 3, month + 1, month + 2 * stepsPerDay], start.slice())).toEqual([]);
    // Step by step through a day and a half.
    const steps = Array.from({ length: noon * 3 + 1 }, (_, step) => step);
    expect(runCuts(steps, start.slice())).toEqual([]);
  });

  test('a building gives the same bits alone in its block', () => {
    for (const row of [0, 1]) {
      const alone = compile(stepS, row, row + 1);
      const loads = unfilled(1, calendar.chunkSteps);
      const state = initialState(alone);
      const own = start.subarray(row * BUILDING_STATE_NUMBERS, (row + 1) * BUILDING_STATE_NUMBERS);
      expect(state).toEqual(own);
      simulateBuildings(alone, state, 0, calendar.chunkSteps, loads);
      const part = { loads, fromStep: 0, steps: calendar.chunkSteps, firstRow: row };
      expect(differing(part, year)).toEqual([]);
    }
  });

  test('the comparison finds a night that is planned from half of it', () => {
    // A chunk that starts at midnight without the state of the noon before: what the wrong program would do.
    const state = start.slice();
    simulateBuildings(compiled, state, 0, stepsPerDay, loadsFor(TOWN.length, stepsPerDay));
    state.fill(0, 0, BUILDING_STATE_NUMBERS);
    const loads = unfilled(TOWN.length, stepsPerDay);
    simulateBuildings(compiled, state, stepsPerDay, 2 * stepsPerDay, loads);
    expect(differing({ loads, fromStep: stepsPerDay, steps: stepsPerDay }, year)).toContain('endUseW');
  });

  test('everything is finite, non-negative and in use', () => {
    expect(year.endUseW.every((value) => value >= 0 && value < 1e7)).toBe(true);
    const used = (row: number, use: (typeof END_USES)[number]): boolean => {
      const at = (row * END_USES.length + END_USES.indexOf(use)) * stepCount;
      return year.endUseW.subarray(at, at + stepCount).some((value) => value > 0);
    };
    expect(used(0, 'vehicleDischarging')).toBe(true);
    for (const row of [0, 1, 2]) {
      expect(used(row, 'batteryCharging')).toBe(true);
      expect(used(row, 'batteryDischarging')).toBe(true);
      expect(used(row, 'vehicleCharging')).toBe(true);
    }
    expect(used(1, 'vehicleDischarging')).toBe(false);
    expect(used(3, 'batteryCharging')).toBe(false);
  });
});
