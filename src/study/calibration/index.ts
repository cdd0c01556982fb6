export { alignHours, type HourlySeries } from './alignHours';
export { calibrate, type Calibration, type CalibrationOptions } from './calibrate';
export {
  compareToMeter,
  GUIDELINE_14_LIMITS,
  GUIDELINE_14_SOURCE,
  NMBE_SIGN,
  type FitFigures,
  type Guideline14,
  type MonthFit,
} from './guideline14';
export type { CalibratedParameter, CalibratedRun, CalibrationParameter, Identifiability } from './parameters';
export {
  applyParameters,
  calibrateZoneModel,
  compareZoneModel,
  METERED_USES,
  meterValues,
  ZONE_PARAMETERS,
  zoneParameter,
  type MeteredHours,
  type MeteredUse,
  type ParameterChoice,
  type ZoneCalibration,
  type ZoneCalibrationOptions,
  type ZoneParameter,
  type ZoneParameterId,
  type ZoneParameterValues,
} from './zoneModel';
