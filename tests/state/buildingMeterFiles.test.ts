import { describe, expect, it } from 'vitest';
import { comparedChannel, doubtedReadings } from '../../src/state/building/meters';
import { calibratedNumbers } from '../../src/state/building/view';
import {
  workerCalibrator,
  type CalibrationAnswer,
  type CalibrationRequest,
} from '../../src/engine/calibrationWorker';
import type { Building } from '../../src/model/building';
import { succeed } from '../../src/model/outcome';
import type { BaseEdit } from '../../src/model/scenario';
import {
  calibrationStanding,
  LARGEST_METER_MB,
  meterComparison,
  meterHindrance,
  ownYearOf,
} from '../../src/state';
import { csv, district, fileOf, GAS, NO_FIT, loads, open, weather } from './meterTown';

/**
 * Files that come while something else happens, and calibrations while the building changes. The cheapest wrong programs:
 * readings that land on the building that is on screen when they are read; deleted ones that come back; a failure that nobody
 * hears of; corrections fitted to exports, or to numbers that the building no longer has.
 */
describe('a file that comes', () => {
  const OTHER = district.buildings[1]!;
  /** A file whose reading is in the test's hands. */
  const slowFile = (name: string, text: string) => {
    let done: (() => void) | undefined;
    const file = {
      ...{ name, size: text.length },
      text: () => new Promise<string>((resolve) => (done = () => resolve(text))),
    };
    return { file, finish: () => done!() };
  };
  const gas = csv(() => 1);

  it('belongs to the building that was on screen when it came, whichever is when it has been read', async () => {
    const { store, actions, meter } = await open();
    const { file, finish } = slowFile('a.csv', gas);
    const reading = actions.building.readMeter(file);
    store.setState({ selection: { kind: 'building', id: OTHER.id } });
    finish();
    await reading;
    expect(Object.keys(store.getState().building.meters)).toEqual([GAS.id]);
    expect(meter()?.buildingId).toBe(GAS.id);
  });

  it('is dropped where a newer one was chosen, or all were deleted, while it was read', async () => {
    const { store, actions, meter } = await open();
    const old = slowFile('old.csv', gas);
    const reading = actions.building.readMeter(old.file);
    await actions.building.readMeter(fileOf('new.csv', gas));
    old.finish();
    await reading;
    expect(meter()?.fileName).toBe('new.csv');
    const late = slowFile('late.csv', gas);
    const again = actions.building.readMeter(late.file);
    actions.building.deleteMeterData();
    late.finish();
    await again;
    expect(store.getState().building.meters).toEqual({});
    const choosing = actions.building.readMeter(fileOf('new.csv', gas)).then(() => {
      const chosen = actions.building.chooseMeter({ unit: 'Wh' });
      actions.building.deleteMeterData();
      return chosen;
    });
    await choosing;
    expect(store.getState().building.meters).toEqual({});
  });

  it('too large is not read, one that cannot be read is told of, and neither takes the present one away', async () => {
    const { store, actions, meter } = await open();
    await actions.building.readMeter(fileOf('good.csv', gas));
    const size = (LARGEST_METER_MB + 1) * 1024 * 1024;
    await actions.building.readMeter({ name: 'huge.csv', size, text: () => expect.fail('read') });
    expect(store.getState().building.meterRefusal).toMatchObject({ fileName: 'huge.csv', kind: 'tooLarge' });
    const text = () => Promise.reject(new Error('the disk is gone'));
    await actions.building.readMeter({ name: 'gone.csv', size: 10, text });
    expect(store.getState().building.meterRefusal).toMatchObject({
      kind: 'unreadable',
      detail: 'the disk is gone',
    });
    expect(meter()?.fileName).toBe('good.csv');
  });

  it('dropped on the page asks before it takes an accepted one away', async () => {
    const { store, actions, meter } = await open();
    await actions.building.readMeter(fileOf('good.csv', gas));
    actions.building.confirmMeter();
    for (const takes of [false, true]) {
      await actions.building.readMeter(fileOf('dropped.csv', gas), 'dropped');
      expect(meter()?.fileName).toBe('good.csv');
      actions.building.answerOffer(takes);
      expect(store.getState().building.meterOffer).toBeNull();
    }
    expect(meter()?.fileName).toBe('dropped.csv');
  });
});

