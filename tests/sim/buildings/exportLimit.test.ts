import { describe, expect, it } from 'vitest';
import { END_USES } from '../../../src/model/run';
import type { Building } from '../../../src/model/building';
import { blockChunk, initialBlockState, simulateBlock } from '../../../src/study/blockChunk';
import { compileRun, type CompiledRun } from '../../../src/study/compiledRun';
import { inputOf, smallTown } from '../../engine/smallTown';

/** The cheapest wrong programs: a limit on the panels instead of the meter, one before the battery, one that takes from batteries. */
const TOWN = smallTown(6);
const PEAK_W = 9000;
const LIMIT_W = 1500;
/** A week of June. */
const CHUNK = 24;
const STEPS = 168;
const SUN = END_USES.indexOf('photovoltaics');

function opened(change: (building: Building, row: number) => Building): CompiledRun {
  const outcome = compileRun(inputOf({ ...TOWN, buildings: TOWN.buildings.map(change) }));
  if (!outcome.ok) throw new Error('not compiled');
  return outcome.value;
}

const withPanels = (limitW?: number) =>
  opened((building, row) => ({
    ...building,
    photovoltaics: {
      peakW: PEAK_W,
      tiltDeg: 30,
      azimuthDeg: 180,
      ...(limitW === undefined ? {} : { exportLimitW: limitW }),
    },
    ...(row % 2 === 0
      ? {}
      : { battery: { capacityJ: 5 * 3.6e6, powerW: 4000, control: { kind: 'selfConsumption' } as const } }),
  }));

function week(run: CompiledRun) {
  const state = initialBlockState(run, 0);
  return {
    loads: simulateBlock(run, 0, CHUNK, state).loads,
    chunk: blockChunk(run, 0, CHUNK, state),
  };
}

describe('an export limit', () => {
  const free = week(withPanels());
  const held = week(withPanels(LIMIT_W));
  const netAt = ({ loads }: typeof free, row: number, step: number): number =>
    [0, 1, 2].reduce((sum, phase) => sum + loads.netPW[(3 * row + phase) * STEPS + step]!, 0);
  const rows = TOWN.buildings.map((_, row) => row);

  it('holds the meter at the limit, and touches nothing but the panels', () => {
    let limited = 0;
    for (const row of rows) {
      for (let step = 0; step < STEPS; step += 1) {
        const [before, after] = [netAt(free, row, step), netAt(held, row, step)];
        // Uses are rounded to eighths of a watt.
        expect(Math.abs(after - Math.max(before, -LIMIT_W))).toBeLessThan(1);
        if (before < -LIMIT_W - 1) limited += 1;
        END_USES.forEach((_, use) => {
          const at = (row * END_USES.length + use) * STEPS + step;
          if (use !== SUN) expect(held.loads.endUseW[at]).toBe(free.loads.endUseW[at]);
        });
      }
    }
    expect(limited).toBeGreaterThan(30);
  });

  it('records what the panels could have given', () => {
    for (const row of rows) {
      for (let step = 0; step < STEPS; step += 1) {
        const at = (row * END_USES.length + SUN) * STEPS + step;
        const sumW = held.loads.endUseW[at]! + held.loads.curtailedW[row * STEPS + step]!;
        expect(Math.abs(sumW - free.loads.endUseW[at]!)).toBeLessThanOrEqual(0.125);
      }
    }
    expect(Math.max(...free.loads.curtailedW)).toBe(0);
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(sum(held.chunk.buildingCurtailedJ)).toBe(3600 * sum(held.loads.curtailedW));
    expect(sum(held.chunk.curtailedW)).toBe(sum(held.loads.curtailedW));
  });

  it('above what leaves changes no bit', () => {
    expect(week(withPanels(1e6))).toEqual(free);
  });
});
