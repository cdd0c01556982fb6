import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Comparison } from './markdown';

const here = fileURLToPath(new URL('.', import.meta.url));

const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Folders of this room, each with a line or more in README.md. */
export const FOLDERS: readonly string[] = foldersIn(here);
/** Folders whose figures are measured by their `tables.ts`. */
export const MEASURED: readonly string[] = FOLDERS.filter((name) => existsSync(`${here}${name}/tables.ts`));

/** What the cases of a folder hold that keeps no table: its test passes or fails. */
const HELD: Readonly<Record<string, readonly [compared: string, against: string]>> = {
  bills: ['bills, line by line', 'bills that utilities print as examples'],
  buildings: [
    'parts of buildings and devices as the presets have them',
    'ISO 13790, TABULA, pvlib, When2Heat, Keymark',
  ],
  community: ['an energy community, with and without its cost', 'worked out by hand'],
  import: ['files that are wrong, and what is said of each', 'the issues that each case states'],
  'meter-data': ['meter files with clock changes and holes', 'a published sample feed, sums by hand'],
  rc5r1c: ['single hours of the ISO 13790 zone', 'RC_BuildingSimulator'],
  reliability: ['SAIFI, SAIDI and others of small networks', 'by hand; the published RBTS, bus 2'],
  'voltage-response': ['voltages and powers where curves and network meet', 'closed forms'],
  weather: [
    'synthetic climates, position of the sun, tilted planes',
    'measured years that it was not fed; pvlib',
  ],
};

interface Case {
  readonly tolerance?: Readonly<Record<string, unknown>>;
}

/** The tolerance that all cases share, or where it stands. */
function toleranceOf(cases: readonly Case[]): string {
  const [first, ...others] = cases.map(({ tolerance }) => JSON.stringify(tolerance ?? null));
  const shared = cases[0]?.tolerance;
  if (!shared || others.some((each) => each !== first)) return 'by case, in `case.json`';
  return Object.entries(shared)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

/** Lines of the folders without a table, from their cases. */
export function heldComparisons(folder: string): Comparison[] {
  const words = HELD[folder];
  if (!words) return [];
  const paths = foldersIn(`${here}${folder}`).map((name) => `${here}${folder}/${name}/case.json`);
  const cases = paths.filter(existsSync).map((path) => JSON.parse(readFileSync(path, 'utf8')) as Case);
  const [compared, against] = words;
  const figure = `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}, held or not`;
  return [{ folder, compared, against, figure, tolerance: toleranceOf(cases) }];
}
