import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../../src/kpi';
import { drawnYears, reliabilityStudy } from '../../../src/study/reliability';
import { poissonCount } from '../../../src/study/reliability/drawnYears';
import { districtOf, HOMES, RING } from '../../measures/network/ring';

const often = (change: Partial<typeof FACTORS> = {}) => {
  const outcome = reliabilityStudy(districtOf(RING, HOMES), {
    ...FACTORS,
    mvCableFailuresPerKmYear: { ...FACTORS.mvCableFailuresPerKmYear, value: 0.5 },
    ...change,
  });
  if (!outcome.ok) throw new Error('no study');
  return outcome.value;
};
const drawn = (years: number, seed: number, study = often()) => {
  const outcome = drawnYears(study, years, seed);
  if (!outcome.ok) throw new Error('no years');
  return outcome.value;
};

describe('how often something happens', () => {
  it('follows the published table of the Poisson distribution', () => {
    // P(X <= n) of mean 2, to four digits: 0.1353, 0.4060, 0.6767, 0.8571.
    const counts = [0.1352, 0.1354, 0.4059, 0.4061, 0.6766, 0.6768, 0.857, 0.8572];
    expect(counts.map((u) => poissonCount(2, u))).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
    expect(poissonCount(0, 0.999999)).toBe(0);
    expect(poissonCount(1e-9, 1 - 2 ** -32)).toBeLessThan(3);
  });

  it('has its quantiles also where exp(-mean) is smaller than any number', () => {
    // scipy.stats.poisson.ppf 1.14; the same by sums of 60 digits.
    const cases = [
      [800, 0.001, 714],
      [1000, 0.025, 938],
      [1000, 0.5, 1000],
      [1000, 0.975, 1062],
      [5000, 0.5, 5000],
      [5000, 0.975, 5139],
    ] as const;
    for (const [mean, u, count] of cases) expect(poissonCount(mean, u), `${mean} ${u}`).toBe(count);
  });
});

describe('years of chance', () => {
  it('are the same with the same seed, and others with another', () => {
    expect(drawn(200, 7)).toEqual(drawn(200, 7));
    expect(drawn(200, 8)).not.toEqual(drawn(200, 7));
  });

  it('have the expected mean, within four standard errors', () => {
    const study = often();
    const years = 20_000;
    const { saifi, saidiMin, maifi } = drawn(years, 3, study);
    // Of a sum of Poisson counts: variance = sum lambda (N/N_T)^2, with r of each in minutes for SAIDI.
    const squares = (of: (customers: number, durationS: number) => number) =>
      study.outages.reduce((sum, { place, groups }) => {
        const each =
          groups.reduce((total, { customers, durationS }) => total + of(customers, durationS), 0) / 20;
        return sum + place.failuresPerYear * each * each;
      }, 0);
    const error = (variance: number) => 4 * Math.sqrt(variance / years);
    expect(Math.abs(saifi.mean - study.expected.saifi)).toBeLessThan(error(squares((n) => n)));
    expect(Math.abs(saidiMin.mean - study.expected.saidiMin)).toBeLessThan(
      error(squares((n, s) => (n * s) / 60)),
    );
    expect(maifi.mean).toBe(0);
  });

  it('spread in order, and count CAIDI only in years with an interruption', () => {
    const { saidiMin, caidiMin } = drawn(1000, 5);
    expect(saidiMin.p10).toBeLessThanOrEqual(saidiMin.p50);
    expect(saidiMin.p50).toBeLessThan(saidiMin.p90);
    expect(saidiMin.years).toBe(1000);
    expect(caidiMin.years).toBeLessThan(1000);
    expect(caidiMin.years).toBeGreaterThan(100);
    expect(caidiMin.p10).toBeGreaterThan(0);
  });

  it('keep the failures of what has not changed', () => {
    // One year each: with LV cables that never fail, the year has what the others did in it, and no more.
    const none = { ...FACTORS.lvCableFailuresPerKmYear, value: 0 };
    for (let seed = 0; seed < 40; seed += 1) {
      const [all, fewer] = [drawn(1, seed).saifi.mean, drawn(1, seed, often({ lvCableFailuresPerKmYear: none })).saifi.mean]; // prettier-ignore
      expect(fewer).toBeLessThanOrEqual(all);
    }
  });
});
