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
/** Heat pumps pull its busbar down by more than a position. */
const CHANGER = TOWN.network!.transformers[2]!;
const TYPE = TOWN.network!.transformerTypes.find(({ id }) => id === CHANGER.transformerTypeId)!;
const nominalV = (busId: string) => TOWN.network!.buses.find(({ id }) => id === busId)!.nominalVoltageV;
/** V_lv / V_mv of the tap changer without load at a ratio of 1. */
const NO_LOAD =
  (TYPE.toVoltageV / nominalV(CHANGER.toBusId)) * (nominalV(CHANGER.fromBusId) / TYPE.fromVoltageV);
/**
 * A high supply, so that there is something to do: three positions down it is just below the upper end of the band, 1.015, which
 * it leaves whenever panels feed in.
 */
const SUPPLY_PU = (1.0146 * (1 + CHANGER.tapPercent / 100 + 3 * 0.025)) / NO_LOAD;
const HIGH = {
  ...TOWN,
  network: {
    ...TOWN.network!,
    sources: TOWN.network!.sources.map((source) => ({ ...source, voltagePu: SUPPLY_PU })),
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
  });

  it('counts what voltages on both sides of the tap changer say of every hour of the year', async () => {
    const [changer, type] = [CHANGER, TYPE];
    const zPu = type.shortCircuitVoltagePercent / 100;
    const rPu = type.loadLossW / type.ratedSVa;
    const xPu = Math.sqrt(zPu * zPu - rPu * rPu);
    const branch = moving.rows.branchIds.indexOf(changer.id);
    const input = inputWith([...SUN, ...REGULATED]);
    // With a cache: without one each week would run its year again.
    const engine = inProcessEngine(1);
    engines.push(engine);
    const taps: number[] = [];
    let furthest = 0;
    for (let from = 0; from < moving.stepCount; from += moving.chunkSteps) {
      const week = await engine.week(input, from);
      if (!week.ok) throw new Error('no week');
      const { table, stepCount } = week.value;
      const meanPu = (busId: string, step: number): number => {
        const row = 3 * moving.rows.busIds.indexOf(busId);
        const of = (phase: number) => table.busVMagPu[(row + phase) * stepCount + step]!;
        return (of(0) + of(1) + of(2)) / 3;
      };
      for (let step = 0; step < stepCount; step += 1) {
        // V_mv noLoad / (t0 - n s) = V_lv + R P + X Q, to far less than a position.
        const [p, q] = [table.branchPFromW, table.branchQFromVar].map(
          (column) => column[branch * stepCount + step]! / type.ratedSVa,
        );
        const innerPu = meanPu(changer.toBusId, step) + rPu * p! + xPu * q!;
        const ratio = (NO_LOAD * meanPu(changer.fromBusId, step)) / innerPu;
        const tap = (1 + changer.tapPercent / 100 - ratio) / 0.025;
        furthest = Math.max(furthest, Math.abs(tap - Math.round(tap)));
        taps.push(Math.round(tap));
      }
    }
    expect(furthest).toBeLessThan(0.2);
    const hours = (tap: number): number => taps.filter((one) => one === tap).length;
    const counted = moving.regulators!.find(({ branchId }) => branchId === changer.id)!;
    expect(counted).toEqual({
      branchId: changer.id,
      lowestTap: Math.min(...taps),
      highestTap: Math.max(...taps),
      changes: taps.filter((tap, step) => step > 0 && tap !== taps[step - 1]).length,
      hoursAtMin: hours(-4),
      hoursAtMax: hours(4),
    });
    expect(counted.changes).toBeGreaterThan(100);
    expect(counted.hoursAtMin).toBeGreaterThan(100);
  }, 120_000);

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
  // Nothing stands at an end that is the middle; hours of ten minutes come without their binary digits.
  const idle = new RegulatorCount([{ branchId: 'up', minTap: 0, maxTap: 4 }], 3600);
  idle.add(Float64Array.of(0, 0, 1, 0));
  expect(idle.years()).toMatchObject([
    { lowestTap: 0, highestTap: 1, changes: 2, hoursAtMin: 0, hoursAtMax: 0 },
  ]);
  expect(regulatorIssues('d', { regulators: idle.years() })).toEqual([]);
  const short = new RegulatorCount([{ branchId: 's', minTap: -1, maxTap: 1 }], 600);
  short.add(Float64Array.of(1, 1, 1, 1, 1, 1, 1));
  const [issue] = regulatorIssues('d', { regulators: short.years() });
  expect(issue).toMatchObject({ value: '1.17' });
  expect(issue!.message).toContain('upper end for 1.17 h;');
  expect(count.years()).toEqual([
    { branchId: 't', lowestTap: -2, highestTap: 2, changes: 4, hoursAtMin: 0.5, hoursAtMax: 0.5 },
  ]);
});
