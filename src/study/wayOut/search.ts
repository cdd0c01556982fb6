import { limitsOf } from '../../kpi';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { Evaluations } from '../comparison';
import type { MilpResult, MilpSolver } from '../milp';
import type { ScenarioYear } from '../scenarioYear';
import { marginsOf, worstSteps, type MarginsBySite } from './margins';
import { withOptions } from './pricing';
import { programmeOf, type Lesson, type ProgrammeInput } from './programme';
import { isUnsolved, type ScreenedOption } from './screening';
import type { SiteViolation } from './types';
import { violationsOf } from './violations';

/** Steps of one year that a lesson is made of. */
const LESSON_STEPS = 6;

export interface SearchInput {
  readonly evaluations: Evaluations;
  readonly solve: MilpSolver;
  readonly scenario: Scenario;
  readonly base: MarginsBySite;
  readonly options: readonly ScreenedOption[];
  readonly costOf: ProgrammeInput['costOf'];
  readonly forbidden: readonly ReadonlySet<string>[];
  /** Sites that may be left as they are; all where absent. */
  readonly mayGiveUp?: readonly string[];
  readonly maxRounds: number;
  /** What verdicts have taught; every search adds to it and uses what others found. */
  readonly lessons: Lesson[];
}

/** A proposal of the optimiser and the year that judged it. */
export interface Judged {
  readonly chosen: readonly ScreenedOption[];
  readonly year: ScenarioYear;
  readonly remains: readonly SiteViolation[];
  readonly givenUp: readonly string[];
  readonly rounds: number;
  readonly isCutShort: boolean;
}

interface Proposal {
  readonly chosen: readonly ScreenedOption[];
  readonly givenUp: readonly string[];
}

/** Null where the programme has no solution; an issue where the solver broke down over it. */
async function propose(
  input: SearchInput,
  unsolved: ProgrammeInput['unsolved'],
): Promise<Outcome<Proposal | null>> {
  const { options, scenario, solve } = input;
  const { milp, siteIds } = programmeOf({ ...input, unsolved });
  let answer: MilpResult;
  try {
    answer = await solve(milp);
  } catch (error) {
    return fail([solverFailed(scenario, error)]);
  }
  if (answer.status !== 'optimal') return succeed(null);
  return succeed({
    chosen: options.filter((_, column) => answer.values[column]! > 0.5),
    givenUp: siteIds.filter((_, at) => answer.values[options.length + at]! > 0.5),
  });
}

const solverFailed = ({ id }: Scenario, error: unknown): Issue => ({
  severity: 'error',
  code: 'solver-failed',
  source: id,
  message: `The optimiser stopped without an answer: ${error instanceof Error ? error.message : String(error)}`,
  remedy: 'Ask again; if it happens again, ask about fewer stations at a time.',
});

/**
 * Proposes the cheapest set that the screening holds for enough, runs its year, and learns where that year says otherwise,
 * until the year keeps every limit at the sites that were not given up. Null where there is no further set. A set that
 * never held is the one with the least left over; one whose year has no solution is not proposed again.
 */
export async function searchSet(input: SearchInput): Promise<Outcome<Judged | null>> {
  const { evaluations, scenario, lessons, maxRounds } = input;
  const limits = limitsOf(scenario.limits);
  const unsolved: ReadonlySet<string>[] = [];
  let best: Judged | null = null;
  for (let rounds = 1; rounds <= maxRounds; rounds += 1) {
    const proposed = await propose(input, unsolved);
    if (!proposed.ok) return proposed;
    const proposal = proposed.value;
    if (proposal === null || !isFurther(proposal, input)) break;
    const { chosen, givenUp } = proposal;
    const year = await evaluations.yearOf(withOptions(scenario, chosen));
    if (!year.ok) {
      if (!isUnsolved(year.issues) || chosen.length === 0) return fail(year.issues);
      unsolved.push(new Set(chosen.map(({ id }) => id)));
      continue;
    }
    const remains = violationsOf(year.value);
    const judged: Judged = { ...proposal, year: year.value, remains, rounds, isCutShort: false };
    const open = [...input.base.keys()].filter(
      (id) => !givenUp.includes(id) && remains.some(({ siteId }) => siteId === id),
    );
    if (open.length === 0) return succeed(judged);
    if (best === null || sizeOf(remains) < sizeOf(best.remains)) best = judged;
    const measured = marginsOf(year.value, limits, open);
    for (const siteId of open) lessons.push(...lessonsOf(siteId, chosen, measured));
  }
  if (best !== null) return succeed({ ...best, isCutShort: true });
  return unsolved.length === 0 || input.mayGiveUp !== undefined ? succeed(null) : nothingDone(input);
}

/** The year as it stands: the answer where no proposal's year had a solution. */
async function nothingDone({
  evaluations,
  scenario,
  base,
  maxRounds,
}: SearchInput): Promise<Outcome<Judged>> {
  const year = await evaluations.yearOf(scenario);
  if (!year.ok) return fail(year.issues);
  const remains = violationsOf(year.value);
  const givenUp = [...base.keys()];
  return succeed({ chosen: [], year: year.value, remains, givenUp, rounds: maxRounds, isCutShort: true });
}

/** Doing nothing, or leaving more sites as they are, is no further way out. */
function isFurther({ chosen, givenUp }: Proposal, { forbidden, mayGiveUp }: SearchInput): boolean {
  if (chosen.length === 0 && forbidden.length > 0) return false;
  return mayGiveUp === undefined || givenUp.every((id) => mayGiveUp.includes(id));
}

/** Relative excess over all elements: what makes one rest smaller than another. */
function sizeOf(remains: readonly SiteViolation[]): number {
  return remains.reduce((sum, { worst, limit }) => sum + Math.abs(worst - limit) / limit, 0);
}

function lessonsOf(
  siteId: string,
  options: readonly ScreenedOption[],
  measured: MarginsBySite,
): readonly Lesson[] {
  const { seriesVa, scalars } = measured.get(siteId)!;
  const chosen = new Set(options.flatMap((option) => (option.siteId === siteId ? [option.id] : [])));
  const steps = worstSteps(seriesVa, LESSON_STEPS).filter((step) => seriesVa[step]! > 0);
  return [
    ...steps.map((step) => ({ siteId, chosen, quantity: { step }, measured: seriesVa[step]! })),
    ...[...scalars].flatMap(([element, value]) =>
      value > 0 ? [{ siteId, chosen, quantity: { element }, measured: value }] : [],
    ),
  ];
}
