import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import { scenarioAt } from '../../../src/scenario';
import { rememberYears } from '../../../src/study/comparison';
import { interventionsOf, layTimeline, runPath, timelineScenario } from '../../../src/study/path';
import { sumOf, type CostLine, type ScenarioCosts } from '../../../src/study/scenarioCosts';
import type { Evaluate } from '../../../src/study/scenarioYear';
import { having, kpi, valueOf } from '../comparison/fakes';
import { handYear } from '../comparison/handYear';

/** One measure that grows from 0 in 2020 to 1 in 2060: the share in a year is (year - 2020)/40. */
const GROWING: Scenario = {
  ...having('a'),
  measures: having('a').measures.map((measure) => ({
    ...measure,
    adoption: [
      { year: 2020, share: 0 },
      { year: 2060, share: 1 },
    ],
  })),
  path: { years: [2025, 2030, 2040, 2050] },
};

const shareOf = ({ measures }: Scenario): number => {
  const adoption = measures[0]?.adoption ?? 0;
  return typeof adoption === 'number' ? adoption : Number.NaN;
};

/** A town whose line carries twice the share and whose transformer carries the share; from `collapse` on it has no solution. */
function town(collapse = Infinity) {
  const asked: number[] = [];
  const evaluate: Evaluate = async (scenario) => {
    asked.push(scenario.year);
    const share = shareOf(scenario);
    return succeed({
      ...handYear(scenario, (table) => {
        table.branchLoadingMax[0] = 2 * share;
        table.branchLoadingMax[2] = 1.5 * share;
        table.transformerLoading.fill(1.5 * share, 0, 1);
        if (scenario.year >= collapse) table.iterations[7] = -1;
      }),
      kpis: [kpi('carbon', 1000 - 400 * share)],
    });
  };
  return { asked, evaluations: rememberYears(evaluate) };
}

/** An element of 100 EUR for each tenth of the share. */
const costsOf = (scenario: Scenario) => {
  const count = Math.floor(10 * shareOf(scenario) + 1e-9);
  const lines = Array.from({ length: count }, (_, row) => ({
    ...{ measureId: 'a', elementId: String(row), type: 'heatPumps', quality: 'personal_estimation' },
    investment: { known: true, low: 50, typical: 100, high: 200 },
    ...{ grant: { known: false }, annuity: { known: false }, runningPerYear: { known: false } },
    embodied: { known: false },
  })) as unknown as CostLine[];
  return succeed({ lines, total: sumOf(lines) } as unknown as ScenarioCosts);
};

describe('a path', () => {
  it('runs its years in order, tells each as it comes, and finds what fails first', async () => {
    const { evaluations, asked } = town();
    const told: number[] = [];
    const onYear = ({ year }: { year: number }) => told.push(year);
    const path = valueOf(await runPath({ evaluations, costsOf }, { scenario: GROWING, onYear }));
    expect(asked).toEqual([2025, 2030, 2040, 2050]);
    expect(told).toEqual(asked);
    // The line is full at a share of 1/2, in 2040 (above it in 2041); the transformer at 2/3, in 2046.7.
    expect(path.firstOverload).toEqual({ year: 2050, keptIn: 2040 });
    expect(path.failures.map(({ elementId, year }) => [elementId, year])).toEqual([
      ['l1', 2050],
      ['t1', 2050],
    ]);
    expect(path.years.map(({ transformers }) => transformers[0]!.loading)).toEqual([
      0.1875, 0.375, 0.75, 1.125,
    ]);
    // Shares of 1/8, 1/4, 1/2, 3/4: 1, 2, 5 and 7 elements.
    expect(path.investments.map(({ typicalEur }) => typicalEur)).toEqual([100, 100, 300, 200]);
  });

  it('halves the step to the very year, and keeps investments to the years asked for', async () => {
    const { evaluations, asked } = town();
    const path = valueOf(await runPath({ evaluations, costsOf }, { scenario: GROWING, bisect: true }));
    expect(path.firstOverload).toEqual({ year: 2041, keptIn: 2040 });
    expect(path.firstTransformerOverload).toEqual({ year: 2047, keptIn: 2046 });
    expect(path.firstViolation).toEqual(path.firstOverload);
    expect(path.years.filter(({ isBetween }) => !isBetween).map(({ year }) => year)).toEqual([
      2025, 2030, 2040, 2050,
    ]);
    expect(path.investments).toHaveLength(4);
    // Two searches in ten years, each of four halvings at most.
    expect(asked.length).toBeLessThanOrEqual(4 + 8);
    expect(path.years.map(({ year }) => year)).toEqual([...asked].sort((a, b) => a - b));
  });

  it('goes on through a year that has no solution, and counts it as overloaded', async () => {
    const { evaluations } = town(2040);
    const path = valueOf(await runPath({ evaluations, costsOf }, { scenario: GROWING, bisect: true }));
    expect(path.firstOverload).toEqual({ year: 2040, keptIn: 2039 });
    const last = path.years.at(-1)!;
    expect([last.year, last.isSolved, last.kpis]).toEqual([2050, false, []]);
    expect(last.issues.map(({ code }) => code)).toEqual(['flow-unsolved']);
  });

  it('ends with the issues of a run that was cancelled', async () => {
    const { evaluations } = town();
    const cancelled = {
      severity: 'error',
      code: 'run-cancelled',
      source: '',
      message: '',
      remedy: '',
    } as const;
    const yearOf: Evaluate = async (scenario) =>
      scenario.year > 2030 ? fail([cancelled]) : evaluations.yearOf(scenario);
    const told: number[] = [];
    const request = { scenario: GROWING, onYear: ({ year }: { year: number }) => told.push(year) };
    const ended = await runPath({ evaluations: { yearOf }, costsOf }, request);
    expect(ended.ok || ended.issues.map(({ code }) => code)).toEqual(['run-cancelled']);
    expect(told).toEqual([2025, 2030]);
  });

  it('runs years that are the same once', async () => {
    const { evaluations, asked } = town();
    const still = { ...GROWING, measures: [] };
    const path = valueOf(await runPath({ evaluations, costsOf: () => costsOf(still) }, { scenario: still }));
    expect(asked).toEqual([2025]);
    expect(path.years.map(({ year }) => year)).toEqual([2025, 2030, 2040, 2050]);
  });

  it('refuses years that are not in order before anything is run', async () => {
    const { evaluations, asked } = town();
    for (const years of [[], [2030, 2025], [2025, 2025]])
      expect((await runPath({ evaluations, costsOf }, { scenario: GROWING, years })).ok).toBe(false);
    expect(asked).toEqual([]);
  });
});

