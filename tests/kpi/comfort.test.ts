import { describe, expect, it } from 'vitest';
import { degreeHours, predictedMeanVote, type ThermalEnvironment } from '../../src/kpi/comfort';

const SUMMER: ThermalEnvironment = {
  airDegC: 22,
  radiantDegC: 22,
  airSpeedMPerS: 0.1,
  relativeHumidityPercent: 60,
  metabolicRateMet: 1.2,
  clothingClo: 0.5,
};
const voteOf = (change: Partial<ThermalEnvironment>) => predictedMeanVote({ ...SUMMER, ...change });

describe('the predicted mean vote', () => {
  it.each([
    [22, 22, 0.1, -0.75, 16.9],
    [27, 27, 0.1, 0.77, 17.3],
    [27, 27, 0.3, 0.43, 8.9],
    [23.5, 25.5, 0.1, -0.01, 5],
  ])(
    'at %d/%d degC and %d m/s is that of the table of ISO 7730',
    (airDegC, radiantDegC, airSpeedMPerS, pmv, ppd) => {
      const vote = voteOf({ airDegC, radiantDegC, airSpeedMPerS });
      expect(Math.abs(vote.pmv - pmv)).toBeLessThan(0.0051);
      expect(Math.abs(vote.ppdPercent - ppd)).toBeLessThan(0.051);
    },
  );

  it('rises with warmth, humidity and clothing', () => {
    const { pmv } = voteOf({});
    expect(voteOf({ airDegC: 23 }).pmv).toBeGreaterThan(pmv);
    expect(voteOf({ radiantDegC: 23 }).pmv).toBeGreaterThan(pmv);
    expect(voteOf({ relativeHumidityPercent: 80 }).pmv).toBeGreaterThan(pmv);
    expect(voteOf({ clothingClo: 0.8 }).pmv).toBeGreaterThan(pmv);
  });

  it.each<[string, Partial<ThermalEnvironment>]>([
    ['hot air', { airDegC: 30 }],
    ['wind', { airSpeedMPerS: 1 }],
    ['sport', { metabolicRateMet: 4 }],
    ['a vote beyond 2', { airDegC: 12, radiantDegC: 12, clothingClo: 0.1 }],
    ['missing humidity', { relativeHumidityPercent: Number.NaN }],
  ])('is not told for %s, outside the method', (_, change) => {
    expect(voteOf(change)).toEqual({ pmv: Number.NaN, ppdPercent: Number.NaN });
  });
});

describe('degree-hours', () => {
  it('sum what is missing below and what is too much above, by the length of the step', () => {
    const band = { minDegC: 20, maxDegC: 26 };
    expect(degreeHours([18, 20, 23, 26, 29, 19], band, 3600)).toEqual({ tooColdKH: 3, tooWarmKH: 3 });
    expect(degreeHours([18, 29], band, 900)).toEqual({ tooColdKH: 0.5, tooWarmKH: 0.75 });
  });
});
