import { parseArgs } from 'node:util';
import { join } from 'node:path';
import type { LoadCounts } from '../../engine/contract';
import { ENGINE_VERSION } from '../../engine/version';
import { writeManifest } from '../../io';
import { basisOf, districtKpis } from '../../kpi';
import { succeed } from '../../model/outcome';
import { manifestOf } from '../../scenario';
import { withSpellsLaid } from '../../study/spells';
import { createdBy } from '../createdBy';
import { EXIT, required, usageFailure } from '../exit';
import { writeFile } from '../files';
import { nodeEngine } from '../nodeEngine';
import { withSpells } from '../spells';
import { reportUnsolved } from '../unsolved';
import { loadDistrict, loadScenario, runInputOf, stepOf, workersOf } from '../runInput';
import { branchesCsv, busesCsv, buildingsCsv } from '../tables';

export const SIMULATE_USAGE =
  'simulate district.json [--weather FILE.epw] [--edits FILE] [--cold-snap DAY,KELVIN] [--heat-wave DAY,KELVIN] [--scenario FILE] [--step 15min|1h] [--workers N] --out DIR';

/** A year of a district on the command line: tables, indicators and a manifest in a folder. */
export async function simulate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      weather: { type: 'string' },
      edits: { type: 'string' },
      'cold-snap': { type: 'string' },
      'heat-wave': { type: 'string' },
      scenario: { type: 'string' },
      step: { type: 'string' },
      workers: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [path] = positionals;
  if (path === undefined || values.out === undefined || positionals.length > 1) {
    throw usageFailure('simulate takes one district and a folder to write to.', SIMULATE_USAGE);
  }
  const named = loadDistrict(path, values.weather, values.edits);
  const weather = withSpells(named.weather, values['cold-snap'], values['heat-wave']);
  const loaded = { ...named, weather };
  const scenario = loadScenario(values.scenario, loaded);
  const input = runInputOf(loaded, scenario, stepOf(values.step));
  // One year: nothing of it would be asked for again.
  const engine = nodeEngine(workersOf(values.workers), { cache: false });
  let loads: LoadCounts | undefined;
  try {
    const district = required(engine.effectiveDistrict(input));
    const ran = await engine.run(input, { onProgress: (progress) => (loads = progress.loads ?? loads) });
    // What there is to say of the scenario has been said before the run.
    const run = required(ran.ok ? succeed(ran.value) : ran, EXIT.badInput);
    const unsolved = reportUnsolved(run);
    // Figures of a year that was not solved are no results: nothing is written.
    if (unsolved !== EXIT.done) return unsolved;
    const kpis = districtKpis(run, basisOf(scenario));
    const out = (name: string, content: string) => writeFile(join(values.out!, name), content);
    out('kpis.json', `${JSON.stringify(kpis.map(jsonKpi), null, 2)}\n`);
    out('buildings.csv', buildingsCsv(run, district));
    out('buses.csv', busesCsv(run));
    out('branches.csv', branchesCsv(run));
    const inputs = {
      scenario,
      district: { id: loaded.district.id, sha256: loaded.districtSha256 },
      baseEdits: loaded.baseEdits,
      weather: withSpellsLaid(input).weather,
      stepS: input.stepS,
      engineVersion: ENGINE_VERSION,
    };
    out('manifest.json', writeManifest(manifestOf(inputs, { ...run, kpis }, createdBy())));
    process.stdout.write(
      `${values.out}: resultHash ${run.resultHash}, loads of ${loads?.computed ?? 0} buildings computed, of ${loads?.reused ?? 0} reused\n`,
    );
    return EXIT.done;
  } finally {
    engine.dispose();
  }
}

/** JSON holds no NaN: an indicator that cannot be told is null. */
function jsonKpi(kpi: ReturnType<typeof districtKpis>[number]): object {
  return { ...kpi, value: Number.isFinite(kpi.value) ? kpi.value : null };
}
