export {
  calibratePeaks,
  FACTOR_BOUNDS,
  type PeakCalibration,
  type PeakFit,
  type RunWith,
} from './calibratePeaks';
export type { MeasuredPeak, PeakPlace } from './elements';
