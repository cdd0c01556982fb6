import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/contract';
import type { PooledEngine } from '../../src/engine/engine';
import type { Measure } from '../../src/model/scenario';
import { RegulatorCount, regulatorIssues } from '../../src/study/regulatorYear';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * Years in which regulators move. The cheapest wrong programs: positions that remember the hour before, so that a week recomputed
 * or other workers give other bits; regulators that swing against inverters; counts that begin anew with every chunk.
 */
const TOWN = smallTown(8);
const SUN: readonly Measure[] = [measure('rooftopPhotovoltaics', 1), measure('heatPumps', 1)];
const REGULATED: readonly Measure[] = [
  { ...measure('onLoadTapChanger', 1), parameters: { setPointPercent: 100, bandPercent: 3 } },
  { ...measure('lineRegulator', 1), parameters: { bandPercent: 1.5 } },
];
const ANSWERS: readonly Measure[] = [
  measure('conservationVoltageReduction', 1),
  { ...measure('voltVar', 1), parameters: { v3Pu: 1, v4Pu: 1.05 } },
  measure('voltWatt', 1),
];
/** A high supply, so that there is something to do. */
const HIGH = {
  ...TOWN,
  network: {
    ...TOWN.network!,
    sources: TOWN.network!.sources.map((source) => ({ ...source, voltagePu: 1.09 })),
  },
};
const inputWith = (measures: readonly Measure[]) => inputOf(HIGH, { measures });
const engines: PooledEngine[] = [];
const engineOf = (workers: number): PooledEngine => {
  const engine = inProcessEngine(workers, { cache: false });
  engines.push(engine);
  return engine;
};
async function run(measures: readonly Measure[], workers = 1): Promise<RunResult> {
  const outcome = await engineOf(workers).run(inputWith(measures));
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}

let still: RunResult;
let moving: RunResult;
let answering: RunResult;
beforeAll(async () => {
  still = await run(SUN);
  moving = await run([...SUN, ...REGULATED]);
  answering = await run([...SUN, ...REGULATED, ...ANSWERS], 2);
}, 120_000);
afterAll(() => engines.forEach((engine) => engine.dispose()));

describe('a year with regulators', () => {
  it('keeps the balance of every step, and the LV busbars in the band in all of them', () => {
    const busbar = TOWN.network!.transformers[0]!.toBusId;
    const row = still.rows.busIds.indexOf(busbar);
    expect(still.table.busVMaxPu[row]).toBeGreaterThan(1.03);
    for (const { table } of [moving, answering]) {
      expect(Math.max(...table.balanceResidual)).toBeLessThan(2e-6);
      expect(Math.min(...table.iterations)).toBeGreaterThanOrEqual(0);
      // Of the mean of three phases, which single ones leave a little.
      expect(table.busVMinPu[row]).toBeGreaterThan(0.98);
      expect(table.busVMaxPu[row]).toBeLessThan(1.02);
    }
  });

  it('tells how each of them moved, and nothing where none stands', () => {
    expect(still.regulators).toBeUndefined();
    const ids = moving.regulators!.map(({ branchId }) => branchId);
    expect(ids).toContain(TOWN.network!.transformers[0]!.id);
    expect(ids.length).toBeGreaterThan(1);
    const changer = moving.regulators!.find(
      ({ branchId }) => branchId === TOWN.network!.transformers[0]!.id,
    )!;
    expect(changer.lowestTap).toBeLessThan(0);
    expect(changer.highestTap).toBeGreaterThanOrEqual(changer.lowestTap);
    for (const { hoursAtMin, hoursAtMax, changes } of moving.regulators!) {
      expect(hoursAtMin + hoursAtMax).toBeLessThanOrEqual(8760);
      expect(changes).toBeLessThan(8760);
    }
  });

  it('comes to rest in every step where inverters and loads answer to the same voltage', () => {
    expect(Math.min(...answering.table.responseRounds)).toBeGreaterThan(0);
    expect(answering.regulators!.length).toBe(moving.regulators!.length);
  });

  it('has the same bits with three workers, and in a week recomputed by itself', async () => {
    const three = await run([...SUN, ...REGULATED], 3);
    expect(three.resultHash).toBe(moving.resultHash);
    expect(three.regulators).toEqual(moving.regulators);
    const input = inputWith([...SUN, ...REGULATED]);
    const week = await engineOf(1).week(input, 20 * moving.chunkSteps);
    if (!week.ok) throw new Error('no week');
    const { table, fromStep, stepCount } = week.value;
    const transformer = moving.rows.lineCount;
    const loading = table.branchLoading.subarray(transformer * stepCount, (transformer + 1) * stepCount);
    expect(loading).toEqual(moving.table.transformerLoading.subarray(fromStep, fromStep + stepCount));
  });
});

it('counts changes across chunks, and hours at both ends', () => {
  const count = new RegulatorCount([{ branchId: 't', minTap: -2, maxTap: 2 }], 900);
  count.add(Float64Array.of(0, 0, 1, 2));
  count.add(Float64Array.of(2, -2, -2, -1));
  expect(regulatorIssues('d', { regulators: count.years() })).toMatchObject([
    { severity: 'note', code: 'regulator-at-end', where: 't', value: '1' },
  ]);
  expect(regulatorIssues('d', {})).toEqual([]);
  expect(count.years()).toEqual([
    { branchId: 't', lowestTap: -2, highestTap: 2, changes: 4, hoursAtMin: 0.5, hoursAtMax: 0.5 },
  ]);
});
