import { describe, expect, it, test } from 'vitest';
import type { Building, FlexibleHeating } from '../../../src/model/building';
import type { BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { BUILDING_LOADS } from '../../../src/sim/arrays/buildingLoads';
import { compileBuildings } from '../../../src/sim/buildings';
import { COLD_DAY } from '../../../src/sim/buildings/airing';
import { differing } from '../devices/fuzz';
import { box, calendarOf, districtOf, sineWeather, sumOf, yearOf } from './town';

/**
 * Set-points that give way to the grid's peak, in the year. The cheapest wrong programs: the field is ignored, it moves the
 * comfort that discomfort is counted against, it preheats open rooms in summer, a peak after midnight is not preheated for
 * the evening before, the rebound is forgotten.
 */
const weather = sineWeather(8);
const EVENING: FlexibleHeating = {
  peakHours: { fromHour: 17, toHour: 20 },
  setbackK: 2,
  preheatK: 1,
  preheatMin: 120,
};
const house = (changes: Partial<Building> = {}): Building =>
  box('home', 'detached', { households: 1, heating: 'airHeatPump', ...changes });
const NAMES = Object.keys(BUILDING_LOADS) as (keyof BuildingLoads)[];

const plain = yearOf([house()], weather);
const flexible = yearOf([house({ flexibleHeating: EVENING })], weather);

/** Electricity for heating in some hours of the day, over days of the year. */
function heatingIn(
  { endUseW }: BuildingLoads,
  fromHour: number,
  toHour: number,
  days: readonly [from: number, to: number] = [0, 59],
): number {
  let sum = 0;
  for (let day = days[0]; day < days[1]; day += 1)
    sum += sumOf(endUseW, 24 * day + fromHour, 24 * day + toHour);
  return sum;
}

describe('a heat pump that avoids the evening, in January and February', () => {
  it('draws less in the peak, more before it, and makes up for it after it', () => {
    expect(heatingIn(flexible, 17, 20)).toBeLessThan(0.6 * heatingIn(plain, 17, 20));
    expect(heatingIn(flexible, 15, 17)).toBeGreaterThan(1.05 * heatingIn(plain, 15, 17));
    // The rebound: walls that have cooled take more than they would have.
    expect(heatingIn(flexible, 20, 22)).toBeGreaterThan(1.1 * heatingIn(plain, 20, 22));
    const whole = heatingIn(flexible, 0, 24) / heatingIn(plain, 0, 24);
    expect(whole).toBeGreaterThan(0.95);
    expect(whole).toBeLessThan(1.05);
  });

  it('is judged by the temperatures its people are used to: a cooler evening is no comfort', () => {
    expect(sumOf(flexible.underheatingK)).toBeGreaterThan(sumOf(plain.underheatingK) + 50);
  });

  it('stays within its band', () => {
    for (let step = 0; step < 59 * 24; step += 1) {
      expect(flexible.airDegC[step]!).toBeGreaterThan(plain.airDegC[step]! - 2.001);
      expect(flexible.airDegC[step]!).toBeLessThan(plain.airDegC[step]! + 1.001);
    }
  });
});

it('adds nothing in summer but what a cool evening took', () => {
  const july = [181, 212] as const;
  expect(heatingIn(flexible, 0, 24, july)).toBeLessThan(1.002 * heatingIn(plain, 0, 24, july));
});

test('the set-points of a day are those of the clock, and a peak after midnight is met the evening before', () => {
  const tableOf = (flexibleHeating?: FlexibleHeating) => {
    const building = house({
      retrofit: { setback: { heatingSetbackDegC: 20 } },
      ...(flexibleHeating ? { flexibleHeating } : {}),
    });
    const input = { district: districtOf([building]), weather, calendar: calendarOf(900, 0), seed: 1 };
    const row = compileBuildings(input, 0, 1).rows[0]!;
    return { heat: row.table.heatToDegC, comfort: row.comfort.heatToDegC };
  };
  const base = tableOf();
  const offsets = (given: FlexibleHeating, airClass: number): number[] => {
    const { heat } = tableOf(given);
    return Array.from(
      { length: 96 },
      (_, at) => heat[airClass * 288 + at]! - base.heat[airClass * 288 + at]!,
    );
  };
  const span = (from: number, to: number, value: number) => [4 * from, 4 * to, value] as const;
  const expected = (...spans: readonly (readonly [number, number, number])[]): number[] =>
    Array.from({ length: 96 }, (_, at) => spans.find(([from, to]) => at >= from && at < to)?.[2] ?? 0);
  expect(offsets(EVENING, COLD_DAY)).toEqual(expected(span(15, 17, 1), span(17, 20, -2)));
  // On warm days windows may be open: cooler in the peak, never warmer.
  expect(offsets(EVENING, 2)).toEqual(expected(span(17, 20, -2)));
  const night: FlexibleHeating = { ...EVENING, peakHours: { fromHour: 23, toHour: 1 }, preheatMin: 60 };
  expect(offsets(night, COLD_DAY)).toEqual(expected(span(22, 23, 1), span(23, 24, -2), span(0, 1, -2)));
  const early: FlexibleHeating = { ...EVENING, peakHours: { fromHour: 1, toHour: 3 }, preheatMin: 180 };
  expect(offsets(early, COLD_DAY)).toEqual(expected(span(22, 24, 1), span(0, 1, 1), span(1, 3, -2)));
  expect(tableOf(EVENING).comfort).toEqual(base.comfort);
});

test('without a heating system, or with a band of no width, a building has the same bits', () => {
  for (const [changes, flexibleHeating] of [
    [{ heating: 'none' }, EVENING],
    [{}, { ...EVENING, setbackK: 0, preheatK: 0 }],
  ] as const) {
    const [before, after] = [
      yearOf([house(changes)], weather),
      yearOf([house({ ...changes, flexibleHeating })], weather),
    ];
    for (const name of NAMES) expect(differing(after[name], before[name]), name).toBe(0);
  }
});

test('a smart thermostat and a flexible set-point both apply', () => {
  const thermostat = { retrofit: { thermostat: { setbackDegC: 16 } } };
  const both = yearOf([house({ ...thermostat, flexibleHeating: EVENING })], weather);
  const one = yearOf([house(thermostat)], weather);
  expect(heatingIn(both, 17, 20)).toBeLessThan(0.8 * heatingIn(one, 17, 20));
  expect(sumOf(both.heatNeedW)).toBeLessThan(0.99 * sumOf(flexible.heatNeedW));
});
