import type { AssumptionKey } from '../model/assumptions';
import type { Factor } from './factors';

const RATE: Omit<Factor, 'value'> = {
  unit: '1',
  source: 'one of three rates side by side, whose choice is for whoever decides: unknown_untraceable',
};

/** Rates at which money of later years is counted today, and how many years are looked at. */
export const ECONOMICS_FACTORS = {
  discountRateLow: { ...RATE, value: 0.02 },
  discountRateMiddle: { ...RATE, value: 0.04 },
  discountRateHigh: { ...RATE, value: 0.07 },
  horizonYears: {
    value: 25,
    unit: 'a',
    source: 'placeholder without a source, about the life of panels: unknown_untraceable',
  },
} as const satisfies Readonly<Partial<Record<AssumptionKey, Factor>>>;

/** In the order they are shown. */
export const DISCOUNT_RATE_KEYS = ['discountRateLow', 'discountRateMiddle', 'discountRateHigh'] as const;
