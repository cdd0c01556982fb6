import type { UseProfile } from '../../model/archetypes';
import { type Building, isHome } from '../../model/building';
import type { Household } from '../devices/household';
import { awakeAtHome, HOUSEHOLD_KINDS, type HouseholdKind } from '../devices/presence';
import type { Absence } from './useTables';

/** A household is usually in while it is in and awake on at least this share of days. */
const USUALLY = 0.5;
/** A thermostat that knows its people lowers between these hours; nights have the set-back that all have. */
const DAY_HOURS = [6, 22] as const;

const usuallyIn = new Map<string, readonly boolean[]>();

function hoursIn(kind: HouseholdKind, weekend: boolean): readonly boolean[] {
  const key = `${kind}/${weekend}`;
  const known = usuallyIn.get(key) ?? awakeAtHome(kind, weekend).map((share) => share >= USUALLY);
  usuallyIn.set(key, known);
  return known;
}

/**
 * What a thermostat that follows presence does (README eq. 21): it lowers in the hours in which no household of the building
 * is usually in, or nobody is at work. Undefined without one.
 */
export function absenceOf(
  { retrofit, use }: Building,
  { schedules }: UseProfile,
  households: readonly Household[],
): Absence | undefined {
  const thermostat = retrofit?.thermostat;
  if (!thermostat) return undefined;
  const kinds = HOUSEHOLD_KINDS.filter((kind) => households.some((household) => household.kind === kind));
  const homeAway = (weekend: boolean): readonly boolean[] =>
    Array.from(
      { length: 24 },
      (_, hour) =>
        hour >= DAY_HOURS[0] &&
        hour < DAY_HOURS[1] &&
        !kinds.some((kind) => hoursIn(kind, weekend)[hour] === true),
    );
  // The hour before somebody comes is heated, as without such a thermostat.
  const workAway = (hours: readonly number[]): readonly boolean[] =>
    hours.map((share, hour) => share === 0 && (hours[(hour + 1) % 24] ?? 0) === 0);
  const { weekday, saturday, sunday } = schedules.presence;
  const away: Absence['away'] = isHome(use)
    ? [homeAway(false), homeAway(true)]
    : [workAway(weekday), workAway(saturday.map((share, hour) => Math.max(share, sunday[hour]!)))];
  return { away, setbackDegC: thermostat.setbackDegC };
}
