import { describe, expect, it } from 'vitest';
import type { CalibrationAnswer, CalibrationRequest } from '../../src/engine/calibrationWorker';
import { readShareLink } from '../../src/io/shareLink';
import { succeed } from '../../src/model/outcome';
import { calibrationHindrance, movedParameters } from '../../src/state/building/calibrationChoice';
import { meterFit } from '../../src/state/building/meters';
import { shareAddress } from '../../src/state/share';
import { shareOfFragment } from '../../src/state/shareView';
import { csv, fileOf, GAS, HOURS, NO_FIT, loads, netW, open, weather } from './meterTown';

/**
 * The meter of a building without a page. The cheapest wrong programs: readings held against other hours of the year; imports
 * held against the balance; a calibration that cannot be stopped, or that is taken over unasked; readings, or the name of their
 * file, in a link.
 */

describe('a meter', () => {
  it('of imports is held against the imports of the same hours: a perfect model is perfect, one that is a fifth too low is told so', async () => {
    const { actions, meter } = await open();
    await actions.building.readMeter(
      fileOf(
        'import.csv',
        csv((hour) => Math.max(0, netW[hour]!) / 1000),
      ),
    );
    expect(meter()?.outcome.value.series).not.toBeNull();
    const perfect = meterFit(meter()!, loads, weather)!;
    expect(perfect.hourly!.cvRmse).toBeLessThan(1e-9);
    expect(perfect.hours).toBe(HOURS);
    expect(perfect.months).toHaveLength(12);
    await actions.building.readMeter(
      fileOf(
        'import.csv',
        csv((hour) => (1.25 * Math.max(0, netW[hour]!)) / 1000),
      ),
    );
    // Metered - modelled over metered: 0.25 / 1.25, times n / (n - p) with p = 1 (ASHRAE Guideline 14-2014).
    expect(meterFit(meter()!, loads, weather)!.hourly!.nmbe).toBeCloseTo(0.2 * (HOURS / (HOURS - 1)), 9);
  });

  it('of heating is held against the fuel', async () => {
    const { actions, meter } = await open();
    await actions.building.readMeter(
      fileOf(
        'gas.csv',
        csv(() => 1),
      ),
    );
    actions.building.countMeter('heating');
    expect(meterFit(meter()!, loads, weather)!.hourly!.cvRmse).toBeLessThan(1e-9);
  });

  it('that cannot be read is refused by line and reason, and nothing can be accepted', async () => {
    const { actions, meter } = await open();
    await actions.building.readMeter(fileOf('photo.csv', 'hello\nworld\n'));
    expect(meter()?.outcome.issues.some(({ severity }) => severity === 'error')).toBe(true);
    actions.building.confirmMeter();
    expect(meter()?.confirmed).toBe(false);
  });

  it('stands in no link, and is gone when it is deleted', async () => {
    const { store, actions, meter } = await open();
    await actions.building.readMeter(
      fileOf(
        'secret-name.csv',
        csv(() => 0.123456),
      ),
    );
    actions.building.confirmMeter();
    const link = shareAddress(store.getState(), 'https://example.org/app/')!;
    // Links are packed: what is in one shows when it is read again.
    const shared = readShareLink(shareOfFragment(new URL(link).hash)!);
    expect(shared.ok && shared.value.scenario.id).toBe('baseline');
    expect(JSON.stringify(shared)).not.toMatch(/secret|123456/);
    actions.building.deleteMeterData();
    expect(meter()).toBeUndefined();
    expect(JSON.stringify(store.getState().building)).not.toContain('secret');
  });
});

describe('calibrating', () => {
  it('says why an electricity meter knows nothing of a house with a boiler', () => {
    expect(calibrationHindrance(GAS, 'electricity')).toBe('notElectric');
    expect(calibrationHindrance(GAS, 'heating')).toBeNull();
    expect(movedParameters(GAS, 'heating').map(({ id }) => id)).toEqual([
      'infiltrationFactor',
      'heatingSetpointOffsetK',
      'hotWaterFactor',
    ]);
    const heatPump = { ...GAS, heating: 'airHeatPump' } as const;
    expect(calibrationHindrance(heatPump, 'electricity')).toBeNull();
    expect(calibrationHindrance(heatPump, 'heating')).toBe('notFuel');
  });

  it('asks beside the page, waits for a yes, and is taken over as one step under a source without a file name', async () => {
    const requests: CalibrationRequest[] = [];
    const answer = (request: CalibrationRequest) =>
      ({
        ...NO_FIT,
        edits: [
          {
            buildingId: GAS.id,
            field: 'infiltrationPerH',
            value: { value: 0.5, source: `against ${request.meterName}`, quality: 'estimation_assumptions' },
          },
        ],
      }) as unknown as CalibrationAnswer;
    const { store, actions } = await open((request) => {
      requests.push(request);
      return Promise.resolve(succeed(answer(request)));
    });
    await actions.building.readMeter(
      fileOf(
        'secret-name.csv',
        csv(() => 1),
      ),
    );
    actions.building.countMeter('heating');
    actions.building.confirmMeter();
    await actions.building.calibrate();
    expect(requests[0]!.input).toBe(store.getState().building.years.baseline!.input);
    expect(requests[0]!.meter).toMatchObject({ use: 'heating', direction: 'import' });
    expect(requests[0]!.meter.rowOfHour[5000]).toBe(5000);
    expect(store.getState().building.calibrations[GAS.id]?.status).toBe('ready');
    expect(store.getState().history.present.baseEdits).toEqual([]);
    actions.building.takeCalibration();
    expect(store.getState().history.present.baseEdits.map(({ field }) => field)).toEqual([
      'infiltrationPerH',
    ]);
    expect(JSON.stringify(store.getState().history.present.baseEdits)).not.toContain('secret');
    actions.undo();
    expect(store.getState().history.present.baseEdits).toEqual([]);
  });

  it('is cancelled at once, and what comes too late changes nothing', async () => {
    let late: (() => void) | undefined;
    const { store, actions } = await open(
      () =>
        new Promise(
          (resolve) =>
            (late = () => resolve(succeed({ ...NO_FIT, edits: [] } as unknown as CalibrationAnswer))),
        ),
    );
    await actions.building.readMeter(
      fileOf(
        'gas.csv',
        csv(() => 1),
      ),
    );
    actions.building.countMeter('heating');
    const asked = actions.building.calibrate();
    expect(store.getState().building.calibrations[GAS.id]?.status).toBe('running');
    actions.building.cancel();
    expect(store.getState().building.calibrations[GAS.id]?.status).toBe('cancelled');
    late!();
    await asked;
    expect(store.getState().building.calibrations[GAS.id]).toMatchObject({
      status: 'cancelled',
      answer: null,
    });
  });
});
