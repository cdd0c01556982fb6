/**
 * What the numbers of a building can be fitted to: means of days. They hold how much heat is lost and how much water is warmed, not
 * at which hour somebody turns it on; squares of hours would pull them down wherever meter and model differ in their hours alone.
 */
export interface Grouping {
  readonly groupOfHour: Int32Array;
  readonly groups: number;
}

/** Fewer days than this say too little, and the hours themselves count. */
export const LEAST_DAYS = 90;
const HOURS_OF_DAY = 24;

/** Days of the weather year's own clock that a meter's hours lie in, -1 for none; its hours where there are few days. */
export function daysOrHours(pW: Float64Array, rowOfHour: Float64Array): Grouping {
  const groupOfHour = new Int32Array(pW.length).fill(-1);
  const known = new Map<number, number>();
  pW.forEach((power, hour) => {
    const row = rowOfHour[hour]!;
    if (Number.isNaN(power) || Number.isNaN(row)) return;
    const firstHour = hour - (row % HOURS_OF_DAY);
    const group = known.get(firstHour) ?? known.size;
    known.set(firstHour, group);
    groupOfHour[hour] = group;
  });
  if (known.size >= LEAST_DAYS) return { groupOfHour, groups: known.size };
  return { groupOfHour: Int32Array.from(pW.keys()), groups: pW.length };
}

/** Mean of each group, NaN where it has no hour. */
export function meansOf(hoursW: Float64Array, { groupOfHour, groups }: Grouping): Float64Array {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  groupOfHour.forEach((group, hour) => {
    if (group < 0) return;
    sums[group]! += hoursW[hour]!;
    counts[group]! += 1;
  });
  return sums.map((sum, group) => (counts[group]! > 0 ? sum / counts[group]! : NaN));
}
