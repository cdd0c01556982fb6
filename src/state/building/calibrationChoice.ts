import { isHome, type Building } from '../../model/building';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import { END_USES } from '../../model/run';
import { HEATING_SYSTEM_TABLE, heatingEfficiencyOf } from '../../sim/devices/heatingSystems';
import { heldBack, ZONE_PARAMETERS, type ParameterChoice } from '../../study/calibration';
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

/** A calibration models what a building uses; behind panels, a battery or cars that give back its meter shows less or later. */
const changesItsOwnPower = ({ photovoltaics, battery, vehicles }: Building): boolean =>
  photovoltaics !== null || battery !== undefined || vehicles?.control === 'vehicleToGrid';

/** Whether heat is bought through this meter: only then do its hours know anything of walls and temperatures. */
export function calibrationHindrance({ heating }: Building, use: CountedUse): NoCalibration | null {
  if (heating === 'none') return 'noHeating';
  const isElectric = HEATING_SYSTEM_TABLE[heating].carrier === 'electricity';
  if (use === 'electricity') return isElectric ? null : 'notElectric';
  return isElectric ? 'notFuel' : null;
}

/** Moved by default: few, what a survey leaves most open, and what else hangs on the meter. */
function usualParameters({ use: of }: Building, use: CountedUse): readonly string[] {
  const fabric = ['infiltrationFactor', 'heatingSetpointOffsetK'];
  // What devices of a workplace use leaves heat there; those of homes are the households' own.
  return [...fabric, ...(use === 'electricity' && !isHome(of) ? ['meteredGainShare'] : []), 'baseLoadW'];
}

export interface MovedParameter {
  readonly id: string;
  readonly unit: string;
  /** null: from 0 to the mean of the meter. */
  readonly range: readonly [lower: number, upper: number] | null;
}

/** What a calibration of this building moves, and how far. */
export function movedParameters(building: Building, use: CountedUse): readonly MovedParameter[] {
  return usualParameters(building, use)
    .filter((id) => heldBack(building, id) === null)
    .flatMap((id) => {
      const known = ZONE_PARAMETERS.find((one) => one.id === id);
      return known === undefined ? [] : [{ id, unit: known.unit, range: known.range }];
    });
}

/** Where no heating or cooling is modelled its ratio is not known: that of a common machine. */
const USUAL_COOLING_RATIO = 3;

/** The choice with the efficiencies that the building's own modelled year has. */
export function calibrationChoice(
  building: Building,
  use: CountedUse,
  loads: BuildingLoads,
): ParameterChoice {
  const efficiency = heatingEfficiencyOf(building);
  const heating = efficiency ?? ratio(loads, 'heatNeedW', 'spaceHeating') ?? 1;
  const ids = movedParameters(building, use).map(({ id }) => id);
  if (use === 'heating') return { ids, start: { systemEfficiency: heating } };
  const cooling = ratio(loads, 'coolNeedW', 'cooling') ?? USUAL_COOLING_RATIO;
  return {
    ids,
    start: {
      systemEfficiency: heating,
      ...(building.cooling === 'none' ? {} : { coolingEfficiency: cooling }),
    },
  };
}

function ratio(
  loads: BuildingLoads,
  need: 'heatNeedW' | 'coolNeedW',
  use: 'spaceHeating' | 'cooling',
): number | null {
  const steps = loads[need].length;
  const from = END_USES.indexOf(use) * steps;
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const usedW = sum(loads.endUseW.subarray(from, from + steps));
  return usedW > 0 ? sum(loads[need]) / usedW : null;
}
