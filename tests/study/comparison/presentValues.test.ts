import { describe, expect, it } from 'vitest';
import { ownershipCosts } from '../../../src/kpi/economics';
import { END_USES } from '../../../src/model/run';
import type { Scenario } from '../../../src/model/scenario';
import { presentValueRows, presentValuesOf, type CostedYear } from '../../../src/study/comparison';
import { cashFlowsOf, sumOf, type CostLine, type ScenarioCosts } from '../../../src/study/scenarioCosts';
import { cashFlowsCsv, presentValuesCsv, presentValuesText } from '../../../src/cli/presentValueFiles';
import { having, kpi } from './fakes';
import { handYear } from './handYear';

const source = { source: 'test', quality: 'personal_estimation' } as const;
const unknown = { known: false, reason: 'nobody knows' } as const;

function line(type: CostLine['type'], change: Partial<CostLine> = {}): CostLine {
  return {
    measureId: type,
    type,
    elementId: 'h',
    inherited: false,
    payer: 'owner',
    investment: {
      ...{ known: true, low: 700, typical: 1000, high: 1500, unit: 'EUR', sources: ['test'] },
      ...{ quality: 'personal_estimation', rangeQuality: 'personal_estimation' },
    },
    lifetimeYears: { value: 10, ...source },
    runningPerYear: { known: true, eur: 10 },
    grant: { known: true, eur: 300 },
    annuity: { known: true, eur: 90 },
    quality: 'personal_estimation',
    sources: ['test'],
    embodied: unknown,
    quantities: [],
    ...change,
  };
}

const costsOf = (lines: readonly CostLine[]): ScenarioCosts =>
  ({ lines, total: sumOf(lines) }) as unknown as ScenarioCosts;

/** 15 years at 2, 4 and 7 %. */
const horizon: NonNullable<Scenario['assumptions']> = [
  { key: 'horizonYears', value: 15, unit: 'a', source: 'test', date: '2026' },
];
const column = (name: (typeof END_USES)[number]) => END_USES.indexOf(name);

function year(id: string, lines: readonly CostLine[], energyCost: number, carbonKg: number): CostedYear {
  const hand = handYear(having(id, { assumptions: horizon }), ({ buildingEndUseJ }) => {
    buildingEndUseJ[column('photovoltaics')] = 800 * 3.6e6;
    buildingEndUseJ[column('batteryDischarging')] = 400 * 3.6e6;
  });
  return { ...hand, kpis: [kpi('energyCost', energyCost), kpi('carbon', carbonKg)], costs: costsOf(lines) };
}

const base = year('', [], 500, 2000);
const panels = () => year('c', [line('rooftopPhotovoltaics')], 400, 1500);
const against = (one: CostedYear, baseline = base) => {
  const found = presentValuesOf(one, baseline).against;
  if (found?.known !== true) throw new Error(found?.reason ?? 'no baseline');
  return found;
};

