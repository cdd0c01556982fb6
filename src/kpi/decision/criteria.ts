import type { Issue } from '../../model/outcome';

/** Survey results are entered with these three, shown, and never simulated. */
export interface Survey {
  readonly respondents: number;
  readonly date: string;
  readonly instrument: string;
}

/**
 * One thing that counts. `worst` and `best` are fixed reference points in its unit, chosen beforehand and not from the
 * options at hand: u(worst) = 0, u(best) = 1, linear, also beyond them. Best below worst means that less is better.
 */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** For example social, economic, environmental. */
  readonly pillar: string;
  readonly worst: number;
  readonly best: number;
  readonly kind: 'computed' | 'proxy' | 'surveyed';
  readonly survey?: Survey;
  /** Veto line: an option that is worse than this is out, whatever its weights. */
  readonly vetoAt?: number;
}

export interface Option {
  readonly id: string;
  /** By criterion id, in the criterion's unit; NaN or absent where not told. */
  readonly values: Readonly<Record<string, number>>;
}

/** By criterion id; non-negative, of any sum. */
export type Weights = Readonly<Record<string, number>>;

/** u = (v - worst)/(best - worst); NaN where the value is not told. */
export function utility({ id, worst, best }: Criterion, { values }: Option): number {
  return ((values[id] ?? Number.NaN) - worst) / (best - worst);
}

/** Weights of the criteria in their order, with sum 1. */
export function normalised(criteria: readonly Criterion[], weights: Weights): readonly number[] {
  const sum = criteria.reduce((total, { id }) => total + (weights[id] ?? 0), 0);
  return criteria.map(({ id }) => (weights[id] ?? 0) / sum);
}

/** A pillar's weight in equal parts for its criteria. */
export function weightsOfPillars(
  criteria: readonly Criterion[],
  pillars: Readonly<Record<string, number>>,
): Weights {
  const sizeOf = (pillar: string): number => criteria.filter((each) => each.pillar === pillar).length;
  return Object.fromEntries(criteria.map(({ id, pillar }) => [id, (pillars[pillar] ?? 0) / sizeOf(pillar)]));
}

export function decisionIssues(
  criteria: readonly Criterion[],
  weights: Weights,
  options: readonly Option[],
): readonly Issue[] {
  const issues: Issue[] = [];
  const refuse = (where: string, field: string, value: string, message: string, remedy: string): unknown =>
    issues.push({ severity: 'error', code: `decision-${field}`, source: 'decision', where, field, value, message, remedy }); // prettier-ignore
  for (const { id, worst, best, kind, survey, vetoAt } of criteria) {
    if (!(Math.abs(best - worst) > 0 && Math.abs(best - worst) < Infinity)) {
      refuse(id, 'references', `${worst} to ${best}`, 'Worst and best are no two numbers.', 'Fix two different reference points.'); // prettier-ignore
    }
    if (
      kind === 'surveyed' &&
      !(survey && survey.respondents > 0 && survey.date !== '' && survey.instrument !== '')
    ) {
      refuse(id, 'survey', '', 'A surveyed criterion needs its survey.', 'Give respondents, date and instrument.'); // prettier-ignore
    }
    if (vetoAt !== undefined && Number.isNaN(vetoAt)) {
      refuse(id, 'vetoAt', String(vetoAt), 'The veto line is no number.', 'Give a number in the unit of the criterion, or none.'); // prettier-ignore
    }
    if (!((weights[id] ?? 0) >= 0 && (weights[id] ?? 0) < Infinity)) {
      refuse(id, 'weight', String(weights[id]), 'A weight cannot be this number.', 'Give zero or more.');
    }
  }
  if (!criteria.some(({ id }) => (weights[id] ?? 0) > 0)) {
    refuse(
      'weights',
      'weights',
      '',
      'Nothing has weight.',
      'Give at least one criterion a weight above zero.',
    );
  }
  for (const [field, ids] of [
    ['criteria', criteria.map(({ id }) => id)],
    ['options', options.map(({ id }) => id)],
  ] as const) {
    const twice = ids.find((id, i) => ids.indexOf(id) < i);
    if (twice !== undefined) refuse(twice, field, twice, 'This id is there twice.', 'Name each once.');
  }
  return issues;
}
