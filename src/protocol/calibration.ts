import type { Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { MeteredFlowHours, YearCalibration } from '../study/calibration';

/** A building's year against its meter, as a worker is asked: the arguments of `calibrateYear`. */
export interface CalibrationRequest {
  /** The run whose year the page shows. */
  readonly input: RunInput;
  readonly buildingId: string;
  readonly meter: MeteredFlowHours;
  /** Parameters that move. */
  readonly ids: readonly string[];
  /** Named in the source of what is found. */
  readonly meterName: string;
}

export type CalibrationAnswer = YearCalibration;

export type CalibrationJob = (request: CalibrationRequest) => Outcome<CalibrationAnswer>;
