import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ARCHETYPE_REGIONS, type ArchetypeRegion } from '../../model/district';
import { countEvidence, formatImportReport, importDistrict, writeDistrict } from '../../io';
import { CLIMATE_NAMES } from '../../synthesis/weather';
import { synthesiseNetwork } from '../../synthesis/network';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readTexts, writeFile } from '../files';

export const IMPORT_USAGE =
  'import FILE... --out district.json [--climate NAME | --weather FILE.epw] [--region NAME] [--seed N] [--synthesise-network]';

/** Real files in, one district file out, with a report of what was given, derived and assumed. */
export function importFiles(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      climate: { type: 'string' },
      weather: { type: 'string' },
      region: { type: 'string' },
      seed: { type: 'string' },
      'synthesise-network': { type: 'boolean' },
    },
  });
  if (positionals.length === 0 || values.out === undefined) {
    throw usageFailure('import takes files and an output file.', IMPORT_USAGE);
  }
  if (values.climate !== undefined && !(CLIMATE_NAMES as readonly string[]).includes(values.climate)) {
    throw usageFailure(`There is no climate ${values.climate}.`, `Use one of ${CLIMATE_NAMES.join(', ')}.`);
  }
  if (values.climate !== undefined && values.weather !== undefined) {
    throw usageFailure(
      'A climate and a weather file were both given.',
      'Give --climate or --weather, not both.',
    );
  }
  const paths = values.weather === undefined ? positionals : [...positionals, values.weather];
  const texts = readTexts(paths);
  const files = paths.map((path, index) => ({ name: fileName(path), text: texts[index]! }));
  const { district, report } = required(
    importDistrict(files, {
      ...(values.climate === undefined ? {} : { climate: values.climate }),
      ...(values.region === undefined ? {} : { region: regionOf(values.region) }),
      ...(values.seed === undefined ? {} : { seed: seedOf(values.seed) }),
    }),
  );
  const complete =
    values['synthesise-network'] === true && district.network === null
      ? required(synthesiseNetwork(district))
      : district;
  writeFile(values.out, writeDistrict(complete));
  // The district names its weather file; a copy beside it lets the other commands find it.
  for (const file of files) {
    if (complete.weather.kind === 'epw' && file.name === complete.weather.fileName) {
      writeFile(join(dirname(values.out), file.name), file.text);
    }
  }
  process.stdout.write(`${formatImportReport({ ...report, attributes: countEvidence(complete) })}\n`);
  return EXIT.done;
}

function regionOf(text: string): ArchetypeRegion {
  const region = ARCHETYPE_REGIONS.find((known) => known === text);
  if (region !== undefined) return region;
  throw usageFailure(`There is no archetype region ${text}.`, `Use one of ${ARCHETYPE_REGIONS.join(', ')}.`);
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
  throw usageFailure(`${text} is not a seed.`, 'Give --seed with a whole number from 0 to 4294967295.');
}
