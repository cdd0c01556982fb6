import { afterAll, expect, it } from 'vitest';
import { evaluateWith } from '../../../src/engine/evaluate';
import type { LimitsProfile } from '../../../src/model/limits';
import type { Scenario } from '../../../src/model/scenario';
import { rememberYears } from '../../../src/study/comparison';
import { highsSolver } from '../../../src/study/milp';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { violationsOf, wayOut } from '../../../src/study/wayOut';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { all, valueOf } from '../comparison/fakes';

const engine = inProcessEngine(1);
afterAll(() => engine.dispose());

it('the engine confirms the way out of a town under a limit that it breaks', async () => {
  const input = inputOf(smallTown(16), { measures: [measure('heatPumps', 1)] });
  const { district, weather, baseEdits } = input;
  const evaluations = rememberYears(evaluateWith(engine, input));
  const { result } = valueOf(await evaluations.yearOf(input.scenario));
  const peak = Math.max(...result.table.branchLoadingMax.subarray(result.rows.lineCount));
  const limits: LimitsProfile = {
    ...{ profile: 'own', source: 'test', lowerPu: 0.5, upperPu: 1.5 },
    loadingLimit: 0.9 * peak,
  };
  const scenario: Scenario = { ...input.scenario, limits };
  const tools = {
    evaluations,
    costsOf: (one: Scenario) => scenarioCosts({ district, baseEdits, weather, scenario: one }),
    solve: await highsSolver(),
  };
  const request = { scenario, families: ['copper'], runnersUp: 0 } as const;
  const found = valueOf((await all(wayOut(tools, request))).at(-1));
  const best = found.sets[0]!;
  expect(found.violations.length).toBeGreaterThan(0);
  expect(best.remains).toEqual([]);
  expect(best.options.length).toBeGreaterThan(0);
  expect(best.cost.yearlyEur).toBeGreaterThan(0);
  // A run of its own says the same.
  const again = valueOf(await evaluateWith(engine, input)(best.scenario));
  expect(violationsOf(again)).toEqual([]);
}, 240_000);
