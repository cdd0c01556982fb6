import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBaseEditsFile, readDistrictFile, readScenarioFile } from '../io';
import { readEpw } from '../io/epw';
import type { District } from '../model/district';
import type { RunInput } from '../model/run';
import type { BaseEdit, Scenario } from '../model/scenario';
import type { WeatherYear } from '../model/weather';
import { baseIssue, baselineScenario, hashDistrict, hashText, unusedInOneYear } from '../scenario';
import { weatherOfDistrict } from '../synthesis/weatherOfDistrict';
import { formatIssue, required, usageFailure } from './exit';
import { fileName, readText } from './files';

/** The year a scenario without one of its own stands for. */
const PRESENT_YEAR = 2026;

/** Everything the commands need to know of one district and its weather. */
export interface LoadedDistrict {
  readonly district: District;
  readonly districtSha256: string;
  readonly weather: WeatherYear;
  /** The file the weather was read from; absent where it is made from the district's climate. */
  readonly weatherPath?: string;
  readonly baseEdits: readonly BaseEdit[];
}

/** A district with its weather, and the corrections of present-day facts where a file of them is given. */
export function loadDistrict(
  path: string,
  weatherPath: string | undefined,
  editsPath?: string,
): LoadedDistrict {
  const district = required(readDistrictFile(readText(path), fileName(path)));
  const epwPath = weatherPath ?? weatherBeside(path, district);
  const weather =
    epwPath === undefined
      ? required(weatherOfDistrict(district))
      : required(readEpw(readText(epwPath), fileName(epwPath)));
  const baseEdits = editsPath === undefined ? [] : loadEdits(editsPath);
  return {
    ...{ district, districtSha256: hashDistrict(district), weather, baseEdits },
    ...(epwPath === undefined ? {} : { weatherPath: epwPath }),
  };
}

/** The weather file a district names, where import laid it: in the district's folder, with the content it had then. */
function weatherBeside(districtPath: string, district: District): string | undefined {
  if (district.weather.kind !== 'epw') return undefined;
  const path = join(dirname(districtPath), district.weather.fileName);
  return existsSync(path) && hashText(readText(path)) === district.weather.sha256 ? path : undefined;
}

/** A scenario file checked against the district it is run on, in one year or in all; without a file, the baseline. */
export function loadScenario(
  path: string | undefined,
  loaded: LoadedDistrict,
  isWholePath = false,
): Scenario {
  const { district, districtSha256 } = loaded;
  if (path === undefined || path === 'baseline')
    return baselineScenario(district, districtSha256, PRESENT_YEAR);
  const scenario = required(readScenarioFile(readText(path), fileName(path)));
  const differs = baseIssue(scenario, district, districtSha256, fileName(path));
  const unused = isWholePath ? [] : unusedInOneYear(scenario);
  for (const issue of [...(differs === null ? [] : [differs]), ...unused])
    process.stderr.write(`${formatIssue(issue)}\n`);
  return scenario;
}

export function runInputOf(loaded: LoadedDistrict, scenario: Scenario, stepS: RunInput['stepS']): RunInput {
  const { district, weather, baseEdits } = loaded;
  return { district, baseEdits, weather, scenario, stepS };
}

export function stepOf(text: string | undefined): RunInput['stepS'] {
  if (text === undefined || text === '1h') return 3600;
  if (text === '15min') return 900;
  throw usageFailure(`The step ${text} is not known.`, 'Give --step 1h or --step 15min.');
}

export function workersOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 256) return count;
  throw usageFailure(
    `${text} is not a number of workers.`,
    'Give --workers with a whole number from 1 to 256.',
  );
}

/** A JSON list of corrections: building id, field, value. */
function loadEdits(path: string): readonly BaseEdit[] {
  return required(readBaseEditsFile(readText(path), fileName(path)));
}
