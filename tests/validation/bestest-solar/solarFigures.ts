import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readEpw } from '../../../src/io/epw';
import { parseBuildingModel } from '../../../src/model/buildingModel';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { elementSun, type ElementSun } from '../../../src/sim/buildings/solar';
import denver from './denver/case.json';

const FILE = fileURLToPath(new URL(`../../../../shared/data/bestest/${denver.weatherFile}`, import.meta.url));
export const HAVE_WEATHER = existsSync(FILE);

type Light = 'incident' | 'transmitted';

export interface AnnualFigure {
  readonly name: string;
  readonly kWhPerM2: number;
  readonly minKWhPerM2: number;
  readonly meanKWhPerM2: number;
  readonly maxKWhPerM2: number;
}

/** A ratio of two annual sums. */
export interface RatioFigure {
  readonly name: string;
  readonly ratio: number;
  readonly min: number;
  readonly max: number;
}

export interface ProfileFigure {
  readonly name: string;
  /** Of 24. */
  readonly hoursInside: number;
  /** Furthest outside the programs' band, as a share of its peak. */
  readonly worstShareOfPeak: number;
}

/** Of the plane, or of the glass of all windows of the element, W/m², one value a step. */
function seriesOf(sun: ElementSun, glassM2: number, light: Light): Float64Array {
  if (light === 'incident') return sun.incidentWPerM2;
  return sun.incidentWPerM2.map((_, step) => {
    let powerW = 0;
    for (const { beamTransmittedW, diffuseTransmittedW } of sun.windows)
      powerW += beamTransmittedW[step]! + diffuseTransmittedW[step]!;
    return powerW / glassM2;
  });
}

export interface SolarFigures {
  readonly annual: readonly AnnualFigure[];
  /** Transmitted to incident, and what shades take of the transmitted. */
  readonly ratios: readonly RatioFigure[];
  readonly profiles: readonly ProfileFigure[];
}

/** The case's figures by hours, or by quarter-hours. Needs the weather file. */
export function solarFigures(stepS: 3600 | 900 = 3600): SolarFigures {
  const weather = readEpw(readFileSync(FILE, 'latin1'), denver.weatherFile);
  if (!weather.ok) throw new Error('the weather file was not read');
  const building = parseBuildingModel(denver.building, 'denver/case.json');
  if (!building.ok) throw new Error(building.issues.map(({ message }) => message).join('\n'));
  const model = building.value;
  const suns = elementSun(model, weather.value, calendarOf(stepS, 0));
  const stepsPerHour = 3600 / stepS;
  const series = (element: string, light: string): Float64Array => {
    const index = model.elements.findIndex(({ id }) => id === element);
    const glassM2 = (model.elements[index]!.windows ?? []).reduce((sum, w) => sum + w.widthM * w.heightM, 0);
    return seriesOf(suns[index]!, glassM2, light as Light);
  };
  const yearOf = (element: string, light: Light): number =>
    series(element, light).reduce((sum, value) => sum + value, 0) / 1000 / stepsPerHour;
  const ratios = [
    ...denver.expected.transmissivity.map(({ name, element, min, max }) => ({
      name: `transmissivity ${name}`,
      ratio: yearOf(element, 'transmitted') / yearOf(element, 'incident'),
      min,
      max,
    })),
    ...denver.expected.shading.map(({ name, element, bare, min, max }) => ({
      name: `shading ${name}`,
      ratio: 1 - yearOf(element, 'transmitted') / yearOf(bare, 'transmitted'),
      min,
      max,
    })),
  ];
  const annual = denver.expected.annual.map(({ element, light, ...figure }) => ({
    ...figure,
    kWhPerM2: yearOf(element, light as Light),
  }));
  const profiles = denver.expected.profiles.map(({ name, element, light, dayFromZero, ...band }) => {
    const values = series(element, light);
    const peak = Math.max(...band.maxWhPerM2);
    const outside = band.minWhPerM2.map((low, hour) => {
      const first = (24 * dayFromZero + hour) * stepsPerHour;
      const mean =
        values.subarray(first, first + stepsPerHour).reduce((sum, value) => sum + value, 0) / stepsPerHour;
      return Math.max(low - mean, mean - band.maxWhPerM2[hour]!, 0) / peak;
    });
    const limit = denver.tolerance.profileBandShareOfPeak;
    return {
      name,
      hoursInside: outside.filter((share) => share <= limit).length,
      worstShareOfPeak: Math.max(...outside),
    };
  });
  return { annual, ratios, profiles };
}

/** The tables of the README by hours. */
export function solarTables({ annual, ratios, profiles }: SolarFigures): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['kWh/m² a', 'programs, least', 'mean', 'most', 'here', 'to mean']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...annual.map(({ name, kWhPerM2, minKWhPerM2, meanKWhPerM2, maxKWhPerM2 }) =>
      row([
        name,
        ...[minKWhPerM2, meanKWhPerM2, maxKWhPerM2, kWhPerM2].map((value) => value.toFixed(0)),
        `${(100 * (kWhPerM2 / meanKWhPerM2 - 1)).toFixed(1)} %`,
      ]),
    ),
    '',
    row(['share', 'programs, least', 'most', 'here']),
    row(['---', '---:', '---:', '---:']),
    ...ratios.map(({ name, min, max, ratio }) =>
      row([name, ...[min, max, ratio].map((value) => value.toFixed(3))]),
    ),
    '',
    row(['day', 'hours inside', 'furthest outside, of the peak']),
    row(['---', '---:', '---:']),
    ...profiles.map(({ name, hoursInside, worstShareOfPeak }) =>
      row([name, `${hoursInside} of 24`, `${(100 * worstShareOfPeak).toFixed(1)} %`]),
    ),
  ].join('\n');
}
