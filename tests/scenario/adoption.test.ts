import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/model/scenario';
import {
  adoptionAt,
  baselineScenario,
  evenPath,
  hasPath,
  pathYears,
  scenarioAt,
  scenarioPath,
  withShareAt,
} from '../../src/scenario';
import { generateTown } from '../../src/synthesis/town';

const measure = (adoption: Measure['adoption'], fromYear?: number): Measure => ({
  id: 'm',
  type: 'heatPumps',
  adoption,
  ...(fromYear === undefined ? {} : { fromYear }),
  parameters: {},
});
const curve = [
  { year: 2025, share: 0.1 },
  { year: 2035, share: 0.5 },
  { year: 2040, share: 0.3 },
];

describe('adoption in a year', () => {
  it.each([
    [2000, 0.1],
    [2025, 0.1],
    [2030, 0.3],
    [2034, 0.46],
    [2035, 0.5],
    [2038, 0.38],
    [2040, 0.3],
    [2100, 0.3],
  ])('of a curve in %i is %f: linear between its points, held outside', (year, share) => {
    expect(adoptionAt(measure(curve), year)).toBeCloseTo(share, 14);
  });

  it('is a point to the last bit in its own year', () => {
    for (const { year, share } of curve) expect(adoptionAt(measure(curve), year)).toBe(share);
  });

  it('is the number in every year, and nothing before its first year', () => {
    expect([2000, 2100].map((year) => adoptionAt(measure(0.4), year))).toEqual([0.4, 0.4]);
    expect([2029, 2030].map((year) => adoptionAt(measure(0.4, 2030), year))).toEqual([0, 0.4]);
    expect(adoptionAt(measure(curve, 2036), 2035)).toBe(0);
  });

  it('never falls where the curve does not', () => {
    const rising = [
      { year: 2025, share: 0.1 },
      { year: 2100, share: 0.1 + 0.2 },
    ];
    const shares = Array.from({ length: 90 }, (_, i) => adoptionAt(measure(rising), 2020 + i));
    expect(shares.filter((share, i) => i > 0 && share < shares[i - 1]!)).toEqual([]);
    expect(Math.max(...shares)).toBe(0.1 + 0.2);
  });
});

describe('a path', () => {
  const blank = { ...baselineScenario(generateTown(3), 'sha', 2035), measures: [measure(curve)] };

  it('goes by five years from 2025 to 2050 unless it says otherwise', () => {
    expect(pathYears(blank)).toEqual([2025, 2030, 2035, 2040, 2045, 2050]);
    expect(pathYears({ ...blank, path: { years: [2028, 2031] } })).toEqual([2028, 2031]);
  });

  it('is the scenario year by year, each measure with its share', () => {
    const years = scenarioPath({ ...blank, path: { years: [2025, 2030] } });
    expect(years.map(({ year, measures }) => [year, measures[0]!.adoption])).toEqual([
      [2025, 0.1],
      [2030, expect.closeTo(0.3, 14) as number],
    ]);
    expect(scenarioAt(scenarioAt(blank, 2030), 2030)).toEqual(scenarioAt(blank, 2030));
  });
});

describe('setting the share of a year', () => {
  it('replaces a number, and one point of a curve', () => {
    expect(withShareAt(measure(0.2), 2035, 0.6)).toEqual(measure(0.6));
    expect(withShareAt(measure(curve), 2035, 0.6).adoption).toEqual([
      curve[0],
      { year: 2035, share: 0.6 },
      curve[2],
    ]);
    const between = withShareAt(measure(curve), 2030, 0.9);
    expect(adoptionAt(between, 2030)).toBe(0.9);
    expect(adoptionAt(between, 2025)).toBe(0.1);
  });

  it('lets a measure begin that would begin later', () => {
    expect(adoptionAt(withShareAt(measure(0.2, 2040), 2035, 0.6), 2035)).toBe(0.6);
    expect(withShareAt(measure(0.2, 2030), 2035, 0.6).fromYear).toBe(2030);
    expect(withShareAt(measure(0.2, 2040), 2035, 0).fromYear).toBe(2040);
  });
});

describe('an even path', () => {
  const town = baselineScenario(generateTown(1), 'sha', 2035);

  it('starts from nothing, ends at the shares of the scenario in its year, and looks at five years at most', () => {
    const scenario = { ...town, measures: [measure(0.6)] };
    const path = evenPath(scenario, 2026);
    expect(pathYears(path)).toEqual([2028, 2030, 2032, 2034, 2035]);
    expect(adoptionAt(path.measures[0]!, 2026)).toBe(0);
    expect(adoptionAt(path.measures[0]!, 2030)).toBeCloseTo((0.6 * 4) / 9, 14);
    expect(scenarioAt(path, 2035).measures).toEqual(scenarioAt(scenario, 2035).measures);
  });

  it('of one year ahead is that year alone', () => {
    expect(pathYears(evenPath({ ...town, year: 2027, measures: [measure(0.6)] }, 2026))).toEqual([2027]);
  });

  it('leaves a scenario alone that has a path of its own, or is of the present', () => {
    const own = { ...town, measures: [measure(curve)] };
    expect(hasPath(own)).toBe(true);
    expect(evenPath(own, 2026)).toBe(own);
    const late = { ...town, measures: [measure(0.5, 2030)] };
    expect(evenPath(late, 2026)).toBe(late);
    expect(evenPath({ ...town, measures: [measure(0.6)] }, 2035).measures[0]!.adoption).toBe(0.6);
  });
});
