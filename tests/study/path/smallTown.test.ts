import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { evaluateWith } from '../../../src/engine/evaluate';
import { readScenarioFile } from '../../../src/io';
import type { Scenario } from '../../../src/model/scenario';
import { scenarioAt } from '../../../src/scenario';
import { rememberYears } from '../../../src/study/comparison';
import { runPath } from '../../../src/study/path';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, smallTown } from '../../engine/smallTown';
import { valueOf } from '../comparison/fakes';

const FILE = join(resolve(import.meta.dirname, '../../..'), 'scenarios/presets/electrification-left-alone.scenario.json'); // prettier-ignore
const engine = inProcessEngine(1);
afterAll(() => engine.dispose());

it("a preset's path on a small town is its years, one by one, priced by what it adds", async () => {
  const preset = valueOf(readScenarioFile(readFileSync(FILE, 'utf8'), 'preset'));
  const input = inputOf(smallTown(16), preset);
  const { district, baseEdits, weather, scenario } = input;
  const evaluate = evaluateWith(engine, input);
  const costsOf = (one: Scenario) => scenarioCosts({ district, baseEdits, weather, scenario: one });
  const tools = { evaluations: rememberYears(evaluate), costsOf };
  const path = valueOf(await runPath(tools, { scenario, years: [2025, 2050] }));
  const [first, last] = path.years;
  const own = valueOf(await evaluate(scenarioAt(scenario, 2050)));
  expect(last!.kpis).toEqual(own.kpis);
  const kpiOf = (year: typeof first, id: string) => year!.kpis.find((kpi) => kpi.id === id)!.value;
  expect(kpiOf(last, 'peakImport')).toBeGreaterThan(kpiOf(first, 'peakImport'));
  // In 2025 nobody takes part: the town as it stands, for nothing.
  const today = valueOf(await evaluate({ ...scenario, measures: [] }));
  expect(first!.kpis).toEqual(today.kpis);
  const total = valueOf(costsOf(scenarioAt(scenario, 2050))).total.typicalEur;
  expect(path.investments.map(({ typicalEur }) => typicalEur)).toEqual([0, total]);
  expect(total).toBeGreaterThan(0);
  const loadings = last!.transformers.map(({ loading }) => 100 * loading);
  expect(Math.max(...loadings)).toBe(kpiOf(last, 'worstTransformerLoading'));
}, 120_000);
