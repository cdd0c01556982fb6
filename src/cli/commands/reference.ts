import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countedKpisOf } from '../../engine/countedKpis';
import { centroid, distanceM } from '../../geometry/polygon';
import { writeDistrict } from '../../io';
import { writeCountedFile } from '../../io/countedFile';
import { writeRunFile } from '../../io/runFile';
import type { District } from '../../model/district';
import type { Scenario } from '../../model/scenario';
import { hashDistrict } from '../../scenario';
import { synthesiseNetwork } from '../../synthesis/network';
import { generateTown } from '../../synthesis/town';
import { required, usageFailure } from '../exit';
import { writeFile } from '../files';
import { nodeEngine } from '../nodeEngine';
import { countOf } from '../optionNumbers';
import { loadDistrict, loadScenario, runInputOf } from '../runInput';
import { reportUnsolved } from '../unsolved';

export const REFERENCE_USAGE = 'reference FOLDER [--buildings N]';

const SEED = 2035;

/** What most towns of its kind expect by 2035; adoption only, nothing tuned to the network. */
function transition(sha256: string, districtId: string): Scenario {
  const measure = (type: Scenario['measures'][number]['type'], adoption: number) => ({
    id: type,
    type,
    adoption,
    parameters: {},
  });
  return {
    schema: 'gridtwin-scenario/2',
    id: 'transition-2035',
    name: 'Transition 2035',
    description:
      'Heat pumps in six of ten boiler-heated buildings, an electric car in every second household, solar roofs on four of ten buildings without one.',
    base: { districtId, sha256 },
    year: 2035,
    seed: SEED,
    measures: [
      measure('heatPumps', 0.6),
      measure('vehiclesUnmanaged', 0.5),
      measure('rooftopPhotovoltaics', 0.4),
    ],
  };
}

/** The town as it is, or only as many of its buildings as are asked for, those nearest to its first. */
function townOf(buildings: number | undefined): District {
  const town = generateTown(SEED);
  if (buildings === undefined) return town;
  const there = town.buildings.length;
  if (buildings > there)
    throw usageFailure(`--buildings: the town has ${there}, not ${buildings}.`, REFERENCE_USAGE);
  const place = (row: number) => centroid(town.buildings[row]!.footprint.outer);
  const nearest = town.buildings
    .map((_, row) => ({ row, m: distanceM(place(row), place(0)) }))
    .sort((a, b) => a.m - b.m || a.row - b.row)
    .slice(0, buildings);
  const kept = new Set(nearest.map(({ row }) => row));
  return { ...town, buildings: town.buildings.filter((_, row) => kept.has(row)) };
}

/**
 * Writes the reference district, its scenario and its baseline year: everything the app opens on. With `--buildings` the
 * district is a part of the town, for tests that need an app and not a whole town.
 */
export async function writeReference(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { buildings: { type: 'string' } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw usageFailure('One folder is needed.', REFERENCE_USAGE);
  const buildings =
    values.buildings === undefined ? undefined : countOf('--buildings', values.buildings, REFERENCE_USAGE);
  const district = required(synthesiseNetwork(townOf(buildings)));
  const path = join(folder, `${district.id}.district.json`);
  // A part has the town's own names: it must not lie over the whole.
  if (buildings !== undefined && existsSync(path))
    throw usageFailure(`--buildings: ${path} is there already. Name another folder.`, REFERENCE_USAGE);
  writeFile(path, writeDistrict(district));
  const scenario = transition(hashDistrict(district), district.id);
  writeFile(join(folder, `${scenario.id}.scenario.json`), `${JSON.stringify(scenario, null, 2)}\n`);
  const engine = nodeEngine(undefined);
  try {
    // Read back from the file: the baseline belongs to what is committed, not to what was in memory.
    const loaded = loadDistrict(path, undefined);
    const input = runInputOf(loaded, loadScenario(undefined, loaded), 3600);
    const run = required(await engine.run(input));
    writeFile(join(folder, `${district.id}.baseline.run`), writeRunFile(run));
    const counted = await countedKpisOf(engine, input, run);
    if (counted === null) throw new Error('What the baseline comes to for households cannot be told.');
    writeFile(join(folder, `${district.id}.baseline.counted.json`), writeCountedFile(run.inputHash, counted));
    process.stdout.write(`${district.id}: input ${run.inputHash}, result ${run.resultHash}\n`);
    return reportUnsolved(run);
  } finally {
    engine.dispose();
  }
}
