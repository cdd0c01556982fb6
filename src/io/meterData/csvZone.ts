import { DAY_S, daysFromCivil, offsetText } from './civilTime';
import {
  assumed,
  type Detected,
  type MeterChoices,
  confirmedOr,
  inferred,
  stated,
  undecided,
} from './detection';
import type { Stamp } from './stamps';
import { instantsOf, zoneClock } from './zone';

/** One zone for each set of daylight-saving rules in wide use: what an undecided file is tried against. */
const TRIED_ZONES = [
  ...['Europe/London', 'Europe/Berlin', 'Europe/Helsinki'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
  ...['Australia/Sydney', 'Pacific/Auckland'],
] as const;

/**
 * The zone of the stamps. Offsets and "UTC" are taken from the file. Bare local times have no zone of their own: what
 * the missing hour of spring and the double hour of autumn say is given as alternatives, the caller decides.
 */
export function detectZone(
  stamps: readonly Stamp[],
  localS: readonly number[],
  stepS: number,
  heading: string,
  choices: MeterChoices,
): Detected<string> {
  return confirmedOr(choices.zone, () => {
    const offsets = [...new Set(stamps.map((stamp) => stamp.offsetS))];
    const known = offsets.filter((offset) => offset !== null).sort((a, b) => a - b);
    if (known.length > 0 && known.length === offsets.length) return zoneOfOffsets(known);
    const fixed = /\b(?:utc|gmt)\s*([+-]\s*\d{1,2}(?::?\d{2})?)/i.exec(heading)?.[1];
    const named = fixed === undefined ? null : zoneClock(fixed.replace(/\s/g, ''));
    if (named !== null) return stated(named.name, `"${heading}"`);
    if (/\b(utc|gmt|zulu)\b/i.test(heading.replaceAll('_', ' '))) return stated('UTC', `"${heading}"`);
    if (known.length > 0) return undecided('some stamps carry an offset from UTC and some do not');
    const open = undecidedZone(localS, stepS);
    return choices.localOffsetS === undefined ? open : zoneOfPlace(open, choices.localOffsetS);
  });
}

function zoneOfOffsets(known: readonly number[]): Detected<string> {
  const [lowest] = known as [number];
  if (known.length === 1) {
    return stated(lowest === 0 ? 'UTC' : offsetText(lowest), 'the offset written in every stamp');
  }
  return inferred(
    offsetText(lowest),
    `the stamps carry ${known.map(offsetText).join(' and ')}; calendar days are counted in the lowest`,
  );
}

const [JANUARY_S, JULY_S] = [daysFromCivil(2024, 1, 15) * DAY_S, daysFromCivil(2024, 7, 15) * DAY_S];

/** The clock of the place where the meter hangs: one with daylight saving where the file shows its changes, else its standard time. */
function zoneOfPlace({ reason, alternatives }: Detected<string>, offsetS: number): Detected<string> {
  const isOfPlace = (name: string): boolean => {
    const clock = zoneClock(name);
    if (clock === null) return false;
    const [winter, summer] = [clock.offsetAtS(JANUARY_S), clock.offsetAtS(JULY_S)];
    return winter !== summer && Math.min(winter, summer) === offsetS;
  };
  const standard = offsetS === 0 ? 'UTC' : offsetText(offsetS);
  const value = alternatives.find((one) => isOfPlace(one.value))?.value ?? standard;
  return assumed(
    value,
    `${reason}; taken for the clock of the district`,
    alternatives.filter((one) => one.value !== value),
  );
}

/** Local times twice or left out, and the zones whose clock changes explain them. */
function undecidedZone(localS: readonly number[], stepS: number): Detected<string> {
  const seen = new Set<number>();
  const doubled = new Set<number>();
  for (const second of localS) (seen.has(second) ? doubled : seen).add(second);
  const fits = TRIED_ZONES.filter((name) => explains(name, seen, doubled, stepS));
  if (fits.length > 0) {
    return undecided(
      'the hours left out or repeated are those of a local clock with daylight saving',
      fits.map((value) => ({ value, reason: 'its clock changes fit the file' })),
    );
  }
  const reason =
    doubled.size === 0
      ? 'local times without a zone; no change of the clock is seen in them'
      : 'local times without a zone; some stand twice';
  return undecided(
    reason,
    ['UTC', '+01:00'].map((value) => ({ value, reason: 'a clock without daylight saving' })),
  );
}

/** True when the file spans a clock change of the zone and shows it: no stamp in the missing hour, two in the double one. */
function explains(
  name: string,
  seen: ReadonlySet<number>,
  doubled: ReadonlySet<number>,
  stepS: number,
): boolean {
  const clock = zoneClock(name);
  if (clock === null) return false;
  let explained = 0;
  for (const second of seen) {
    const count = instantsOf(clock, second).length;
    if (count === 0 || (count === 2) !== doubled.has(second)) return false;
    if (count === 2) explained += 1;
    // The step over the missing hour: the stamp one step later does not exist, the one an hour later does.
    if (instantsOf(clock, second + stepS).length === 0 && seen.has(second + stepS + 3600)) explained += 1;
  }
  return explained > 0;
}
