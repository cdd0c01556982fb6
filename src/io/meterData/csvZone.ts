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
    const changes = changesOf(localS, stepS);
    const open = undecidedZone(localS, changes);
    return choices.localOffsetS === undefined ? open : zoneOfPlace(open, changes, choices.localOffsetS);
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

/** Clock changes that a file shows of each zone tried; null where it speaks against the zone. */
type Changes = ReadonlyMap<string, number | null>;

/**
 * The clock of the place where the meter hangs: one with daylight saving where the file shows its changes, else its standard time.
 * A file between two changes may be of either, and says so.
 */
function zoneOfPlace(
  { reason, alternatives }: Detected<string>,
  changes: Changes,
  offsetS: number,
): Detected<string> {
  const isOfPlace = (name: string): boolean => {
    const clock = zoneClock(name);
    if (clock === null) return false;
    const [winter, summer] = [clock.offsetAtS(JANUARY_S), clock.offsetAtS(JULY_S)];
    return winter !== summer && Math.min(winter, summer) === offsetS;
  };
  const standard = offsetS === 0 ? 'UTC' : offsetText(offsetS);
  const shown = alternatives.find((one) => isOfPlace(one.value))?.value;
  if (shown !== undefined)
    return assumed(
      shown,
      `${reason}; taken for the clock of the district`,
      alternatives.filter((one) => one.value !== shown),
    );
  const between = [...changes].filter(([name, count]) => count === 0 && isOfPlace(name));
  return assumed(
    standard,
    `${reason}; taken for the standard time of the district, without daylight saving`,
    [
      ...between.map(([value]) => ({ value, reason: 'the clock of the district with daylight saving' })),
      ...alternatives.filter((one) => one.value !== standard),
    ],
  );
}

/** Local times twice or left out, and the zones whose clock changes explain them. */
function undecidedZone(localS: readonly number[], changes: Changes): Detected<string> {
  const fits = TRIED_ZONES.filter((name) => (changes.get(name) ?? 0) > 0);
  if (fits.length > 0) {
    return undecided(
      'the hours left out or repeated are those of a local clock with daylight saving',
      fits.map((value) => ({ value, reason: 'its clock changes fit the file' })),
    );
  }
  const reason =
    new Set(localS).size === localS.length
      ? 'local times without a zone; no change of the clock is seen in them'
      : 'local times without a zone; some stand twice';
  return undecided(
    reason,
    ['UTC', '+01:00'].map((value) => ({ value, reason: 'a clock without daylight saving' })),
  );
}

function changesOf(localS: readonly number[], stepS: number): Changes {
  const seen = new Set<number>();
  const doubled = new Set<number>();
  for (const second of localS) (seen.has(second) ? doubled : seen).add(second);
  return new Map(TRIED_ZONES.map((name) => [name, changesShown(name, seen, doubled, stepS)]));
}

/** Clock changes of the zone that the file spans and shows: no stamp in the missing hour, two in the double one. Null: it shows others. */
function changesShown(
  name: string,
  seen: ReadonlySet<number>,
  doubled: ReadonlySet<number>,
  stepS: number,
): number | null {
  const clock = zoneClock(name);
  if (clock === null) return null;
  let explained = 0;
  for (const second of seen) {
    const count = instantsOf(clock, second).length;
    if (count === 0 || (count === 2) !== doubled.has(second)) return null;
    if (count === 2) explained += 1;
    // The step over the missing hour: the stamp one step later does not exist, the one an hour later does.
    if (instantsOf(clock, second + stepS).length === 0 && seen.has(second + stepS + 3600)) explained += 1;
  }
  return explained;
}
