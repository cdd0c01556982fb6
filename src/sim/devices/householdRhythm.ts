import { uniform } from '../numeric/random';

/**
 * When somebody of a household is in and awake. One day has a getting-up, at most one absence of everybody and a going to
 * bed, each drawn per (household, day). Events start while somebody is in and awake, household.md eq. 8.
 */
export const WORKING = 0;
export const FAMILY = 1;
export const RETIRED = 2;
export type HouseholdKind = typeof WORKING | typeof FAMILY | typeof RETIRED;
export const HOUSEHOLD_KINDS: readonly HouseholdKind[] = [WORKING, FAMILY, RETIRED];

/** Minutes of a day, in order. */
export interface PresenceDay {
  wakeMin: number;
  /** Absence of everybody; empty where both are equal. */
  leaveMin: number;
  returnMin: number;
  sleepMin: number;
}

export function newPresenceDay(): PresenceDay {
  return { wakeMin: 0, leaveMin: 0, returnMin: 0, sleepMin: 0 };
}

const scratch = newPresenceDay();

interface Rhythm {
  /** Chance that the absence takes place. */
  readonly absenceChance: number;
  readonly wakeMin: number;
  readonly leaveMin: number;
  readonly returnMin: number;
  readonly sleepMin: number;
  /** Width of the spread of coming home from day to day, minutes; leaving spreads by half of it. */
  readonly spreadMin: number;
}

/** Workday and day off of working households, families, retired ones. All assumed (unknown_untraceable). */
const RHYTHMS: readonly Rhythm[] = [
  { absenceChance: 0.72, wakeMin: 425, leaveMin: 505, returnMin: 1020, sleepMin: 1388, spreadMin: 80 },
  { absenceChance: 0.6, wakeMin: 510, leaveMin: 720, returnMin: 960, sleepMin: 1390, spreadMin: 150 },
  { absenceChance: 0.5, wakeMin: 425, leaveMin: 530, returnMin: 920, sleepMin: 1388, spreadMin: 100 },
  { absenceChance: 0.6, wakeMin: 480, leaveMin: 690, returnMin: 960, sleepMin: 1380, spreadMin: 150 },
  { absenceChance: 0.35, wakeMin: 480, leaveMin: 630, returnMin: 750, sleepMin: 1380, spreadMin: 100 },
  { absenceChance: 0.45, wakeMin: 480, leaveMin: 660, returnMin: 840, sleepMin: 1365, spreadMin: 120 },
];
/** Width of the spread of getting up and going to bed from day to day, minutes: assumed. */
const BED_SPREAD_MIN = 70;
/** Bounds that keep the order of a shifted day. */
const EARLIEST_MIN = 240;
export const LATEST_MIN = 1430;
const DRAWS_PER_DAY = 5;

/** Whose presence is drawn. `shiftMin` moves the household's whole day. */
export interface Dwellers {
  readonly presenceKey: number;
  readonly kind: HouseholdKind;
  readonly shiftMin: number;
  readonly persons: number;
}

export function presenceOf(dwellers: Dwellers, day: number, weekend: boolean, out: PresenceDay): void {
  const key = dwellers.presenceKey | 0;
  const { shiftMin } = dwellers;
  const rhythm = RHYTHMS[2 * dwellers.kind + (weekend ? 1 : 0)]!;
  const { spreadMin } = rhythm;
  const counter = (day + 1) * DRAWS_PER_DAY;
  const wakeMin = rhythm.wakeMin + shiftMin + BED_SPREAD_MIN * (uniform(key, counter) - 0.5);
  const sleepMin = rhythm.sleepMin + shiftMin + BED_SPREAD_MIN * (uniform(key, counter + 1) - 0.5);
  const leaveMin = rhythm.leaveMin + shiftMin + 0.5 * spreadMin * (uniform(key, counter + 2) - 0.5);
  const returnMin = rhythm.returnMin + shiftMin + spreadMin * (uniform(key, counter + 3) - 0.5);
  out.wakeMin = wakeMin < EARLIEST_MIN ? EARLIEST_MIN : wakeMin;
  out.sleepMin = sleepMin > LATEST_MIN ? LATEST_MIN : sleepMin;
  out.leaveMin = leaveMin;
  out.returnMin = uniform(key, counter + 4) < rhythm.absenceChance ? returnMin : leaveMin;
}

/** Share of each hour in which a household of a kind is in and awake: mean of some hundred drawn days. */
export function awakeAtHome(kind: HouseholdKind, weekend: boolean): readonly number[] {
  const days = 365;
  const minutes = Array.from({ length: 24 }, () => 0);
  const dwellers = { presenceKey: 1, kind, shiftMin: 0, persons: 1 };
  for (let day = 0; day < days; day += 1) {
    presenceOf(dwellers, day, weekend, scratch);
    const { wakeMin, leaveMin, returnMin, sleepMin } = scratch;
    minutes.forEach((sum, hour) => {
      const within = (from: number, to: number): number =>
        Math.max(0, Math.min(to, 60 * hour + 60) - Math.max(from, 60 * hour));
      minutes[hour] = sum + within(wakeMin, leaveMin) + within(returnMin, sleepMin);
    });
  }
  return minutes.map((sum) => sum / 60 / days);
}
