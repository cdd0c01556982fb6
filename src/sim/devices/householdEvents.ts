import { awakeAtHome, HOUSEHOLD_KINDS } from './householdRhythm';
import { quantileTable, QUANTILES } from './timeOfDay';

/**
 * What a household does in discrete pieces. Share of homes that own an appliance, cycles a year, length and power of a
 * cycle: Richardson, Thomson, Infield, Clifford, "Domestic electricity use: a high-resolution energy demand model",
 * Energy and Buildings 42 (2010) 1878, as tabled in RWTH-EBC/richardsonpy 6c26edb9, inputs/Appliances.csv. When people
 * who are in and awake do it is assumed (unknown_untraceable).
 */
export interface EventKind {
  readonly name: string;
  /** Share of homes that own it; the draw is kept when the share is raised. */
  readonly ownedShare: number;
  /** Starts a day of an owner of mean consumption. */
  readonly perDay: number;
  /** Stretches of constant power, one after the other. */
  readonly powerW: Float64Array;
  readonly lengthMin: Float64Array;
  /** Whether a factor of 0.5 to 1.5 stretches the length (cycles of machines are fixed). */
  readonly varies: boolean;
  /** Factors on starts on days off and workdays, mean one over the week. */
  readonly weekendFactor: number;
  readonly workdayFactor: number;
  /** Longest time from a start to the end of it. */
  readonly longestMin: number;
  /** Independent draws of the starts of a day. */
  readonly draws: number;
  /** Quantiles of the start's time of day. */
  readonly startMin: StartTables;
}

/** Quantiles of the start by household kind and kind of day: index 2 x kind + (day off ? 1 : 0). */
export type StartTables = readonly Float64Array[];

const AWAKE = HOUSEHOLD_KINDS.flatMap((kind) => [awakeAtHome(kind, false), awakeAtHome(kind, true)]);

/** Hours of a thing that is done by somebody in and awake, times the chance that somebody is. */
function startTables(hours: readonly number[]): StartTables {
  return AWAKE.map((awake) => quantileTable(hours.map((weight, hour) => weight * awake[hour]!)));
}

type Stretch = readonly [powerW: number, lengthMin: number];

/** Assumed hours, 0 to 23, of somebody who is in and awake. */
const DRINK = startTables([
  3, 0, 4, 4, 4, 8, 52, 29, 36, 43, 43, 59, 50, 27, 24, 33, 24, 9, 9, 9, 5, 10, 14, 9,
]);
const COOK = startTables([
  1, 0, 0, 0, 0, 8, 35, 25, 45, 58, 51, 90, 92, 33, 28, 37, 24, 13, 12, 10, 9, 10, 14, 9,
]);
const WASH = startTables([
  3, 0, 0, 0, 0, 8, 43, 25, 48, 66, 58, 83, 62, 24, 24, 29, 20, 9, 5, 5, 5, 8, 14, 13,
]);
const DISHES = startTables([
  4, 4, 0, 0, 0, 0, 18, 17, 33, 42, 38, 52, 57, 31, 23, 24, 16, 9, 9, 9, 9, 14, 21, 14,
]);
const SCREEN = startTables([
  1, 0, 0, 0, 0, 4, 27, 25, 41, 59, 61, 89, 73, 40, 37, 46, 40, 24, 14, 14, 14, 18, 21, 5,
]);
const DESK = startTables([
  4, 0, 4, 0, 0, 4, 27, 21, 41, 63, 65, 94, 73, 40, 36, 46, 32, 16, 12, 12, 9, 12, 16, 5,
]);
const CLEAN = startTables([0, 0, 0, 0, 0, 0, 2, 4, 10, 12, 12, 11, 8, 7, 7, 7, 6, 3, 3, 2, 1, 1, 0, 0]);
const SHOWER = startTables([1, 0, 0, 0, 0, 5, 16, 22, 18, 11, 7, 4, 3, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 2]);

function kind(
  name: string,
  ownedShare: number,
  cyclesPerYear: number,
  stretches: readonly Stretch[],
  startMin: StartTables,
  { varies = true, weekendFactor = 1.1, draws = 1 } = {},
): EventKind {
  const longestMin = stretches.reduce((sum, [, lengthMin]) => sum + lengthMin, 0) * (varies ? 1.5 : 1);
  return {
    name,
    ownedShare,
    perDay: cyclesPerYear / 365,
    powerW: Float64Array.from(stretches, ([powerW]) => powerW),
    lengthMin: Float64Array.from(stretches, ([, lengthMin]) => lengthMin),
    varies,
    longestMin,
    draws,
    weekendFactor,
    workdayFactor: (7 - 2 * weekendFactor) / 5,
    startMin,
  };
}

