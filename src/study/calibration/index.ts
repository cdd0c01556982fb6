export { alignHours, type HourlySeries } from './alignHours';
export { calibrate, type Calibration, type CalibrationOptions } from './calibrate';
export {
  compareToMeter,
  DEFAULT_PARAMETERS,
  GUIDELINE_14_LIMITS,
  GUIDELINE_14_SOURCE,
  NMBE_SIGN,
  type FitFigures,
  type Guideline14,
  type MonthFit,
} from './guideline14';
export type { CalibratedParameter, CalibratedRun, CalibrationParameter, Identifiability } from './parameters';
