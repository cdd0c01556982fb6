import * as Comlink from 'comlink';
import { fail, succeed } from '../src/model/outcome';
import type { CalibrationJob } from '../src/protocol/calibration';
import { calibrateBuilding } from '../src/study/calibration';

/** The films and the step that a district's hourly year has: what is found is what that year is given. */
const ZONE_MODEL = { films: 'constant', stepsPerHour: 1 } as const;

/** A building against its meter, beside the page: some ten years of one building are simulated for each parameter. */
const calibrated: CalibrationJob = (request) => {
  const { district, buildingId, weather, meter, choice, meterName } = request;
  const outcome = calibrateBuilding(district, buildingId, weather, meter, choice, meterName, {
    zoneModel: ZONE_MODEL,
    leastGain: 1e-4,
  });
  if (!outcome.ok) return fail(outcome.issues);
  const { calibration, before, after, edits } = outcome.value;
  return succeed({ calibration, before, after, edits }, outcome.issues);
};

Comlink.expose(calibrated);
