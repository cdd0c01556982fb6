import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readEpw } from '../../../src/io/epw';
import { parseBuildingModel } from '../../../src/model/buildingModel';
import type { BuildingModel } from '../../../src/model/buildingModel/types';
import type { WeatherYear } from '../../../src/model/weather';
import { simulateBuildingModel, type ZoneYear } from '../../../src/sim/buildings/multinode';
import { skyTempDegC } from '../../../src/sim/weather';
import expected from './expected.json';

export { expected };

const WEATHER = fileURLToPath(
  new URL(`../../../../shared/data/bestest/${expected.weatherFile}`, import.meta.url),
);
export const HAVE_WEATHER = existsSync(WEATHER);

export type Films = 'reference' | 'constant';

export interface Range {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

export const LOADS = ['heatingMWh', 'coolingMWh', 'peakHeatingKW', 'peakCoolingKW'] as const;
export type Load = (typeof LOADS)[number];
export const FREE_FLOAT = ['meanDegC', 'minDegC', 'maxDegC'] as const;
export type FreeFloat = (typeof FREE_FLOAT)[number];

/** One figure of one case beside the six programs'. */
export interface Figure {
  readonly case: string;
  readonly name: Load | FreeFloat;
  readonly value: number;
  readonly range: Range;
  /** 900 and 600 series; the rest is reported. */
  readonly gated: boolean;
}

export interface Profile {
  readonly name: string;
  readonly kind: string;
  readonly hoursInside: number;
  /** Furthest outside the band, as a share of the programs' largest figure of the day. */
  readonly worstShareOfPeak: number;
}

export interface MonthlyFigure {
  readonly name: string;
  readonly kWh: readonly number[];
  readonly inside: number;
}

export interface Results {
  readonly films: Films;
  readonly figures: readonly Figure[];
  readonly profiles: readonly Profile[];
  readonly monthly: readonly MonthlyFigure[];
}

export function bestestWeather(): WeatherYear {
  const outcome = readEpw(readFileSync(WEATHER, 'latin1'), expected.weatherFile);
  if (!outcome.ok) throw new Error(`${WEATHER} was not read`);
  return outcome.value;
}

export function bestestModel(name: string): BuildingModel {
  const path = fileURLToPath(new URL(`cases/${name}.json`, import.meta.url));
  const outcome = parseBuildingModel(JSON.parse(readFileSync(path, 'utf8')), `${name}.json`);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}

/** The first zone's year: of 960 the back zone, whose loads the programs report. */
function yearOf(name: string, weather: WeatherYear, films: Films): ZoneYear {
  const outcome = simulateBuildingModel(bestestModel(name), weather, { films });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value.zones[0]!;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthlyOf(name: string, year: ZoneYear): MonthlyFigure[] {
  const bands = (expected.monthly as Record<string, Record<string, { min: number[]; max: number[] }>>)[name];
  if (!bands) return [];
  return (['heatingKWh', 'coolingKWh'] as const).map((key) => {
    const watts = key === 'heatingKWh' ? year.heatingW : year.coolingW;
    let from = 0;
    const kWh = MONTHS.map((days) => {
      const sum = watts.subarray(from, from + 24 * days).reduce((total, each) => total + each, 0);
      from += 24 * days;
      return sum / 1000;
    });
    const { min, max } = bands[key]!;
    const inside = kWh.filter((value, month) => value >= min[month]! && value <= max[month]!).length;
    return { name: `${name} ${key === 'heatingKWh' ? 'heating' : 'cooling'}`, kWh, inside };
  });
}

function profileOf(
  { day, dayOfYear, case: name, kind, band }: (typeof expected.hourly)[number],
  year: ZoneYear | undefined,
  skyDegC: Float64Array,
): Profile {
  const peak = Math.max(...band.min.map(Math.abs), ...band.max.map(Math.abs));
  const slack = expected.tolerance.bandShareOfPeak * peak;
  let hoursInside = 0;
  let worst = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    const at = 24 * dayOfYear + hour;
    const value =
      kind === 'skyDegC'
        ? skyDegC[at]!
        : kind === 'airDegC'
          ? year!.airDegC[at]!
          : (year!.heatingW[at]! - year!.coolingW[at]!) / 1000;
    const outside = Math.max(band.min[hour]! - value, value - band.max[hour]!, 0);
    if (outside <= slack) hoursInside += 1;
    worst = Math.max(worst, outside / peak);
  }
  return { name: `${day}${name ? ` ${name}` : ''}`, kind, hoursInside, worstShareOfPeak: worst };
}

const loadsOf = (year: ZoneYear): Record<Load, number> => ({
  heatingMWh: year.heatingKWh / 1000,
  coolingMWh: year.coolingKWh / 1000,
  peakHeatingKW: year.peakHeatingW.value / 1000,
  peakCoolingKW: year.peakCoolingW.value / 1000,
});
const floatsOf = (year: ZoneYear): Record<FreeFloat, number> => ({
  meanDegC: year.airMeanDegC,
  minDegC: year.airMin.value,
  maxDegC: year.airMax.value,
});

/** All cases with one kind of films. */
export function bestestResults(films: Films): Results {
  const weather = bestestWeather();
  const years = new Map<string, ZoneYear>();
  const figuresOf = <Name extends Load | FreeFloat>(
    cases: Readonly<Record<string, Record<Name, Range>>>,
    names: readonly Name[],
    values: (year: ZoneYear) => Record<Name, number>,
    gated: boolean,
  ): Figure[] =>
    Object.entries(cases).flatMap(([name, ranges]) => {
      const year = yearOf(name, weather, films);
      years.set(name, year);
      const found = values(year);
      return names.map((key) => ({ case: name, name: key, value: found[key], range: ranges[key], gated }));
    });
  const figures = [
    ...figuresOf(expected.loads, LOADS, loadsOf, true),
    ...figuresOf(expected.freeFloat, FREE_FLOAT, floatsOf, true),
    ...figuresOf(expected.furtherLoads, LOADS, loadsOf, false),
    ...figuresOf(expected.furtherFreeFloat, FREE_FLOAT, floatsOf, false),
  ];
  const readings = weather.skyInfraredWPerM2.map(skyTempDegC);
  // Means over the hour between two readings, as the model takes them.
  const skyDegC = readings.map((now, hour) => (now + readings[Math.max(hour - 1, 0)]!) / 2);
  const profiles = expected.hourly.map((each) => profileOf(each, years.get(each.case ?? ''), skyDegC));
  const monthly = [...years].flatMap(([name, year]) => monthlyOf(name, year));
  return { films, figures, profiles, monthly };
}

export const isLoad = ({ name, range }: Figure): boolean =>
  LOADS.some((load) => load === name) && range.max > 0;
export const isInside = ({ value, range }: Figure): boolean => value >= range.min && value <= range.max;
export const errorOf = ({ value, range }: Figure): number => value / range.mean - 1;

/** Limits of 140-2023 for an annual load, or nothing. */
export function acceptanceOf({ case: name, name: load }: Figure): readonly [number, number] | undefined {
  const limits = (expected.acceptance as Record<string, Record<string, number[]>>)[name]?.[load];
  return limits ? [limits[0]!, limits[1]!] : undefined;
}
