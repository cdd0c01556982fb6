import { DAYS_OF_MONTH } from '../../model/commonYear';
/** Days of the months of a common year. */
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
  const pieces = piecesOf(lengths);
  const count = pieces.length;
  const points = Float64Array.from(means);
  // The mean over a piece is a weighted sum of its own point and its neighbours'; own weights are 3/4 and more, so the
  // correction halves at the least from round to round.
  for (let round = 0; round < 40; round += 1) {
    const current = points.slice();
    pieces.forEach((piece, p) => {
      const own = current[p]! * (1 - piece.weightBefore - piece.weightAfter);
      const before = current[(p + count - 1) % count]! * piece.weightBefore;
      const after = current[(p + 1) % count]! * piece.weightAfter;
      points[p] = current[p]! + means[p]! - (own + before + after);
    });
  }
  return throughCentres(points, pieces);
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Distance from this centre to the one before and after. */
  readonly reachBefore: number;
  readonly reachAfter: number;
  /** Weight of the neighbours' points in the mean over this piece. */
  readonly weightBefore: number;
  readonly weightAfter: number;
}

/** Sum over the samples on one side of the centre of their distance from it, by piece length. */
function sideSum(length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += Math.max(i + 0.5 - length / 2, 0);
  return sum;
}

function piecesOf(lengths: readonly number[]): Piece[] {
  const count = lengths.length;
  return monthSlices(lengths).map(({ from, to }, p): Piece => {
    const length = to - from;
    const reachBefore = (length + lengths[(p + count - 1) % count]!) / 2;
    const reachAfter = (length + lengths[(p + 1) % count]!) / 2;
    const side = sideSum(length) / length;
    return {
      from,
      to,
      reachBefore,
      reachAfter,
      weightBefore: side / reachBefore,
      weightAfter: side / reachAfter,
    };
  });
}

function throughCentres(points: Float64Array, pieces: readonly Piece[]): Float64Array {
  const count = pieces.length;
  const course = new Float64Array(pieces[count - 1]!.to);
  pieces.forEach(({ from, to, reachBefore, reachAfter }, p) => {
    const centre = (from + to) / 2;
    const own = points[p]!;
    const before = points[(p + count - 1) % count]!;
    const after = points[(p + 1) % count]!;
    for (let i = from; i < to; i += 1) {
      const offset = i + 0.5 - centre;
      const share = offset < 0 ? -offset / reachBefore : offset / reachAfter;
      course[i] = own * (1 - share) + (offset < 0 ? before : after) * share;
    }
  });
  return course;
}
