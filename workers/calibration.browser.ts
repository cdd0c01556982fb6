import * as Comlink from 'comlink';
import type { CalibrationJob } from '../src/protocol/calibration';
import { calibrateYear } from '../src/study/calibration/districtYear';

/** What lowers the squares by less than a thousandth is not worth a further round of years. */
const LEAST_GAIN = 1e-3;

/** A building against its meter, beside the page: some ten to fifty of its years are simulated for each parameter. */
const calibrated: CalibrationJob = ({ input, buildingId, meter, ids, meterName }) =>
  calibrateYear(input, buildingId, meter, ids, meterName, { leastGain: LEAST_GAIN });

Comlink.expose(calibrated);
