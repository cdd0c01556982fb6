import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/contract';
import type { District } from '../../src/model/district';
import { END_USES } from '../../src/model/run';
import { synthesiseNetwork } from '../../src/synthesis/network';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';

/** Four houses: small enough for 35,040 steps. */
function hamlet(): District {
  const town = smallTown();
  const buildings = town.buildings.slice(0, 4).map((building) => ({ ...building, connection: null }));
  const outcome = synthesiseNetwork({ ...town, id: 'hamlet', buildings, network: null });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('; '));
  return outcome.value;
}

describe('a year in quarter hours', () => {
  it('has 96 steps a day, closes in every step, and the energies of the hourly year', async () => {
    const engine = inProcessEngine(2);
    const run = async (stepS: 900 | 3600): Promise<RunResult> => {
      const outcome = await engine.run({ ...inputOf(hamlet()), stepS });
      if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('; '));
      return outcome.value;
    };
    const hours = await run(3600);
    const quarters = await run(900);
    engine.dispose();
    expect(quarters.stepCount).toBe(365 * 96);
    expect(quarters.inputHash).not.toBe(hours.inputHash);
    expect(Math.max(...quarters.table.balanceResidual)).toBeLessThan(1e-6);
    expect(Math.min(...quarters.table.iterations)).toBeGreaterThan(0);
    const energyKwh = ({ table, stepCount, stepS }: RunResult, use: number): number =>
      table.districtEndUseW.subarray(use * stepCount, (use + 1) * stepCount).reduce((sum, w) => sum + w, 0) *
      (stepS / 3.6e6);
    END_USES.forEach((name, use) => {
      const hourly = energyKwh(hours, use);
      const quarterly = energyKwh(quarters, use);
      expect(Math.abs(quarterly - hourly), `${name}: ${hourly} and ${quarterly} kWh`).toBeLessThan(
        0.05 * hourly + 1,
      );
    });
    // Quarter hours do not flatten peaks.
    expect(Math.max(...quarters.table.sourcePW)).toBeGreaterThanOrEqual(
      0.98 * Math.max(...hours.table.sourcePW),
    );
  });
});
