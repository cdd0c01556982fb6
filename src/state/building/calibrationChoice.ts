import { isHome, type Building } from '../../model/building';
import { HEATING_SYSTEM_TABLE } from '../../sim/devices/heatingSystems';
import { heldBack, YEAR_PARAMETERS, type YearParameter } from '../../study/calibration';
import { comparedChannel } from './meters';
import type { CountedUse, MeterStudy } from './types';

/** Why a meter says nothing of a building's fabric; null where it does. A key of the catalogue. */
export type NoCalibration = 'noHeating' | 'notElectric' | 'notFuel' | 'exported' | 'ownPower';

/** Why this meter cannot correct its building; null where it can. */
export function meterHindrance(building: Building, study: MeterStudy): NoCalibration | null {
  const ofUse = calibrationHindrance(building, study.use);
  if (ofUse !== null || study.use !== 'electricity') return ofUse;
  if (comparedChannel(study)?.direction === 'export') return 'exported';
  return changesItsOwnPower(building) ? 'ownPower' : null;
}

/** Behind panels, a battery or cars that give back a meter shows less or later; cars that keep to their station's limit, later. */
const changesItsOwnPower = ({ photovoltaics, battery, vehicles }: Building): boolean =>
  photovoltaics !== null ||
  battery !== undefined ||
  vehicles?.control === 'vehicleToGrid' ||
  vehicles?.control === 'stationLimit';

/** Whether heat is bought through this meter: only then do its hours know anything of walls and temperatures. */
export function calibrationHindrance({ heating }: Building, use: CountedUse): NoCalibration | null {
  if (heating === 'none') return 'noHeating';
  const isElectric = HEATING_SYSTEM_TABLE[heating].carrier === 'electricity';
  if (use === 'electricity') return isElectric ? null : 'notElectric';
  return isElectric ? 'notFuel' : null;
}

/**
 * Moved by default: few, what a survey leaves most open, and what else hangs on the meter. Only numbers that the building can
 * hold: a load that the meter alone would have is in no year of the district, and what it mends is lost when it is taken over. Not
 * the U-values: a year of heat hardly tells them from air, and a roof that was fitted to be good could not be insulated any more.
 */
function usualParameters({ use: of }: Building, use: CountedUse): readonly string[] {
  const fabric = ['infiltrationFactor', 'heatingSetpointOffsetK'];
  if (use === 'heating') return [...fabric, 'hotWaterFactor'];
  // What devices of a workplace use leaves heat there; those of homes are the households' own.
  return [...fabric, isHome(of) ? 'householdElectricityFactor' : 'internalGainFactor'];
}

/** What a calibration of this building moves, and how far. */
export function movedParameters(building: Building, use: CountedUse): readonly YearParameter[] {
  const ids = usualParameters(building, use).filter((id) => heldBack(building, id) === null);
  return YEAR_PARAMETERS.filter(({ id }) => ids.includes(id));
}
