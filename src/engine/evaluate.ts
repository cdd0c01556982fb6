import { succeed } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { Evaluate } from '../study/scenarioYear';
import { districtKpisIn } from '../study/yearKpis';
import type { Engine, RunOptions } from './contract';

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
