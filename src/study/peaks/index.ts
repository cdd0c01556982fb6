export {
  calibratePeaks,
  FACTOR_BOUNDS,
  withCorrections,
  type PeakCalibration,
  type PeakFit,
  type RunWith,
} from './calibratePeaks';
export type { MeasuredPeak, PeakPlace } from './elements';
