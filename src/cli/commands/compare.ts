import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareKpis, type Kpi, type KpiDelta } from '../../kpi';
import { succeed, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import {
  compareScenarios,
  districtKpisIn,
  presentValuesOf,
  reliabilityKpisIn,
  withHosting,
  type Comparison,
  type ComparisonRequest,
  type CostedYear,
  type Valued,
} from '../../study/comparison';
import type { RunResult } from '../../study/runResult';
import type { ScenarioYear } from '../../study/scenarioYear';
import { formatQuantity } from '../../units';
import { readU4sscFile, type U4sscFile } from '../../io/u4sscFile';
import { comparisonFiles } from '../comparisonFiles';
import { columnsText, comparisonText } from '../comparisonText';
import { presentValuesText } from '../presentValueFiles';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readText } from '../files';
import { referencesOf, unitsOf, vetoesOf, weightsOf } from '../kpiOptions';
import { HOSTING_OPTIONS, HOSTING_USAGE, hostingQuestionOf, type HostingWish } from '../hostingOptions';
import { countOf } from '../optionNumbers';
import { writeResults } from '../resultFiles';
import { loadScenario, runInputOf, stepOf, type LoadedDistrict } from '../runInput';
import {
  loadForRun,
  progress,
  RUN_OPTIONS,
  RUN_USAGE,
  streamed,
  withScenarioEngine,
  type RunValues,
  type ScenarioEngine,
} from '../scenarioEvaluations';
import { isLanguage, LANGUAGES, type Language } from '../../words';
import { loadReportSpeech } from '../../words/report';
import { reportUnsolved } from '../unsolved';

export const COMPARE_USAGE = `compare district.json --scenario A --scenario B ... [--baseline A] [--weights KPI=W,...] [--veto KPI=VALUE,...] [--references KPI=WORST:BEST,...] [--permutations N] [--no-attribution] ${HOSTING_USAGE} [--u4ssc FILE.json] [--language en|de] [--out DIR] [--json] ${RUN_USAGE}; \`baseline\` names the scenario without measures`;

const DEFAULT_PERMUTATIONS = 16;

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...RUN_OPTIONS,
      scenario: { type: 'string', multiple: true },
      baseline: { type: 'string' },
      weights: { type: 'string' },
      veto: { type: 'string' },
      references: { type: 'string' },
      permutations: { type: 'string' },
      'no-attribution': { type: 'boolean' },
      ...HOSTING_OPTIONS,
      u4ssc: { type: 'string' },
      language: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
}

type Values = ReturnType<typeof parsed>['values'];

interface Asked {
  readonly loaded: LoadedDistrict;
  readonly values: Values & RunValues;
  readonly scenarios: readonly Scenario[];
  /** Position among them. */
  readonly baseline: number;
}

/** Scenarios of one district against a baseline, indicator by indicator; with a folder to write to, everything a report prints. */
export async function compare(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [path] = positionals;
  const names = values.scenario ?? [];
  if (path === undefined || positionals.length > 1 || names.length < 2)
    throw usageFailure('compare takes one district and two scenarios or more.', COMPARE_USAGE);
  // Numbers and steps are refused before any file is read.
  stepOf(values.step);
  const permutations = countOf(
    '--permutations',
    values.permutations ?? String(DEFAULT_PERMUTATIONS),
    COMPARE_USAGE,
  );
  const weights = values.weights === undefined ? undefined : weightsOf(values.weights);
  if (weights === undefined && (values.veto !== undefined || values.references !== undefined))
    throw usageFailure('Veto lines and reference points need weights.', 'Give --weights as well.');
  if (values.language !== undefined && values.out === undefined)
    throw usageFailure(
      '--language is that of the report, and without --out none is written.',
      'Give --out as well, or leave --language out.',
    );
  const language = languageAsked(values.language);
  const hosting = hostingQuestionOf(values, COMPARE_USAGE);
  // A wrong file is refused before anything is run.
  const { u4ssc } = values;
  const scored = u4ssc === undefined ? undefined : required(readU4sscFile(readText(u4ssc), fileName(u4ssc)));
  const loaded = loadForRun(path, values);
  const asked = withBaseline(names, values, loaded);
  const isBare = [values.out, weights, hosting, scored].every((one) => one === undefined);
  const isPair = asked.scenarios.length === 2 && isBare;
  return withScenarioEngine(loaded, values, asked.scenarios, async (found) =>
    isPair
      ? comparePair(found, asked)
      : compareAll(found, asked, { permutations, weights, hosting, scored, language }),
  );
}

function languageAsked(text = 'en'): Language {
  if (isLanguage(text)) return text;
  throw usageFailure(
    `--language knows no '${text}'.`,
    `Give ${LANGUAGES.map(({ value }) => value).join(' or ')}.`,
  );
}

/** The scenarios with the baseline among them: by position, id or file; one that is not is put first. */
function withBaseline(names: readonly string[], values: Asked['values'], loaded: LoadedDistrict): Asked {
  const scenarios = names.map((name) => loadScenario(name, loaded));
  const { baseline: name } = values;
  if (name === undefined) return { loaded, values, scenarios, baseline: 0 };
  const named = names.indexOf(name);
  const row = named >= 0 ? named : scenarios.findIndex(({ id }) => id === name);
  if (row >= 0) return { loaded, values, scenarios, baseline: row };
  return { loaded, values, scenarios: [loadScenario(name, loaded), ...scenarios], baseline: 0 };
}

type PairYear = Omit<ScenarioYear, 'kpis'>;

const kpisOfPair = ({ result, scenario, district }: PairYear): readonly Kpi[] => [
  ...districtKpisIn(result, scenario, district),
  ...reliabilityKpisIn(result, scenario, district),
];

