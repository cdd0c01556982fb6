import { parseArgs } from 'node:util';
import { readEpw } from '../../io/epw';
import { normalsFromWeather } from '../../synthesis/weather';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readText, writeFile } from '../files';

export const NORMALS_USAGE = 'normals FILE.epw --out climate.json';

/** Monthly normals of a weather file: the figures a synthetic year is made from. */
export function writeNormals(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || values.out === undefined) {
    throw usageFailure('normals takes one EPW file and an output file.', NORMALS_USAGE);
  }
  const weather = required(readEpw(readText(path), fileName(path)));
  writeFile(values.out, `${JSON.stringify(normalsFromWeather(weather), null, 2)}\n`);
  return EXIT.done;
}
