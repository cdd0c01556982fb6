import { readDistrictFile } from '../../io';
import { compareWithSimBench, formatBandsTable, networkStatistics } from '../../synthesis/network';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readText } from '../files';

export const STATISTICS_USAGE = 'network-statistics district.json';

/** Prints a district's network beside the bands that real LV networks lie in, and the rule it was sized by. */
export function printNetworkStatistics([path, ...more]: readonly string[]): number {
  if (path === undefined || more.length > 0)
    throw usageFailure('One district file is needed.', STATISTICS_USAGE);
  const district = required(readDistrictFile(readText(path), fileName(path)));
  if (district.network === null) {
    throw usageFailure('The district has no network.', 'Import it with --synthesise-network.');
  }
  const rows = compareWithSimBench(networkStatistics(district));
  process.stdout.write(`${formatBandsTable(rows)}\n`);
  if (district.network.sizingRule !== undefined) process.stdout.write(`\n${district.network.sizingRule}\n`);
  return EXIT.done;
}
