import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Preview, RunResult } from '../../src/engine/contract';
import type { PooledEngine } from '../../src/engine/engine';
import { districtKpis, hardestChunks, PROVISIONAL_KPI_IDS, provisionalOf } from '../../src/kpi';
import type { RunInput } from '../../src/model/run';
import { inProcessEngine } from './inProcess';
import { inputOf, measure, smallTown } from './smallTown';

/**
 * A first look at a changed district: its hardest weeks. The cheapest wrong programs: the weeks of the baseline (refused by
 * what the measure adds), weeks in another place of the year (refused by the year's own), and weeks whose loads are taken for
 * those of the year afterwards (refused by the year after them).
 */
let engine: PooledEngine;
let input: RunInput;
let pumps: RunInput;
let baseline: RunResult;
let chunks: number[];

async function yearOf(asked: RunInput, by = engine): Promise<RunResult> {
  const outcome = await by.run(asked);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}

async function previewOf(asked: RunInput, by = engine): Promise<Preview> {
  const outcome = await by.preview(asked, chunks);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}

/** Steps of a series with a row per element within the chunks, and those outside. */
function split(series: Float64Array, { stepCount, chunkSteps }: RunResult): [number[], number[]] {
  const inside: number[] = [];
  const outside: number[] = [];
  series.forEach((value, at) => {
    const isInside = chunks.includes(Math.floor((at % stepCount) / chunkSteps));
    (isInside ? inside : outside).push(value);
  });
  return [inside, outside];
}

beforeAll(async () => {
  engine = inProcessEngine(1);
  input = inputOf(smallTown());
  pumps = inputOf(smallTown(), { measures: [measure('heatPumps', 1)] });
  baseline = await yearOf(input);
  chunks = hardestChunks(baseline, input.weather.tempDegC);
});

afterAll(() => engine.dispose());

describe('a first look', () => {
  it('is the year itself in its weeks where all loads are at hand, and nothing beside them', async () => {
    const preview = await previewOf(input);
    const [weeks, rest] = split(preview.table.transformerLoading, baseline);
    expect(weeks).toEqual(split(baseline.table.transformerLoading, baseline)[0]);
    expect(Math.max(...weeks)).toBeGreaterThan(0);
    expect(rest.every((value) => value === 0)).toBe(true);
  });

  it('tells the extremes of a changed year, whose own peak is in another week, within 15 %, and not the present ones', async () => {
    const cold = inProcessEngine(1);
    const preview = await previewOf(pumps, cold);
    cold.dispose();
    const year = await yearOf(pumps);
    const peakW = (table: Preview['table']): number => Math.max(...table.sourcePW);
    expect(peakW(preview.table)).toBeGreaterThan(2 * peakW(baseline.table));
    expect(Math.abs(peakW(preview.table) / peakW(year.table) - 1)).toBeLessThan(0.15);
    const told = provisionalOf(districtKpis(preview));
    expect(told.map(({ id }) => id)).toEqual(PROVISIONAL_KPI_IDS);
    expect(told.every(({ value }) => Number.isFinite(value))).toBe(true);
  });

  it('leaves nothing of its loads to the year', async () => {
    const fresh = inProcessEngine(1);
    await previewOf(pumps, fresh);
    expect(fresh.isKnown(pumps)).toBe(false);
    const after = await yearOf(pumps, fresh);
    fresh.dispose();
    expect(after.resultHash).toBe((await yearOf(pumps)).resultHash);
    expect(engine.isKnown(pumps)).toBe(true);
  });

  it('can be had of the first week of the year, which has none before it', async () => {
    const first = await engine.preview(input, [0]);
    if (!first.ok) throw new Error('refused');
    expect(first.value.table.sourcePW.slice(0, 168)).toEqual(baseline.table.sourcePW.slice(0, 168));
  });
});
