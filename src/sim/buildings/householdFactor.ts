import type { Building } from '../../model/building';
import type { Household } from '../devices/household';

/** What calibration makes of the households of a building, times what efficient appliances leave; undefined where neither is known. */
export function householdFactorOf({
  householdElectricity,
  retrofit,
}: Pick<Building, 'householdElectricity' | 'retrofit'>): number | undefined {
  const [drawn, left] = [householdElectricity?.value, retrofit?.appliances?.powerShare];
  return drawn === undefined || left === undefined ? (drawn ?? left) : drawn * left;
}

/**
 * A household that uses `factor` times the electricity at every moment: power of all it has, in the same minutes. Persons,
 * their days and their hot water stay. Without a factor it is the very household.
 */
export function scaledHousehold(household: Household, factor: number | undefined): Household {
  if (factor === undefined || factor === 1) return household;
  return {
    ...household,
    standbyW: factor * household.standbyW,
    compressors: household.compressors.map((each) => ({ ...each, powerW: factor * each.powerW })),
    lightsJPerDay: factor * household.lightsJPerDay,
    meanW: factor * household.meanW,
    ratings: household.ratings.map((rating) => factor * rating),
  };
}
