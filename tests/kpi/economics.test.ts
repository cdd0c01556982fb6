import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annuity,
  atEveryRate,
  capitalRecoveryFactor,
  constantRate,
  costOfAvoidedCarbon,
  DISCOUNT_SCHEDULES,
  discountFactors,
  levelisedCost,
  levelisedCostOfFlows,
  netPresentValue,
  ownershipCosts,
  presentValue,
  replacementPlan,
} from '../../src/kpi/economics';

const at = (rate: number) => constantRate(rate, 'test', 'test', 'personal_estimation');
const rates = fc.double({ min: 0, max: 0.2, noNaN: true });
const lives = fc.integer({ min: 1, max: 60 });

describe('annuities', () => {
  it('recover capital with 0.080243 a year at 5 % over 20 years', () => {
    expect(capitalRecoveryFactor(0.05, 20)).toBeCloseTo(0.080243, 6);
    expect(capitalRecoveryFactor(0, 20)).toBe(0.05);
    expect(capitalRecoveryFactor(0.05, 0)).toBeNaN();
  });

  it('are worth their investment today', () => {
    fc.assert(
      fc.property(rates, lives, (rate, years) => {
        const payments = [0, ...Array.from({ length: years }, () => annuity(1000, rate, years))];
        expect(presentValue(payments, at(rate))).toBeCloseTo(1000, 4);
      }),
    );
  });

  it('make 0.06612 per kWh of 1000 per kW, 15 a year and 1300 kWh at 5 % over 25 years', () => {
    const plant = { investment: 1000, yearlyCost: 15, yearlyEnergy: 1300, rate: 0.05, years: 25 };
    expect(levelisedCost(plant)).toBeCloseTo(0.06612, 5);
    const yearly = (value: number): number[] => Array.from({ length: 25 }, () => value);
    expect(levelisedCostOfFlows([1000, ...yearly(15)], [0, ...yearly(1300)], at(0.05))).toBeCloseTo(
      0.06612,
      5,
    );
    expect(levelisedCost({ ...plant, yearlyEnergy: 0 })).toBeNaN();
  });
});

describe('discounting', () => {
  it('leaves year 0 alone: -100, 60, 60 at 10 % is 4.1322', () => {
    expect(netPresentValue([0, 60, 60], [100], at(0.1))).toBeCloseTo(60 / 1.1 + 60 / 1.21 - 100, 10);
  });

  it('compounds a declining rate year by year: the lower rate does not reach back', () => {
    const declining = DISCOUNT_SCHEDULES.find(({ id }) => id === 'declining-uk')!;
    const factors = discountFactors(declining, 310);
    expect(factors[30]).toBeCloseTo(1.035 ** -30, 12);
    expect(factors[31]).toBeCloseTo(1.035 ** -30 / 1.03, 12);
    expect(factors[310]! / factors[309]!).toBeCloseTo(1 / 1.01, 12);
    for (let t = 1; t <= 310; t += 1) expect(factors[t]!).toBeLessThan(factors[t - 1]!);
  });

  it('shows 0, 1.4, 3 and declining rates side by side, none of them as sourced', () => {
    const values = atEveryRate([0, 10, 10], [0]);
    expect(values.map(({ schedule }) => schedule.rates[0]!.rate)).toEqual([0, 0.014, 0.03, 0.035]);
    expect(values.map(({ netPresentValue: npv }) => npv)).toEqual(
      [0, 0.014, 0.03, 0.035].map((rate): unknown =>
        expect.closeTo(10 / (1 + rate) + 10 / (1 + rate) ** 2, 10),
      ),
    );
    for (const { schedule } of values.slice(1)) expect(schedule.quality).toBe('unknown_untraceable');
  });
});

describe('replacement', () => {
  it.each([
    [12, 25, [0, 12, 24], 11 / 12],
    // Nothing is bought in the last year.
    [10, 20, [0, 10], 0],
    [40, 25, [0], 15 / 40],
    [25, 25, [0], 0],
    [Infinity, 25, [0], 1],
  ])('of a life of %d over %d years buys in %j and leaves %d of the price', (life, horizon, years, share) => {
    const plan = replacementPlan(life, horizon)!;
    expect(plan.purchaseYears).toEqual(years);
    expect(plan.residualShare).toBeCloseTo(share, 12);
  });

  it('has no plan for lives and horizons that make no sense', () => {
    expect([replacementPlan(Number.NaN, 20), replacementPlan(0, 20), replacementPlan(10, 20.5)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(ownershipCosts({ price: 1, yearlyCost: 1, lifeYears: 0 }, 20)).toEqual([]);
  });

  it('costs each year what is paid in it, less what is left at the end', () => {
    expect(ownershipCosts({ price: 100, yearlyCost: 7, lifeYears: 2 }, 3)).toEqual([100, 7, 107, 7 - 50]);
  });

  it('sums without interest to the price of the years used and the running cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 }), (lifeYears, horizon) => {
        const costs = ownershipCosts({ price: 90, yearlyCost: 2, lifeYears }, horizon);
        expect(costs.reduce((total, cost) => total + cost, 0)).toBeCloseTo((90 / lifeYears + 2) * horizon, 6);
      }),
    );
  });
});

describe('the cost of avoided carbon', () => {
  const base = { costs: [0, 100, 100], emissionT: [0, 10, 10] };
  const policy = { costs: [50, 90, 90], emissionT: [0, 5, 5] };

  it('says whether tonnes are discounted, and differs by it', () => {
    const extra = 50 - 10 / 1.1 - 10 / 1.21;
    const plain = costOfAvoidedCarbon(policy, base, at(0.1), false);
    const discounted = costOfAvoidedCarbon(policy, base, at(0.1), true);
    if (!plain.known || !discounted.known) throw new Error('unknown');
    expect(plain.perTonne).toBeCloseTo(extra / 10, 10);
    expect(plain).toMatchObject({ tonnesDiscounted: false, note: 'Tonnes are not discounted.' });
    expect(discounted.perTonne).toBeCloseTo(extra / (5 / 1.1 + 5 / 1.21), 10);
    expect(discounted.note).toMatch(/^Tonnes are discounted/);
  });

  it('is undefined where nothing is avoided, also when more is emitted', () => {
    expect(costOfAvoidedCarbon(base, base, at(0), false).known).toBe(false);
    expect(costOfAvoidedCarbon(base, policy, at(0), false).known).toBe(false);
  });

  it('warns that a negative one is no ranking, and refuses paths of different years', () => {
    const cheap = costOfAvoidedCarbon({ ...policy, costs: [0, 90, 90] }, base, at(0), false);
    expect(cheap).toMatchObject({ known: true, perTonne: -2 });
    expect(cheap.known && cheap.note).toMatch(/no ranking/);
    expect(costOfAvoidedCarbon({ ...policy, costs: [1] }, base, at(0), false).known).toBe(false);
  });
});
