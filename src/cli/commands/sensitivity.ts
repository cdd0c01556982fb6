import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HOUSEHOLD_KPI_IDS } from '../../kpi/householdKpis';
import type { Scenario } from '../../model/scenario';
import { COST_KPI_IDS, RELIABILITY_KPI_FACTORS } from '../../study/comparison';
import { inputsOf, monteCarloOf, tornadoOf, type MonteCarlo, type OwnRange } from '../../study/sensitivity';
import { EXIT, required, usageFailure } from '../exit';
import { countOf } from '../optionNumbers';
import { writeResults } from '../resultFiles';
import { loadScenario, stepOf } from '../runInput';
import {
  loadForRun,
  progress,
  RUN_OPTIONS,
  RUN_USAGE,
  streamed,
  withScenarioEngine,
  type ScenarioEngine,
} from '../scenarioEvaluations';
import { sensitivityFiles, spreadText, tornadoText } from '../sensitivityResults';

export const SENSITIVITY_USAGE = `sensitivity district.json --scenario A --kpi KPI,... [--input ID[=LOW:HIGH[:uniform|triangular]] ...] [--monte-carlo N] [--seed N] [--out DIR] [--json] ${RUN_USAGE}`;

/** What matters most in a scenario: its inputs one at a time and, asked for, all together. */
export async function sensitivity(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...RUN_OPTIONS,
      scenario: { type: 'string' },
      kpi: { type: 'string', multiple: true },
      input: { type: 'string', multiple: true },
      'monte-carlo': { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [path] = positionals;
  const kpiIds = (values.kpi ?? []).flatMap((text) => text.split(',')).filter((id) => id !== '');
  if (path === undefined || positionals.length > 1 || values.scenario === undefined || kpiIds.length === 0)
    throw usageFailure('sensitivity takes one district, one scenario and an indicator.', SENSITIVITY_USAGE);
  stepOf(values.step);
  const count = values['monte-carlo'];
  const draws = count === undefined ? 0 : countOf('--monte-carlo', count, SENSITIVITY_USAGE);
  const ranges = (values.input ?? []).map(ownRange);
  const loaded = loadForRun(path, values);
  const scenario = loadScenario(values.scenario, loaded);
  const inputs = required(inputsOf(scenario, ranges, kpiIds));
  const seed = values.seed === undefined ? scenario.seed : countOf('--seed', values.seed, SENSITIVITY_USAGE);
  return withScenarioEngine(loaded, values, [scenario], async (engine) => {
    const evaluations = evaluationsFor(engine, kpiIds);
    const tornado = await streamed(
      tornadoOf(evaluations, scenario, inputs, kpiIds),
      ({ rows, pending, evaluations: run }) =>
        progress(`${rows.length} of ${rows.length + pending.length} inputs, ${run} years run`),
    );
    const spread =
      draws === 0 ? null : await drawnSpread(evaluations, scenario, inputs, kpiIds, { draws, seed });
    const files = sensitivityFiles(tornado, spread);
    const { out } = values;
    if (out !== undefined)
      writeResults(Object.entries(files).map(([name, content]) => ({ path: join(out, name), content })));
    const text = `${[tornadoText(tornado), ...(spread === null ? [] : [spreadText(spread)])].join('\n\n')}\n`;
    process.stdout.write(values.json === true ? files['sensitivity.json']!() : text);
    return EXIT.done;
  });
}

/** Costs, reliability and bills are counted only where one of their indicators is asked for. */
function evaluationsFor(engine: ScenarioEngine, kpiIds: readonly string[]): ScenarioEngine['evaluations'] {
  const isOfCustomers = (id: string): boolean =>
    HOUSEHOLD_KPI_IDS.has(id) || Object.hasOwn(RELIABILITY_KPI_FACTORS, id);
  if (kpiIds.some(isOfCustomers)) return engine.billedEvaluations;
  return kpiIds.some((id) => COST_KPI_IDS.includes(id)) ? engine.pricedEvaluations : engine.evaluations;
}

function drawnSpread(
  evaluations: ScenarioEngine['evaluations'],
  scenario: Scenario,
  ...[inputs, kpiIds, options]: [
    Parameters<typeof monteCarloOf>[2],
    readonly string[],
    Parameters<typeof monteCarloOf>[4],
  ]
): Promise<MonteCarlo> {
  return streamed(
    monteCarloOf(evaluations, scenario, inputs, kpiIds, options),
    ({ draws, asked, evaluations: run }) => progress(`${draws} of ${asked} draws, ${run} years run`),
  );
}

/** Reads `gasPriceEurPerKwh=0.08:0.2:uniform` or a bare name, which has its usual range. */
function ownRange(text: string): OwnRange {
  const [id, ...rest] = text.split('=');
  const refuse = () =>
    usageFailure(
      `--input ${text} cannot be read.`,
      'Give --input ID or --input ID=LOW:HIGH, with :uniform or :triangular behind it.',
    );
  if (id === undefined || id === '' || rest.length > 1) throw refuse();
  if (rest.length === 0) return { id };
  const [low, high, distribution, ...more] = rest[0]!.split(':');
  const range = { low: Number(low), high: high === undefined || high === '' ? Number.NaN : Number(high) };
  const isKnown = distribution === undefined || distribution === 'uniform' || distribution === 'triangular';
  if (
    low === '' ||
    !Number.isFinite(range.low) ||
    !Number.isFinite(range.high) ||
    !isKnown ||
    more.length > 0
  )
    throw refuse();
  const source = 'given on the command line';
  return { id, range, source, ...(distribution === undefined ? {} : { distribution }) };
}
