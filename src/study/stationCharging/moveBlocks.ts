import { END_USES } from '../../model/run';
import type { BlockChunk } from '../../sim/arrays/chunk';
import { BLOCK_SIZE } from '../compiledRun';
import { addNet } from '../loads/rowSums';
import { wholeW } from '../loads/wholeLoads';
import type { StationCharging } from './cars';
import { eachMoved, type MovedCharging } from './chargingYear';
import { moveLoads, VEHICLE_CHARGING, type PhaseLoads } from './move';

const PHASES = 3;

/** The time of a chunk. */
interface ChunkSteps {
  readonly fromStep: number;
  readonly steps: number;
  readonly stepS: number;
}

/** Puts moved charging into the loads of a chunk, and into what its blocks say of their buildings and sum up. */
export function moveBlocks(
  charging: StationCharging,
  moved: MovedCharging,
  loads: PhaseLoads,
  parts: readonly BlockChunk[],
  time: ChunkSteps,
): void {
  const { steps, stepS } = time;
  const rows = moveLoads(charging, moved, loads, steps);
  eachMoved(moved, (car, step, changeW) => {
    const { row } = charging.cars[car]!;
    const part = parts[Math.floor(row / BLOCK_SIZE)]!;
    part.buildingEndUseJ[(row % BLOCK_SIZE) * END_USES.length + VEHICLE_CHARGING]! += changeW * stepS;
    part.endUseW[VEHICLE_CHARGING * steps + step]! += changeW;
  });
  const netW = new Float64Array(steps);
  for (const row of rows) {
    const at = PHASES * row * steps;
    for (let step = 0; step < steps; step += 1)
      netW[step] = wholeW(
        loads.netPW[at + step]! + loads.netPW[at + steps + step]! + loads.netPW[at + 2 * steps + step]!,
      );
    addNet(parts[Math.floor(row / BLOCK_SIZE)]!, row % BLOCK_SIZE, { ...time, netW });
  }
}
