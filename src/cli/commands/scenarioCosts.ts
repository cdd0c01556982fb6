import { scenarioCosts as costsOf } from '../../study/scenarioCosts';
import { costsCsv, costsText } from '../costsText';
import { EXIT, required } from '../exit';
import { writeFile } from '../files';
import { loadDistrict, loadScenario } from '../runInput';

interface CostsAsked {
  readonly scenario: string;
  readonly district: string;
  readonly weather: string | undefined;
  readonly edits: string | undefined;
  readonly out: string | undefined;
}

/** What a scenario's measures cost: a table, and with `--out` every line as CSV. */
export function scenarioCosts({ scenario: path, district, weather, edits, out }: CostsAsked): number {
  const loaded = loadDistrict(district, weather, edits);
  const scenario = loadScenario(path, loaded);
  const costs = required(costsOf({ ...loaded, scenario }));
  process.stdout.write(`${costsText(costs, scenario)}\n`);
  if (out !== undefined) writeFile(out, costsCsv(costs));
  return EXIT.done;
}
