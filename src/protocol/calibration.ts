import type { District } from '../model/district';
import type { Outcome } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import type { BuildingCalibration, MeteredHours, ParameterChoice } from '../study/calibration';

/** A building against its meter, as a worker is asked: the arguments of `calibrateBuilding`. */
export interface CalibrationRequest {
  /** Corrected; its network is not needed. */
  readonly district: District;
  readonly buildingId: string;
  readonly weather: WeatherYear;
  readonly meter: MeteredHours;
  readonly choice: ParameterChoice;
  /** Named in the source of what is found. */
  readonly meterName: string;
}

export type CalibrationAnswer = Pick<BuildingCalibration, 'calibration' | 'before' | 'after' | 'edits'>;

export type CalibrationJob = (request: CalibrationRequest) => Outcome<CalibrationAnswer>;
