import { describe, expect, test } from 'vitest';
import { useProfileOf } from '../../../src/model/archetypes';
import type { Building } from '../../../src/model/building';
import { parseBuildingModel } from '../../../src/model/buildingModel';
import type { ArchetypeRegion } from '../../../src/model/district';
import { END_USES } from '../../../src/model/run';
import type { WeatherYear } from '../../../src/model/weather';
import { compileBuildings, initialState, simulateBuildings } from '../../../src/sim/buildings';
import { airClassByDay, airClassByHour, AIR_CLASSES, HOT_DAY } from '../../../src/sim/buildings/airing';
import type { CompiledBuildings } from '../../../src/sim/buildings/compile';
import { buildingModelOf } from '../../../src/sim/buildings/modelOf';
import { simulateBuildingModel } from '../../../src/sim/buildings/multinode';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { tablePlaces } from '../../../src/sim/buildings/useTables';
import { box, calendarOf, districtOf, loadsFor, sineWeather, sumOf } from './town';

/**
 * Windows in summer. The cheapest wrong programs: windows open whenever the calendar says summer, or on a warm day in
 * February; open in the heat of the day; open while the plant cools; a class that depends on where a run was cut.
 */
const calendar = calendarOf(3600, 0);
const temperate = sineWeather(10, 11);
const hot = sineWeather(14, 13);

function withTemp(tempDegC: (day: number, hour: number) => number): WeatherYear {
  const hourly = Float64Array.from({ length: 8760 }, (_, i) => tempDegC(Math.floor(i / 24), i % 24));
  return { ...sineWeather(), tempDegC: hourly };
}

const compiledOf = (building: Building, weather: WeatherYear, region: ArchetypeRegion = 'centralEurope') =>
  compileBuildings(
    { district: { ...districtOf([building]), archetypeRegion: region }, weather, calendar, seed: 1 },
    0,
    1,
  );

function run(compiled: CompiledBuildings) {
  const out = loadsFor(1, calendar.stepCount);
  simulateBuildings(compiled, initialState(compiled), 0, calendar.stepCount, out);
  return out;
}

/** The same building, its windows closed all year: comfort is told by a table without them. */
function closed(compiled: CompiledBuildings): CompiledBuildings {
  const rows = compiled.rows.map((row) => {
    const { comfort: table, zone } = row;
    if (zone.model !== 'multiNode') throw new Error('not of this zone model');
    const building = { ...zone.building, schedule: table.schedule };
    return { ...row, table, zone: { ...zone, building } };
  });
  return { ...compiled, rows };
}

const nameOf = (airClass: number): string => AIR_CLASSES[airClass]!;

describe('classes of a hand-made weather', () => {
  // Warm from day 100 on, hot from day 110 to 119, and a single warm day in February.
  const weather = withTemp((day, hour) => {
    if (day === 40) return 22;
    if (day >= 110 && day < 120) return hour >= 10 && hour < 20 ? 31 : 18;
    if (day >= 100 && day < 130) return hour < 6 ? 16 : 21;
    return 8;
  });
  const days = airClassByDay(weather).map(nameOf);
  const hours = Array.from(airClassByHour(weather), nameOf);

  test('days are warm once those before were, and hot above 26 degC', () => {
    expect(days).toHaveLength(365);
    expect(days[40]).toBe('coldDay');
    // Means before: 8, then one, two, three warm days of 19.75 in three: 11.9, 15.8.
    expect(days.slice(100, 103)).toEqual(['coldDay', 'coldDay', 'mildDay']);
    expect(new Set(days.slice(102, 110))).toEqual(new Set(['mildDay']));
    expect(new Set(days.slice(110, 120))).toEqual(new Set(['hotDay']));
    expect(days.filter((kind) => kind !== 'coldDay')).toHaveLength(28);
  });

  test('a hot day is aired in its cool hours, a mild one unless it is chilly', () => {
    const hotDay = hours.slice(112 * 24, 113 * 24);
    expect(hotDay.map((kind) => kind === 'hotDay')).toEqual(
      Array.from({ length: 24 }, (_, hour) => hour < 10 || hour >= 20),
    );
    expect(hotDay[12]).toBe('closed');
    const mildDay = hours.slice(105 * 24, 106 * 24);
    expect(mildDay.map((kind) => kind === 'mildDay')).toEqual(
      Array.from({ length: 24 }, (_, hour) => hour >= 6),
    );
  });

  test('where nights are as warm, windows open below the mean of the day', () => {
    const tropical = withTemp((_, hour) => (hour >= 8 && hour < 20 ? 32 : 28));
    const open = Array.from(airClassByHour(tropical)).filter((kind) => kind === HOT_DAY);
    expect(open).toHaveLength(365 * 12);
  });

  test('missing hours keep windows closed', () => {
    expect(new Set(airClassByDay(withTemp(() => NaN)))).toEqual(new Set([0]));
  });

  test('quarters of an hour follow their hour', () => {
    const quarters = calendarOf(900, 0);
    const places = tablePlaces(weather, quarters);
    const classOf = (step: number): string => nameOf(Math.floor(places[step]! / (3 * 96)));
    for (let step = 0; step < places.length; step += 7)
      expect(classOf(step)).toBe(hours[Math.floor(step / 4)]);
  });
});