describe('present values', () => {
  // 1000 in year 0 and again in year 10, 10 a year upkeep, half of the second life left in year 15, 100 a year saved.
  it('count by hand at 2, 4 and 7 %', () => {
    const { atRates } = against(panels());
    expect(atRates.map(({ rate }) => rate)).toEqual([0.02, 0.04, 0.07]);
    const expected = [-292.4072, -397.277, -507.414];
    atRates.forEach(({ netPresentValueEur }, at) => expect(netPresentValueEur).toBeCloseTo(expected[at]!, 3));
    expect(atRates[1]!.avoidedCarbon).toMatchObject({ known: true, tonnesDiscounted: true });
    const perTonne = atRates.map(({ avoidedCarbon: cost }) => (cost.known ? cost.perTonne : Number.NaN));
    [45.5135, 71.4631, 111.4227].forEach((value, at) => expect(perTonne[at]).toBeCloseTo(value, 2));
    const { plants } = presentValuesOf(panels(), base);
    if (!plants.panels.known) throw new Error(plants.panels.reason);
    expect(plants.panels.energyJ).toBe(800 * 3.6e6);
    [0.153446, 0.169664, 0.194639].forEach((value, at) =>
      expect((plants.panels as { eurPerKWh: readonly number[] }).eurPerKWh[at]).toBeCloseTo(value, 5),
    );
    expect(plants.batteries).toEqual({ known: false, reason: 'c builds none.' });
  });

  it('close as a ledger: kinds sum to the total, years sum to the net present value', () => {
    for (const { presentCosts, presentCostOfYearEur, netPresentValueEur } of against(panels()).atRates) {
      const { purchasesEur, upkeepEur, residualEur, energyEur, totalEur } = presentCosts;
      expect(purchasesEur + upkeepEur + residualEur + energyEur).toBeCloseTo(totalEur, 9);
      expect(presentCostOfYearEur.reduce((sum, one) => sum + one, 0)).toBeCloseTo(totalEur, 9);
      expect(netPresentValueEur).toBeCloseTo(-totalEur, 9);
    }
    const { rows } = against(panels()).ledger;
    expect(rows.map(({ totalEur }) => totalEur).slice(0, 2)).toEqual([1000, -90]);
    expect([rows[10]!.purchasesEur, rows[15]!.residualEur, rows.length]).toEqual([1000, -500, 16]);
    const { purchases, upkeep, residual } = cashFlowsOf([line('homeBattery')], 15);
    expect(purchases.map((one, t) => one + upkeep[t]! + residual[t]!)).toEqual(
      ownershipCosts({ price: 1000, yearlyCost: 10, lifeYears: 10 }, 15),
    );
  });

  it('have no price of carbon where nothing is avoided, in words and never as a number', () => {
    const dirty = year('c', [line('rooftopPhotovoltaics')], 400, 2000);
    const row = rowsOf(dirty).find(({ figure }) => figure === 'costOfAvoidedCarbon')!;
    expect(row.values.every((value) => Number.isNaN(value))).toBe(true);
    expect(row.words).toBe('Nothing is avoided: the cost per tonne is undefined.');
    expect(presentValuesText(comparisonOf(dirty)).join('\n')).toContain('Nothing is avoided');
    expect(presentValuesCsv(comparisonOf(dirty))).toContain('Nothing is avoided');
  });

  it('are not told where a price is not known, unless it stands in both alike; upkeep is left out in words', () => {
    const control = line('vehiclesManaged', { investment: unknown });
    const open = year('cb', [line('rooftopPhotovoltaics'), control], 400, 1500);
    expect(presentValuesOf(open, base).against).toMatchObject({ known: false });
    const { words, values } = rowsOf(open).find(({ figure }) => figure === 'netPresentValue')!;
    expect(words).toContain('unknown is not 0');
    expect(values.every((value) => Number.isNaN(value))).toBe(true);
    const alike = against(open, year('b', [control], 500, 2000));
    expect(alike.ledger.notes).toEqual([
      'What both have alike and is not known in full cancels (1 cost line).',
    ]);
    // Its upkeep of 10 a year is known, and cancels as well.
    alike.atRates.forEach(({ netPresentValueEur }, at) =>
      expect(netPresentValueEur).toBeCloseTo(against(panels()).atRates[at]!.netPresentValueEur, 9),
    );
    const elsewhere = line('vehiclesManaged', { investment: unknown, elementId: 'other' });
    expect(presentValuesOf(open, year('b', [elsewhere], 500, 2000)).against).toMatchObject({ known: false });
    const charger = line('vehiclesUnmanaged', { runningPerYear: unknown });
    const cars = against(year('b', [charger], 400, 1500));
    expect(cars.ledger.notes[0]).toMatch(/^Without the upkeep of 1 cost line \(.*\), which is not known\.$/);
    // As the panels, whose upkeep of 10 a year over 15 years is 111.1839 at 4 %.
    expect(cars.atRates[1]!.netPresentValueEur).toBeCloseTo(-397.277 + 111.1839, 3);
  });

  it('level batteries by what they give back, and say where they give none', () => {
    const stored = year('e', [line('homeBattery')], 500, 2000);
    const { plants } = presentValuesOf(stored, base);
    // The same money for half the energy of the panels.
    if (!plants.batteries.known) throw new Error(plants.batteries.reason);
    expect(plants.batteries.eurPerKWh[1]).toBeCloseTo(2 * 0.169664, 5);
    const idle = year('e', [line('homeBattery', { elementId: 'nowhere' })], 500, 2000);
    expect(presentValuesOf(idle, base).plants.batteries).toEqual({
      known: false,
      reason: 'Undefined: they give no energy.',
    });
  });

  it('take rates and horizon from the baseline for all, whatever a scenario assumes', () => {
    const assumptions = [
      { key: 'discountRateLow', value: 0.1, unit: '1', source: 'test', date: '2026' },
      { key: 'horizonYears', value: 40, unit: 'a', source: 'test', date: '2026' },
    ] as const;
    const own = { ...panels(), scenario: having('c', { assumptions }) };
    expect(presentValuesOf(own, base).rates).toEqual([0.02, 0.04, 0.07]);
    const asked = { ...base, scenario: having('', { assumptions }) };
    expect(presentValuesOf(own, asked)).toMatchObject({ rates: [0.1, 0.04, 0.07], horizonYears: 40 });
    expect(presentValuesOf(own, base).horizonYears).toBe(15);
    expect(presentValuesOf(base, base).against).toBeUndefined();
  });

  it('stand in files under their names, each year worth what it is at each rate', () => {
    const lines = cashFlowsCsv(comparisonOf(panels())).trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(17);
    expect(lines[0]).toContain('present_value_at_0.04_eur');
    const [, , , , , , total, , atFour] = lines[2]!.split(',').map(Number);
    expect(total).toBe(-90);
    expect(atFour).toBeCloseTo(-90 / 1.04, 9);
  });
});

const comparisonOf = (one: CostedYear) =>
  ({
    scenarios: [base, one].map((each) => ({
      key: each.scenario.id,
      scenario: each.scenario,
      presentValues: presentValuesOf(each, base),
    })),
  }) as unknown as Parameters<typeof presentValueRows>[0];
const rowsOf = (one: CostedYear) =>
  presentValueRows(comparisonOf(one)).filter(({ scenarioKey }) => scenarioKey === one.scenario.id);
