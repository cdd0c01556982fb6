import { describe, expect, it } from 'vitest';
import type { Kpi } from '../../../src/kpi';
import { basisOf } from '../../../src/kpi';
import { ASSUMPTIONS } from '../../../src/model/assumptions';
import type { Scenario } from '../../../src/model/scenario';
import { rememberYears } from '../../../src/study/comparison';
import {
  inputsOf,
  latinHypercube,
  monteCarloOf,
  quantileOf,
  sampleQuantile,
  tornadoOf,
  usualInputs,
  withInput,
  type UncertainInput,
} from '../../../src/study/sensitivity';
import { all, BROKEN, counted, having, kpi, measureNamed, scenarioOf, valueOf } from '../comparison/fakes';

/** Load: 100 W for all of a, 10 W less for all of b; cost at the gas price. */
const kpisOf = (scenario: Scenario): readonly Kpi[] => {
  const share = (id: string) => Number(scenario.measures.find((one) => one.id === id)?.adoption ?? 0);
  const load = 100 * share('a') - 10 * share('b');
  return [kpi('load', load), kpi('cost', load * basisOf(scenario).factors.gasPriceEurPerKwh.value)];
};
const HALVES = scenarioOf('halves', [measureNamed('a', 0.5), measureNamed('b', 0.5)]);
function studied(of = kpisOf) {
  const { evaluate, asked } = counted(of);
  return { asked, evaluations: rememberYears(evaluate, 8, (_, scenario) => of(scenario)) };
}
const named = (scenario: Scenario, ...ids: string[]): readonly UncertainInput[] =>
  valueOf(inputsOf(scenario, ids.map((id) => ({ id })))); // prettier-ignore

describe('uncertain inputs', () => {
  it('are prices and factors, shares and parameters, each with a range around its value, a source and a class', () => {
    const battery = scenarioOf('b', [measureNamed('e', 0.5)]);
    const inputs = usualInputs(battery);
    const prices = inputs.filter(({ runs }) => !runs);
    expect(prices.map(({ id }) => id)).toEqual(Object.keys(ASSUMPTIONS).map((key) => `assumption/${key}`));
    expect(inputs.filter(({ runs }) => runs)[0]).toMatchObject({ id: 'measure/e/adoption', value: 0.5, low: 0.3, high: 0.7 }); // prettier-ignore
    expect(inputs.length).toBeGreaterThan(prices.length + 2);
    for (const { low, value, high, source, quality } of inputs) {
      expect(low <= value && value <= high).toBe(true);
      expect(source.length).toBeGreaterThan(5);
      expect(quality).toBe('unknown_untraceable');
    }
  });

  it('are, where none is named, those that the indicators of a year stand on', () => {
    const ids = valueOf(inputsOf(HALVES)).map(({ id }) => id);
    expect(ids).toContain('assumption/oilPriceEurPerKwh');
    expect(ids).toContain('measure/b/adoption');
    expect(ids).not.toContain('assumption/chargerEur');
    expect(named(HALVES, 'chargerEur')).toHaveLength(1);
    const priced = valueOf(inputsOf(HALVES, [], ['measuresCost'])).map(({ id }) => id);
    expect(priced).toEqual(expect.arrayContaining(['assumption/chargerEur', 'assumption/interestRate']));
  });

  it('take ranges of one’s own; wrong names and ranges are all named', () => {
    const range = { low: 0.1, high: 0.3 };
    const [gas] = valueOf(inputsOf(HALVES, [{ id: 'gasPriceEurPerKwh', range, distribution: 'uniform', source: 'council' }])); // prettier-ignore
    expect(gas).toMatchObject({
      ...range,
      distribution: 'uniform',
      source: 'council',
      quality: 'personal_estimation',
    });
    const wrong = inputsOf(HALVES, [
      { id: 'magic' },
      { id: 'a/adoption', range: { low: 0.4, high: 1.5 } },
      { id: 'b/adoption', range: { low: 0.6, high: 0.9 } },
      { id: 'oilPriceEurPerKwh', range: { low: 0.3, high: 0.1 } },
      { id: 'gasPrimary' },
      { id: 'assumption/gasPrimary' },
    ]);
    expect(wrong.issues.map(({ where }) => where)).toEqual([
      'magic',
      'measure/a/adoption',
      'measure/b/adoption',
      'assumption/oilPriceEurPerKwh',
      'assumption/gasPrimary',
    ]);
  });

  it('are put in place where they belong and nowhere else; the value there is leaves the scenario itself', () => {
    const [gas, share] = named(HALVES, 'gasPriceEurPerKwh', 'a/adoption') as [UncertainInput, UncertainInput];
    expect(withInput(HALVES, gas, gas.value)).toBe(HALVES);
    const priced = withInput(withInput(HALVES, gas, 0.3), gas, 0.4);
    expect(priced.assumptions).toMatchObject([{ key: 'gasPriceEurPerKwh', value: 0.4, unit: 'EUR/kWh' }]);
    expect(priced.measures).toBe(HALVES.measures);
    expect(withInput(HALVES, share, 0.9).measures).toEqual([measureNamed('a', 0.9), measureNamed('b', 0.5)]);
    const later = scenarioOf('later', [{ ...measureNamed('a'), adoption: [{ year: 2025, share: 0 }, { year: 2035, share: 1 }] }]); // prettier-ignore
    const [curve] = named(later, 'a/adoption');
    expect(curve!.value).toBe(0.5);
    expect(withInput(later, curve!, 0.8).measures[0]!.adoption).toContainEqual({ year: 2030, share: 0.8 });
    const battery = scenarioOf('b', [measureNamed('e')]);
    const input = usualInputs(battery).find(({ target }) => target.kind === 'parameter')!;
    const name = input.id.split('/')[2]!;
    expect(withInput(battery, input, input.high).measures[0]!.parameters).toEqual({ [name]: input.high });
  });
});

