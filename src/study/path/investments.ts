import { worstQuality } from '../../model/archetypes';
import type { QualityClass } from '../../model/building';
import type { MeasureType } from '../../model/scenario';
import type { CostLine, ScenarioCosts } from '../scenarioCosts';

/** What the measures of a scenario cost as they stand in a year, all of it counted from today. */
export interface YearCosts {
  readonly year: number;
  readonly costs: Pick<ScenarioCosts, 'lines'>;
}

export interface MeasureInvestment {
  readonly measureId: string;
  readonly type: MeasureType;
  readonly typicalEur: number;
  /** Elements that it reaches for the first time, or more of. */
  readonly elements: number;
  /** Of them, without a price. */
  readonly notKnown: number;
}

/** What is paid, in EUR before grants, after the year before and up to this one; the first year's is all that stands by then. */
export interface YearInvestment {
  readonly year: number;
  readonly lowEur: number;
  readonly typicalEur: number;
  readonly highEur: number;
  /** Elements changed whose price is not known: they are in no sum. */
  readonly notKnown: number;
  /** The worst class of what is paid in the step; the best where nothing is. */
  readonly quality: QualityClass;
  /** Those that reach somebody in the step. */
  readonly byMeasure: readonly MeasureInvestment[];
}

type Paid = Record<'low' | 'typical' | 'high', number>;
const NOTHING_PAID: Paid = { low: 0, typical: 0, high: 0 };
const PRICES = ['low', 'typical', 'high'] as const;

/**
 * Investments of each year out of what stands in it. Per measure m and element e, with c_k the price in the k-th year,
 *
 *     paid_k(m, e) = max(0, c_k(m, e) - max_{j < k} c_j(m, e))
 *
 * so that nothing is paid twice, and nothing is given back where a later year counts it cheaper (a heat pump behind insulation
 * that comes after it) or where an adoption falls. What wears out within the path is not bought again. Years in order.
 */
export function investmentsByYear(years: readonly YearCosts[]): readonly YearInvestment[] {
  const paid = new Map<string, Paid>();
  return years.map(({ year, costs }) => {
    const lines = costs.lines.flatMap((line) => {
      const step = stepOf(line, paid);
      return step === null ? [] : [{ line, step }];
    });
    const total = (price: keyof Paid): number => lines.reduce((sum, { step }) => sum + step[price], 0);
    return {
      year,
      lowEur: total('low'),
      typicalEur: total('typical'),
      highEur: total('high'),
      notKnown: lines.filter(({ line }) => !line.investment.known).length,
      quality: worstQuality(lines.map(({ line }) => line.quality)),
      byMeasure: byMeasure(lines),
    };
  });
}

/** What is paid for a line beyond what has been; null where it is no more than stood before. */
function stepOf({ measureId, elementId, investment }: CostLine, paid: Map<string, Paid>): Paid | null {
  const key = JSON.stringify([measureId, elementId]);
  const before = paid.get(key);
  const now = investment.known ? investment : NOTHING_PAID;
  const standing = before ?? NOTHING_PAID;
  const step = { ...NOTHING_PAID };
  const most = { ...standing };
  for (const price of PRICES) {
    step[price] = Math.max(0, now[price] - standing[price]);
    most[price] = Math.max(now[price], standing[price]);
  }
  paid.set(key, most);
  return before !== undefined && PRICES.every((price) => step[price] === 0) ? null : step;
}

function byMeasure(
  lines: readonly { readonly line: CostLine; readonly step: Paid }[],
): readonly MeasureInvestment[] {
  const sums = new Map<string, MeasureInvestment>();
  for (const { line, step } of lines) {
    const { measureId, type, investment } = line;
    const sum = sums.get(measureId) ?? { measureId, type, typicalEur: 0, elements: 0, notKnown: 0 };
    sums.set(measureId, {
      ...sum,
      typicalEur: sum.typicalEur + step.typical,
      elements: sum.elements + 1,
      notKnown: sum.notKnown + (investment.known ? 0 : 1),
    });
  }
  return [...sums.values()];
}
