import { uniform } from '../numeric/random';
import { daySpan, type DaySpan } from './daySpan';

/**
 * When somebody of a household is in and awake. One day has a getting-up, at most one absence of everybody and a going to
 * bed, each drawn per (household, day). Events start while somebody is in and awake, household.md eq. 8.
 */
export const WORKING = 0;
export const FAMILY = 1;
export const RETIRED = 2;
export type HouseholdKind = typeof WORKING | typeof FAMILY | typeof RETIRED;
export const HOUSEHOLD_KINDS: readonly HouseholdKind[] = [WORKING, FAMILY, RETIRED];

/** Numbers of a household's day, minutes in order: [getting up, leaving, coming home, going to bed]. */
export const PRESENCE_NUMBERS = 4;
export const WAKE = 0;
/** Absence of everybody; empty where both are equal. */
export const LEAVE = 1;
export const RETURN = 2;
export const SLEEP = 3;

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

/** Draws the days of a span into [day][PRESENCE_NUMBERS]. */
export function fillPresence(dwellers: Dwellers, { firstDay, off }: DaySpan, out: Float64Array): void {
  const key = dwellers.presenceKey | 0;
  const { kind, shiftMin } = dwellers;
  for (let i = 0; i < off.length; i += 1) {
    const { wakeMin, leaveMin, returnMin, sleepMin, spreadMin, absenceChance } = RHYTHMS[2 * kind + off[i]!]!;
    const counter = (firstDay + i + 1) * DRAWS_PER_DAY;
    const wake = wakeMin + shiftMin + BED_SPREAD_MIN * (uniform(key, counter) - 0.5);
    const sleep = sleepMin + shiftMin + BED_SPREAD_MIN * (uniform(key, counter + 1) - 0.5);
    const leave = leaveMin + shiftMin + 0.5 * spreadMin * (uniform(key, counter + 2) - 0.5);
    const home = returnMin + shiftMin + spreadMin * (uniform(key, counter + 3) - 0.5);
    const at = i * PRESENCE_NUMBERS;
    out[at + WAKE] = wake < EARLIEST_MIN ? EARLIEST_MIN : wake;
    out[at + LEAVE] = leave;
    out[at + RETURN] = uniform(key, counter + 4) < absenceChance ? home : leave;
    out[at + SLEEP] = sleep > LATEST_MIN ? LATEST_MIN : sleep;
  }
}

/** Share of each hour in which a household of a kind is in and awake: mean of some hundred drawn days. */
export function awakeAtHome(kind: HouseholdKind, weekend: boolean): readonly number[] {
  const days = 365;
  const minutes = Array.from({ length: 24 }, () => 0);
  const presence = new Float64Array(PRESENCE_NUMBERS * days);
  const span = daySpan(0, days, () => weekend);
  fillPresence({ presenceKey: 1, kind, shiftMin: 0, persons: 1 }, span, presence);
  for (let at = 0; at < presence.length; at += PRESENCE_NUMBERS) {
    minutes.forEach((sum, hour) => {
      const within = (from: number, to: number): number =>
        Math.max(0, Math.min(to, 60 * hour + 60) - Math.max(from, 60 * hour));
      minutes[hour] =
        sum +
        within(presence[at + WAKE]!, presence[at + LEAVE]!) +
        within(presence[at + RETURN]!, presence[at + SLEEP]!);
    });
  }
  return minutes.map((sum) => sum / 60 / days);
}
