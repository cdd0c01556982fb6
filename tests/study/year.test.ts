import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult, Week } from '../../src/engine/contract';
import type { PooledEngine } from '../../src/engine/engine';
import { END_USES, NET_SIGNS, type RunInput } from '../../src/model/run';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';
import { BUSY } from './busyTown';

/**
 * The year against the week, the part against the whole, each by another path. The cheapest wrong program would
 * return the year's own arrays again: weeks are therefore recomputed in an engine that never ran the year.
 */
let engine: PooledEngine;
let input: RunInput;
let result: RunResult;
let weeks: Week[];

beforeAll(async () => {
  input = inputOf(smallTown(), { measures: BUSY });
  engine = inProcessEngine(2);
  const ran = await engine.run(input);
  if (!ran.ok) throw new Error(ran.issues.map((issue) => issue.message).join('; '));
  result = ran.value;
  // Every week of the year, so that extremes and sums can be told completely from weeks.
  weeks = [];
  for (let step = 0; step < result.stepCount; step += result.chunkSteps) {
    const week = await engine.week(input, step);
    if (!week.ok) throw new Error('no week');
    weeks.push(week.value);
  }
}, 120_000);

afterAll(() => engine.dispose());

/** Calls back for every step of the year with the week it lies in and the place inside. */
function eachStep(visit: (step: number, week: Week, local: number) => void): void {
  for (const week of weeks)
    for (let local = 0; local < week.stepCount; local += 1) visit(week.fromStep + local, week, local);
}

function countDifferences(pairs: Iterable<readonly [number, number]>): number {
  let different = 0;
  for (const [a, b] of pairs) if (!Object.is(a, b)) different += 1;
  return different;
}

describe('the weeks of a year', () => {
  it('cover it once, the last one day long', () => {
    expect(weeks).toHaveLength(53);
    expect(weeks.reduce((steps, week) => steps + week.stepCount, 0)).toBe(8760);
    expect(weeks.at(-1)!.stepCount).toBe(24);
  });

  it('carry the transformers as the year does, to the last bit', () => {
    const { table, rows } = result;
    const pairs: [number, number][] = [];
    eachStep((step, week, local) =>
      rows.transformerIds.forEach((_, row) => {
        const branch = (rows.lineCount + row) * week.stepCount + local;
        pairs.push([table.transformerLoading[row * 8760 + step]!, week.table.branchLoading[branch]!]);
        pairs.push([table.transformerPW[row * 8760 + step]!, week.table.branchPFromW[branch]!]);
      }),
    );
    expect(pairs.length).toBe(2 * 8760 * rows.transformerIds.length);
    expect(countDifferences(pairs)).toBe(0);
  });

  it('have the worst steps of every branch and bus where the year says, first of equals', () => {
    const { table, rows } = result;
    const branches = rows.branchIds.map(() => ({ most: -Infinity, at: -1 }));
    const buses = rows.busIds.map(() => ({ least: Infinity, leastAt: -1, most: -Infinity, mostAt: -1 }));
    eachStep((step, { table: week, stepCount }, local) => {
      branches.forEach((branch, row) => {
        const loading = week.branchLoading[row * stepCount + local]!;
        if (loading > branch.most) Object.assign(branch, { most: loading, at: step });
      });
      buses.forEach((bus, row) => {
        const phases = [0, 1, 2].map((phase) => week.busVMagPu[(row * 3 + phase) * stepCount + local]!);
        const least = Math.min(...phases);
        const most = Math.max(...phases);
        if (least < bus.least) Object.assign(bus, { least, leastAt: step });
        if (most > bus.most) Object.assign(bus, { most, mostAt: step });
      });
    });
    expect(branches.map(({ most }) => most)).toEqual([...table.branchLoadingMax]);
    expect(branches.map(({ at }) => at)).toEqual([...table.branchLoadingMaxStep]);
    expect(buses.map(({ least }) => least)).toEqual([...table.busVMinPu]);
    expect(buses.map(({ leastAt }) => leastAt)).toEqual([...table.busVMinStep]);
    expect(buses.map(({ most }) => most)).toEqual([...table.busVMaxPu]);
    expect(buses.map(({ mostAt }) => mostAt)).toEqual([...table.busVMaxStep]);
    expect(new Set(branches.map(({ at }) => at)).size).toBeGreaterThan(3);
  });

  it('have the extremes and the energy of every building', () => {
    const { table, rows } = result;
    rows.buildingIds.forEach((id, row) => {
      let importWh = 0;
      let exportWh = 0;
      let most = -Infinity;
      let mostAt = -1;
      eachStep((step, { table: week, stepCount }, local) => {
        const netW = week.buildingNetW[row * stepCount + local]!;
        if (netW > 0) importWh += netW;
        else exportWh -= netW;
        if (netW > most) [most, mostAt] = [netW, step];
      });
      expect([most, mostAt], id).toEqual([table.buildingNetMaxW[row], table.buildingNetMaxStep[row]]);
      // Summed in another order: the last digits may differ.
      expect(Math.abs(importWh * 3600 - table.buildingImportJ[row]!)).toBeLessThan(
        1e-9 * importWh * 3600 + 1e-6,
      );
      expect(Math.abs(exportWh * 3600 - table.buildingExportJ[row]!)).toBeLessThan(
        1e-9 * exportWh * 3600 + 1e-6,
      );
    });
  });

  it('have the losses of every branch', () => {
    result.rows.branchIds.forEach((id, row) => {
      let lossJ = 0;
      eachStep((_, week, local) => (lossJ += week.table.branchLossW[row * week.stepCount + local]! * 3600));
      expect(Math.abs(lossJ - result.table.branchLossJ[row]!), id).toBeLessThan(
        1e-9 * Math.abs(lossJ) + 1e-6,
      );
    });
  });

  it('are those of an engine that has never run a week before, with caches off and another pool', async () => {
    const other = inProcessEngine(1, { cache: false });
    const again = await other.week(input, 4000);
    other.dispose();
    const week = weeks[Math.floor(4000 / result.chunkSteps)]!;
    expect(again.ok && again.value.fromStep).toBe(week.fromStep);
    if (!again.ok) return;
    for (const [name, column] of Object.entries(again.value.table)) {
      const reference = week.table[name as keyof typeof week.table];
      expect(Buffer.compare(Buffer.from(column.buffer), Buffer.from(reference.buffer)), name).toBe(0);
    }
  });
});