const MACHINE = { varies: false };

export const ELECTRIC_SHOWER = 'electric shower';

export const EVENT_KINDS: readonly EventKind[] = [
  kind('kettle', 0.975, 1519.82, [[2000, 3]], DRINK),
  kind('hob', 0.463, 417.9, [[2400, 16]], COOK),
  kind('oven', 0.616, 219.79, [[2125, 27]], COOK, { weekendFactor: 1.3 }),
  kind('microwave oven', 0.859, 94.62, [[1250, 30]], COOK),
  // 1,131 W over an hour there; here the same energy as two stretches of heating.
  kind('dishwasher', 0.335, 241.48, [[1900, 18], [150, 27], [1994, 15]], DISHES, MACHINE), // prettier-ignore
  // 406 W over 138 minutes there, washer-dryers included; 2 kW of heating as its own profile has it.
  kind('washing machine', 0.934, 195.91, [[73, 8], [2056, 21], [112.5, 109]], WASH, MACHINE), // prettier-ignore
  // Tumble dryers and the drying of washer-dryers together, by energy.
  kind('dryer', 0.52, 136.4, [[2500, 60]], WASH, MACHINE),
  // Two views of 73 minutes in one, with recorder and receiver.
  kind('television', 0.977, 732.1, [[180, 146]], SCREEN),
  kind('further televisions', 0.58, 706, [[124, 200]], SCREEN),
  kind('computer', 0.708, 449.24, [[141, 300]], DESK),
  kind('vacuum cleaner', 0.937, 110.37, [[2000, 20]], CLEAN, { weekendFactor: 1.5 }),
  kind('iron', 0.9, 35.46, [[1000, 30]], CLEAN),
  kind(ELECTRIC_SHOWER, 0.67, 290.4, [[9000, 3]], SHOWER, { weekendFactor: 1, draws: 5 }),
];

/** Energy of one start of a kind, J. */
export function eventJ(event: EventKind): number {
  return event.powerW.reduce((sum, powerW, i) => sum + powerW * event.lengthMin[i]! * 60, 0);
}

/** Mean energy of all events of a mean home, J a day. The length factor has mean one. */
export const EVENT_ENERGY_J_PER_DAY = EVENT_KINDS.reduce(
  (sum, event) => sum + event.ownedShare * event.perDay * eventJ(event),
  0,
);

/** EVENT_KINDS column by column, for the loop over a household's day. */
export interface EventColumns {
  readonly draws: Uint8Array;
  /** Longest time from a start to the end of it. */
  readonly longestMin: Float64Array;
  readonly varies: Uint8Array;
  /** Workday and day off of each kind, over its draws. */
  readonly dayFactor: Float64Array;
  /** Stretches of kind k: firstStretch[k] to firstStretch[k + 1] - 1. */
  readonly firstStretch: Uint8Array;
  readonly powerW: Float64Array;
  readonly lengthMin: Float64Array;
  /** Where a kind's tables begin in `startMin`: by household kind and kind of day, QUANTILES + 1 entries each. */
  readonly tableAt: Uint16Array;
  readonly startMin: Float64Array;
}

function columnsOf(kinds: readonly EventKind[]): EventColumns {
  const tables = [...new Set(kinds.map(({ startMin }) => startMin))];
  const stretches = kinds.map(({ powerW }) => powerW.length);
  const perTable = AWAKE.length * (QUANTILES + 1);
  return {
    draws: Uint8Array.from(kinds, ({ draws }) => draws),
    longestMin: Float64Array.from(kinds, ({ longestMin }) => longestMin),
    varies: Uint8Array.from(kinds, ({ varies }) => (varies ? 1 : 0)),
    dayFactor: Float64Array.from(
      kinds.flatMap(({ workdayFactor, weekendFactor, draws }) => [
        workdayFactor / draws,
        weekendFactor / draws,
      ]),
    ),
    firstStretch: Uint8Array.from([0, ...stretches], (_, k) =>
      stretches.slice(0, k).reduce((sum, count) => sum + count, 0),
    ),
    powerW: Float64Array.from(kinds.flatMap(({ powerW }) => Array.from(powerW))),
    lengthMin: Float64Array.from(kinds.flatMap(({ lengthMin }) => Array.from(lengthMin))),
    tableAt: Uint16Array.from(kinds, ({ startMin }) => tables.indexOf(startMin) * perTable),
    startMin: Float64Array.from(
      tables.flatMap((table) => table.flatMap((quantiles) => Array.from(quantiles))),
    ),
  };
}

export const EVENTS: EventColumns = columnsOf(EVENT_KINDS);
