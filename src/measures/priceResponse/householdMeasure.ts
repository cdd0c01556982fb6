import type { Building } from '../../model/building';
import { mapBuildings, valuesOf, type MeasureDefinition } from '../definition';
import type { ValueOf } from '../work';
import { enrolledHouseholds, type Purpose } from './enrolment';

/** A measure that households take part in, each with a draw of its own. Businesses are never among them. */
export interface HouseholdMeasure extends Pick<
  MeasureDefinition,
  'type' | 'label' | 'adoptionOf' | 'changes' | 'parameters' | 'payer' | 'work' | 'caveat'
> {
  readonly purpose: Purpose;
  /** The field that is written; a building that has it keeps it. */
  readonly field: 'tariff' | 'loadControl' | 'consumptionFeedback';
  /** Why a building that has it is left alone. */
  readonly taken: string;
  /** Why it cannot be taken anywhere with these parameters, in a sentence; null if it can. */
  readonly fault?: (valueOf: ValueOf) => string | null;
  readonly change: (building: Building, households: readonly number[], valueOf: ValueOf) => Building;
}

/** Of those that take part, some leave again, where the measure has such a parameter. */
export const OPT_OUT_SHARE = 'optOutShare';

export function householdMeasure(measure: HouseholdMeasure): MeasureDefinition {
  const { purpose, field, taken, fault, change, ...described } = measure;
  const refusal = (building: Building, valueOf: ValueOf): string | null => {
    if (building.households === 0) return 'There is no household here.';
    return building[field] === undefined ? (fault?.(valueOf) ?? null) : taken;
  };
  const normal = valuesOf(measure.parameters);
  const leaves = measure.parameters.some(({ name }) => name === OPT_OUT_SHARE);
  return {
    ...described,
    group: 'operation',
    effect: 'operation',
    applicability: (building, _region, set) => {
      const reason = refusal(building, valuesOf(measure.parameters, set));
      return reason === null ? { applicable: true } : { applicable: false, reason };
    },
    eligible: ({ buildings }) =>
      buildings.filter((building) => refusal(building, normal) === null).map(({ id }) => id),
    apply(district, { adoption, parameters }, seed) {
      const valueOf = valuesOf(measure.parameters, parameters);
      const optOutShare = leaves ? valueOf(OPT_OUT_SHARE) : 0;
      return mapBuildings(district, (building) => {
        if (refusal(building, valueOf) !== null) return building;
        const households = enrolledHouseholds(building, seed, purpose, adoption, optOutShare);
        return households.length === 0 ? building : change(building, households, valueOf);
      });
    },
  };
}
