import type { AdoptionPoint, Measure, MeasureAtYear, Scenario } from '../model/scenario';

/** The years of a path where the scenario names none. */
export const DEFAULT_PATH_YEARS: readonly number[] = [2025, 2030, 2035, 2040, 2045, 2050];

/**
 * Share of a measure's eligible elements that take part in a year: 0 before `fromYear`, else the number, or the line
 * through its points, held before the first and after the last. Who takes part is a draw per element that does not know the
 * year: as long as the share does not fall, nobody leaves.
 */
export function adoptionAt({ adoption, fromYear }: Measure, year: number): number {
  if (fromYear !== undefined && year < fromYear) return 0;
  return typeof adoption === 'number' ? adoption : shareAt(adoption, year);
}

function shareAt(points: readonly AdoptionPoint[], year: number): number {
  const after = points.findIndex((point) => point.year >= year);
  if (after < 0) return points.at(-1)?.share ?? 0;
  const next = points[after]!;
  const before = points[after - 1];
  if (before === undefined || next.year === year) return next.share;
  return before.share + ((next.share - before.share) * (year - before.year)) / (next.year - before.year);
}

/** The measure with its share of one year set; what it says of other years stays. */
export function withShareAt(measure: Measure, year: number, share: number): Measure {
  const { fromYear, ...rest } = measure;
  const begins = fromYear === undefined || (share > 0 && fromYear > year) ? {} : { fromYear };
  const { adoption } = measure;
  if (typeof adoption === 'number') return { ...rest, ...begins, adoption: share };
  const others = adoption.filter((point) => point.year !== year);
  const points = [...others, { year, share }].sort((a, b) => a.year - b.year);
  return { ...rest, ...begins, adoption: points };
}

/** A scenario in one of its years: every adoption is a share. */
export interface ScenarioAtYear extends Scenario {
  readonly measures: readonly MeasureAtYear[];
}

/** The scenario as it stands in a year, which is then the year that is run. */
export function scenarioAt(scenario: Scenario, year: number): ScenarioAtYear {
  const measures = scenario.measures.map((measure) => ({ ...measure, adoption: adoptionAt(measure, year) }));
  return { ...scenario, year, measures };
}

export const pathYears = ({ path }: Scenario): readonly number[] => path?.years ?? DEFAULT_PATH_YEARS;

/** The scenario in each year of its path, in order. */
export function scenarioPath(scenario: Scenario): readonly ScenarioAtYear[] {
  return pathYears(scenario).map((year) => scenarioAt(scenario, year));
}

/** Whether a scenario is another in other years. */
export function hasPath({ measures }: Scenario): boolean {
  return measures.some(({ adoption, fromYear }) => typeof adoption !== 'number' || fromYear !== undefined);
}

const EVEN_STEPS = 5;

/**
 * The scenario with its shares reached evenly: from nothing in `fromYear` to what they are in its own year, looked at in at
 * most five steps. One that has a path of its own comes back as it is.
 */
export function evenPath(scenario: Scenario, fromYear: number): Scenario {
  const { year, measures } = scenario;
  if (hasPath(scenario) || year <= fromYear) return scenario;
  const stepYears = Math.ceil((year - fromYear) / EVEN_STEPS);
  const count = Math.floor((year - fromYear - 1) / stepYears);
  const between = Array.from({ length: count }, (_, step) => fromYear + (step + 1) * stepYears);
  return {
    ...scenario,
    measures: measures.map((measure) => ({
      ...measure,
      adoption: [
        { year: fromYear, share: 0 },
        { year, share: adoptionAt(measure, year) },
      ],
    })),
    path: { years: [...between, year] },
  };
}