/** Warnings have been said before anything was run. */
const quietly = <Value>(outcome: Outcome<Value>): Value =>
  required(outcome.ok ? succeed(outcome.value) : outcome, EXIT.badInput);

async function comparePair(
  { engine, costsOf }: ScenarioEngine,
  { loaded, values, scenarios, baseline }: Asked,
): Promise<number> {
  const [first, second] = [scenarios[baseline]!, scenarios[1 - baseline]!];
  const years: PairYear[] = [];
  for (const scenario of [first, second]) {
    const input = runInputOf(loaded, scenario, stepOf(values.step));
    const district = quietly(engine.effectiveDistrict(input));
    years.push({ scenario, district, result: quietly(await engine.run(input)) });
  }
  const unsolved = Math.max(...years.map(({ result }) => reportUnsolved(result)));
  if (unsolved !== EXIT.done) return unsolved;
  const [a, b] = years.map(({ result }) => result) as [RunResult, RunResult];
  const [kpisA, kpisB] = years.map(kpisOfPair) as [readonly Kpi[], readonly Kpi[]];
  const deltas = compareKpis(kpisA, kpisB);
  const costed = years.map((year, at): CostedYear => {
    const kpis = at === 0 ? kpisA : kpisB;
    return { ...year, kpis, costs: quietly(costsOf(year.scenario)) };
  });
  const [base] = costed as [CostedYear, CostedYear];
  const valued = costed.map((year, at): Valued['scenarios'][number] => ({
    key: 'ab'[at]!,
    scenario: year.scenario,
    presentValues: presentValuesOf(year, base),
  }));
  process.stdout.write(
    values.json === true
      ? `${JSON.stringify({ a: first.name, b: second.name, resultHashA: a.resultHash, resultHashB: b.resultHash, kpis: deltas.map(jsonDelta), presentValues: valued.map((one) => one.presentValues) }, null, 2)}\n`
      : `${[textTable(first.name, second.name, deltas), '', ...presentValuesText({ scenarios: valued })].join('\n')}\n`,
  );
  return EXIT.done;
}

interface Extras {
  readonly permutations: number;
  readonly weights: Readonly<Record<string, number>> | undefined;
  readonly hosting: HostingWish | undefined;
  readonly scored: U4sscFile | undefined;
  /** Of the report. */
  readonly language: Language;
}

async function compareAll(
  { billedEvaluations, costsOf, moneyOf, attribute, hostingOf, warnings }: ScenarioEngine,
  { loaded, values, scenarios, baseline }: Asked,
  { permutations, weights, hosting, scored, language }: Extras,
): Promise<number> {
  const { out } = values;
  const today = loadScenario(undefined, loaded);
  // The baseline's seed for all: the same draws everywhere, or a difference could be one of luck.
  const { seed } = scenarios[baseline]!;
  const evaluations =
    hosting === undefined
      ? billedEvaluations
      : withHosting(billedEvaluations, hostingOf({ ...hosting, seed }));
  const first = required(await evaluations.yearOf(scenarios[baseline]!), EXIT.calculationFailed);
  const unitOf = unitsOf(first.kpis);
  const wishes = weights === undefined ? {} : { wishes: await wishesOf(weights, values, unitOf) };
  const isAttributed = out !== undefined && values['no-attribution'] !== true;
  const request: ComparisonRequest = {
    scenarios,
    baseline,
    today,
    costsOf,
    moneyOf,
    warnings,
    ...wishes,
    ...(out === undefined ? {} : { attribute }),
    ...(isAttributed ? { attribution: { permutations } } : {}),
  };
  const comparison = await streamed(compareScenarios(evaluations, request), reportProgress);
  const files = comparisonFiles(comparison, scored, await loadReportSpeech(language));
  if (out !== undefined)
    writeResults(Object.entries(files).map(([name, content]) => ({ path: join(out, name), content })));
  process.stdout.write(values.json === true ? files['table.json']!() : `${comparisonText(comparison)}\n`);
  return EXIT.done;
}

async function wishesOf(
  weights: Readonly<Record<string, number>>,
  { veto, references }: Values,
  unitOf: ReturnType<typeof unitsOf>,
) {
  return {
    weights,
    ...(veto === undefined ? {} : { vetoes: await vetoesOf(veto, unitOf) }),
    ...(references === undefined ? {} : { references: await referencesOf(references, unitOf) }),
  };
}

function reportProgress({ status, scenarios, pending, evaluations }: Comparison): void {
  if (status === 'complete') return;
  const of = `${scenarios.length} of ${scenarios.length + pending.length} scenarios`;
  const attributed = scenarios.filter(({ attribution }) => attribution?.status === 'complete').length;
  const underWay = scenarios.some(({ attribution }) => attribution !== undefined);
  progress(`${of}${underWay ? `, ${attributed} attributed` : ''}, ${evaluations} years run`);
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

function jsonDelta({ kpi, a, b, delta, relative, verdict }: KpiDelta): object {
  return {
    id: kpi.id,
    unit: kpi.unit,
    a: finite(a),
    b: finite(b),
    delta: finite(delta),
    relative: finite(relative),
    verdict,
  };
}

function textTable(a: string, b: string, deltas: readonly KpiDelta[]): string {
  return columnsText([
    ['', a, b, 'Change', ''],
    ...deltas.map((row) => [
      row.kpi.label,
      formatQuantity(row.a, row.kpi.unit),
      formatQuantity(row.b, row.kpi.unit),
      formatQuantity(row.delta, row.kpi.unit),
      row.verdict,
    ]),
  ]);
}
