import type { Kpi } from '../../../src/kpi';
import { fail, succeed, type Issue, type Outcome } from '../../../src/model/outcome';
import type { Measure, MeasureType, Scenario } from '../../../src/model/scenario';
import { baselineScenario } from '../../../src/scenario';
import type { RunResult } from '../../../src/study/runResult';
import type { Evaluate, ScenarioYear } from '../../../src/study/scenarioYear';
import { measureOf } from '../../measures/districts';
import { handmade } from '../../scenario/selectors/street';

export const TODAY: Scenario = baselineScenario(handmade, 'a'.repeat(64), 2030);

export const kpi = (id: string, value: number, change: Partial<Kpi> = {}): Kpi => ({
  id,
  label: id,
  value,
  unit: 'W',
  definition: '',
  boundary: '',
  source: '',
  betterWhen: 'lower',
  ...change,
});

/** Measures named by letters: types that differ, so that each draws for itself. */
const TYPES: readonly MeasureType[] = ['heatPumps', 'vehiclesUnmanaged', 'rooftopPhotovoltaics', 'airSealing', 'homeBattery', 'roofInsulation']; // prettier-ignore
export const measureNamed = (id: string, adoption = 1): Measure => ({
  ...measureOf(TYPES['abcdef'.indexOf(id)]!, adoption),
  id,
});

export const scenarioOf = (
  id: string,
  measures: readonly Measure[],
  change: Partial<Scenario> = {},
): Scenario => ({
  ...TODAY,
  id,
  name: id,
  measures,
  ...change,
});

export const having = (letters: string, change: Partial<Scenario> = {}): Scenario =>
  scenarioOf(
    letters === '' ? 'today' : letters,
    [...letters].map((id) => measureNamed(id)),
    change,
  );

/** A year with indicators alone. */
export function yearOf(scenario: Scenario, kpis: readonly Kpi[]): ScenarioYear {
  const result = { table: { iterations: Float64Array.of(3) } } as unknown as RunResult;
  return { scenario, district: handmade, result, kpis };
}

export interface Counted {
  readonly evaluate: Evaluate;
  readonly asked: Scenario[];
}

/** Indicators as a function of the scenario; every question is written down. */
export function counted(kpisOf: (scenario: Scenario) => readonly Kpi[] | Issue): Counted {
  const asked: Scenario[] = [];
  return {
    asked,
    evaluate: async (scenario): Promise<Outcome<ScenarioYear>> => {
      asked.push(scenario);
      const found = kpisOf(scenario);
      return 'severity' in found ? fail([found]) : succeed(yearOf(scenario, found));
    },
  };
}

export const lettersOf = ({ measures }: Scenario): string => measures.map(({ id }) => id).join('');

export const BROKEN: Issue = { severity: 'error', code: 'broken', source: 'test', message: '', remedy: '' };

export async function all<Value>(stream: AsyncIterable<Outcome<Value>>): Promise<Outcome<Value>[]> {
  const outcomes: Outcome<Value>[] = [];
  for await (const outcome of stream) outcomes.push(outcome);
  return outcomes;
}

export function valueOf<Value>(outcome: Outcome<Value> | undefined): Value {
  if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome?.issues));
  return outcome.value;
}
