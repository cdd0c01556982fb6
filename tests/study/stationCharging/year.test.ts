import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunFile, writeRunFile } from '../../../src/io/runFile';
import { districtKpis } from '../../../src/kpi';
import { END_USES } from '../../../src/model/run';
import type { Measure } from '../../../src/model/scenario';
import type { RunResult } from '../../../src/engine/contract';
import { meterNetW } from '../../../src/study/loads/meterYear';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, measure, smallTown } from '../../engine/smallTown';

/**
 * Cars within their station's limit in the year of a district. The cheapest wrong programs ignore the limit, keep it in the power
 * flow but not in bills and pictures, or depend on who computes what.
 */
const town = smallTown(12);
const CHARGING = END_USES.indexOf('vehicleCharging');

const limited = (ratedShare?: number): Measure => ({
  ...measure('vehiclesStationLimit', 1),
  parameters: ratedShare === undefined ? {} : { ratedShare },
});
/** Low enough that cars have to wait in this corner of the town. */
const SHARE = 0.3;
const inputWith = (measures: readonly Measure[]) => inputOf(town, { measures });
const engine = inProcessEngine(1);
const other = inProcessEngine(3, { cache: false });
afterAll(() => [engine, other].forEach((one) => one.dispose()));

async function ran(measures: readonly Measure[], on = engine) {
  const outcome = await on.run(inputWith(measures));
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
  return { result: outcome.value, issues: outcome.issues.map(({ code }) => code) };
}

const sum = (values: Iterable<number>): number => Array.from(values).reduce((total, one) => total + one, 0);
const chargedJ = ({ rows, table }: RunResult): number =>
  sum(rows.buildingIds.map((_, row) => table.buildingEndUseJ[row * END_USES.length + CHARGING]!));
const most = (values: Float64Array): number => values.reduce((largest, one) => Math.max(largest, one), 0);

let none: RunResult;
let free: RunResult;
let held: Awaited<ReturnType<typeof ran>>;

beforeAll(async () => {
  none = (await ran([])).result;
  free = (await ran([measure('vehiclesUnmanaged', 1)])).result;
  held = await ran([limited(SHARE)]);
}, 120_000);

