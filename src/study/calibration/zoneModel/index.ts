export { applyParameters } from './applyParameters';
export {
  calibrateZoneModel,
  compareZoneModel,
  type MeteredHours,
  type ZoneCalibration,
  type ZoneCalibrationOptions,
} from './calibrateZoneModel';
export type { ParameterChoice } from './chooseParameters';
export {
  METERED_USES,
  meterValues,
  ZONE_PARAMETERS,
  zoneParameter,
  type MeteredUse,
  type ZoneParameter,
  type ZoneParameterId,
  type ZoneParameterValues,
} from './zoneParameters';
