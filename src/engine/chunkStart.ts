import { BUILDING_STATE_NUMBERS, STATE_EVERY_CHUNKS, stateChunkOf } from '../sim/arrays/buildingState';
import type { RunResult } from '../study/runResult';
import type { ChunkStart } from '../study/week';

/** What the year kept of a chunk's start: building states, and what storages and stations did. */
export function chunkStart(result: RunResult, chunk: number): ChunkStart {
  const { table, rows, stepCount, chunkSteps } = result;
  const stateCount = rows.buildingIds.length * BUILDING_STATE_NUMBERS;
  const stateChunk = stateChunkOf(chunk);
  const row = stateChunk / STATE_EVERY_CHUNKS;
  const fromStep = chunk * chunkSteps;
  const toStep = Math.min(fromStep + chunkSteps, stepCount);
  const steps = toStep - fromStep;
  const storageNetW = new Float64Array(rows.storageIds.length * steps);
  for (let storage = 0; storage < rows.storageIds.length; storage += 1) {
    for (let step = 0; step < steps; step += 1) {
      const at = storage * stepCount + fromStep + step;
      storageNetW[storage * steps + step] = table.storageChargeW[at]! - table.storageDischargeW[at]!;
    }
  }
  return {
    stateChunk,
    buildingState: table.buildingState.slice(row * stateCount, (row + 1) * stateCount),
    storageNetW,
    ...(result.charging === undefined ? {} : { moved: result.charging.moved[chunk]! }),
  };
}
