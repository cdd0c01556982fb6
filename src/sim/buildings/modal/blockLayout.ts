import type { Grouping } from './groups';
import * as header from './header';
import type { SumKeys } from './modalBlock';
import { MODE_NUMBERS, SUN_DRIVES, type ModalYear } from './types';

/** Steps the kernel takes at a time: a week by the hour, whose buffers stay in the cache. */
export const CHUNK_STEPS = 168;

/** Byte addresses of a group's arrays, see header. */
export interface GroupPlaces {
  readonly coefficients: number;
  readonly row: number;
  readonly weights: number;
  readonly state: number;
  readonly totals: number;
}

/** Byte addresses of everything in the kernel's memory. */
export interface BlockLayout {
  readonly bytes: number;
  readonly year: number;
  readonly yearNumbers: number;
  readonly daylight: number;
  readonly tableAt: number;
  readonly schedules: readonly number[];
  readonly groups: number;
  readonly groupPlaces: readonly GroupPlaces[];
  readonly sun: number;
  readonly appliances: number;
  readonly heat: number;
  readonly cool: number;
  readonly temp: number;
  /** [archetype or feeder][step][heat, cool] in double precision. */
  readonly archetypes: number;
  readonly feeders: number;
}

/** Planes of a year, roofs, walls, and glazing twice. */
export function planeCounts(year: ModalYear): { roofs: number; walls: number; glass: number; all: number } {
  const roofs = year.roofWPerM2.length;
  const walls = year.wallWPerM2.length;
  const glass = year.transmittedWPerM2.length;
  return { roofs, walls, glass, all: roofs + walls + 2 * glass };
}

export function layOut(
  year: ModalYear,
  grouping: Grouping,
  numberBytes: number,
  sums: SumKeys | undefined,
): BlockLayout {
  let next = header.HEADER_BYTES;
  const take = (bytes: number): number => {
    const at = next;
    // One line more between arrays: equal lengths in powers of two would fall onto the same cache sets.
    next = (at + bytes + 127) & ~63;
    return at;
  };
  const vectors = (count: number): number => take(count * header.VECTOR);
  const planes = planeCounts(year).all;
  const sumsOf = (count: number): number => take(count * year.stepCount * 16);
  const layout = {
    year: take(year.stepCount * (2 + planes) * numberBytes),
    yearNumbers: 2 + planes,
    daylight: take(year.stepCount),
    tableAt: take(2 * year.stepCount),
    schedules: grouping.schedules.map((schedule) =>
      take(schedule.personShare.length * header.SCHEDULE_NUMBERS * numberBytes),
    ),
    groups: take(grouping.groups.length * header.GROUP_WORDS * 4),
    sun: vectors(CHUNK_STEPS * SUN_DRIVES),
    appliances: vectors(CHUNK_STEPS),
    heat: vectors(CHUNK_STEPS),
    cool: vectors(CHUNK_STEPS),
    temp: vectors(CHUNK_STEPS),
    groupPlaces: grouping.groups.map(({ modeCount }) => ({
      coefficients: vectors(modeCount * MODE_NUMBERS),
      row: vectors(header.ROW_NUMBERS),
      weights: vectors(planes),
      state: vectors(modeCount + 2),
      totals: take((header.TOTALS_NUMBERS * header.VECTOR * 8) / numberBytes),
    })),
    archetypes: sums ? sumsOf(sums.archetypeCount) : 0,
    feeders: sums ? sumsOf(sums.feederCount) : 0,
  };
  return { ...layout, bytes: next };
}
