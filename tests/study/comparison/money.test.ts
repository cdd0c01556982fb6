import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../src/kpi';
import { fail, succeed } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import {
  compareScenarios,
  costKpis,
  rememberYears,
  withCosts,
  type CostsOf,
} from '../../../src/study/comparison';
import { sumOf, type ScenarioCosts } from '../../../src/study/scenarioCosts';
import { inputsOf, tornadoOf } from '../../../src/study/sensitivity';
import { all, BROKEN, counted, having, kpi, valueOf } from './fakes';
import { handYear } from './handYear';

const NOTHING = sumOf([]);
const totalOf = (change: Partial<ScenarioCosts['total']>) =>
  succeed({ total: { ...NOTHING, ...change } } as unknown as ScenarioCosts);
const valuesOf = (costs: Parameters<typeof costKpis>[0]) => costKpis(costs).map(({ value }) => value);

describe('cost of measures as indicators', () => {
  it('is nil for no measures, the typical price, and annuity with upkeep', () => {
    expect(valuesOf(totalOf({}))).toEqual([0, 0]);
    const known = { typicalEur: 900, lowEur: 600, annuityEurPerYear: 60, runningEurPerYear: 7 };
    expect(valuesOf(totalOf(known))).toEqual([900, 67]);
  });

  it('is not told where a line is not known: unknown is not 0', () => {
    const sums = { typicalEur: 900, annuityEurPerYear: 60 };
    const without = (name: string) => totalOf({ ...sums, notKnown: { ...NOTHING.notKnown, [name]: 1 } });
    expect(valuesOf(without('investment'))).toEqual([Number.NaN, 60]);
    expect(valuesOf(without('annuity'))).toEqual([900, Number.NaN]);
    expect(valuesOf(without('running'))).toEqual([900, Number.NaN]);
    expect(valuesOf(fail([BROKEN]))).toEqual([Number.NaN, Number.NaN]);
  });

  it('follows what a scenario assumes of prices without a run', async () => {
    const chargers = (scenario: Scenario) => basisOf(scenario).factors.chargerEur.value;
    const costsOf: CostsOf = (scenario) => totalOf({ typicalEur: 2 * chargers(scenario) });
    const fake = counted(() => [kpi('load', 1)]);
    const { evaluate, kpisIn } = withCosts(fake.evaluate, costsOf, () => [kpi('load', 1)]);
    const evaluations = rememberYears(evaluate, 4, kpisIn);
    const scenario = having('b');
    const range = { low: 100, high: 5000 };
    const inputs = valueOf(inputsOf(scenario, [{ id: 'chargerEur', range }]));
    const found = valueOf(
      (await all(tornadoOf(evaluations, scenario, inputs, ['investment', 'load']))).at(-1),
    );
    const [bar, load] = found.rows[0]!.bars;
    expect([bar!.atLow, bar!.atHigh, load!.swing]).toEqual([200, 10_000, 0]);
    expect(found.kpis[0]!.value).toBe(2 * chargers(scenario));
    expect(fake.asked).toHaveLength(1);
  });

  it('stands beside each scenario of a comparison, and what cannot be counted ends it', async () => {
    const year = async (scenario: Scenario) => succeed(handYear(scenario));
    const request = { scenarios: [having(''), having('a')], baseline: 0 };
    const costsOf: CostsOf = ({ measures }) => totalOf({ typicalEur: 10 * measures.length });
    const found = valueOf((await all(compareScenarios(rememberYears(year), { ...request, costsOf }))).at(-1));
    expect(found.scenarios.map(({ costs }) => costs!.total.typicalEur)).toEqual([0, 10]);
    const broken = await all(
      compareScenarios(rememberYears(year), { ...request, costsOf: () => fail([BROKEN]) }),
    );
    expect(broken).toEqual([fail([BROKEN])]);
  });
});
