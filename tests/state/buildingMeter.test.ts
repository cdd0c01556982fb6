import { describe, expect, it } from 'vitest';
import type { CalibrationAnswer, CalibrationRequest, Calibrator } from '../../src/engine/calibrationWorker';
import type { Engine } from '../../src/engine/contract';
import { fail, succeed } from '../../src/model/outcome';
import { Actions, createAppStore } from '../../src/state';
import { calibrationChoice, calibrationHindrance } from '../../src/state/building/calibrationChoice';
import { meterFit } from '../../src/state/building/meters';
import { startHistory } from '../../src/state/history';
import { shareAddress } from '../../src/state/share';
import type { BuildingLoads } from '../../src/sim/arrays/buildingLoads';
import { inputOf, smallTown } from '../engine/smallTown';

/**
 * The meter of a building without a page. The cheapest wrong programs: readings held against other hours of the year; imports
 * held against the balance; a calibration that cannot be stopped, or that is taken over unasked; readings, or the name of their
 * file, in a link.
 */
const { district, weather, scenario: baseline } = inputOf(smallTown(2));
const GAS = { ...district.buildings[0]!, heating: 'gasBoiler' } as const;
const HOURS = 8760;
/** Takes h watts in hour h of the year and gives back 50 W in every tenth. */
const netW = Float64Array.from({ length: HOURS }, (_, hour) => (hour % 10 === 0 ? -50 : hour));
const flat = (value: number) => new Float64Array(HOURS).fill(value);
const loads = {
  netPW: Float64Array.from([...netW, ...flat(0), ...flat(0)]),
  fuelW: flat(1000),
  heatNeedW: flat(920),
  coolNeedW: flat(0),
  endUseW: new Float64Array(9 * HOURS),
} as unknown as BuildingLoads;

/** A year in UTC from 1 January, kWh an hour. */
function csv(of: (hour: number) => number, column = 'Import kWh'): string {
  const offsetS = weather.utcOffsetMin * 60;
  const lines = Array.from({ length: HOURS }, (_, hour) => {
    const at = new Date((Date.UTC(2023, 0, 1) / 1000 - offsetS + hour * 3600) * 1000);
    return `${at.toISOString().slice(0, 19)}Z,${of(hour)}`;
  });
  return `Start,${column}\n${lines.join('\n')}\n`;
}

const engine: Engine = {
  ...({} as Engine),
  run: () => new Promise(() => undefined),
  preview: () => Promise.resolve(fail([])),
  isKnown: () => false,
  week: () => Promise.resolve(fail([])),
  attribution: () => Promise.resolve(fail([])),
  buildingYear: (_, buildingId) => Promise.resolve(succeed({ buildingId, loads })),
};

async function open(calibrate?: Calibrator) {
  const store = createAppStore();
  const actions = new Actions(store, engine, () => ({ status: 'infeasible' }), calibrate);
  store.setState({
    loaded: {
      district: { ...district, buildings: [GAS, district.buildings[1]!] },
      sha256: 'x',
      weather,
      report: null,
    },
    history: startHistory({ baseEdits: [], scenarios: [baseline] }),
    mode: 'building',
    selection: { kind: 'building', id: GAS.id },
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { store, actions, meter: () => store.getState().building.meters[GAS.id] };
}

describe('a meter', () => {
  it('of imports is held against the imports of the same hours: a perfect model is perfect, one that is a fifth too low is told so', async () => {
    const { actions, meter } = await open();
    actions.building.readMeter(
      'import.csv',
      csv((hour) => Math.max(0, netW[hour]!) / 1000),
    );
    expect(meter()?.outcome.value.series).not.toBeNull();
    const perfect = meterFit(meter()!, loads, weather)!;
    expect(perfect.hourly!.cvRmse).toBeLessThan(1e-9);
    expect(perfect.hours).toBe(HOURS);
    expect(perfect.months).toHaveLength(12);
    actions.building.readMeter(
      'import.csv',
      csv((hour) => (1.25 * Math.max(0, netW[hour]!)) / 1000),
    );
    // Metered - modelled over metered: 0.25 / 1.25, times n / (n - p) with p = 1 (ASHRAE Guideline 14-2014).
    expect(meterFit(meter()!, loads, weather)!.hourly!.nmbe).toBeCloseTo(0.2 * (HOURS / (HOURS - 1)), 9);
  });

  it('of heating is held against the fuel', async () => {
    const { actions, meter } = await open();
    actions.building.readMeter(
      'gas.csv',
      csv(() => 1),
    );
    actions.building.countMeter('heating');
    expect(meterFit(meter()!, loads, weather)!.hourly!.cvRmse).toBeLessThan(1e-9);
  });

  it('that cannot be read is refused by line and reason, and nothing can be accepted', async () => {
    const { actions, meter } = await open();
    actions.building.readMeter('photo.csv', 'hello\nworld\n');
    expect(meter()?.outcome.issues.some(({ severity }) => severity === 'error')).toBe(true);
    actions.building.confirmMeter();
    expect(meter()?.confirmed).toBe(false);
  });

  it('stands in no link, and is gone when it is deleted', async () => {
    const { store, actions, meter } = await open();
    actions.building.readMeter(
      'secret-name.csv',
      csv(() => 0.123456),
    );
    actions.building.confirmMeter();
    const link = shareAddress(store.getState(), 'https://example.org/app/')!;
    expect(link).not.toMatch(/secret|123456/);
    actions.building.deleteMeterData();
    expect(meter()).toBeUndefined();
    expect(JSON.stringify(store.getState().building)).not.toContain('secret');
  });
});

describe('calibrating', () => {
  it('says why an electricity meter knows nothing of a house with a boiler', () => {
    expect(calibrationHindrance(GAS, 'electricity')).toBe('notElectric');
    expect(calibrationHindrance(GAS, 'heating')).toBeNull();
    expect(calibrationChoice(GAS, 'heating', loads).start).toEqual({ systemEfficiency: 0.92 });
    const heatPump = { ...GAS, heating: 'airHeatPump' } as const;
    expect(calibrationHindrance(heatPump, 'electricity')).toBeNull();
    expect(calibrationHindrance(heatPump, 'heating')).toBe('notFuel');
  });

  it('asks beside the page, waits for a yes, and is taken over as one step under a source without a file name', async () => {
    const requests: CalibrationRequest[] = [];
    const answer = (request: CalibrationRequest) =>
      ({
        calibration: { parameters: [] },
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
    actions.building.readMeter(
      'secret-name.csv',
      csv(() => 1),
    );
    actions.building.countMeter('heating');
    actions.building.confirmMeter();
    await actions.building.calibrate();
    expect(requests[0]!.district.network).toBeNull();
    expect(requests[0]!.meter.rowOfHour[5000]).toBe(5000);
    expect(store.getState().building.calibration?.status).toBe('ready');
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
          (resolve) => (late = () => resolve(succeed({ edits: [] } as unknown as CalibrationAnswer))),
        ),
    );
    actions.building.readMeter(
      'gas.csv',
      csv(() => 1),
    );
    actions.building.countMeter('heating');
    const asked = actions.building.calibrate();
    expect(store.getState().building.calibration?.status).toBe('running');
    actions.building.cancel();
    expect(store.getState().building.calibration?.status).toBe('cancelled');
    late!();
    await asked;
    expect(store.getState().building.calibration).toMatchObject({ status: 'cancelled', answer: null });
  });
});
