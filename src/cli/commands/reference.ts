import { join } from 'node:path';
import { countedKpisOf } from '../../engine/countedKpis';
import { writeDistrict } from '../../io';
import { writeCountedFile } from '../../io/countedFile';
import { writeRunFile } from '../../io/runFile';
import type { Scenario } from '../../model/scenario';
import { hashDistrict } from '../../scenario';
import { synthesiseNetwork } from '../../synthesis/network';
import { generateTown } from '../../synthesis/town';
import { required, usageFailure } from '../exit';
import { writeFile } from '../files';
import { nodeEngine } from '../nodeEngine';
import { loadDistrict, loadScenario, runInputOf } from '../runInput';
import { reportUnsolved } from '../unsolved';

export const REFERENCE_USAGE = 'reference FOLDER';

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

/** Writes the reference district, its scenario and its baseline year: everything the app opens on. */
export async function writeReference([folder, ...more]: readonly string[]): Promise<number> {
  if (folder === undefined || more.length > 0) throw usageFailure('One folder is needed.', REFERENCE_USAGE);
  const district = required(synthesiseNetwork(generateTown(SEED)));
  const path = join(folder, `${district.id}.district.json`);
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
