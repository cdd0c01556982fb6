import { expect, it } from 'vitest';
import { majorEventThreshold } from '../../src/kpi/reliability';

it('is exp(alpha + 2.5 beta) of the days with an interruption', () => {
  // Logarithms -1, 0, 1: mean 0, standard deviation of a sample 1 (of a population 0.816).
  const threshold = majorEventThreshold([Math.exp(-1), 0, 1, 0, 0, Math.E])!;
  expect(threshold.alpha).toBeCloseTo(0, 12);
  expect(threshold.beta).toBeCloseTo(1, 12);
  // exp(2.5).
  expect(threshold.tMedMin).toBeCloseTo(12.182493960703473, 10);
  expect(threshold.days).toBe(3);
});

it('moves with the size of the days, and not with how many had none', () => {
  const days = [0.2, 1.5, 3, 0.7];
  const { tMedMin } = majorEventThreshold(days)!;
  expect(majorEventThreshold(days.map((each) => 10 * each))!.tMedMin).toBeCloseTo(10 * tMedMin, 9);
  expect(majorEventThreshold([...days, 0, 0, 0])!.tMedMin).toBe(tMedMin);
});

it('is unknown without two days to compare', () => {
  expect(majorEventThreshold([0, 0])).toBeNull();
  expect(majorEventThreshold([3, 0])).toBeNull();
});
