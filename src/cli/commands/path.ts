import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Scenario } from '../../model/scenario';
import { pathYears } from '../../scenario';
import {
  interventionsOf,
  layTimeline,
  runPath,
  TIMELINE_ORDERS,
  timelineScenario,
  type PathTools,
  type PathYear,
  type TimelineOrder,
} from '../../study/path';
import { EXIT, required, usageFailure } from '../exit';
import { countsOf } from '../optionNumbers';
import { pathFiles } from '../pathFiles';
import { pathText, yearWords, type LaidTimeline, type PathShown } from '../pathText';
import { writeResults } from '../resultFiles';
import { loadScenario, stepOf } from '../runInput';
import { loadForRun, progress, RUN_OPTIONS, RUN_USAGE, withScenarioEngine } from '../scenarioEvaluations';

export const PATH_USAGE = `path district.json --scenario FILE [--years 2025,2030,...] [--bisect] [--budget EUR [--order ${TIMELINE_ORDERS.join('|')}]] [--out DIR] [--json] ${RUN_USAGE}`;

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...RUN_OPTIONS,
      scenario: { type: 'string' },
      years: { type: 'string' },
      bisect: { type: 'boolean' },
      budget: { type: 'string' },
      order: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
}

/** A scenario year by year: what fails first and when, what is invested; with a budget, when what can be done. */
export async function pathCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || values.scenario === undefined)
    throw usageFailure('path takes one district and one scenario.', PATH_USAGE);
  stepOf(values.step);
  const asked = values.years === undefined ? undefined : yearsOf(values.years);
  const budget = values.budget === undefined ? undefined : budgetOf(values.budget);
  const order = orderOf(values.order, budget);
  const loaded = loadForRun(file, values);
  const scenario = loadScenario(values.scenario, loaded, true);
  const years = asked ?? pathYears(scenario);
  return withScenarioEngine(loaded, values, [scenario], async (tools) => {
    const bisect = values.bisect === true;
    const request = { scenario, years, bisect, onYear: (year: PathYear) => progress(yearWords(year)) };
    const path = required(await runPath(tools, request), EXIT.calculationFailed);
    const timeline = budget === undefined ? undefined : await laidOut(tools, scenario, years, budget, order);
    const shown: PathShown = { path, ...(timeline === undefined ? {} : { timeline }) };
    const files = pathFiles(shown);
    const { out } = values;
    if (out !== undefined)
      writeResults(Object.entries(files).map(([name, content]) => ({ path: join(out, name), content })));
    process.stdout.write(values.json === true ? files['path.json']!() : `${pathText(shown)}\n`);
    return EXIT.done;
  });
}

/** What the path is made of, laid over all its years under the budget. */
async function laidOut(
  tools: PathTools,
  scenario: Scenario,
  years: readonly number[],
  budgetEurPerYear: number,
  order: TimelineOrder,
): Promise<LaidTimeline> {
  const span = [years[0]!, years.at(-1)!] as const;
  const found = required(await interventionsOf(tools, scenario, span, order), EXIT.calculationFailed);
  const timeline = layTimeline({ ...found, budgetEurPerYear, order });
  return { found, timeline, scenario: timelineScenario(scenario, timeline, found) };
}

function yearsOf(text: string): readonly number[] {
  const years = countsOf('--years', text, PATH_USAGE);
  if (years.every((year, row) => row === 0 || year > years[row - 1]!)) return years;
  throw usageFailure(`--years ${text} are not in order.`, 'Give them ascending, each once.');
}

function budgetOf(text: string): number {
  const eur = text.trim() === '' ? Number.NaN : Number(text);
  if (eur >= 0 && eur < 1e12) return eur;
  throw usageFailure(`--budget takes an amount of EUR a year, not ${text}.`, 'For example --budget 500000.');
}

function orderOf(text: string | undefined, budget: number | undefined): TimelineOrder {
  if (text === undefined) return 'carbon';
  if (budget === undefined) throw usageFailure('--order needs a budget.', 'Give --budget as well.');
  const order = TIMELINE_ORDERS.find((one) => one === text);
  if (order !== undefined) return order;
  throw usageFailure(`--order knows no ${text}.`, `Give one of ${TIMELINE_ORDERS.join(', ')}.`);
}
