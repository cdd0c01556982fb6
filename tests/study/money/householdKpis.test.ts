import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateWith } from '../../../src/engine/evaluate';
import { succeed } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import { districtKpisIn, rememberYears, withMoney } from '../../../src/study/comparison';
import { packNetW, type MeterYear } from '../../../src/study/loads/meterYear';
import { moneyKpis, type MoneyYear } from '../../../src/study/money';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import type { ScenarioYear } from '../../../src/study/scenarioYear';
import { inProcessEngine } from '../../engine/inProcess';
import { input, panelsYear, scenario, sum, valueOf } from './panelsYear';

/**
 * What is told of the households of a year. The cheapest wrong programs: groups of unequal number, an indicator that claims to be
 * better than what it stands on, one that keeps its value under another price, and a bill of a year with gaps.
 */
const engine = inProcessEngine(1);
let year: ScenarioYear;
let meters: MeterYear;
let money: MoneyYear;

beforeAll(async () => {
  ({ year, meters, money } = await panelsYear(engine));
}, 120_000);
afterAll(() => engine.dispose());

describe('what households can bear', () => {
  it('has three groups of equal number, the poorest with the heaviest burden', () => {
    const { groups, households, poverty } = money;
    expect(sum(groups.map((group) => group.households))).toBe(households.length);
    expect(groups[0]!.medianIncome).toBeLessThan(groups[2]!.medianIncome);
    expect(groups[0]!.medianBurden).toBeGreaterThan(groups[2]!.medianBurden);
    expect(poverty.told).toBe(households.length);
    const weighted = sum(groups.map((group) => group.households * group.poorPercent.tenPercent));
    expect(weighted / households.length).toBeCloseTo(poverty.percent.tenPercent, 9);
  });

  it('is shown as indicators that stand on nothing better than their worst input', () => {
    const kpis = moneyKpis(money);
    expect(new Set(kpis.map(({ id }) => id)).size).toBe(kpis.length);
    for (const { source, value } of kpis) {
      expect(source).toContain('unknown_untraceable');
      expect(Number.isFinite(value)).toBe(true);
    }
    expect(money.quality).toBe('unknown_untraceable');
    expect(kpis.find(({ id }) => id === 'povertyTenPercent')!.value).toBe(money.poverty.percent.tenPercent);
  });
});

describe('indicators of households in a study', () => {
  it('are counted anew under another price on the year that is there, and not told of a year that was not evaluated', async () => {
    const metersOf = (asked: Scenario) => engine.meters({ ...input, scenario: asked });
    const costsOf = (asked: Scenario) => scenarioCosts({ ...input, scenario: asked });
    const asked: string[] = [];
    const evaluate = evaluateWith(engine, input);
    const billed = withMoney((one) => (asked.push(one.id), evaluate(one)), metersOf, costsOf, districtKpisIn);
    const evaluations = rememberYears(billed.evaluate, undefined, billed.kpisIn);
    const dear: Scenario = {
      ...scenario,
      id: 'dear',
      assumptions: [
        { key: 'electricityPriceEurPerKwh', value: 0.64, unit: 'EUR/kWh', source: 'a test', date: '2026' },
        { key: 'incomeGini', value: 0.1, unit: '1', source: 'a test', date: '2026' },
      ],
    };
    const [plain, other] = [
      valueOf(await evaluations.kpisOf(scenario)),
      valueOf(await evaluations.kpisOf(dear)),
    ];
    expect(asked).toEqual(['panels']);
    const of = (kpis: typeof plain, id: string): number => kpis.find((kpi) => kpi.id === id)!.value;
    expect(of(plain, 'allElectricityBills')).toBe(money.utility.totalCents / 100);
    expect(of(other, 'allElectricityBills')).toBeGreaterThan(1.5 * of(plain, 'allElectricityBills'));
    expect(of(other, 'povertySixPercent')).not.toBe(of(plain, 'povertySixPercent'));
    const strange = billed.kpisIn({ ...year.result }, scenario, year.district);
    expect(of(strange, 'medianEnergyBill')).toBeNaN();
  });

  it('says why where a year cannot be billed, and tells none of them', async () => {
    const evaluate = evaluateWith(engine, input);
    const costsOf = (asked: Scenario) => scenarioCosts({ ...input, scenario: asked });
    const gaps = packNetW(new Float64Array(8760).fill(Number.NaN));
    const metersOf = () => Promise.resolve(succeed({ ...meters, packed: meters.packed.map(() => gaps) }));
    const outcome = await withMoney(evaluate, metersOf, costsOf, districtKpisIn).evaluate(scenario);
    const kpis = valueOf(outcome).kpis;
    expect(kpis.find(({ id }) => id === 'medianEnergyBill')!.value).toBeNaN();
    expect(kpis.find(({ id }) => id === 'carbon')!.value).toBeGreaterThan(0);
    const ofBills = outcome.issues.filter(({ code }) => code === 'bill-gap');
    expect(ofBills.length).toBeGreaterThan(0);
    expect(new Set(ofBills.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });
});
