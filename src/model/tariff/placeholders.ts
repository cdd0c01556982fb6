import { DYNAMIC_PLACEHOLDER } from './dynamicPlaceholder';
import type { CriticalDay, Price, Tariff } from './types';

const PLACEHOLDER =
  'placeholder: no tariff was at hand; replace it by the one that the grid operator publishes';

function price(supplier: number, grid: number, levies = 0): Price {
  return { supplier, grid, levies };
}
const NOTHING = price(0, 0);
const LEVIES_PER_KWH = 0.03;

const COMMON = {
  schema: 'gridtwin-tariff/1',
  operator: '',
  currency: 'EUR',
  year: 2025,
  source: PLACEHOLDER,
  quality: 'unknown_untraceable',
  social: false,
  vatShare: 0.2,
  connectionPerYear: price(20, 40),
  contractedPerKWYear: NOTHING,
  feedInPerKWh: 0.08,
} as const satisfies Partial<Tariff>;

/** What is bought under where nothing else is in force. */
export const USUAL_TARIFF = 'flat';

const NIGHT = { fromHour: 22, toHour: 6 } as const;
const EVENING = { fromHour: 17, toHour: 21 } as const;
const ONE_TIER: readonly number[] = [];

const flat: Tariff = {
  ...COMMON,
  id: USUAL_TARIFF,
  name: 'One price',
  description: 'Every kilowatt-hour costs the same.',
  energy: {
    kind: 'blocks',
    tierLimitsKWhPerMonth: ONE_TIER,
    blocks: [{ id: 'always', perKWh: [price(0.13, 0.09, LEVIES_PER_KWH)] }],
  },
};

const twoPrice: Tariff = {
  ...COMMON,
  id: 'twoPrice',
  name: 'Day and night',
  description: 'Cheaper from 22:00 to 6:00, every day of the year.',
  energy: {
    kind: 'blocks',
    tierLimitsKWhPerMonth: ONE_TIER,
    blocks: [
      { id: 'day', hours: { fromHour: 6, toHour: 22 }, perKWh: [price(0.14, 0.1, LEVIES_PER_KWH)] },
      { id: 'night', hours: NIGHT, perKWh: [price(0.09, 0.06, LEVIES_PER_KWH)] },
    ],
  },
};

const MIDDLE_PRICE = [price(0.12, 0.085, LEVIES_PER_KWH)];

const timeOfUse: Tariff = {
  ...COMMON,
  id: 'timeOfUse',
  name: 'Time of use',
  description: 'Dear on weekday evenings, cheap at night, in between otherwise.',
  energy: {
    kind: 'blocks',
    tierLimitsKWhPerMonth: ONE_TIER,
    blocks: [
      { id: 'peak', days: ['weekday'], hours: EVENING, perKWh: [price(0.22, 0.15, LEVIES_PER_KWH)] },
      { id: 'offPeak', hours: NIGHT, perKWh: [price(0.08, 0.055, LEVIES_PER_KWH)] },
      { id: 'morning', days: ['weekday'], hours: { fromHour: 6, toHour: 17 }, perKWh: MIDDLE_PRICE },
      { id: 'lateEvening', days: ['weekday'], hours: { fromHour: 21, toHour: 22 }, perKWh: MIDDLE_PRICE },
      {
        id: 'weekend',
        days: ['saturday', 'sunday'],
        hours: { fromHour: 6, toHour: 22 },
        perKWh: MIDDLE_PRICE,
      },
    ],
  },
};

const CRITICAL_DAYS: readonly CriticalDay[] = [
  ...[8, 15, 22, 29].map((day) => ({ name: `Winter evening, ${day} January`, month: 1, day })),
  ...[5, 12, 19, 26].map((day) => ({ name: `Winter evening, ${day} February`, month: 2, day })),
  ...[3, 10, 17, 29].map((day) => ({ name: `Winter evening, ${day} December`, month: 12, day })),
];

const criticalPeak: Tariff = {
  ...COMMON,
  id: 'criticalPeak',
  name: 'Critical peak',
  description: 'A little cheaper than one price, but very dear on the evenings of twelve named days.',
  energy: {
    kind: 'blocks',
    tierLimitsKWhPerMonth: ONE_TIER,
    blocks: [{ id: 'always', perKWh: [price(0.125, 0.086, LEVIES_PER_KWH)] }],
  },
  criticalPeak: { days: CRITICAL_DAYS, hours: EVENING, perKWh: price(0.6, 0.4, LEVIES_PER_KWH) },
};

const dynamic: Tariff = {
  ...COMMON,
  id: 'dynamic',
  name: 'Hourly prices',
  description:
    'Another price every hour, of an invented shape: dear mornings and evenings, cheap noons and nights.',
  energy: DYNAMIC_PLACEHOLDER,
};

const capacity: Tariff = {
  ...COMMON,
  id: 'capacity',
  name: 'Capacity',
  description: 'The grid is paid by contracted power and monthly peak, and little by energy.',
  contractedPerKWYear: price(0, 5),
  energy: {
    kind: 'blocks',
    tierLimitsKWhPerMonth: ONE_TIER,
    blocks: [{ id: 'always', perKWh: [price(0.13, 0.03, LEVIES_PER_KWH)] }],
  },
  peak: { perKWMonth: price(0, 2), leastKW: 1 },
};

const social: Tariff = {
  ...COMMON,
  id: 'social',
  name: 'Social tariff',
  description: 'For vulnerable households: the first 100 kWh of a month at a low price, without levies.',
  social: true,
  connectionPerYear: price(10, 20),
  energy: {
    kind: 'blocks',
    tierLimitsKWhPerMonth: [100],
    blocks: [{ id: 'always', perKWh: [price(0.08, 0.06), price(0.13, 0.09, LEVIES_PER_KWH)] }],
  },
};

/**
 * Tariffs to begin with, editable. Every price is a round figure of ours, of class `unknown_untraceable`, so that a home
 * without electric heating pays about the same under each but the social one: they differ in shape, not in level.
 */
export const PLACEHOLDER_TARIFFS: readonly Tariff[] = [
  flat,
  twoPrice,
  timeOfUse,
  criticalPeak,
  dynamic,
  capacity,
  social,
];
