import { parseArgs } from 'node:util';
import { formatImportReport, importDistrict, writeDistrict } from '../../io';
import { synthesiseNetwork } from '../../synthesis/network';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readText, writeFile } from '../files';

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
  if (values.climate !== undefined && values.weather !== undefined) {
    throw usageFailure(
      'A climate and a weather file were both given.',
      'Give --climate or --weather, not both.',
    );
  }
  const paths = values.weather === undefined ? positionals : [...positionals, values.weather];
  const files = paths.map((path) => ({ name: fileName(path), text: readText(path) }));
  const { district, report } = required(
    importDistrict(files, {
      ...(values.climate === undefined ? {} : { climate: values.climate }),
      ...(values.region === undefined ? {} : { region: values.region }),
      ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    }),
  );
  const complete =
    values['synthesise-network'] === true && district.network === null
      ? required(synthesiseNetwork(district))
      : district;
  writeFile(values.out, writeDistrict(complete));
  process.stdout.write(`${formatImportReport(report)}\n`);
  return EXIT.done;
}