const HOUSE = box('house', 'detached', { households: 2, constructionYear: 1990 });

test.each([
  ['a house', HOUSE, 0.6],
  ['a school', box('school', 'school', { households: 0 }), 0.95],
] as const)('%s overheats less with its windows open, and needs no more heat', (_, building, atMost) => {
  const compiled = compiledOf(building, hot);
  const [open, shut] = [run(compiled), run(closed(compiled))];
  expect(sumOf(shut.overheatingK)).toBeGreaterThan(500);
  expect(sumOf(open.overheatingK)).toBeLessThan(atMost * sumOf(shut.overheatingK));
  expect(sumOf(open.heatNeedW)).toBeGreaterThanOrEqual(sumOf(shut.heatNeedW));
  expect(sumOf(open.heatNeedW)).toBeLessThan(1.01 * sumOf(shut.heatNeedW));
  // Winter knows nothing of it: until the end of March not a bit is different.
  const winter = 24 * 80;
  expect(airClassByDay(hot).slice(0, 80)).toEqual(new Array(80).fill(0));
  expect(open.heatNeedW.slice(0, winter)).toEqual(shut.heatNeedW.slice(0, winter));
});

describe('a building that is cooled', () => {
  const cooling = 'splitAirConditioner' as const;

  test('never cools with its windows open: homes air on mild days, workplaces not at all', () => {
    const home = compiledOf({ ...HOUSE, cooling }, hot);
    const out = run(home);
    const { airChangesPerH } = home.rows[0]!.table;
    let aired = 0;
    out.coolNeedW.forEach((coolW, step) => {
      if (airChangesPerH[home.tableAt[step]!]! < 1) return;
      aired += 1;
      expect(coolW).toBe(0);
    });
    expect(aired).toBeGreaterThan(300);
    expect(sumOf(out.coolNeedW)).toBeGreaterThan(0);
    expect(sumOf(out.coolNeedW)).toBeLessThan(sumOf(run(closed(home)).coolNeedW));
    const office = compiledOf(box('office', 'office', { households: 0, cooling }), hot);
    expect(run(office).coolNeedW).toEqual(run(closed(office)).coolNeedW);
  });
});

test('nobody opens a window in an empty workplace', () => {
  const { rows, tableAt } = compiledOf(box('school', 'school', { households: 0 }), hot);
  const { airChangesPerH, presence } = rows[0]!.table;
  const mostBy = (somebody: boolean): number =>
    Math.max(...Array.from(tableAt, (at) => (presence[at]! > 0 === somebody ? airChangesPerH[at]! : 0)));
  expect(mostBy(false)).toBe(0);
  expect(mostBy(true)).toBeGreaterThan(3);
});

test('cuts inside a hot day change nothing', () => {
  const compiled = compiledOf(HOUSE, hot);
  const whole = run(compiled);
  const day = airClassByDay(hot).indexOf(HOT_DAY) + 2;
  const cuts = [0, 24 * day + 5, 24 * day + 13, 24 * day + 21, 24 * day + 60];
  const state = initialState(compiled);
  for (let cut = 0; cut + 1 < cuts.length; cut += 1) {
    const [from, to] = [cuts[cut]!, cuts[cut + 1]!];
    const part = loadsFor(1, to - from);
    simulateBuildings(compiled, state, from, to, part);
    expect(part.airDegC).toEqual(whole.airDegC.slice(from, to));
    expect(part.overheatingK).toEqual(whole.overheatingK.slice(from, to));
  }
});

