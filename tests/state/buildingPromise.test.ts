import { describe, expect, it } from 'vitest';
import { calibrateYear } from '../../src/study/calibration/districtYear';
import { meterComparison } from '../../src/state/building/meters';
import type { CalibrationAnswer } from '../../src/protocol/calibration';
import type { Guideline14 } from '../../src/study/calibration';
import type { AppStore } from '../../src/state';
import { HOUSE, open, settled, weather } from './buildingTown';
import { csv, fileOf } from './meterTown';

/**
 * What a calibration promises is what the page shows once it is taken. The cheapest wrong programs: a calibration of another
 * model than the page's (rooms without hot water, archetype hours), one that moves
 * what no building holds, or one that fits hours and so makes the months worse.
 */
const shownIn = (store: AppStore): Guideline14 => {
  const { building } = store.getState();
  const compared = meterComparison(building.meters[HOUSE.id]!, building.years.baseline!.loads, weather);
  if (compared.kind !== 'fit') throw new Error(compared.kind);
  return compared.fit;
};

/**
 * Gas of a house that loses half as much heat again as its model and draws little more than half the hot water; all of it at other
 * hours than the model's, as where heat is made by night.
 */
function gasKWh(fuelW: Float64Array): string {
  const days = Array.from({ length: 365 }, (_, day) =>
    fuelW.subarray(24 * day, 24 * day + 24).reduce((sum, power) => sum + power / 24, 0),
  );
  const hotWaterW = Math.min(...days);
  const metered = days.map((meanW) => 1.5 * (meanW - hotWaterW) + 0.6 * hotWaterW);
  return csv((hour) => ((hour % 24 < 8 ? 2.6 : 0.2) * metered[Math.floor(hour / 24)]!) / 1000, 'Gas kWh');
}

describe('the numbers of a calibration, once taken', () => {
  it('show on the page exactly the figures that were promised, hourly, monthly and every month', async () => {
    const { store, actions } = open((request) =>
      Promise.resolve(
        calibrateYear(request.input, request.buildingId, request.meter, request.ids, request.meterName, {
          leastGain: 1e-3,
        }),
      ),
    );
    await settled(store, ['baseline']);
    await actions.building.readMeter(
      fileOf('gas.csv', gasKWh(store.getState().building.years.baseline!.loads.fuelW)),
    );
    actions.building.countMeter('heating');
    actions.building.confirmMeter();
    const shownBefore = shownIn(store);
    await actions.building.calibrate();
    const answer: CalibrationAnswer = store.getState().building.calibrations[HOUSE.id]!.answer!;
    expect(answer.before).toEqual(shownBefore);
    // The test would say nothing of a calibration that moved nothing.
    expect(answer.after.monthly!.cvRmse).toBeLessThan(0.6 * answer.before.monthly!.cvRmse);
    expect(Math.abs(answer.after.monthly!.nmbe)).toBeLessThan(0.05);
    expect(answer.edits.map(({ field }) => field)).toContain('hotWaterLPerPersonDay');
    const { years } = store.getState().building;
    actions.building.takeCalibration();
    for (let turn = 0; turn < 400 && store.getState().building.years === years; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 0));
    await settled(store, ['baseline']);
    expect(shownIn(store)).toEqual(answer.after);
  }, 120_000);
});
