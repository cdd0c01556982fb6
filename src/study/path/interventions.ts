import { fail, succeed, type Outcome } from '../../model/outcome';
import { MEASURES } from '../../measures';
import type { Measure, Scenario } from '../../model/scenario';
import { adoptionAt, scenarioAt } from '../../scenario';
import type { Evaluations } from '../comparison';
import { violationsOf } from '../wayOut';
import { investmentsByYear, type MeasureInvestment, type YearCosts } from './investments';
import type { PathTools } from './scenarioPath';
import type { Intervention, TimelineOrder } from './timeline';

/** A measure's growth of one year, as an intervention; and what they add up to. */
export interface Interventions {
  readonly interventions: readonly Intervention[];
  /** From the first year of the path to its last. */
  readonly years: readonly number[];
  /** By intervention: its measure, and the share of the measure that stands with it. */
  readonly steps: ReadonlyMap<string, { readonly measureId: string; readonly share: number }>;
}

/**
 * What a scenario's path is made of: per measure and year one intervention, the elements that it reaches in that year, at their
 * price, not before the year the path wishes it and not before the measure's earlier ones. What a measure gains is counted by
 * leaving it out of the last year,
 *
 *     carbon = carbon(without) - carbon(all)        limits kept = violations(without) - violations(all)
 *
 * and shared out over its years by elements reached. The order by price needs no run. Fails where the last year has no solution.
 */
export async function interventionsOf(
  { evaluations, costsOf }: PathTools,
  scenario: Scenario,
  [first, last]: readonly [first: number, last: number],
  order: TimelineOrder,
): Promise<Outcome<Interventions>> {
  const years = Array.from({ length: last - first + 1 }, (_, row) => first + row);
  const priced: YearCosts[] = [];
  for (const year of years) {
    const costs = costsOf(scenarioAt(scenario, year));
    if (!costs.ok) return fail(costs.issues);
    priced.push({ year, costs: costs.value });
  }
  const steps = investmentsByYear(priced).flatMap(({ year, byMeasure }) =>
    byMeasure.map((step): Step => ({ ...step, year })),
  );
  const gains =
    order === 'cost' ? succeed(new Map<string, Gain>()) : await gainsOf(evaluations, scenario, steps, last);
  if (!gains.ok) return fail(gains.issues);
  return succeed({ years, ...asInterventions(scenario, steps, gains.value) });
}

interface Step extends MeasureInvestment {
  readonly year: number;
}

interface Gain {
  readonly carbonKgPerYear: number;
  readonly limitsKept: number;
}

/** A town that cannot be supplied without a measure: everything depends on it, and its carbon cannot be told. */
const INDISPENSABLE: Gain = { carbonKgPerYear: Number.NaN, limitsKept: Number.POSITIVE_INFINITY };

async function gainsOf(
  { yearOf }: Pick<Evaluations, 'yearOf'>,
  scenario: Scenario,
  steps: readonly Step[],
  last: number,
): Promise<Outcome<ReadonlyMap<string, Gain>>> {
  const told = async (measures: readonly Measure[]) => {
    const year = await yearOf(scenarioAt({ ...scenario, measures }, last));
    if (!year.ok) return year;
    const carbonKg = year.value.kpis.find(({ id }) => id === 'carbon')?.value ?? Number.NaN;
    return succeed({ carbonKg, violations: violationsOf(year.value).length });
  };
  const all = await told(scenario.measures);
  if (!all.ok) return fail(all.issues);
  const gains = new Map<string, Gain>();
  for (const id of new Set(steps.map(({ measureId }) => measureId))) {
    const without = await told(scenario.measures.filter((measure) => measure.id !== id));
    if (without.ok) {
      const carbonKgPerYear = without.value.carbonKg - all.value.carbonKg;
      gains.set(id, { carbonKgPerYear, limitsKept: without.value.violations - all.value.violations });
    } else if (without.issues.some(({ code }) => code === 'flow-unsolved')) gains.set(id, INDISPENSABLE);
    else return fail(without.issues);
  }
  return succeed(gains);
}

const NO_GAIN: Gain = { carbonKgPerYear: 0, limitsKept: 0 };

function asInterventions(
  { measures }: Scenario,
  steps: readonly Step[],
  gains: ReadonlyMap<string, Gain>,
): Pick<Interventions, 'interventions' | 'steps'> {
  const shares: [string, { measureId: string; share: number }][] = [];
  const interventions = measures.flatMap((measure) => {
    const own = steps.filter(({ measureId }) => measureId === measure.id);
    const reached = own.reduce((sum, { elements }) => sum + elements, 0);
    const { carbonKgPerYear, limitsKept } = gains.get(measure.id) ?? NO_GAIN;
    const idOf = ({ year }: Step): string => `${measure.id} ${year}`;
    return own.map((step, row): Intervention => {
      const { year, elements, typicalEur, notKnown, type } = step;
      const part = elements / reached;
      shares.push([idOf(step), { measureId: measure.id, share: adoptionAt(measure, year) }]);
      return {
        id: idOf(step),
        words: `${MEASURES[type].label} of ${year} (${elements} ${elements === 1 ? 'place' : 'places'})`,
        // Of a part of it no sum is told: it would be paid for less than it costs.
        costEur: notKnown > 0 ? Number.NaN : typicalEur,
        fromYear: year,
        ...(row === 0 ? {} : { after: idOf(own[row - 1]!) }),
        carbonKgPerYear: carbonKgPerYear * part,
        limitsKept: limitsKept * part,
      };
    });
  });
  return { interventions, steps: new Map(shares) };
}
