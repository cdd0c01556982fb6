import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { limitsOf } from '../../kpi';
import type { Scenario } from '../../model/scenario';
import { applyBaseEdits, hasPath } from '../../scenario';
import { explainViolations } from '../../study/comparison';
import { highsSolver } from '../../study/milp';
import { FAMILIES, violationPath, wayOut, type Family } from '../../study/wayOut';
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
} from '../scenarioEvaluations';
import { wayOutFiles } from '../wayOutFiles';
import { wayOutText, type WayOutShown } from '../wayOutText';

export const WAY_OUT_USAGE = `way-out district.json --scenario A [--year Y] [--limit loading=1.0|lower=0.9|upper=1.1 ...] [--only copper,digital,demand] [--station ID ...] [--runners-up N] [--count-savings] [--no-path] [--out DIR] [--json] ${RUN_USAGE}`;

const EXPLAINED = 3;

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...RUN_OPTIONS,
      scenario: { type: 'string' },
      year: { type: 'string' },
      limit: { type: 'string', multiple: true },
      only: { type: 'string' },
      station: { type: 'string', multiple: true },
      'runners-up': { type: 'string' },
      'count-savings': { type: 'boolean' },
      'no-path': { type: 'boolean' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
}

/** Which elements are outside their limits, since when and because of whom, and the cheapest way out. */
export async function wayOutCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || values.scenario === undefined)
    throw usageFailure('way-out takes one district and one scenario.', WAY_OUT_USAGE);
  stepOf(values.step);
  const families = familiesOf(values.only);
  const runnersUp = runnersUpOf(values['runners-up']);
  const loaded = loadForRun(path, values);
  const named = loadScenario(values.scenario, loaded);
  const year = values.year === undefined ? named.year : countOf('--year', values.year, WAY_OUT_USAGE);
  const scenario = withLimits({ ...named, year }, values.limit ?? []);
  return withScenarioEngine(loaded, values, [scenario], async ({ evaluations, costsOf, attribute }) => {
    const base = required(await evaluations.yearOf(scenario), EXIT.calculationFailed);
    const request = {
      scenario,
      families,
      countSavings: values['count-savings'] === true,
      ...(values.station === undefined ? {} : { siteIds: values.station }),
      ...(runnersUp === undefined ? {} : { runnersUp }),
    };
    const solve = await highsSolver();
    const found = await streamed(
      wayOut({ evaluations, costsOf, solve }, request),
      ({ stage, evaluations: run }) => progress(`${stage}, ${run} years run`),
    );
    const isPath = hasPath(scenario) && values['no-path'] !== true;
    const firstYears = isPath
      ? required(await violationPath(evaluations, scenario), EXIT.calculationFailed).first
      : new Map<string, number>();
    const worst = found.violations.map((each) => ({ ...each, topSteps: each.topSteps.slice(0, 1) }));
    const explanations = required(
      await explainViolations(scenario, worst, attribute, EXPLAINED),
      EXIT.calculationFailed,
    );
    const stands = applyBaseEdits(loaded.district, loaded.baseEdits).district;
    const shown: WayOutShown = { found, run: base.result, stands, explanations, firstYears };
    const files = wayOutFiles(shown);
    const { out } = values;
    if (out !== undefined)
      writeResults(Object.entries(files).map(([name, content]) => ({ path: join(out, name), content })));
    process.stdout.write(values.json === true ? files['way-out.json']!() : `${wayOutText(shown)}\n`);
    return EXIT.done;
  });
}

function runnersUpOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text === '0' ? 0 : countOf('--runners-up', text, WAY_OUT_USAGE);
}

function familiesOf(text: string | undefined): readonly Family[] {
  if (text === undefined) return FAMILIES;
  const names = text.split(',');
  const unknown = names.find((name) => !FAMILIES.some((family) => family === name));
  if (unknown === undefined) return FAMILIES.filter((family) => names.includes(family));
  throw usageFailure(`--only knows no ${unknown}.`, `Give some of ${FAMILIES.join(', ')}.`);
}

const LIMITS = { loading: 'loadingLimit', lower: 'lowerPu', upper: 'upperPu' } as const;

/** The scenario under limits of one's own, the others as they stand. */
function withLimits(scenario: Scenario, texts: readonly string[]): Scenario {
  if (texts.length === 0) return scenario;
  const { lowerPu, upperPu, loadingLimit } = limitsOf(scenario.limits);
  const own = { lowerPu, upperPu, loadingLimit };
  for (const text of texts) {
    const [name, value] = text.split('=');
    const number = Number(value);
    const field =
      name !== undefined && Object.hasOwn(LIMITS, name) ? LIMITS[name as keyof typeof LIMITS] : undefined;
    if (field === undefined || !(number > 0 && number < 10))
      throw usageFailure(`--limit ${text} cannot be read.`, 'Give loading=1.0, lower=0.9 or upper=1.1.');
    own[field] = number;
  }
  return { ...scenario, limits: { profile: 'own', source: 'given on the command line', ...own } };
}
