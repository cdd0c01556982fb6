import type { QualityClass } from '../../model/building';

/** Yearly discount rates; each holds from its year until the next one begins. */
export interface DiscountSchedule {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly quality: QualityClass;
  readonly rates: readonly { readonly fromYear: number; readonly rate: number }[];
}

export function constantRate(
  rate: number,
  label: string,
  source: string,
  quality: QualityClass,
): DiscountSchedule {
  return { id: `constant-${rate}`, label, source, quality, rates: [{ fromYear: 1, rate }] };
}

const UNCHECKED = 'from memory, not checked: unknown_untraceable';

/** Shown side by side, so that nobody's rate decides unseen. All are editable figures without a checked source. */
export const DISCOUNT_SCHEDULES: readonly DiscountSchedule[] = [
  constantRate(0, '0 %: every year counts the same', 'no discounting', 'personal_estimation'),
  constantRate(0.014, '1.4 % (Stern)', UNCHECKED, 'unknown_untraceable'),
  constantRate(0.03, '3 % (EU social rate)', UNCHECKED, 'unknown_untraceable'),
  {
    id: 'declining-uk',
    label: '3.5 % declining to 1 % (UK Green Book)',
    source: UNCHECKED,
    quality: 'unknown_untraceable',
    rates: [
      { fromYear: 1, rate: 0.035 },
      { fromYear: 31, rate: 0.03 },
      { fromYear: 76, rate: 0.025 },
      { fromYear: 126, rate: 0.02 },
      { fromYear: 201, rate: 0.015 },
      { fromYear: 301, rate: 0.01 },
    ],
  },
];

/** d(0) = 1, d(t) = d(t - 1)/(1 + r(t)); `years` + 1 values. With one rate d(t) = (1 + r)^-t. */
export function discountFactors({ rates }: Pick<DiscountSchedule, 'rates'>, years: number): Float64Array {
  const factors = new Float64Array(years + 1).fill(1);
  for (let t = 1; t <= years; t += 1) {
    const rate = rates.filter(({ fromYear }) => fromYear <= t).at(-1)?.rate ?? 0;
    factors[t] = factors[t - 1]! / (1 + rate);
  }
  return factors;
}

/** PV = sum_t x_t d(t), x_0 today and undiscounted, x_t at the end of year t. */
export function presentValue(flows: readonly number[], schedule: Pick<DiscountSchedule, 'rates'>): number {
  const factors = discountFactors(schedule, Math.max(0, flows.length - 1));
  return flows.reduce((total, flow, t) => total + flow * factors[t]!, 0);
}

/** NPV = sum_t (B_t - C_t) d(t). */
export function netPresentValue(
  benefits: readonly number[],
  costs: readonly number[],
  schedule: Pick<DiscountSchedule, 'rates'>,
): number {
  return presentValue(
    Array.from(
      { length: Math.max(benefits.length, costs.length) },
      (_, t) => (benefits[t] ?? 0) - (costs[t] ?? 0),
    ),
    schedule,
  );
}

export interface ValueAtRate {
  readonly schedule: DiscountSchedule;
  readonly netPresentValue: number;
}

/** The same flows at every schedule, in the order given. */
export function atEveryRate(
  benefits: readonly number[],
  costs: readonly number[],
  schedules: readonly DiscountSchedule[] = DISCOUNT_SCHEDULES,
): readonly ValueAtRate[] {
  return schedules.map((schedule) => ({
    schedule,
    netPresentValue: netPresentValue(benefits, costs, schedule),
  }));
}
