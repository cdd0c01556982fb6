import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { District } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import {
  sampleText,
  SAMPLE_SETTINGS,
  withWorldText,
  worldChecks,
  worldJson,
  worldText,
  WORLD_SETTINGS,
  type Site,
  type WorldCheck,
  type WorldSettings,
} from '../../study/worldChecks';
import { synthesiseNetwork } from '../../synthesis/network';
import { generateTown } from '../../synthesis/town';
import { weatherOfDistrict } from '../../synthesis/weatherOfDistrict';
import { EXIT, required, usageFailure } from '../exit';
import { readText } from '../files';
import { writeResults } from '../resultFiles';
import { loadDistrict } from '../runInput';
import { countOf } from '../optionNumbers';
import { progress } from '../scenarioEvaluations';

export const AGREE_USAGE =
  'agree [district.json] [--weather FILE.epw] [--homes-only] [--home-weeks N] [--out FILE] [--write PAGE.md] [--json]';

/** Seed of the reference town, asked where no district is named. */
const REFERENCE_SEED = 2035;

/** Does it agree with the world: published measurements and studies beside the district's own figures. */
export function agree(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      weather: { type: 'string' },
      'homes-only': { type: 'boolean' },
      'home-weeks': { type: 'string' },
      out: { type: 'string' },
      write: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (positionals.length > 1) throw usageFailure('agree takes one district at most.', AGREE_USAGE);
  const homeWeeks = weeksOf(values['home-weeks']);
  const page = pageOf(values.write);
  const { district, weather } = siteOf(positionals[0], values.weather);
  const site = { district, weather, stepS: STEP_S } as const;
  const network = values['homes-only'] !== true;
  const checks = computed(site, { ...WORLD_SETTINGS, homeWeeks, network });
  const sample = computed(site, SAMPLE_SETTINGS);
  const json = worldJson(district.id, STEP_S, checks);
  const text = `${worldText(checks)}\n\n${sampleText(sample)}`;
  const written = page === undefined ? undefined : withWorldText(page, text);
  writeResults([
    { path: values.out, content: () => json },
    { path: written === undefined ? undefined : values.write, content: () => written ?? '' },
  ]);
  process.stdout.write(values.json === true ? json : `${text}\n`);
  return EXIT.done;
}

const STEP_S = 900;

function computed(site: Site, settings: WorldSettings): readonly WorldCheck[] {
  const stages = worldChecks(site, settings);
  let next = stages.next();
  for (; next.done !== true; next = stages.next()) progress(next.value);
  return required(next.value, EXIT.calculationFailed);
}

const MOST_WEEKS = 52;

function weeksOf(text: string | undefined): number {
  if (text === undefined) return WORLD_SETTINGS.homeWeeks;
  const weeks = countOf('--home-weeks', text, AGREE_USAGE);
  if (weeks >= 1 && weeks <= MOST_WEEKS) return weeks;
  throw usageFailure(`--home-weeks ${text} is no part of a year.`, 'Give 1 to 52.');
}

function siteOf(
  path: string | undefined,
  weatherPath: string | undefined,
): { readonly district: District; readonly weather: WeatherYear } {
  if (path !== undefined) return loadDistrict(path, weatherPath);
  if (weatherPath !== undefined)
    throw usageFailure('--weather belongs to a district.', 'Name the district as well.');
  const district = required(synthesiseNetwork(generateTown(REFERENCE_SEED)));
  return { district, weather: required(weatherOfDistrict(district)) };
}

/** The page that the table goes into: refused before anything is computed where it has no place for it. */
function pageOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const page = existsSync(path) ? readText(path) : '';
  if (withWorldText(page, '') !== undefined) return page;
  throw usageFailure(
    `--write ${path} has no place for the table.`,
    'Give a page with the lines <!-- agree --> and <!-- /agree -->.',
  );
}
