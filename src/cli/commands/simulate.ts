import { parseArgs } from 'node:util';
import { join } from 'node:path';
import type { LoadCounts } from '../../engine/contract';
import { ENGINE_VERSION } from '../../engine/version';
import { writeManifest } from '../../io';
import { readU4sscFile } from '../../io/u4sscFile';
import { succeed } from '../../model/outcome';
import { manifestOf } from '../../scenario';
import { withSpellsLaid } from '../../study/spells';
import { districtScorecard } from '../../study/u4ssc';
import { districtKpisIn } from '../../study/yearKpis';
import { createdBy } from '../createdBy';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readText, writeFile } from '../files';
import { groupsCsv, loadGroups } from '../groupFiles';
import { kpisCsv, kpisJson, u4sscCsv } from '../kpiFiles';
import { nodeEngine } from '../nodeEngine';
import { withSpells } from '../spells';
import { reportUnsolved } from '../unsolved';
import { loadDistrict, loadScenario, runInputOf, stepOf, workersOf } from '../runInput';
import { branchesCsv, busesCsv, buildingsCsv } from '../tables';

export const SIMULATE_USAGE =
  'simulate district.json [--weather FILE.epw] [--edits FILE] [--cold-snap DAY,KELVIN] [--heat-wave DAY,KELVIN] [--scenario FILE] [--step 15min|1h] [--workers N] [--u4ssc FILE.json] [--group SELECTOR.json ...] --out DIR';

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
      u4ssc: { type: 'string' },
      group: { type: 'string', multiple: true },
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
  // A wrong file is refused before anything is run.
  const own =
    values.u4ssc === undefined
      ? null
      : required(readU4sscFile(readText(values.u4ssc), fileName(values.u4ssc)));
  const groups = loadGroups(values.group ?? [], loaded);
  // One year: nothing of it would be asked for again, but by groups.
  const engine = nodeEngine(workersOf(values.workers), { cache: groups.length > 0 });
  let loads: LoadCounts | undefined;
  try {
    const district = required(engine.effectiveDistrict(input));
    const ran = await engine.run(input, { onProgress: (progress) => (loads = progress.loads ?? loads) });
    // What there is to say of the scenario has been said before the run.
    const run = required(ran.ok ? succeed(ran.value) : ran, EXIT.badInput);
    const unsolved = reportUnsolved(run);
    // Figures of a year that was not solved are no results: nothing is written.
    if (unsolved !== EXIT.done) return unsolved;
    const kpis = districtKpisIn(run, scenario, district);
    const out = (name: string, content: string) => writeFile(join(values.out!, name), content);
    const year = { scenario, district, result: run, kpis };
    out('kpis.json', kpisJson(year));
    out('kpis.csv', kpisCsv(year));
    out('u4ssc.csv', u4sscCsv(districtScorecard(year, own?.inputs, own?.targets)));
    out('buildings.csv', buildingsCsv(run, district));
    out('buses.csv', busesCsv(run));
    out('branches.csv', branchesCsv(run, district));
    if (groups.length > 0) {
      const meters = required(await engine.meters(input, { known: run }), EXIT.calculationFailed);
      out('groups.csv', groupsCsv(groups, meters, run));
    }
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
