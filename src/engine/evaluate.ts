import { succeed } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { Scenario } from '../model/scenario';
import { runKey } from '../study/comparison';
import type { RunResult } from '../study/runResult';
import type { Evaluate } from '../study/scenarioYear';
import { districtKpisIn } from '../study/yearKpis';
import type { Engine, RunOptions } from './contract';
import { RecentlyUsed } from './recentlyUsed';

/** Answers the questions of studies with an engine: everything of a run but its scenario is given once. */
export function evaluateWith(
  engine: Engine,
  input: Omit<RunInput, 'scenario'>,
  options: RunOptions = {},
): Evaluate {
  return async (scenario) => {
    const asked = { ...input, scenario };
    const district = engine.effectiveDistrict(asked);
    if (!district.ok) return district;
    const ran = await engine.run(asked, options);
    if (!ran.ok) return ran;
    const kpis = districtKpisIn(ran.value, scenario, district.value);
    const year = { scenario, district: district.value, result: ran.value, kpis };
    return succeed(year, ran.issues);
  };
}

/** As many as studies keep. */
const KEPT_YEARS = 8;

/** The same answers, and the years among the last of them: looking into one costs no second run (`LookOptions.known`). */
export function withYearsAtHand(evaluate: Evaluate): {
  readonly evaluate: Evaluate;
  readonly known: (scenario: Scenario) => RunResult | null;
} {
  const years = new RecentlyUsed<RunResult>(KEPT_YEARS);
  return {
    known: (scenario) => years.get(runKey(scenario)) ?? null,
    evaluate: async (scenario) => {
      const year = await evaluate(scenario);
      if (year.ok) years.set(runKey(scenario), year.value.result);
      return year;
    },
  };
}
