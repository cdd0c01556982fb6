import type { RunInput } from '../model/run';
import { writeNetW } from '../study/loads/wholeLoads';
import { netWOfParts, packNetW, type MeterYear } from '../study/loads/meterYear';
import type { RunResult } from '../study/runResult';
import type { Computing } from './computeYear';
import type { RunOptions } from './contract';
import type { RecentlyUsed } from './recentlyUsed';
import { partOf } from './runLoads';
import { ENGINE_VERSION } from './version';

/**
 * The meters of a finished year: from the loads that runs have left, to the bit; a building whose loads have been forgotten is
 * simulated again, alone. The network is never solved. What was found is kept under the key of the loads for the next run that
 * has them. Of these buildings only, where rows are given. Throws what the pool throws.
 */
export async function metersOf(
  { pool, loads }: Computing,
  input: RunInput,
  result: RunResult,
  kept: RecentlyUsed<Uint8Array>,
  { signal, onProgress }: RunOptions,
  of: readonly number[] = [...result.rows.buildingIds.keys()],
): Promise<MeterYear> {
  const { inputHash, rows, stepS, stepCount, startWeekday } = result;
  const buildingIds = of.map((row) => rows.buildingIds[row]!);
  const keys =
    loads === null ? [] : await pool.run(inputHash, input, (remote) => remote.loadsKeys(inputHash), signal);
  let done = 0;
  const packed = await Promise.all(of.map(packedRow));
  return { buildingIds, stepS, stepCount, startWeekday, packed };

  async function packedRow(row: number): Promise<Uint8Array> {
    const key = `${ENGINE_VERSION} ${keys[row]}`;
    const known = loads === null ? undefined : kept.get(key);
    const netW = known === undefined ? fromStore(key) : undefined;
    const bytes = known ?? packNetW(netW ?? (await simulated(row)));
    if (loads !== null) kept.set(key, bytes);
    done += 1;
    if (known === undefined && netW === undefined)
      onProgress?.({ stage: 'year', done: done / buildingIds.length, remainingS: null });
    return bytes;
  }

  function fromStore(key: string): Float64Array | undefined {
    return loads === null ? undefined : netWOfParts(result, (chunk) => loads.part(key, partOf(chunk)));
  }

  async function simulated(row: number): Promise<Float64Array> {
    const year = await pool.run(inputHash, input, (remote) => remote.buildingYear(inputHash, row), signal);
    const netW = new Float64Array(stepCount);
    writeNetW(year, 0, stepCount, netW);
    return netW;
  }
}