describe('a district with cars within their station’s limit', () => {
  it('that is never reached has the year of the same cars unmanaged, to the last bit', async () => {
    const { result } = await ran([limited(1.5)]);
    expect(result.resultHash).toBe(free.resultHash);
    expect(result.charging!.moved.every((moved) => moved.length === 0)).toBe(true);
    expect(free.charging).toBeUndefined();
  });

  it('charges later, so that a station carries no more than its limit, or what it carries without cars', () => {
    const [without, unmanaged, kept] = [none, free, held.result].map(({ table }) => table.transformerLoading);
    // Cables lose some percent at the peak, and phases are not alike: the cars know neither.
    const isAbove = (loading: number, at: number): boolean => loading > 1.04 * Math.max(SHARE, without![at]!);
    expect(unmanaged!.filter(isAbove).length).toBeGreaterThan(50);
    expect(kept!.filter(isAbove).length).toBe(0);
  });

  it('takes the same energy, but for what it tells', () => {
    const { charging } = held.result;
    const missedJ = sum(charging!.unservedJ) + sum(charging!.openJ);
    expect(chargedJ(held.result) + missedJ).toBe(chargedJ(free));
    expect(
      sum(held.result.table.districtEndUseW.subarray(CHARGING * 8760, (CHARGING + 1) * 8760)) * 3600,
    ).toBe(chargedJ(held.result));
    expect(held.issues.includes('charging-unserved')).toBe(sum(charging!.unservedJ) > 0);
    expect(most(held.result.table.balanceResidual)).toBeLessThan(1e-6);
  });

  it('is the same year whoever computes it', async () => {
    const { result } = await ran([limited(SHARE)], other);
    expect(result.resultHash).toBe(held.result.resultHash);
    expect(result.charging).toEqual(held.result.charging);
  });

  it('shows the same loads in a week, on meters, in a building and behind a transformer', async () => {
    const { charging, table, chunkSteps, rows } = held.result;
    const chunk = charging!.moved.findIndex((moved) => moved.length > 0);
    const car = charging!.moved[chunk]![0]!;
    const row = charging!.rowOfCar[car]!;
    const input = inputWith([limited(SHARE)]);
    const week = await engine.week(input, chunk * chunkSteps);
    const meters = await engine.meters(input);
    const own = await engine.buildingYear(input, rows.buildingIds[row]!);
    if (!week.ok || !meters.ok || !own.ok) throw new Error('no answer');
    const fromStep = chunk * chunkSteps;
    const inWeek = week.value.table.buildingNetW.subarray(row * chunkSteps, (row + 1) * chunkSteps);
    const metered = meterNetW(meters.value, row);
    expect(metered.subarray(fromStep, fromStep + chunkSteps)).toEqual(inWeek);
    const used = own.value.loads.endUseW.subarray(CHARGING * 8760, (CHARGING + 1) * 8760);
    expect(sum(used) * 3600).toBe(table.buildingEndUseJ[row * END_USES.length + CHARGING]);
    expect(sum(metered.map((power) => Math.max(power, 0))) * 3600).toBe(table.buildingImportJ[row]);
    const at = held.result.table.transformerLoading.indexOf(most(table.transformerLoading)) % 8760;
    const branch = rows.branchIds[rows.lineCount]!;
    const answer = await engine.attribution(input, branch, at);
    if (!answer.ok) throw new Error('no answer');
    const parts = sum(answer.value.contributors.map(({ netW }) => netW)) + answer.value.lossW;
    expect(parts / answer.value.branchPW).toBeCloseTo(1, 6);
  });

  it('lets nobody wait from one previewed week to another months away', async () => {
    const input = inputWith([]);
    const vehicles = { count: 3, control: 'stationLimit', stationLimitShare: 0.06 } as const;
    const crowded = {
      ...input,
      // Weeks end on a Wednesday night, when cars stand at home and wait; on a Sunday none has been away.
      weather: { ...input.weather, startWeekday: 3 },
      district: {
        ...town,
        buildings: town.buildings.map((building) =>
          building.households > 0 ? { ...building, vehicles } : building,
        ),
      },
    };
    const [alone, after] = [await other.preview(crowded, [26]), await other.preview(crowded, [4, 26])];
    if (!alone.ok || !after.ok) throw new Error('no preview');
    expect(most(alone.value.table.transformerPW)).toBeGreaterThan(0);
    const { chunkSteps, stepCount } = held.result;
    const weekOf = ({ table, rows }: typeof alone.value) =>
      rows.transformerIds.map((_, row) =>
        table.transformerPW.subarray(row * stepCount + 26 * chunkSteps, row * stepCount + 27 * chunkSteps),
      );
    expect(weekOf(after.value)).toEqual(weekOf(alone.value));
  });

  it('names the buildings whose cars leave without what they asked for, and counts it', async () => {
    const vehicles = { count: 3, control: 'stationLimit', stationLimitShare: 0.02 } as const;
    const crowded = {
      ...town,
      buildings: town.buildings.map((building) =>
        building.households > 0 ? { ...building, vehicles } : building,
      ),
    };
    const outcome = await engine.run(inputOf(crowded));
    if (!outcome.ok) throw new Error('no year');
    const unservedJ = sum(outcome.value.charging!.unservedJ);
    expect(unservedJ).toBeGreaterThan(0);
    const issue = outcome.issues.find(({ code }) => code === 'charging-unserved')!;
    expect(issue.severity).toBe('warning');
    const homes = crowded.buildings.filter(({ households }) => households > 0).map(({ id }) => id);
    expect(issue.where!.split(', ').every((id) => homes.includes(id))).toBe(true);
    const valueIn = (result: RunResult) =>
      districtKpis(result).find(({ id }) => id === 'chargingUnserved')!.value;
    expect(valueIn(outcome.value)).toBe(unservedJ);
    expect(valueIn(free)).toBe(0);
  });

  it('shows on every meter what the year sums, also beside buildings that answer to their voltage', async () => {
    const answering = [measure('rooftopPhotovoltaics', 0.5), measure('voltVar', 1)];
    const measures = [...answering, limited(SHARE)];
    const { result } = await ran(measures);
    expect(result.charging!.moved.some((moved) => moved.length > 0)).toBe(true);
    for (const on of [engine, other]) {
      const meters = await on.meters(inputWith(measures), { known: result });
      if (!meters.ok) throw new Error('no meters');
      const importJ = result.rows.buildingIds.map(
        (_, row) => sum(meterNetW(meters.value, row).map((power) => Math.max(power, 0))) * 3600,
      );
      expect(importJ).toEqual([...result.table.buildingImportJ]);
    }
  });

  it('comes out of a file as it went in', async () => {
    const read = await readRunFile(writeRunFile(held.result), 'held.run');
    expect(read.ok && read.value.charging).toEqual(held.result.charging);
  });
});