describe('one input at a time', () => {
  it('puts first what moves the first indicator most', async () => {
    const { evaluations, asked } = studied();
    const inputs = named(HALVES, 'gasPriceEurPerKwh', 'b/adoption', 'a/adoption');
    const outcomes = await all(tornadoOf(evaluations, HALVES, inputs, ['load', 'cost']));
    const { rows, status, kpis } = valueOf(outcomes.at(-1));
    expect([status, kpis[0]!.value]).toEqual(['complete', 45]);
    expect(rows.map(({ input }) => input.id)).toEqual(['measure/a/adoption', 'measure/b/adoption', 'assumption/gasPriceEurPerKwh']); // prettier-ignore
    const [a, b, gas] = rows.map(({ bars }) => bars[0]!);
    expect([a!.atLow, a!.atHigh, a!.swing]).toEqual([25, 65, 40]);
    expect(b!.atLow).toBeCloseTo(47, 12);
    expect(gas).toMatchObject({ atLow: 45, atHigh: 45, swing: 0 });
    expect(rows[2]!.bars[1]!.swing).toBeCloseTo(45 * 0.12 * 0.5, 12);
    // The scenario, and both ends of the two shares.
    expect(asked).toHaveLength(5);
    expect(outcomes.map((outcome) => valueOf(outcome).status)).toEqual(['partial', 'partial', 'complete']);
    expect(valueOf(outcomes[0]).pending).toEqual(['measure/b/adoption', 'measure/a/adoption']);
  });

  it('of prices and factors runs the scenario once, however many there are', async () => {
    const { evaluations, asked } = studied();
    const prices = usualInputs(HALVES).filter(({ runs }) => !runs);
    const { rows, evaluations: run } = valueOf(
      (await all(tornadoOf(evaluations, HALVES, prices, ['cost']))).at(-1),
    );
    expect([rows.length, asked.length, run]).toEqual([Object.keys(ASSUMPTIONS).length, 1, 1]);
    expect(rows[0]!.input.id).toBe('assumption/gasPriceEurPerKwh');
    expect(rows[0]!.bars[0]!.swing).toBeGreaterThan(0);
  });

  it.each([1, -1])('counts the present value too: both ends to one side of it, times %i', async (sign) => {
    const { evaluations } = studied((scenario) => {
      const off = Number(scenario.measures[0]!.adoption) - 0.5;
      return [kpi('load', sign * off * off)];
    });
    const inputs = named(HALVES, 'a/adoption');
    const { rows } = valueOf((await all(tornadoOf(evaluations, HALVES, inputs, ['load']))).at(-1));
    expect(rows[0]!.bars[0]!.swing).toBeCloseTo(0.04, 12);
  });

  it('ends with issues: an indicator that is none, a year that fails', async () => {
    const { evaluations } = studied();
    const wrong = await all(tornadoOf(evaluations, HALVES, [], ['magic', 'load', 'more']));
    expect(wrong.flatMap(({ issues }) => issues.map(({ where }) => where))).toEqual(['magic', 'more']);
    const broken = studied((scenario) =>
      scenario.measures[0]!.adoption === 0.5 ? kpisOf(scenario) : (BROKEN as never),
    );
    const inputs = named(HALVES, 'gasPriceEurPerKwh', 'a/adoption');
    const outcomes = await all(tornadoOf(broken.evaluations, HALVES, inputs, ['load']));
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.status : outcome.issues))).toEqual([
      'partial',
      [BROKEN],
    ]);
  });
});