describe('a comparison', () => {
  it('gives its true reason: a year that is not there yet is no missing import', async () => {
    const { store, actions, meter } = await open();
    await actions.building.readMeter(
      fileOf(
        'import.csv',
        csv(() => 1),
      ),
    );
    expect(meterComparison(meter()!, null, weather).kind).toBe('computing');
    expect(meterComparison(meter()!, loads, weather).kind).toBe('fit');
    actions.building.countMeter('heating');
    await actions.building.chooseMeter({ direction: 'export' });
    expect(meterComparison(meter()!, loads, weather).kind).toBe('noFlow');
    // The year of other inputs is none of today's.
    expect(ownYearOf(store.getState(), 'baseline', GAS.id)).not.toBeNull();
    store.setState({ stepS: 900 });
    expect(ownYearOf(store.getState(), 'baseline', GAS.id)).toBeNull();
  });
});

describe('a calibration', () => {
  const PUMP = { ...district.buildings[0]!, heating: 'airHeatPump' } as const;
  const panels = district.buildings.find(({ photovoltaics }) => photovoltaics !== null)?.photovoltaics ?? {
    ...{ peakW: 5000, tiltDeg: 35, azimuthDeg: 180 },
  };

  it('is not offered against a flow that its model does not have', async () => {
    const { actions, meter } = await open();
    for (const [column, direction] of [
      ['Import kWh', 'import'],
      ['Export kWh', 'export'],
      ['Net kWh', 'net'],
    ] as const) {
      await actions.building.readMeter(
        fileOf(
          `${direction}.csv`,
          csv(() => 1, column),
        ),
      );
      await actions.building.chooseMeter({ direction });
      const plain = { ...PUMP, photovoltaics: null, vehicles: null };
      expect(meterHindrance(plain, meter()!), direction).toBe(direction === 'export' ? 'exported' : null);
      const withPanels = { ...plain, photovoltaics: panels } as Building;
      expect(meterHindrance(withPanels, meter()!)).toBe(direction === 'export' ? 'exported' : 'ownPower');
    }
  });

  const edit = (value: number): BaseEdit =>
    ({
      ...{ buildingId: GAS.id, field: 'infiltrationPerH' },
      value: { value, source: 'x', quality: 'estimation_assumptions' },
    }) as BaseEdit;
  async function calibrated() {
    let asked = 0;
    const answers: ((answer: CalibrationAnswer) => void)[] = [];
    const opened = await open(() => {
      asked += 1;
      return new Promise((resolve) => answers.push((answer) => resolve(succeed(answer))));
    });
    const { store, actions } = opened;
    await actions.building.readMeter(
      fileOf(
        'gas.csv',
        csv(() => 1),
      ),
    );
    actions.building.countMeter('heating');
    actions.building.confirmMeter();
    const running = actions.building.calibrate();
    const answer = async () => {
      answers[0]!({ ...NO_FIT, edits: [edit(0.5)] } as unknown as CalibrationAnswer);
      await running;
    };
    const standing = () =>
      calibrationStanding(store.getState(), store.getState().building.calibrations[GAS.id]!);
    const correct = (baseEdits: readonly BaseEdit[]) => {
      const { history } = store.getState();
      store.setState({ history: { ...history, present: { ...history.present, baseEdits } } });
    };
    return { ...opened, answer, standing, correct, asked: () => asked };
  }

  it('that was fitted to other numbers than those of today is not taken over', async () => {
    const { store, actions, answer, standing, correct } = await calibrated();
    const wall = { ...edit(0.7), field: 'uWallWPerM2K' } as BaseEdit;
    correct([wall]);
    await answer();
    expect(standing()).toBe('outdated');
    actions.building.takeCalibration();
    expect(store.getState().history.present.baseEdits).toEqual([wall]);
    // Another building's numbers are none of this one's.
    correct([{ ...wall, buildingId: 'elsewhere' }]);
    expect(standing()).toBe('open');
  });

  it('that is undone is not in force any more, and can be taken again', async () => {
    const { store, actions, answer, standing } = await calibrated();
    await answer();
    actions.building.takeCalibration();
    expect(standing()).toBe('taken');
    expect(store.getState().history.past.at(-1)?.name).toBe(`Calibrate ${GAS.name ?? GAS.id}`);
    actions.undo();
    expect(standing()).toBe('open');
    actions.redo();
    expect(standing()).toBe('taken');
  });

  it('goes on while another building gets its meter, and waits for a year of today', async () => {
    const { store, actions, standing, asked } = await calibrated();
    store.setState({ selection: { kind: 'building', id: district.buildings[1]!.id } });
    await actions.building.readMeter(
      fileOf(
        'other.csv',
        csv(() => 1),
      ),
    );
    expect(store.getState().building.calibrations[GAS.id]?.status).toBe('running');
    expect(standing()).toBe('open');
    expect(asked()).toBe(1);
    store.setState({ selection: { kind: 'building', id: GAS.id }, stepS: 900 });
    await actions.building.calibrate();
    expect(asked()).toBe(1);
  });

  it('whose worker cannot start ends in words', async () => {
    const calibrate = workerCalibrator(() => {
      throw new Error('no workers here');
    });
    const outcome = await calibrate({} as CalibrationRequest, new AbortController().signal);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.message).toContain('no workers here');
  });
});

