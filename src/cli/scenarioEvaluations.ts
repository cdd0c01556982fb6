import { attributeWith } from '../engine/attributeWith';
import type { PooledEngine } from '../engine/engine';
import { evaluateWith, withYearsAtHand } from '../engine/evaluate';
import { limitsOf } from '../kpi';
import { succeed, type Issue, type Outcome } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import type { Tariff } from '../model/tariff';
import {
  districtKpisIn,
  rememberedMoney,
  rememberYears,
  withCosts,
  withMoney,
  withReliability,
  type AttributeLoad,
  type CostsOf,
  type Evaluations,
  type HostingOf,
} from '../study/comparison';
import { hostingSettings, type HostingQuestion } from '../study/districtHosting';
import type { MeterYear } from '../study/loads/meterYear';
import type { MoneyYear } from '../study/money';
import { scenarioCosts, type ScenarioCosts } from '../study/scenarioCosts';
import type { ScenarioYear } from '../study/scenarioYear';
import { CommandFailure, EXIT, required } from './exit';
import { nodeEngine } from './nodeEngine';
import { loadDistrict, runInputOf, stepOf, workersOf, type LoadedDistrict } from './runInput';
import { withSpells } from './spells';

/** Options of every command that runs scenarios of a district. */
export const RUN_OPTIONS = {
  weather: { type: 'string' },
  edits: { type: 'string' },
  'cold-snap': { type: 'string' },
  'heat-wave': { type: 'string' },
  step: { type: 'string' },
  workers: { type: 'string' },
} as const;

export const RUN_USAGE =
  '[--weather FILE.epw] [--edits FILE] [--cold-snap DAY,KELVIN] [--heat-wave DAY,KELVIN] [--step 15min|1h] [--workers N]';

export type RunValues = { readonly [Name in keyof typeof RUN_OPTIONS]?: string | undefined };

/** The district and weather that options of a run name. */
export function loadForRun(path: string, values: RunValues): LoadedDistrict {
  const named = loadDistrict(path, values.weather, values.edits);
  return { ...named, weather: withSpells(named.weather, values['cold-snap'], values['heat-wave']) };
}

export interface ScenarioEngine {
  readonly engine: PooledEngine;
  readonly evaluations: Evaluations;
  /** The same, the cost of measures among the indicators. */
  readonly pricedEvaluations: Evaluations;
  /** The same again, expected reliability, and bills, burden and poverty of households among them. */
  readonly billedEvaluations: Evaluations;
  readonly costsOf: CostsOf;
  /** What the meters of a scenario's year show. */
  readonly metersOf: (scenario: Scenario) => Promise<Outcome<MeterYear>>;
  readonly moneyOf: (
    year: ScenarioYear,
    costs?: ScenarioCosts,
    tariffs?: readonly Tariff[],
  ) => Promise<Outcome<MoneyYear>>;
  readonly attribute: AttributeLoad;
  /** Hosting capacity in a scenario's year, counted in workers. */
  readonly hostingOf: (question: HostingQuestion) => HostingOf;
  /** Of the scenarios asked for. */
  readonly warnings: readonly Issue[];
}

/** Studies on the engine, which is given back in the end; what a scenario leaves without effect is said before anything runs. */
export async function withScenarioEngine<Value>(
  loaded: LoadedDistrict,
  values: RunValues,
  scenarios: readonly Scenario[],
  work: (found: ScenarioEngine) => Promise<Value>,
): Promise<Value> {
  const step = stepOf(values.step);
  const engine = nodeEngine(workersOf(values.workers));
  try {
    const folded = scenarios.map((scenario) => engine.effectiveDistrict(runInputOf(loaded, scenario, step)));
    for (const outcome of folded) required(outcome);
    const { district, baseEdits, weather } = loaded;
    const input = { district, baseEdits, weather, stepS: step };
    const { evaluate, known } = withYearsAtHand(evaluateWith(engine, input));
    // Warnings of a run have been said above, or are those of a combination that nobody asked for.
    const quiet = async (scenario: Scenario) => {
      const outcome = await evaluate(scenario);
      return outcome.ok ? succeed(outcome.value) : outcome;
    };
    const costs = new WeakMap<Scenario, ReturnType<CostsOf>>();
    const costsOf: CostsOf = (scenario) => {
      const found = costs.get(scenario) ?? scenarioCosts({ district, baseEdits, weather, scenario });
      costs.set(scenario, found);
      return found;
    };
    const { count } = rememberedMoney();
    const metersOf = (scenario: Scenario) =>
      engine.meters({ ...input, scenario }, { known: known(scenario) });
    const moneyOf: ScenarioEngine['moneyOf'] = async (year, paid, tariffs = []) => {
      const meters = await metersOf(year.scenario);
      if (!meters.ok) return meters;
      const given = { year, meters: meters.value, ...(paid === undefined ? {} : { costs: paid }) };
      return count(tariffs.length === 0 ? given : { ...given, tariffs });
    };
    const priced = withCosts(quiet, costsOf, districtKpisIn);
    const supplied = withReliability(priced.evaluate, priced.kpisIn);
    const billed = withMoney(supplied.evaluate, metersOf, costsOf, supplied.kpisIn, count);
    return await work({
      engine,
      costsOf,
      metersOf,
      moneyOf,
      evaluations: rememberYears(quiet),
      billedEvaluations: rememberYears(billed.evaluate, undefined, billed.kpisIn),
      pricedEvaluations: rememberYears(priced.evaluate, undefined, priced.kpisIn),
      attribute: attributeWith(engine, input, known),
      hostingOf:
        (question) =>
        ({ scenario, result }) => {
          progress(`hosting capacity of ${scenario.name}`);
          const settings = hostingSettings(question, limitsOf(scenario.limits));
          return engine.hosting({ ...input, scenario }, settings, { known: result });
        },
      warnings: folded.flatMap(({ issues }) => issues),
    });
  } finally {
    engine.dispose();
  }
}

const CALCULATION: readonly string[] = ['flow-unsolved', 'worker-lost', 'run-cancelled'];

/** Every result of a stream to `onResult`, the last one back; or the command ends with the issues of the failure. */
export async function streamed<Value>(
  stream: AsyncIterable<Outcome<Value>>,
  onResult: (value: Value) => void,
): Promise<Value> {
  let last: Value | undefined;
  for await (const outcome of stream) {
    if (!outcome.ok) throw new CommandFailure(exitOf(outcome.issues), outcome.issues);
    last = outcome.value;
    onResult(last);
  }
  if (last === undefined) throw new CommandFailure(EXIT.calculationFailed, []);
  return last;
}

const exitOf = (issues: readonly Issue[]) =>
  issues.some(({ code }) => CALCULATION.includes(code)) ? EXIT.calculationFailed : EXIT.badInput;

/** A line about how far a study is, to standard error. */
export const progress = (text: string): void => void process.stderr.write(`${text}\n`);
