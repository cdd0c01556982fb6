import type { Outcome } from '../../../src/model/outcome';
import { addHouseholdDay, householdOf } from '../../../src/sim/devices';
import {
  atCoarserStep,
  coincidenceCurve,
  type CoincidenceCurve,
  type LoadSet,
} from '../../../src/study/coincidence';
import table from './case.json';

const DAY_MIN = 1440;
/** Working days of the third week of January, 1 January a Monday: the table is one winter-like day. */
const DAYS = [14, 15, 16, 17, 18];
/** Factor of lights in mid-January at 50 degrees north. */
const LIGHT_FACTOR = 1.48;
const SEEDS = [11, 12, 13, 14];
const GROUPS = 75;
/** Ownership of electric showers in the table's homes (CREST), and in ours unless a caller gives one. */
export const REFERENCE_SHOWERS = 0.67;
export const OUR_SHOWERS = 0;

/** One hundred terraced homes on one day at 1 min, scaled to the table's energy: the shape is compared. */
export function ourDay(seed: number, day: number, electricShowerShare: number): LoadSet {
  const seriesW = Array.from({ length: table.input.homes }, (_, i) => {
    const household = householdOf(seed, `home ${i}`, 0, 'terraced', electricShowerShare);
    const values = new Float64Array(DAY_MIN);
    const window = { values, offset: 0, fromStep: day * DAY_MIN, toStep: (day + 1) * DAY_MIN, stepMin: 1 };
    addHouseholdDay(household, day - 1, false, window, LIGHT_FACTOR);
    addHouseholdDay(household, day, false, window, LIGHT_FACTOR);
    return values;
  });
  return scaled({ stepS: 60, seriesW });
}

export function scaled(set: LoadSet): LoadSet {
  const meanW = set.seriesW.reduce((sum, row) => sum + mean(row), 0) / set.seriesW.length;
  const factor = (table.input.meanKWhPerDay * 1000) / 24 / meanW;
  return { stepS: set.stepS, seriesW: set.seriesW.map((row) => row.map((value) => value * factor)) };
}

export function mean(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value, 0) / row.length;
}

export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join(' '));
  return outcome.value;
}

export interface Row {
  readonly stepMin: number;
  readonly peakKW: readonly number[];
  readonly coincidence: readonly number[];
  readonly rusckG: number;
}

/** The table's rows for some days of a hundred homes each, mean over the days. */
export function rowsOf(days: readonly LoadSet[], groups = GROUPS): readonly Row[] {
  return table.expected.map(({ stepMin }) => {
    const curves: readonly CoincidenceCurve[] = days.map((day) =>
      valueOf(coincidenceCurve(atCoarserStep(day, stepMin), table.input.counts, 1, groups)),
    );
    const over = (pick: (curve: CoincidenceCurve) => number): number =>
      curves.reduce((sum, curve) => sum + pick(curve), 0) / curves.length;
    return {
      stepMin,
      // The own peak of one home: the mean of all, without chance.
      peakKW: table.input.counts.map((count, i) =>
        over(({ points }) => (count === 1 ? points.at(-1)!.ownPeakW : points[i]!.peakPerLoadW) / 1000),
      ),
      coincidence: table.input.counts.map((_, i) => over(({ points }) => points[i]!.coincidence)),
      rusckG: over(({ rusck }) => rusck.g),
    };
  });
}

/** Minute of the largest quarter of an hour of the mean day of all homes. */
export function peakMinuteOf(days: readonly LoadSet[]): number {
  const quarters = new Float64Array(96);
  for (const day of days) {
    for (const row of atCoarserStep(day, 15).seriesW) row.forEach((value, i) => (quarters[i]! += value));
  }
  return 15 * quarters.indexOf(Math.max(...quarters));
}

export function ourDays(electricShowerShare: number): readonly LoadSet[] {
  return SEEDS.flatMap((seed) => DAYS.map((day) => ourDay(seed, day, electricShowerShare)));
}

/** Figures further from the table than the tolerance, from a step on. */
export function misses(rows: readonly Row[], fromStepMin = 1): string[] {
  return rows.flatMap((row, r) => {
    if (row.stepMin < fromStepMin) return [];
    const expected = table.expected[r]!;
    return (['peakKW', 'coincidence'] as const).flatMap((figure) =>
      table.input.counts.flatMap((count, i) => {
        const [ours, theirs] = [row[figure][i]!, expected[figure][i]!];
        const near = Math.abs(ours / theirs - 1) <= table.tolerance.share;
        return near ? [] : [`${row.stepMin} min, ${count} homes: ${figure} ${ours.toFixed(2)} for ${theirs}`];
      }),
    );
  });
}