describe('distributions', () => {
  it('triangular: quantiles that the distribution function takes back, the mode not in the middle', () => {
    const triangle = { low: 1, high: 6, value: 2, distribution: 'triangular' } as const;
    // F(x) = (x - 1)^2/5 up to 2, 1 - (6 - x)^2/20 above.
    const share = (x: number) => (x < 2 ? (x - 1) ** 2 / 5 : 1 - (6 - x) ** 2 / 20);
    for (const u of [0, 0.05, 0.2, 0.5, 0.9, 1]) expect(share(quantileOf(triangle, u))).toBeCloseTo(u, 12);
    expect(quantileOf({ ...triangle, distribution: 'uniform' }, 0.3)).toBeCloseTo(2.5, 12);
    expect(quantileOf({ ...triangle, low: 2, high: 2 }, 0.3)).toBe(2);
    expect(quantileOf({ ...triangle, value: 1 }, 0)).toBe(1);
  });

  it('a Latin hypercube has one draw in every stratum, keyed by seed and input', () => {
    const draws = latinHypercube(7, 'gas', 50);
    expect([...draws].map((u) => Math.floor(50 * u)).sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect([...draws]).not.toEqual([...draws].sort());
    expect(latinHypercube(7, 'gas', 50)).toEqual(draws);
    expect(latinHypercube(8, 'gas', 50)).not.toEqual(draws);
    expect(latinHypercube(7, 'oil', 50)).not.toEqual(draws);
  });

  it('quantiles of a sample lie between its values (NIST handbook, definition 7 of Hyndman and Fan)', () => {
    const sample = [40, 10, 30, 20, 50];
    expect([0, 0.1, 0.5, 0.9, 1].map((p) => sampleQuantile(sample, p))).toEqual([10, 14, 30, 46, 50]);
    expect([sampleQuantile([], 0.5), sampleQuantile([1, Number.NaN], 0.5)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('inputs drawn together', () => {
  const uniformGas = valueOf(inputsOf(HALVES, [{ id: 'gasPriceEurPerKwh', range: { low: 0, high: 1 }, distribution: 'uniform' }])); // prettier-ignore
  const options = { draws: 200, seed: 3, every: 80 };

  it('of a price alone give the percentiles of its distribution, and run one year', async () => {
    const { evaluations, asked } = studied();
    const outcomes = await all(monteCarloOf(evaluations, HALVES, uniformGas, ['cost', 'load'], options));
    const found = valueOf(outcomes.at(-1));
    const [cost, load] = found.spreads;
    // Cost = 45 x price: 4.5, 22.5 and 40.5, to a stratum of 1/200.
    for (const [value, wanted] of [[cost!.p10, 4.5], [cost!.p50, 22.5], [cost!.p90, 40.5]]) expect(Math.abs(value! - wanted!)).toBeLessThan(0.45); // prettier-ignore
    expect([load!.p10, load!.p90, load!.standardError]).toEqual([45, 45, 0]);
    expect([asked.length, found.evaluations]).toEqual([1, 1]);
    expect(outcomes.map((outcome) => [valueOf(outcome).status, valueOf(outcome).draws])).toEqual([
      ['partial', 80],
      ['partial', 160],
      ['complete', 200],
    ]);
    expect(cost!.convergence.map(({ draws }) => draws)).toEqual([50, 100, 150, 200]);
    expect(cost!.convergence.at(-1)).toEqual({ draws: 200, p10: cost!.p10, p50: cost!.p50, p90: cost!.p90 });
  });

  it('are the same for the same seed, and one more input changes no draw of another', async () => {
    const drawnWith = async (inputs: readonly UncertainInput[], seed = 3) =>
      valueOf(
        (await all(monteCarloOf(studied().evaluations, HALVES, inputs, ['cost'], { draws: 20, seed }))).at(
          -1,
        ),
      ).drawn;
    const alone = await drawnWith(uniformGas);
    const together = await drawnWith([...named(HALVES, 'a/adoption'), ...uniformGas]);
    expect(together.map(([, gas]) => gas)).toEqual(alone.map(([gas]) => gas));
    expect(await drawnWith(uniformGas, 4)).not.toEqual(alone);
    // Inputs are drawn apart: two of one range do not move together.
    const pair = await drawnWith(named(HALVES, 'a/adoption', 'b/adoption'));
    expect(pair.filter(([a, b]) => a === b)).toEqual([]);
  });

  it('that break off are left partial; a wrong number of draws is refused', async () => {
    let years = 0;
    const { evaluations } = studied((scenario) => (years++ > 12 ? (BROKEN as never) : kpisOf(scenario)));
    const outcomes = await all(
      monteCarloOf(evaluations, HALVES, named(HALVES, 'a/adoption'), ['load'], { draws: 40, seed: 1 }),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? [outcome.value.status, outcome.value.draws] : 'failed'))).toEqual([['partial', 10], 'failed']); // prettier-ignore
    for (const draws of [0, 1.5, Number.NaN, 1e9])
      expect(
        (await all(monteCarloOf(evaluations, having('a'), [], ['load'], { draws, seed: 1 })))[0]!.ok,
      ).toBe(false);
  });
});