test.each([
  ['hot', hot],
  ['temperate', sineWeather(12, 12)],
] as const)('the single-building model overheats for as long, weather %s', (_, weather) => {
  const flats = box('flats', 'apartment', { households: 0, levels: 3, heightM: 9, constructionYear: 1990 });
  const model = buildingModelOf(flats, shapesOf([flats])[0]!, { region: 'centralEurope', weather });
  expect(parseBuildingModel(JSON.parse(JSON.stringify(model)), 'test')).toMatchObject({ ok: true });
  const zone = model.zones[0]!;
  const steady = { radiativeShare: 0.6, powerW: 5 * zone.floorAreaM2 };
  const outcome = simulateBuildingModel({ ...model, zones: [{ ...zone, gains: [steady] }] }, weather);
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
  const compiled = compiledOf(flats, weather);
  const row = compiled.rows[0]!;
  const table = { ...row.table, appliances: row.table.appliances.map(() => 1) };
  const out = run({ ...compiled, rows: [{ ...row, table, installedW: steady.powerW }] });
  const kelvinHours = (air: Float64Array): number => sumOf(air.map((temp) => Math.max(0, temp - 26)));
  const [mine, theirs] = [kelvinHours(out.airDegC), kelvinHours(outcome.value.zones[0]!.airDegC)];
  expect(theirs).toBeGreaterThan(100);
  expect(mine / theirs, `${mine} against ${theirs} K h`).toBeGreaterThan(0.5);
  expect(mine / theirs, `${mine} against ${theirs} K h`).toBeLessThan(2);
});

describe('where it is warm', () => {
  const tropical = withTemp((_, hour) => (hour >= 8 && hour < 20 ? 30 : 24));
  const warm = (building: Building) => compiledOf(building, tropical, 'warm');

  test('hours, set-points and multiplier are the region’s own', () => {
    const shop = box('shop', 'retail', { households: 0, cooling: 'splitAirConditioner' });
    const { table, comfort } = warm(shop).rows[0]!;
    const theirs = useProfileOf('retail', 'warm');
    const sundayNoon = 2 * 24 + 14;
    expect(useProfileOf('retail', 'centralEurope').schedules.presence.sunday[14]).toBe(0);
    expect(table.presence[sundayNoon]).toBe(theirs.schedules.presence.sunday[14]);
    expect(table.presence[sundayNoon]).toBeGreaterThan(0);
    expect(comfort.coolToDegC[sundayNoon]).toBe(24);
  });

  test('fans run while somebody is in and it is warmer outside than 25 degC', () => {
    const school = box('school', 'school', { households: 0 });
    const compiled = warm(school);
    const row = compiled.rows[0]!;
    const [withFans, without] = [compiled, { ...compiled, rows: [{ ...row, fansW: 0 }] }].map(run);
    expect(row.fansW).toBeCloseTo(row.floorM2, 9);
    const at = END_USES.indexOf('appliancesAndLight') * 8760;
    const fans = Float64Array.from(
      { length: 8760 },
      (_, i) => withFans!.endUseW[at + i]! - without!.endUseW[at + i]!,
    );
    fans.forEach((fanW, step) => {
      const runs = compiled.climate.tempDegC[step]! > 25;
      const presence = row.table.presence[compiled.tableAt[step]!]!;
      expect(fanW).toBeCloseTo(runs ? row.floorM2 * presence : 0, 6);
    });
    expect(sumOf(fans)).toBeGreaterThan(1000);
    expect(sumOf(withFans!.airDegC)).toBeGreaterThan(sumOf(without!.airDegC));
    expect(compiledOf(school, temperate).rows[0]!.fansW).toBe(0);
  });
});

test('inner walls are as high as they stand, not as high as they are wide', () => {
  const hall = box('hall', 'warehouse', { households: 0, levels: 1, heightM: 6 }, 60, 80);
  const model = buildingModelOf(hall, shapesOf([hall])[0]!, { region: 'centralEurope', weather: temperate });
  const heights = model.elements.filter(({ tiltDeg }) => tiltDeg === 90).map(({ heightM }) => heightM);
  expect(Math.max(...heights)).toBe(6);
  const partition = model.elements.find(({ id }) => id === 'partition')!;
  expect(partition.heightM * partition.widthM).toBeCloseTo(1.5 * model.zones[0]!.floorAreaM2, 6);
});
