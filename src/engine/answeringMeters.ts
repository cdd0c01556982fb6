import type { RunInput } from '../model/run';
import { calendarOf, chunkRange } from '../sim/arrays/calendar';
import { packNetW, type MeterYear } from '../study/loads/meterYear';
import type { RunResult } from '../study/runResult';
import { chunkStart } from './chunkStart';
import type { Computing } from './computeYear';
import type { RunOptions } from './contract';

/**
 * The meters of a finished year in which loads answer to voltage: what a building draws is then known behind the power flow only,
 * so every week is recomputed, to the bit. Throws what the pool throws.
 */
export async function answeringMetersOf(
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
