/** Days of the months of a common year. */
export const DAYS_OF_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const HOURS_OF_MONTH: readonly number[] = DAYS_OF_MONTH.map((days) => 24 * days);

/** Half-open ranges of consecutive pieces of the given lengths. */
export function monthSlices(lengths: readonly number[]): { from: number; to: number }[] {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return { from: end - length, to: end };
  });
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Population standard deviation: the months of one year are all there is. */
export function standardDeviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return Math.sqrt(sum / values.length);
}

/**
 * Straight lines through points at the centres of pieces that follow each other around the year, with the points chosen so
 * that the mean over every piece is the given one (a smooth course without steps). README eq. 2.
 */
export function meanKeepingCourse(means: ArrayLike<number>, lengths: readonly number[]): Float64Array {
  const slices = monthSlices(lengths);
  const total = slices[slices.length - 1]!.to;
  const points = Float64Array.from(means);
  let course = new Float64Array(total);
  for (let round = 0; round < 30; round += 1) {
    course = throughCentres(points, slices, total);
    slices.forEach(({ from, to }, piece) => {
      points[piece] = points[piece]! + means[piece]! - meanOf(course.subarray(from, to));
    });
  }
  return course;
}

function throughCentres(
  points: Float64Array,
  slices: readonly { readonly from: number; readonly to: number }[],
  total: number,
): Float64Array<ArrayBuffer> {
  const course = new Float64Array(total);
  const count = slices.length;
  slices.forEach(({ from, to }, piece) => {
    const centre = (from + to) / 2;
    const before = slices[(piece + count - 1) % count]!;
    const after = slices[(piece + 1) % count]!;
    const reachBefore = (to - from + before.to - before.from) / 2;
    const reachAfter = (to - from + after.to - after.from) / 2;
    for (let i = from; i < to; i += 1) {
      const offset = i + 0.5 - centre;
      const neighbour = points[(piece + (offset < 0 ? count - 1 : 1)) % count]!;
      const share = offset < 0 ? -offset / reachBefore : offset / reachAfter;
      course[i] = points[piece]! * (1 - share) + neighbour * share;
    }
  });
  return course;
}
