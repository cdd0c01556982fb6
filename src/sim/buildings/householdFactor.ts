import type { Building } from '../../model/building';
import type { Household } from '../devices/household';

/**
 * What calibration makes of the households of a building, times what efficient appliances leave, times what is left where electricity
 * that was free has to be paid; undefined where none of it is known.
 */
export function householdFactorOf({
  householdElectricity,
  retrofit,
  meterAudit,
}: Pick<Building, 'householdElectricity' | 'retrofit' | 'meterAudit'>): number | undefined {
  const known = [
    householdElectricity?.value,
    retrofit?.appliances?.powerShare,
    // One that saves nothing leaves the building as it is, to the bit.
    meterAudit === undefined || meterAudit.savedShare === 0 ? undefined : 1 - meterAudit.savedShare,
  ].filter((factor) => factor !== undefined);
  return known.length === 0 ? undefined : known.reduce((product, factor) => product * factor);
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
