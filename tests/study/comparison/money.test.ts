import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../src/kpi';
import { ASSUMPTIONS } from '../../../src/model/assumptions';
import { fail, succeed } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import {
  compareScenarios,
  costKpis,
  qualityOf,
  rememberYears,
  withCosts,
  type CostsOf,
} from '../../../src/study/comparison';
import { sumOf, type ScenarioCosts } from '../../../src/study/scenarioCosts';
import { inputsOf, tornadoOf } from '../../../src/study/sensitivity';
import { all, BROKEN, counted, having, kpi, lettersOf, valueOf } from './fakes';
import { handYear } from './handYear';

const NOTHING = sumOf([]);
const totalOf = (change: Partial<ScenarioCosts['total']>) =>
  succeed({ lines: [], total: { ...NOTHING, ...change } } as unknown as ScenarioCosts);
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

  it('have the class of their own prices, and without lines that of the factors', () => {
    const year = { ...handYear(having('')), district: { ...handYear(having('')).district, buildings: [], network: null } }; // prettier-ignore
    const line = { type: 'heatPumps', quality: 'unknown_untraceable', investment: { known: true, quality: 'accurate_measurement' } }; // prettier-ignore
    const costs = { lines: [line] } as unknown as ScenarioCosts;
    const classOf = (id: string) => qualityOf(year, costs)(id).quality;
    expect([classOf('investment'), classOf('measuresCost')]).toEqual(['accurate_measurement', 'unknown_untraceable']); // prettier-ignore
    expect(qualityOf(year)('measuresCost').because).toContain(ASSUMPTIONS.substationEur.label);
  });

  it('is there with its years where a combination in between fails: the share is left out, with a warning', async () => {
    const asked = (letters: string) => async (scenario: Scenario) =>
      lettersOf(scenario) === letters ? fail([BROKEN]) : succeed(handYear(scenario));
    const request = {
      scenarios: [having(''), having('ab'), having('c')],
      baseline: 0,
      attribution: {},
      warnings: [{ ...BROKEN, severity: 'warning', code: 'early' }] as const,
    };
    const last = (await all(compareScenarios(rememberYears(asked('b')), request))).at(-1);
    const { status, scenarios, issues } = valueOf(last);
    expect(status).toBe('complete');
    expect(scenarios.map(({ attribution }) => attribution?.status)).toEqual([undefined, undefined, 'complete']); // prettier-ignore
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['early', 'warning'], ['broken', 'warning']]); // prettier-ignore
    expect(issues[1]!.message).toContain('What each measure adds to ab is left out.');
    // A year that was asked for still ends it.
    expect((await all(compareScenarios(rememberYears(asked('ab')), request))).at(-1)!.ok).toBe(false);
  });
});
