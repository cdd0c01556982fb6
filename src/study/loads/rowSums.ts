import { END_USES } from '../../model/run';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import type { BlockChunk } from '../../sim/arrays/chunk';
import { SUMMED } from './packedRow';
import { addScaled } from './wholeLoads';

const USES = END_USES.length;

/** Columns of a building that are another column summed over time. */
const OVER_TIME = [
  ['buildingHeatNeedJ', 'heatNeedW'],
  ['buildingCoolNeedJ', 'coolNeedW'],
  ['buildingHotWaterNeedJ', 'hotWaterNeedW'],
  ['buildingFuelJ', 'fuelW'],
  ['buildingCurtailedJ', 'curtailedW'],
  ['buildingUnderheatingKS', 'underheatingK'],
  ['buildingOverheatingKS', 'overheatingK'],
] as const satisfies readonly (readonly [keyof BlockChunk, keyof BuildingLoads])[];

/** The time that a chunk covers, and a row's net power during it. */
export interface ChunkTime {
  readonly fromStep: number;
  readonly steps: number;
  readonly stepS: number;
  readonly netW: Float64Array;
}

/** Puts what row `row` of the loads sums up to into row `place` of the block and into the block's sums. */
export function addRow(
  loads: BuildingLoads,
  row: number,
  chunk: BlockChunk,
  place: number,
  time: ChunkTime,
): void {
  const { steps, stepS } = time;
  for (const name of SUMMED) {
    const courses = chunk[name].length / steps;
    addScaled(chunk[name], 0, loads[name], row * courses * steps, courses * steps, 1);
  }
  for (let use = 0; use < USES; use += 1)
    chunk.buildingEndUseJ[place * USES + use] =
      sumOf(loads.endUseW, (row * USES + use) * steps, steps) * stepS;
  for (const [name, course] of OVER_TIME)
    chunk[name][place] = sumOf(loads[course], row * steps, steps) * stepS;
  addNet(chunk, place, time);
}

function sumOf(values: Float64Array, at: number, steps: number): number {
  let sum = 0;
  for (let i = at; i < at + steps; i += 1) sum += values[i]!;
  return sum;
}

/** Import, export and extremes of a row, from its net power. */
export function addNet(chunk: BlockChunk, place: number, { fromStep, steps, stepS, netW }: ChunkTime): void {
  let importW = 0;
  let exportW = 0;
  let max = 0;
  let min = 0;
  for (let step = 0; step < steps; step += 1) {
    const powerW = netW[step]!;
    if (powerW > 0) importW += powerW;
    else exportW -= powerW;
    if (powerW > netW[max]!) max = step;
    if (powerW < netW[min]!) min = step;
  }
  chunk.buildingImportJ[place] = importW * stepS;
  chunk.buildingExportJ[place] = exportW * stepS;
  chunk.buildingNetMaxW[place] = netW[max]!;
  chunk.buildingNetMaxStep[place] = fromStep + max;
  chunk.buildingNetMinW[place] = netW[min]!;
  chunk.buildingNetMinStep[place] = fromStep + min;
}
