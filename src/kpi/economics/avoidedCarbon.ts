import { presentValue, type DiscountSchedule } from './discounting';

/** Costs and emissions of each year 0 to T. */
export interface CarbonPath {
  readonly costs: readonly number[];
  readonly emissionT: readonly number[];
}

export type AvoidedCarbonCost =
  | {
      readonly known: true;
      /** Money per tonne avoided. */
      readonly perTonne: number;
      readonly extraCost: number;
      readonly avoidedT: number;
      readonly tonnesDiscounted: boolean;
      readonly note: string;
    }
  | { readonly known: false; readonly reason: string };

export const NEGATIVE_NOTE =
  'Negative: it saves money and carbon. Negative values are no ranking, for avoiding less makes the figure look better.';

/**
 * (PV cost of the policy - PV cost of the base)/(tonnes of the base - tonnes of the policy), tonnes discounted like money
 * or not, as asked and as said in the result. Undefined where nothing is avoided.
 */
export function costOfAvoidedCarbon(
  policy: CarbonPath,
  base: CarbonPath,
  schedule: Pick<DiscountSchedule, 'rates'>,
  tonnesDiscounted: boolean,
): AvoidedCarbonCost {
  const years = base.costs.length;
  if ([base.emissionT, policy.costs, policy.emissionT].some(({ length }) => length !== years)) {
    return { known: false, reason: 'The paths are not of the same years.' };
  }
  const extraCost = presentValue(policy.costs, schedule) - presentValue(base.costs, schedule);
  const weighing = tonnesDiscounted ? schedule : { rates: [] };
  const avoidedT = presentValue(base.emissionT, weighing) - presentValue(policy.emissionT, weighing);
  if (!(avoidedT > 0))
    return { known: false, reason: 'Nothing is avoided: the cost per tonne is undefined.' };
  const perTonne = extraCost / avoidedT;
  const tonnes = tonnesDiscounted ? 'Tonnes are discounted like money.' : 'Tonnes are not discounted.';
  return {
    known: true,
    perTonne,
    extraCost,
    avoidedT,
    tonnesDiscounted,
    note: perTonne < 0 ? `${tonnes} ${NEGATIVE_NOTE}` : tonnes,
  };
}