describe('a building recomputed for its year', () => {
  it('equals the weeks, use by use, to the last bit', async () => {
    for (const row of [0, 17, result.rows.buildingIds.length - 1]) {
      const year = await engine.buildingYear(input, result.rows.buildingIds[row]!);
      if (!year.ok) throw new Error('no building year');
      const { endUseW, fuelW } = year.value.loads;
      const pairs: [number, number][] = [];
      eachStep((step, { table: week, stepCount }, local) => {
        END_USES.forEach((_, use) => {
          const at = (row * END_USES.length + use) * stepCount + local;
          pairs.push([endUseW[use * 8760 + step]!, week.buildingEndUseW[at]!]);
        });
        pairs.push([fuelW[step]!, week.buildingFuelW[row * stepCount + local]!]);
      });
      expect(countDifferences(pairs)).toBe(0);
      expect(pairs.some(([a]) => a > 0)).toBe(true);
    }
  });
});

describe('the balance of every step', () => {
  it('closes: source = loads - generation + charge - discharge + losses, from the series kept', () => {
    const { table, rows } = result;
    let worst = 0;
    let worstKept = 0;
    for (let step = 0; step < 8760; step += 1) {
      let powerW = table.lossW[step]!;
      // Loads and generation may cancel at the source; voltages are solved to 1e-9 of what flows in all.
      let throughW = 1000;
      END_USES.forEach((_, use) => {
        const useW = table.districtEndUseW[use * 8760 + step]!;
        powerW += NET_SIGNS[use]! * useW;
        throughW += useW;
      });
      rows.storageIds.forEach((_, row) => {
        powerW += table.storageChargeW[row * 8760 + step]! - table.storageDischargeW[row * 8760 + step]!;
      });
      const sourceW = table.sourcePW[step]!;
      const keptW = table.balanceResidual[step]! * Math.max(Math.abs(sourceW), 1000);
      worst = Math.max(worst, Math.abs(sourceW - powerW) / throughW);
      worstKept = Math.max(worstKept, keptW / throughW);
    }
    expect(worst).toBeLessThan(1e-6);
    expect(worstKept).toBeLessThan(1e-6);
    expect(Math.min(...table.iterations)).toBeGreaterThan(0);
    // Nothing of it is trivially zero.
    expect(Math.min(...table.lossW)).toBeGreaterThan(0);
    expect(Math.max(...table.storageDischargeW)).toBeGreaterThan(0);
    expect(Math.min(...table.sourcePW)).toBeLessThan(0);
  });

  it('holds at every transformer: its feeders, its battery and its own losses', () => {
    const { table, rows } = result;
    const network = input.district.network!;
    const feedersOf = (busId: string) =>
      rows.feederIds.flatMap((id, row) => {
        const line = network.lines.find((one) => one.id === id)!;
        return line.fromBusId === busId || line.toBusId === busId ? [row] : [];
      });
    network.transformers.forEach((transformer, row) => {
      const feeders = feedersOf(transformer.toBusId);
      expect(feeders.length).toBeGreaterThan(0);
      const storage = rows.storageIds.indexOf(`${transformer.id}-battery`);
      const branch = rows.lineCount + row;
      let worstW = 0;
      eachStep((step, { table: week, stepCount }, local) => {
        let powerW =
          week.branchLossW[branch * stepCount + local]! + week.storageNetW[storage * stepCount + local]!;
        for (const feeder of feeders) powerW += table.feederPW[feeder * 8760 + step]!;
        worstW = Math.max(worstW, Math.abs(powerW - table.transformerPW[row * 8760 + step]!));
      });
      expect(worstW).toBeLessThan(1e-2);
    });
  });
});
