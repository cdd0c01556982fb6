import { detectInterval, intervalText } from '../csvTime';
import {
  type Detected,
  type MeterChoices,
  assumed,
  confirmed,
  confirmedOr,
  inferred,
  stated,
  undecided,
} from '../detection';
import { fixedClock, zoneClock, type ZoneClock } from '../zone';
import type { BlockReading } from './blocks';
import type { Feed } from './feed';
import { localTimeClock } from './localTime';
import type { TypedGroup } from './readingType';

/** A meter reading with its type, its readings and the length of most of them (null: they have none). */
export interface TypedReadings extends TypedGroup {
  readonly readings: readonly BlockReading[];
  readonly intervalS: number | null;
}

export function usualDuration(readings: readonly BlockReading[]): number | null {
  const counts = new Map<number, number>();
  for (const { durationS } of readings) {
    if (durationS !== null) counts.set(durationS, (counts.get(durationS) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** The length of most readings; of a register the steps between them. */
export function intervalOf(chosen: readonly TypedReadings[], choices: MeterChoices): Detected<number> {
  return confirmedOr(choices.intervalS, () => {
    const [first] = chosen;
    if (first === undefined) return undecided('the reading type comes first');
    // Readings of a register have no duration: their steps tell.
    if (first.intervalS === null) {
      return detectInterval(
        first.readings.map(({ startS }) => startS),
        {},
      );
    }
    return inferred(first.intervalS, `most readings last ${intervalText(first.intervalS)}`);
  });
}

/** One reading type, or several of one interval whose directions differ; everything else is for the caller to choose. */
export function choose(
  typed: readonly TypedReadings[],
  choices: MeterChoices,
): { columns: Detected<readonly string[]>; chosen: readonly TypedReadings[] } {
  const names = (list: readonly TypedReadings[]) => list.map(({ group }) => group.name);
  const offer = typed.map(({ group, intervalS, detection }) => ({
    value: [group.name],
    reason: `${detection.direction.value ?? 'unknown direction'}, ${intervalS === null ? 'no interval' : intervalText(intervalS)}`,
  }));
  const asked = choices.column;
  if (asked !== undefined) {
    const hits = typed.filter(({ group }) =>
      [group.name, ...group.addresses].some((one) => one.endsWith(asked)),
    );
    return hits.length === 1
      ? { columns: confirmed(names(hits)), chosen: hits }
      : { columns: undecided(`"${asked}" names ${hits.length} meter readings`, offer), chosen: [] };
  }
  if (typed.length === 1) return { columns: stated(names(typed), 'the one reading type'), chosen: typed };
  const directions = new Set(typed.map(({ detection }) => detection.direction.value));
  const intervals = new Set(typed.map(({ intervalS }) => intervalS));
  if (directions.size === typed.length && intervals.size === 1) {
    return { columns: stated(names(typed), 'their flow directions differ'), chosen: typed };
  }
  return { columns: undecided(`there are ${typed.length} meter readings`, offer), chosen: [] };
}

/** The calendar of the feed. Instants are UTC whatever it is. */
export function zoneOf(
  { localTime }: Feed,
  choices: MeterChoices,
): { zone: Detected<string>; clock: ZoneClock | null } {
  if (choices.zone !== undefined) return { zone: confirmed(choices.zone), clock: zoneClock(choices.zone) };
  const clocks = localTime.map(localTimeClock).filter((clock) => clock !== null);
  const [first] = clocks;
  if (first !== undefined) return { zone: stated(first.name, 'LocalTimeParameters'), clock: first };
  const reason =
    localTime.length === 0 ? 'the feed has no LocalTimeParameters' : 'its LocalTimeParameters name no clock';
  const alternatives = [
    { value: 'a zone such as America/New_York', reason: 'days and months are then counted there' },
  ];
  return { zone: assumed('UTC', reason, alternatives), clock: fixedClock(0) };
}
