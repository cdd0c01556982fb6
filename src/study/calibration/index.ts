export { alignHours, type HourlySeries } from './alignHours';
export { calibrateBuilding, heldBack, parameterEdits, type BuildingCalibration } from './districtBuilding';
export { meterReadingW, netPowerOf, onMeteredHours, type MeteredFlow } from './districtYear/meterReading';
export { YEAR_PARAMETERS, type YearParameter } from './districtYear/yearParameters';
export type { MeteredFlowHours, YearCalibration } from './districtYear';
export { CALIBRATED_SOURCE } from './districtBuilding/tag';
export { calibrate, type Calibration, type CalibrationOptions } from './calibrate';
export { compareToBills, type BillComparison, type BilledEnergy, type PeriodFit } from './compareBills';
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
