import { describe, expect, it } from 'vitest';
import { atCoarserStep, coincidenceCurve, coincidenceOf, type LoadSet } from '../../src/study/coincidence';
import type { Outcome } from '../../src/model/outcome';

const COUNT = 16;
function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.code).join());
  return outcome.value;
}
const codesOf = (outcome: Outcome<unknown>): string[] => outcome.issues.map((issue) => issue.code);
const setOf = (stepS: number, rows: readonly (readonly number[])[]): LoadSet => ({
  stepS,
  seriesW: rows.map((row) => Float64Array.from(row)),
});
const flat = setOf(
  900,
  Array.from({ length: COUNT }, () => [3, 3, 3, 3]),
);
const disjoint = setOf(
  60,
  Array.from({ length: COUNT }, (_, i) => Array.from({ length: COUNT }, (_, step) => (step === i ? 5 : 0))),
);

describe('coincidence', () => {
  it('of equal flat loads is one, of disjoint pulses one in N', () => {
    expect(valueOf(coincidenceOf(flat))).toEqual({ stepS: 900, count: COUNT, ownPeakW: 3, peakPerLoadW: 3, coincidence: 1 }); // prettier-ignore
    expect(valueOf(coincidenceOf(disjoint))).toEqual({ stepS: 60, count: COUNT, ownPeakW: 5, peakPerLoadW: 5 / COUNT, coincidence: 1 / COUNT }); // prettier-ignore
  });

  it('weighs loads by their own peaks, not by their number', () => {
    const { coincidence } = valueOf(coincidenceOf(setOf(60, [[10, 0], [0, 2]]))); // prettier-ignore
    expect(coincidence).toBeCloseTo(10 / 12, 12);
  });

  it('of a curve falls as one in N for disjoint pulses, whichever group is drawn', () => {
    const { points } = valueOf(coincidenceCurve(disjoint, [1, 2, 5, COUNT], 3, 20));
    points.forEach(({ count, coincidence, stepS }) => {
      expect(coincidence).toBeCloseTo(1 / count, 12);
      expect(stepS).toBe(60);
    });
  });

  it('draws every load equally often and none twice', () => {
    // Load i peaks at 2^i: a group's sum of own peaks tells its members.
    const powers = setOf(60, Array.from({ length: 8 }, (_, i) => [2 ** i])); // prettier-ignore
    const one = valueOf(coincidenceCurve(powers, [3], 9, 1)).points[0]!;
    const bits = Math.round(one.ownPeakW * 3).toString(2);
    expect(bits.split('').filter((bit) => bit === '1')).toHaveLength(3);
    const many = valueOf(coincidenceCurve(powers, [3], 9, 4000)).points[0]!;
    expect(Math.abs(many.ownPeakW / (255 / 8) - 1)).toBeLessThan(0.05);
  });

  it('of other sizes and further seeds does not change a group', () => {
    const alone = valueOf(coincidenceCurve(disjoint, [5], 3, 20)).points[0];
    const among = valueOf(coincidenceCurve(disjoint, [2, 5, 9], 3, 20)).points[1];
    expect(among).toEqual(alone);
  });

  it('gives Rusck’s g back from loads that follow his curve', () => {
    // g of each load is always there, the rest a pulse of its own: c = (g N + 1 - g) / N, so g exactly as N grows.
    const shared = setOf(
      60,
      disjoint.seriesW.map((row) => Array.from(row, (value) => 2 + (3 * value) / 5)),
    );
    const { points, rusck } = valueOf(coincidenceCurve(shared, [COUNT], 1, 1));
    expect(points[0]!.coincidence).toBeCloseTo((0.4 * COUNT + 0.6) / COUNT, 12);
    // One point decides g: c = g + (1 - g) / 4.
    expect(rusck.g).toBeCloseTo((points[0]!.coincidence - 0.25) / 0.75, 12);
    expect(rusck.largestResidual).toBeCloseTo(0, 12);
    expect(rusck.stepS).toBe(60);
  });

  it('rises with the step, and the step goes along', () => {
    const coarse = atCoarserStep(disjoint, 4);
    expect(coarse.stepS).toBe(240);
    expect(valueOf(coincidenceOf(coarse)).coincidence).toBeCloseTo(4 / COUNT, 12);
    expect(coarse.seriesW[5]![1]).toBe(5 / 4);
  });

  it('refuses what has no coincidence, with the whole list', () => {
    expect(codesOf(coincidenceOf(setOf(0, [])))).toEqual(['coincidence-step', 'coincidence-empty']);
    expect(codesOf(coincidenceOf(setOf(60, [[1, 2], [1]])))).toEqual(['coincidence-length']); // prettier-ignore
    expect(codesOf(coincidenceOf(setOf(60, [[1, NaN], [-1, 2]])))).toEqual(['coincidence-value', 'coincidence-value']); // prettier-ignore
    expect(codesOf(coincidenceOf(setOf(60, [[0, 0]])))).toEqual(['coincidence-no-load']);
    expect(codesOf(coincidenceCurve(flat, [0, 1.5, 17], 1, 0))).toEqual([
      'coincidence-count',
      'coincidence-count',
      'coincidence-count',
      'coincidence-groups',
    ]);
  });
});
