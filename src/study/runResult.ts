import type { RunTable } from '../sim/arrays/results';
import type { RunRows } from '../sim/arrays/rows';
import type { RegulatorYear } from './regulatorYear';
import type { ChargingYear } from './stationCharging/chargingYear';

/** A finished year. Arrays are plain Float64Arrays in the layout RUN_RESULTS. */
export interface RunResult {
  readonly engineVersion: string;
  /** SHA-256 over everything the run depends on; names the run. */
  readonly inputHash: string;
  /** SHA-256 over every result array. */
  readonly resultHash: string;
  readonly stepS: 3600 | 900;
  readonly stepCount: number;
  readonly chunkSteps: number;
  readonly startWeekday: number;
  readonly utcOffsetMin: number;
  readonly rows: RunRows;
  readonly table: RunTable;
  /** How regulators moved; absent where none stands. */
  readonly regulators?: readonly RegulatorYear[];
  /** What keeping to the limits of stations did; absent where no car does. */
  readonly charging?: ChargingYear;
}
