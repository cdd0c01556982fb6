import { quantileTable } from './timeOfDay';

/**
 * What a household does in discrete pieces. All figures assumed, in the range of appliance data sheets; their sum is
 * kept below the mean daily use, and the flat base takes the rest (README eq. 9).
 */
export interface EventKind {
  readonly name: string;
  /** Draws a day, each with this chance for a household of mean consumption. */
  readonly slots: number;
  readonly chance: number;
  /** Stretches of constant power, one after the other. */
  readonly powerW: Float64Array;
  readonly lengthMin: Float64Array;
  /** Whether the drawn factor 0.5 to 1.5 stretches the length (cycles of machines are fixed). */
  readonly varies: boolean;
  readonly weekday: Float64Array;
  readonly weekend: Float64Array;
}

type Hours = readonly number[];

function kind(
  name: string,
  slots: number,
  chance: number,
  stretches: readonly (readonly [powerW: number, lengthMin: number])[],
  varies: boolean,
  weekday: Hours,
  weekend: Hours = weekday,
): EventKind {
  return {
    name,
    slots,
    chance,
    powerW: Float64Array.from(stretches, ([powerW]) => powerW),
    lengthMin: Float64Array.from(stretches, ([, lengthMin]) => lengthMin),
    varies,
    weekday: quantileTable(weekday),
    weekend: quantileTable(weekend),
  };
}

const DRINK: Hours = [1, 0, 0, 0, 0, 3, 9, 10, 7, 4, 4, 4, 5, 4, 4, 5, 6, 8, 8, 8, 6, 5, 3, 2];
const DRINK_END: Hours = [1, 0, 0, 0, 0, 1, 3, 6, 10, 10, 8, 6, 6, 5, 5, 6, 6, 6, 7, 7, 6, 5, 3, 2];
const DINNER: Hours = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 1, 2, 6, 12, 15, 14, 9, 4, 1, 0];
const LUNCH: Hours = [0, 0, 0, 0, 0, 0, 3, 5, 4, 2, 3, 9, 12, 5, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const WASH: Hours = [0, 0, 0, 0, 0, 1, 3, 6, 8, 9, 8, 7, 5, 5, 5, 5, 6, 8, 8, 7, 5, 2, 0, 0];
const DRY: Hours = [1, 0, 0, 0, 0, 0, 1, 2, 4, 6, 7, 7, 7, 6, 6, 6, 6, 6, 7, 8, 8, 6, 3, 2];
const DISHES: Hours = [1, 0, 0, 0, 0, 0, 1, 4, 5, 3, 2, 2, 4, 7, 5, 2, 1, 2, 5, 12, 14, 11, 6, 3];
const SCREEN: Hours = [0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5, 7, 9, 12, 14, 12, 6, 2, 1];
const CHORE: Hours = [0, 0, 0, 0, 0, 0, 0, 2, 6, 9, 9, 6, 3, 4, 5, 6, 6, 6, 5, 3, 1, 0, 0, 0];

export const EVENT_KINDS: readonly EventKind[] = [
  kind('kettle', 5, 0.75, [[1800, 4]], true, DRINK, DRINK_END),
  kind('dinner', 1, 0.8, [[1900, 35]], true, DINNER),
  kind('breakfast or lunch', 1, 0.35, [[1500, 20]], true, LUNCH),
  kind(
    'washing machine',
    1,
    0.45,
    [
      [2000, 20],
      [250, 60],
    ],
    false,
    WASH,
  ),
  kind('dryer', 1, 0.2, [[2200, 50]], false, DRY),
  kind(
    'dishwasher',
    1,
    0.5,
    [
      [1900, 20],
      [100, 40],
      [1900, 15],
    ],
    false,
    DISHES,
  ),
  kind('screen', 2, 0.8, [[180, 150]], true, SCREEN),
  kind('iron or vacuum', 1, 0.2, [[1500, 20]], true, CHORE),
];

/** Mean energy of all events of a mean household, J a day. The length factor has mean one. */
export const EVENT_ENERGY_J_PER_DAY = EVENT_KINDS.reduce(
  (sum, event) =>
    sum +
    event.slots *
      event.chance *
      event.powerW.reduce((energy, powerW, i) => energy + powerW * event.lengthMin[i]! * 60, 0),
  0,
);
