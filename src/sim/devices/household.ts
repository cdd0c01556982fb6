import type { BuildingUse } from '../../model/building';
import { householdId } from '../../model/customers';
import { exp } from '../numeric/elementary';
import { normal, randomKey, uniform } from '../numeric/random';
import { COLD_J_PER_DAY, compressorsOf, meanCompressorW, type Compressor } from './householdBase';
import { ELECTRIC_SHOWER, EVENT_ENERGY_J_PER_DAY, EVENT_KINDS, eventJ } from './householdEvents';
import { FAMILY, RETIRED, WORKING, type HouseholdKind } from './householdRhythm';

export { addHouseholdDay, addHouseholds } from './householdDay';

const J_PER_KWH = 3.6e6;

/**
 * Mean annual electricity of a household without heating, hot water and vehicle. Terraced: 3,073 kWh = 365 x 8.42 kWh of
 * the European LV Test Feeder's hundred homes; the other two assumed around it.
 */
export const MEAN_HOUSEHOLD_J: Readonly<Partial<Record<BuildingUse, number>>> = {
  detached: 3800 * J_PER_KWH,
  terraced: 3073 * J_PER_KWH,
  apartment: 2400 * J_PER_KWH,
};
const MEAN_ELSEWHERE_J = 2400 * J_PER_KWH;
/** Reference the event table is written for: the terraced home's 8.42 kWh a day. */
const REFERENCE_J_PER_DAY = 8.42 * J_PER_KWH;
/** Lights of the reference home, mean: 0.9 kWh a day, assumed. */
const LIGHTS_J_PER_DAY = 0.9 * J_PER_KWH;
/** What is left runs day and night. */
const STANDBY_J_PER_DAY = REFERENCE_J_PER_DAY - EVENT_ENERGY_J_PER_DAY - LIGHTS_J_PER_DAY - COLD_J_PER_DAY;
/** Electric showers of the reference homes: 0.24 kWh a day as the mean of all. */
const SHOWER = EVENT_KINDS.find((event) => event.name === ELECTRIC_SHOWER)!;
const SHOWER_J_PER_DAY = SHOWER.ownedShare * SHOWER.perDay * eventJ(SHOWER);
/** Half width of the spread of standby between households: assumed. */
const STANDBY_SPREAD = 0.5;

/** Persons a household: shares of 1 to 5 persons, Germany, rounded from memory. */
const PERSON_SHARES = [0.41, 0.34, 0.12, 0.09, 0.04] as const;
/** Share of homes that are not apartments and skip the smallest households. */
const HOUSE_SHIFT = 0.2;
/** Consumption by persons relative to two: assumed, in the proportion of German averages. */
const USE_BY_PERSONS = [0.65, 1, 1.25, 1.45, 1.65] as const;
/** Spread of the logarithm of habits between households of one size: assumed. */
const SIGMA_LOG = 0.33;
/** Spread of habits in time between households, minutes: assumed. */
const HABIT_SHIFT_MIN = 35;
const LARGEST_SHIFT_MIN = 120;
/** Half width of an appliance's rated power about the table's: assumed. */
const RATING_SPREAD = 0.15;

export interface Household {
  readonly key: number;
  readonly presenceKey: number;
  readonly kind: HouseholdKind;
  /** Mean consumption relative to the reference home. */
  readonly scale: number;
  readonly shiftMin: number;
  readonly persons: number;
  readonly standbyW: number;
  readonly compressors: readonly Compressor[];
  readonly lightsJPerDay: number;
  /** Mean of everything over a year. */
  readonly meanW: number;
  /** By kind of event: starts a day, 0 without the appliance, and the factor on its power. */
  readonly startsPerDay: Float64Array;
  readonly ratings: Float64Array;
}