describe('what a path is made of', () => {
  it('is a measure in its years, with what leaving it out costs, shared out by elements', async () => {
    const { evaluations, asked } = town();
    const tools = { evaluations, costsOf };
    const found = valueOf(await interventionsOf(tools, GROWING, [2025, 2050], 'carbon'));
    // 0.125 in 2025 to 0.75 in 2050: the first element in 2025, one more every four years from 2028 on.
    expect(found.interventions.map(({ id, fromYear, after }) => [id, fromYear, after])).toEqual([
      ['a 2025', 2025, undefined],
      ['a 2028', 2028, 'a 2025'],
      ['a 2032', 2032, 'a 2028'],
      ['a 2036', 2036, 'a 2032'],
      ['a 2040', 2040, 'a 2036'],
      ['a 2044', 2044, 'a 2040'],
      ['a 2048', 2048, 'a 2044'],
    ]);
    expect(found.interventions.every(({ costEur }) => costEur === 100)).toBe(true);
    // Carbon at a share of 3/4 is 700, without the measure 1000; it breaks two limits that are kept without it.
    expect(found.interventions[0]!.carbonKgPerYear).toBeCloseTo(300 / 7, 9);
    expect(found.interventions[0]!.limitsKept).toBeCloseTo(-2 / 7, 9);
    expect(asked).toHaveLength(2);
    const byPrice = valueOf(await interventionsOf({ ...tools, evaluations: town().evaluations }, GROWING, [2025, 2050], 'cost')); // prettier-ignore
    expect(byPrice.interventions.map(({ id }) => id)).toEqual(found.interventions.map(({ id }) => id));
  });

  it('has no price where a part of it has none: half of a price is too little', async () => {
    const partly = (scenario: Scenario) => {
      const { lines, total } = valueOf(costsOf(scenario));
      const unpriced = (line: CostLine): CostLine => ({
        ...line,
        investment: { known: false, reason: 'test' },
      });
      const some = lines.map((line) => (line.elementId === '0' ? unpriced(line) : line));
      return succeed({ lines: some, total } as unknown as ScenarioCosts);
    };
    const tools = { evaluations: town().evaluations, costsOf: partly };
    const { interventions } = valueOf(await interventionsOf(tools, GROWING, [2030, 2050], 'cost'));
    // Two elements by 2030, one of them without a price; then one at a time.
    expect(interventions.map(({ costEur }) => costEur)).toEqual([Number.NaN, 100, 100, 100, 100, 100]);
    const years = Array.from({ length: 21 }, (_, row) => 2030 + row);
    const { undone } = layTimeline({ interventions, years, budgetEurPerYear: 150, order: 'cost' });
    expect(undone.map(({ reason }) => reason)).toEqual([...Array<string>(5).fill('blocked'), 'notPriced']);
  });

  it('becomes a scenario again, late where money was short', async () => {
    const tools = { evaluations: town().evaluations, costsOf };
    const found = valueOf(await interventionsOf(tools, GROWING, [2025, 2050], 'cost'));
    const timelineOf = (budgetEurPerYear: number) =>
      timelineScenario(GROWING, layTimeline({ ...found, budgetEurPerYear, order: 'cost' }), found);
    const rich = timelineOf(1000);
    const elements = (scenario: Scenario, year: number) =>
      valueOf(costsOf(scenarioAt(scenario, year))).lines.length;
    for (const year of found.years) expect(elements(rich, year), String(year)).toBe(elements(GROWING, year));
    // 10 EUR a year: 100 EUR are there in 2034 and in 2044.
    const poor = timelineOf(10);
    expect([2033, 2034, 2043, 2044, 2050].map((year) => elements(poor, year))).toEqual([0, 1, 1, 2, 2]);
  });
});
