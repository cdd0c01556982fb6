import type { RunInput } from '../model/run';
import { calendarOf, chunkRange } from '../sim/arrays/calendar';
import { packNetW, type MeterYear } from '../study/loads/meterYear';
import type { RunResult } from '../study/runResult';
import { chunkStart } from './chunkStart';
import type { Computing } from './computeYear';
import type { RunOptions } from './contract';
import { metersOf } from './meters';
import { movedMeters } from './movedMeters';
import type { RecentlyUsed } from './recentlyUsed';

/**
 * The meters of a finished year in which loads answer to voltage: what such a building draws is known behind the power flow only.
 * From what the year left of them, the others as ever; where that is forgotten, every week is recomputed. To the bit. Throws what
 * the pool throws.
 */
export async function answeringMetersOf(
  computing: Computing,
  input: RunInput,
  result: RunResult,
  kept: RecentlyUsed<Uint8Array>,
  options: RunOptions,
): Promise<MeterYear> {
  const answered = computing.answered?.get(result.inputHash);
  if (answered === undefined) return metersOfWeeks(computing, input, result, options);
  const { buildingIds } = result.rows;
  const positions = new Map(answered.rows.map((row, k) => [row, k]));
  const others = [...buildingIds.keys()].filter((row) => !positions.has(row));
  const own = await metersOf(computing, input, result, kept, options, others);
  const plain = movedMeters(own, result.charging, others);
  const packed = new Array<Uint8Array>(buildingIds.length);
  others.forEach((row, i) => (packed[row] = plain.packed[i]!));
  for (const [row, k] of positions) packed[row] = packNetW(answered.netW(k, result.stepCount));
  return { ...plain, buildingIds, packed };
}

async function metersOfWeeks(
  { pool }: Computing,
  input: RunInput,
  result: RunResult,
  { signal, onProgress }: RunOptions,
): Promise<MeterYear> {
  const { inputHash, rows, stepS, stepCount, startWeekday } = result;
  const { buildingIds } = rows;
  const calendar = calendarOf(stepS, startWeekday);
  const netW = buildingIds.map(() => new Float64Array(stepCount));
  let done = 0;
  const chunks = Array.from({ length: calendar.chunkCount }, (_, chunk) => chunk);
  await Promise.all(
    chunks.map(async (chunk) => {
      const { fromStep, toStep } = chunkRange(calendar, chunk);
      const steps = toStep - fromStep;
      const { buildingNetW } = await pool.run(
        inputHash,
        input,
        (remote) => remote.week(inputHash, chunk, chunkStart(result, chunk)),
        signal,
      );
      netW.forEach((year, row) => year.set(buildingNetW.subarray(row * steps, (row + 1) * steps), fromStep));
      done += 1;
      onProgress?.({ stage: 'year', done: done / chunks.length, remainingS: null });
    }),
  );
  return { buildingIds, stepS, stepCount, startWeekday, packed: netW.map(packNetW) };
}
