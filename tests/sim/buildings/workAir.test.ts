import { describe, expect, test } from 'vitest';
import type { Building } from '../../../src/model/building';
import { END_USES } from '../../../src/model/run';
import { compileBuildings } from '../../../src/sim/buildings';
import { airClassByDay, COLD_DAY, HOT_DAY } from '../../../src/sim/buildings/airing';
import { buildingModelOf } from '../../../src/sim/buildings/modelOf';
import { courseValues } from '../../../src/sim/buildings/multinode/schedule';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { box, calendarOf, districtOf, sineWeather, sumOf, yearOf } from './town';

/**
 * Air and heat of workplaces. Expected air is SIA 2024's: litres a second and square metres a person, all of it on warm
 * days, 67 % where it is above 6 m3/(h m2) and less than half of the persons are in. The cheapest wrong programs: winter's
 * share all year, stages everywhere, flats whose windows stay shut at night because the shop below is closed.
 */
const weather = sineWeather(13, 13);
const calendar = calendarOf(3600, weather.startWeekday);
const ROOM_HEIGHT_M = 2.5;

/** Air changes of a week day's hours, by the day's number in the year. */
function airOf(building: Building): (day: number) => Float64Array {
  const input = { district: districtOf([building]), weather, calendar, seed: 1 };
  const { rows, tableAt } = compileBuildings(input, 0, 1);
  const { airChangesPerH } = rows[0]!.table;
  return (day) => Float64Array.from({ length: 24 }, (_, hour) => airChangesPerH[tableAt[24 * day + hour]!]!);
}

const days = airClassByDay(weather);
const weekday = (day: number): boolean => day % 7 < 5;
const warmDay = days.findIndex((kind, day) => kind !== COLD_DAY && weekday(day));
const coldDay = days.findIndex((kind, day) => kind === COLD_DAY && weekday(day));
const COOLED = { households: 0, cooling: 'splitAirConditioner' } as const;

describe('supplied air on a day', () => {
  test('of an office: one stage, all of 10 l/s a person on 14 m2', () => {
    const air = airOf(box('office', 'office', COOLED));
    const design = (10 * 3.6) / 14 / ROOM_HEIGHT_M;
    expect(air(warmDay)[10]).toBeCloseTo(design, 9);
    expect(air(warmDay)[7]).toBeCloseTo(design, 9);
    expect(air(warmDay)[3]).toBe(0);
    expect(air(coldDay)[10]).toBeCloseTo(0.45 * design, 9);
  });

  test('of a restaurant: two stages of 10 l/s a person on 2 m2', () => {
    const air = airOf(box('restaurant', 'restaurant', COOLED));
    const design = (10 * 3.6) / 2 / ROOM_HEIGHT_M;
    // CEA's day: full at 12 h, 0.23 of the persons at 9 h, nobody at 15 h.
    expect(air(warmDay)[12]).toBeCloseTo(design, 9);
    expect(air(warmDay)[9]).toBeCloseTo(0.67 * design, 9);
    expect(air(warmDay)[15]).toBe(0);
    expect(air(coldDay)[9]).toBeCloseTo(0.45 * design, 9);
  });

  test('of a home: the same in summer and winter', () => {
    const air = airOf(box('home', 'detached', COOLED));
    expect(air(coldDay)[12]).toBeCloseTo(0.4, 12);
    const hot = days.findIndex((kind, day) => kind === HOT_DAY && weekday(day));
    expect(air(hot)[12]).toBeCloseTo(0.4, 12);
  });

  test('stands in the building file as well', () => {
    const restaurant = box('restaurant', 'restaurant', COOLED);
    const model = buildingModelOf(restaurant, shapesOf([restaurant])[0]!, {
      region: 'centralEurope',
      weather,
    });
    const { flowM3PerS, course } = model.zones[0]!.ventilation![0]!;
    const values = courseValues(course!, model.schedules!, { stepsPerHour: 1, startWeekday: 0 })!;
    const perH = (day: number, hour: number): number =>
      (3600 * flowM3PerS! * values[24 * day + hour]!) / model.zones[0]!.volumeM3;
    const air = airOf(restaurant);
    for (const day of [warmDay, coldDay])
      for (let hour = 0; hour < 24; hour += 1) expect(perH(day, hour)).toBeCloseTo(air(day)[hour]!, 9);
  });
});

test('windows of flats above a shop are open at night by their share of the floor', () => {
  const hotDay = days.findIndex((kind, day) => kind === HOT_DAY && weekday(day));
  const shop = (households: number): Float64Array =>
    airOf(box('shop', 'retail', { households, levels: 3, heightM: 10 }))(hotDay);
  // 120 m2, three storeys, 0.82 of it conditioned; 70 m2 a flat; 2 1/h at night (DIN 4108-2).
  const share = (2 * 70) / (0.82 * 3 * 120);
  const night = (air: Float64Array): number => Math.max(...air.slice(0, 5), air[23]!);
  expect(night(shop(0))).toBe(0);
  expect(night(shop(2))).toBeCloseTo(2 * share, 9);
  expect(Math.max(...shop(2).slice(8, 18))).toBe(Math.max(...shop(0).slice(8, 18)));
  expect(night(shop(40))).toBeCloseTo(2, 9);
});

test('what hoods carry away warms no room and is paid for all the same', () => {
  const restaurant = box('restaurant', 'restaurant', { households: 1 });
  const all = { value: 1, source: 'test', quality: 'accurate_measurement' } as const;
  const [hooded, open] = [{}, { overrides: { applianceHeatShare: all } }].map((changes) =>
    yearOf([{ ...restaurant, ...changes }], weather),
  );
  const at = END_USES.indexOf('appliancesAndLight') * 8760;
  expect(hooded!.endUseW.slice(at, at + 8760)).toEqual(open!.endUseW.slice(at, at + 8760));
  expect(sumOf(hooded!.heatNeedW)).toBeGreaterThan(1.03 * sumOf(open!.heatNeedW));
  expect(sumOf(hooded!.overheatingK)).toBeLessThan(0.9 * sumOf(open!.overheatingK));
  const office = box('office', 'office', { households: 0 });
  const same = yearOf([{ ...office, overrides: { applianceHeatShare: all } }], weather);
  expect(same.heatNeedW).toEqual(yearOf([office], weather).heatNeedW);
});