function personsOf(draw: number, use: BuildingUse): number {
  let rest = use === 'apartment' ? draw : HOUSE_SHIFT + (1 - HOUSE_SHIFT) * draw;
  for (let persons = 1; persons < PERSON_SHARES.length; persons += 1) {
    if (rest < PERSON_SHARES[persons - 1]!) return persons;
    rest -= PERSON_SHARES[persons - 1]!;
  }
  return PERSON_SHARES.length;
}

/** Mean of USE_BY_PERSONS over the households of a use. */
function meanUse(use: BuildingUse): number {
  const shift = use === 'apartment' ? 0 : HOUSE_SHIFT;
  return PERSON_SHARES.reduce((sum, share, i) => {
    const kept = i === 0 ? share - shift : share;
    return sum + (kept * USE_BY_PERSONS[i]!) / (1 - shift);
  }, 0);
}

/** Assumed shares: one or two persons at home by day in 55 of 100, families in 75 of 100 larger households. */
function kindOf(persons: number, draw: number): HouseholdKind {
  if (persons > 2) return draw < 0.75 ? FAMILY : WORKING;
  return draw < 0.55 ? RETIRED : WORKING;
}

/**
 * A household of a building by its number there. Mean scale of the use = persons' mean x log-normal mean one, household.md
 * eq. 11. `electricShowerShare` is the share of homes with an electric shower; the mean is kept, and who has one keeps it
 * when the share is raised.
 */
export function householdOf(
  seed: number,
  buildingId: string,
  index: number,
  use: BuildingUse,
  electricShowerShare = 0,
): Household {
  const entity = householdId(buildingId, index);
  const traits = randomKey(seed, entity, 'household-traits');
  const owned = randomKey(seed, entity, 'household-appliances');
  const persons = personsOf(uniform(traits, 10), use);
  const level =
    (MEAN_HOUSEHOLD_J[use] ?? MEAN_ELSEWHERE_J) /
    365 /
    (REFERENCE_J_PER_DAY + (electricShowerShare / SHOWER.ownedShare - 1) * SHOWER_J_PER_DAY);
  const habit = exp(SIGMA_LOG * normal(traits, 0) - (SIGMA_LOG * SIGMA_LOG) / 2);
  const busy = (level * USE_BY_PERSONS[persons - 1]! * habit) / meanUse(use);
  const standbyW = level * (STANDBY_J_PER_DAY / 86400) * spread(uniform(traits, 12), STANDBY_SPREAD);
  const startsPerDay = Float64Array.from(EVENT_KINDS, (event, k) => {
    const share = event === SHOWER ? electricShowerShare : event.ownedShare;
    return uniform(owned, 2 * k) < share ? event.perDay * busy : 0;
  });
  const compressors = compressorsOf(randomKey(seed, entity, 'cold-appliances'), level);
  const ratings = Float64Array.from(EVENT_KINDS, (_, k) => spread(uniform(owned, 2 * k + 1), RATING_SPREAD));
  const lightsJPerDay = LIGHTS_J_PER_DAY * busy;
  const eventsJPerDay = EVENT_KINDS.reduce(
    (sum, event, k) => sum + startsPerDay[k]! * ratings[k]! * eventJ(event),
    0,
  );
  return {
    key: randomKey(seed, entity, 'household'),
    presenceKey: randomKey(seed, entity, 'presence'),
    kind: kindOf(persons, uniform(traits, 11)),
    scale: busy,
    shiftMin: Math.max(-LARGEST_SHIFT_MIN, Math.min(LARGEST_SHIFT_MIN, HABIT_SHIFT_MIN * normal(traits, 1))),
    persons,
    standbyW,
    compressors,
    lightsJPerDay,
    meanW: standbyW + meanCompressorW(compressors) + (lightsJPerDay + eventsJPerDay) / 86400,
    startsPerDay,
    ratings,
  };
}

/** Mean one, uniform within +- the half width. */
function spread(draw: number, halfWidth: number): number {
  return 1 + halfWidth * (2 * draw - 1);
}
