import { parseArgs, type ParseArgsConfig } from 'node:util';
import { evaluateWith } from '../../engine/evaluate';
import type { Scenario } from '../../model/scenario';
import type { Issue, Outcome } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { ScenarioYear } from '../../study/scenarioYear';
import { CommandFailure, EXIT, required, usageFailure, type ExitCode } from '../exit';
import { readText } from '../files';
import { nodeEngine } from '../nodeEngine';
import { loadScenario, runInputOf, stepOf, workersOf, type LoadedDistrict } from '../runInput';
import { loadForRun, RUN_OPTIONS, type RunValues } from '../scenarioEvaluations';
import { StudyOptions } from '../studies/studyOptions';
import { reportUnsolved } from '../unsolved';

/** A question to a district, under the name of a kind of study. */
export interface DistrictStudy {
  /** As a user types it behind `study`. */
  readonly usage: string;
  readonly run: (args: readonly string[]) => Promise<ExitCode>;
}

/** Whether one of the words names a district file, whatever stands in it beside that. */
export function namesDistrict(args: readonly string[]): boolean {
  return args.some((word) => /\.json$/i.test(word) && isDistrict(word));
}

function isDistrict(path: string): boolean {
  try {
    return /"schema"\s*:\s*"gridtwin-district\//.test(readText(path).slice(0, 400));
  } catch {
    // Whoever reads it next says what is wrong with it.
    return false;
  }
}

export interface AskedDistrict {
  readonly loaded: LoadedDistrict;
  readonly scenario: Scenario;
  readonly options: StudyOptions;
}

/** The district, scenario and options of a study, as typed. */
export function askedDistrict(
  args: readonly string[],
  usage: string,
  own: NonNullable<ParseArgsConfig['options']>,
): AskedDistrict {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...RUN_OPTIONS,
      scenario: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      ...own,
    },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw usageFailure('The study takes one district file.', `Usage: study ${usage}`);
  const options = new StudyOptions(values as ConstructorParameters<typeof StudyOptions>[0], `study ${usage}`);
  const out = options.text('out');
  if (out !== undefined && !/\.(csv|json)$/i.test(out))
    throw options.wrong(`--out ${out} is neither .csv nor .json.`);
  const loaded = loadForRun(path, values as RunValues);
  return { loaded, scenario: loadScenario(options.text('scenario'), loaded), options };
}

export interface DistrictYear {
  readonly input: RunInput;
  readonly year: ScenarioYear;
}

/** The year of the scenario, solved in every step; or the command ends. */
export async function solvedYear({ loaded, scenario, options }: AskedDistrict): Promise<DistrictYear> {
  const input = runInputOf(loaded, scenario, stepOf(options.text('step')));
  const engine = nodeEngine(workersOf(options.text('workers')), { cache: false });
  try {
    required(engine.effectiveDistrict(input));
    const outcome: Outcome<ScenarioYear> = await evaluateWith(engine, input)(scenario);
    const year = required(outcome.ok ? { ...outcome, issues: [] } : outcome, EXIT.calculationFailed);
    if (reportUnsolved(year.result) !== EXIT.done)
      throw new CommandFailure(EXIT.calculationFailed, [unsolvedYear(scenario.id)]);
    return { input, year };
  } finally {
    engine.dispose();
  }
}

const unsolvedYear = (source: string): Issue => ({
  severity: 'error',
  code: 'study-year-unsolved',
  source,
  message: 'The year has steps in which the power flow has no solution: the study has nothing to stand on.',
  remedy: 'Reinforce the network or lower the adoption, then ask again.',
});