it('readings that are doubted are left out by one tick, and count again without it', async () => {
  const { actions, meter } = await open();
  await actions.building.readMeter(
    fileOf(
      'import.csv',
      csv((hour) => (hour === 500 ? 9999 : 1)),
    ),
  );
  expect(doubtedReadings(meter()!).map(({ step, doubt }) => [step, doubt])).toEqual([[500, 'connection']]);
  expect(comparedChannel(meter()!)!.pW[500]).toBe(9_999_000);
  actions.building.leaveOutDoubted(true);
  expect(comparedChannel(meter()!)!.pW[500]).toBeNaN();
  actions.building.leaveOutDoubted(false);
  expect(comparedChannel(meter()!)!.pW[500]).toBe(9_999_000);
  // Gas comes past no fuse: there it only lies far outside.
  actions.building.countMeter('heating');
  expect(doubtedReadings(meter()!).map(({ doubt }) => doubt)).toEqual(['farOutside']);
});

it('what was deleted is told until the next file, with what stays by name', async () => {
  const { store, actions } = await open();
  await actions.building.readMeter(
    fileOf(
      'gas.csv',
      csv(() => 1),
    ),
  );
  actions.building.deleteMeterData();
  expect(store.getState().building.deletedMeters).toBe(1);
  expect(calibratedNumbers(store.getState())).toEqual([]);
  const source = 'calibrated against the meter of this building: infiltrationFactor 0.5';
  const value = { value: 0.5, source, quality: 'estimation_assumptions' } as const;
  const { present } = store.getState().history;
  store.setState(({ history }) => ({
    history: {
      ...history,
      present: { ...present, baseEdits: [{ buildingId: GAS.id, field: 'infiltrationPerH', value }] },
    },
  }));
  expect(calibratedNumbers(store.getState())).toEqual(['infiltrationPerH']);
  await actions.building.readMeter(
    fileOf(
      'gas.csv',
      csv(() => 1),
    ),
  );
  expect(store.getState().building.deletedMeters).toBe(0);
});
