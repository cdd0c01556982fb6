import { parseArgs } from 'node:util';
import { ENERGYPLUS_VERSION, writeIdf } from '../../io/idf';
import { loadBuilding } from '../buildingInput';
import { EXIT, required, usageFailure } from '../exit';
import { writeFile } from '../files';

export const EXPORT_IDF_USAGE =
  'export-idf FILE.json [--weather FILE.epw] --out model.idf | export-idf district.json --building ID [--weather FILE.epw] --out model.idf';

/** One building, from its own file or out of a district, as an EnergyPlus input file. */
export function exportIdf(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { weather: { type: 'string' }, building: { type: 'string' }, out: { type: 'string' } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || values.out === undefined) {
    throw usageFailure('export-idf takes one file and the file to write.', EXPORT_IDF_USAGE);
  }
  const { model, weather } = loadBuilding(path, values.building, values.weather);
  const text = required(writeIdf(model, weather));
  writeFile(values.out, text);
  process.stdout.write(
    `${values.out}: ${model.name}, ${model.zones.length} zones, ${model.elements.length} elements, EnergyPlus ${ENERGYPLUS_VERSION}\n`,
  );
  return EXIT.done;
}
