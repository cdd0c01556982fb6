import { NET_SIGNS } from '../../model/run';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import { BLOCK_CHUNK, type BlockChunk } from '../../sim/arrays/chunk';
import type { ByteSink, ByteSource } from './byteStream';
import { packColumn, packNumbers, unpackColumn, unpackNumbers } from './packedColumn';
import {
  packPhases,
  packReactive,
  PHASES,
  unpackPhases,
  unpackReactive,
  type PhaseScratch,
} from './packedPhases';
import { ANSWERING_COLUMNS } from '../voltageResponse/response';
import { addScaled } from './wholeLoads';

/**
 * One row of a block during one chunk, packed: courses over the steps that the block sums up, power by phase, numbers a
 * building. Which columns these are is read from BLOCK_CHUNK, so that none is forgotten.
 */
const COLUMNS = Object.entries(BLOCK_CHUNK) as [keyof BlockChunk, { readonly axes: readonly string[] }][];

/** Sums over the buildings of a block, each of the column of the same name in BUILDING_LOADS. */
export const SUMMED = COLUMNS.filter(
  ([, { axes }]) => axes.includes('step') && !axes.includes('building'),
).map(([name]) => name) as (keyof BlockChunk & keyof BuildingLoads)[];

/** Sums and extremes of a building over the chunk, and its state at the end. */
export const PER_BUILDING = COLUMNS.filter(
  ([, { axes }]) => axes.includes('building') && !axes.includes('step'),
).map(([name]) => name);

/** Buffers for one row after the other. */
export interface RowScratch extends PhaseScratch {
  readonly numbers: Float64Array;
}

export function rowScratch(chunk: BlockChunk, steps: number): RowScratch {
  const numbers = PER_BUILDING.reduce((sum, name) => sum + widthOf(chunk, name), 0);
  return {
    steps,
    courseW: new Float64Array(steps),
    netW: new Float64Array(steps),
    extraW: new Float64Array(PHASES * steps),
    numbers: new Float64Array(numbers),
  };
}

function widthOf(chunk: BlockChunk, name: keyof BlockChunk): number {
  return chunk[name].length / chunk.buildingFuelJ.length;
}

/** Packs row `row` of the loads, which is row `place` of the block; its net power is in `scratch`. */
export function packRow(
  sink: ByteSink,
  loads: BuildingLoads,
  row: number,
  phases: readonly number[],
  chunk: BlockChunk,
  place: number,
  scratch: RowScratch,
): void {
  const { steps, numbers } = scratch;
  for (const name of SUMMED) {
    const courses = chunk[name].length / steps;
    for (let course = 0; course < courses; course += 1)
      packColumn(sink, loads[name], (row * courses + course) * steps, steps);
  }
  packPhases(sink, loads.netPW, PHASES * row * steps, phases, scratch);
  packReactive(sink, loads.netQVar, PHASES * row * steps, steps);
  let at = 0;
  for (const name of PER_BUILDING) {
    const width = widthOf(chunk, name);
    numbers.set(chunk[name].subarray(place * width, (place + 1) * width), at);
    at += width;
  }
  packNumbers(sink, numbers);
}

/** Puts a packed row into row `place` of the block and into its sums. */
export function unpackRow(source: ByteSource, chunk: BlockChunk, place: number, scratch: RowScratch): void {
  const { steps, courseW, netW, numbers } = scratch;
  netW.fill(0);
  const answers = widthOf(chunk, 'answeringW') / steps;
  for (const name of SUMMED) {
    const courses = chunk[name].length / steps;
    for (let course = 0; course < courses; course += 1) {
      if (!unpackColumn(source, courseW, 0, steps)) continue;
      addScaled(chunk[name], course * steps, courseW, 0, steps, 1);
      if (name !== 'endUseW') continue;
      addScaled(netW, 0, courseW, 0, steps, NET_SIGNS[course]!);
      const use = ANSWERING_COLUMNS.indexOf(course);
      if (answers > 0 && use >= 0) chunk.answeringW.set(courseW, (place * answers + use) * steps);
    }
  }
  unpackPhases(source, chunk.netPW, PHASES * place * steps, scratch);
  unpackReactive(source, chunk.netQVar, PHASES * place * steps, steps);
  unpackNumbers(source, numbers);
  let at = 0;
  for (const name of PER_BUILDING) {
    const width = widthOf(chunk, name);
    chunk[name].set(numbers.subarray(at, at + width), place * width);
    at += width;
  }
}

/** Net power of a packed row; the rest of it is not read. `courseW` is room for a course. */
export function unpackNetW(source: ByteSource, courseW: Float64Array, netW: Float64Array): void {
  netW.fill(0);
  for (let use = 0; use < NET_SIGNS.length; use += 1)
    if (unpackColumn(source, courseW, 0, netW.length))
      addScaled(netW, 0, courseW, 0, netW.length, NET_SIGNS[use]!);
}
