import { readdirSync, readFileSync } from 'node:fs';
import { type Comparison, largest, table } from '../markdown';
import { runRoom, type RoomCase } from './rooms';

const here = new URL('.', import.meta.url);
export const cases = readdirSync(here)
  .filter((name) => name.startsWith('case-'))
  .map((name) => JSON.parse(readFileSync(new URL(`${name}/case.json`, here), 'utf8')) as RoomCase);

export const worst = (found: readonly number[], expected: readonly number[]): number =>
  largest(expected.map((value, hour) => found[hour]! - value));

export interface RoomFigure {
  readonly title: string;
  readonly tolerance: RoomCase['tolerance'];
  /** Largest deviation of an hour; nothing where the reference gives none. */
  readonly airK: number | undefined;
  readonly hvacW: number | undefined;
}

export const roomFigures = (): RoomFigure[] =>
  cases.map((one) => {
    const found = runRoom(one, 3600 / (one.input.hvac?.heldForS ?? 3600));
    const { airDegC, hvacW } = one.expected;
    return {
      title: one.title,
      tolerance: one.tolerance,
      airK: airDegC && worst(found.airDegC, airDegC),
      hvacW: hvacW && worst(found.hvacW, hvacW),
    };
  });

const text = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '';

/** What README.md holds between its markers. */
export function readmeTables(figures = roomFigures()): Record<string, string> {
  const rows = figures.map(({ title, tolerance, airK, hvacW }) => [
    title.replace(/^Test example (\d+): Calculation of (indoor air temperature|heat load) /, '$1: $2 '),
    text(airK, 3),
    text(tolerance.airDegC, 2),
    text(hvacW, 3),
    text(tolerance.hvacW, 1),
  ]);
  return { rooms: table(['Test example', 'air, K', 'tolerance', 'plant, W', 'tolerance'], rows) };
}

export function comparisons(figures = roomFigures()): Comparison[] {
  const of = (key: 'airK' | 'hvacW'): number[] =>
    figures.map((each) => each[key]).filter((value) => value !== undefined);
  const [airK, hvacW] = [of('airK'), of('hvacW')];
  const tolerances = figures.map(({ tolerance }) => tolerance);
  const limit = (key: 'airDegC' | 'hvacW'): number => largest(tolerances.map((each) => each[key] ?? 0));
  return [
    {
      folder: 'vdi6007',
      compared: `${figures.length} rooms of the two-element model, each hour of three days`,
      against: 'VDI 6007-1, its test examples',
      figure: `${largest(airK).toFixed(3)} K (${airK.length} rooms), ${largest(hvacW).toFixed(3)} W (${hvacW.length}) at worst`,
      tolerance: `${limit('airDegC')} K, ${limit('hvacW')} W`,
    },
  ];
}
