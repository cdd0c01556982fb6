import { beforeAll, describe, expect, it } from 'vitest';
import type { District } from '../../src/model/district';
import type { RunInput } from '../../src/model/run';
import { readScenarioFile, writeScenario } from '../../src/io';
import { MEASURES } from '../../src/measures';
import { MEASURE_TYPES, type MeasureType, type Scenario } from '../../src/model/scenario';
import type { RunResult } from '../../src/engine/contract';
import { change, startHistory, undo } from '../../src/state/history';
import { withMeasure, withScenario } from '../../src/state/document';
import { inProcessEngine } from './inProcess';
import { inputOf, measure, measuresWith, smallTown, townFor } from './smallTown';

/**
 * No edit, no difference, to the last bit. The cheapest wrong program would keep results by name, or hash something
 * that never changes: so every run here starts with caches off in a fresh engine, all arrays are compared, and a
 * scenario that does change something must differ.
 */
let district: District;
let baseline: RunResult;

async function run(input: RunInput, workerCount = 2): Promise<RunResult> {
  const engine = inProcessEngine(workerCount, { cache: false });
  const outcome = await engine.run(input);
  engine.dispose();
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('; '));
  return outcome.value;
}

function expectSame(result: RunResult): void {
  expect(result.resultHash).toBe(baseline.resultHash);
  expect(result.inputHash).toBe(baseline.inputHash);
  for (const [name, column] of Object.entries(result.table)) {
    const reference = baseline.table[name as keyof typeof baseline.table];
    // Bits, not numbers: -0 and 0 differ, and NaN equals itself.
    expect(Buffer.compare(Buffer.from(column.buffer), Buffer.from(reference.buffer)), name).toBe(0);
  }
}

beforeAll(async () => {
  district = smallTown();
  baseline = await run(inputOf(district));
});

describe('a scenario that changes nothing', () => {
  it.each([1, 17, 4_000_000_001])('equals the baseline with seed %i', async (seed) => {
    expectSame(await run(inputOf(district, { id: 'blank', name: 'Blank', seed })));
  });

  it.each([1, 3, 8])('equals the baseline with %i workers', async (workers) => {
    expectSame(await run(inputOf(district, { id: 'blank' }), workers));
  });

  it('equals the baseline when every measure stands in it with adoption 0', async () => {
    const measures = MEASURE_TYPES.map((type) => measure(type, 0));
    expectSame(await run(inputOf(district, { measures, seed: 99 })));
  });

  it('equals the baseline after an edit and its undo', async () => {
    const input = inputOf(district);
    const start = startHistory({ baseEdits: [], scenarios: [input.scenario] });
    const edited = withMeasure(input.scenario, 'heatPumps', 0.5, {});
    const after = undo(change(start, 'Heat pumps 50 %', withScenario(start.present, edited)));
    expectSame(await run({ ...input, scenario: after.present.scenarios[0]! }));
  });

  it('equals the baseline after a measure is set and set back to 0', async () => {
    const input = inputOf(district);
    const there = withMeasure(input.scenario, 'vehiclesManaged', 1, {});
    expectSame(await run({ ...input, scenario: withMeasure(there, 'vehiclesManaged', 0, {}) }));
  });

  it('equals the baseline after save and load, from a deep copy, with every cache off', async () => {
    const input = inputOf(district);
    const loaded = JSON.parse(JSON.stringify({ district, scenario: input.scenario })) as {
      district: District;
      scenario: Scenario;
    };
    const copy = structuredClone({ ...input, district: loaded.district, scenario: loaded.scenario });
    expectSame(await run(copy));
  });
});

describe('a scenario that changes something', () => {
  // A year a measure: a few houses are enough to be changed.
  const street = smallTown(12);
  /** With few stations there is no ring whose open point could stand elsewhere. */
  const streetFor = (type: MeasureType) =>
    MEASURES[type].target === undefined ? street : townFor(type, type === 'openPointShift' ? 40 : 12);
  let unchanged: RunResult;
  beforeAll(async () => {
    unchanged = await run(inputOf(street));
  });

  const leavesRun = (type: MeasureType) => MEASURES[type].leavesRun === true;

  it.each(MEASURE_TYPES.filter(leavesRun))(
    'is the same run, to the last bit, where it only changes indicators: %s',
    async (type) => {
      const all = measure(type, 1);
      // It does change the district.
      expect(MEASURES[type].apply(district, { ...all, adoption: 1 }, 1)).not.toBe(district);
      expectSame(await run(inputOf(district, { measures: [all] })));
    },
  );

  it.each(MEASURE_TYPES.filter((type) => !leavesRun(type)))(
    'differs from the baseline, or from what it needs: %s',
    async (type) => {
      const measures = measuresWith(type);
      const at = streetFor(type);
      const before =
        measures.before.length === 0 && at === street
          ? unchanged
          : await run(inputOf(at, { measures: measures.before }));
      const changed = await run(inputOf(at, { measures: measures.after }));
      expect(changed.inputHash).not.toBe(before.inputHash);
      expect(changed.resultHash).not.toBe(before.resultHash);
    },
  );
});

describe('a scenario with measures that share a feeder', () => {
  /** Cars under a station's limit, batteries, prices, voltages and taps: what one building does depends on others. */
  const COUPLED: readonly MeasureType[] = [
    'rooftopPhotovoltaics',
    'homeBattery',
    'heatPumps',
    'flexibleHeatPumps',
    'vehiclesStationLimit',
    'dynamicTariff',
    'energyCommunity',
    'communityBattery',
    'feederBattery',
    'voltVar',
    'voltWatt',
    'conservationVoltageReduction',
    'onLoadTapChanger',
    'lineRegulator',
    'meterAudits',
  ];
  const scenario = { measures: COUPLED.map((type) => measure(type, 0.7)) };
  let street: District;
  let once: RunResult;
  const bitsOf = (result: RunResult): readonly (readonly [string, string])[] =>
    Object.entries(result.table).map(([name, column]) => [
      name,
      Buffer.from(column.buffer).toString('base64'),
    ]);
  beforeAll(async () => {
    street = smallTown(12);
    once = await run(inputOf(street, scenario), 1);
  });

  it('has the same bits with three workers, saved and loaded, after one more measure was added and undone', async () => {
    const input = inputOf(street, scenario);
    const read = readScenarioFile(writeScenario(input.scenario), 'file');
    if (!read.ok) throw new Error('not read');
    const start = startHistory({ baseEdits: [], scenarios: [read.value] });
    const more = withMeasure(read.value, 'wallInsulation', 1, {});
    const back = undo(change(start, 'Walls', withScenario(start.present, more)));
    const again = await run({ ...input, scenario: back.present.scenarios[0]! }, 3);
    expect([again.inputHash, again.resultHash]).toEqual([once.inputHash, once.resultHash]);
    expect(bitsOf(again)).toEqual(bitsOf(once));
  });

  it('is another than without them', async () => {
    expect((await run(inputOf(street))).resultHash).not.toBe(once.resultHash);
  });
});
