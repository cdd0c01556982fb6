import { calendarOf, chunkRange } from '../../sim/arrays/calendar';
import type { RunResult } from '../runResult';
import { ByteSink, ByteSource } from './byteStream';
import { packColumn, unpackColumn } from './packedColumn';
import { unpackNetW } from './packedRow';

/** What the meter at each building's connection shows in every step of a year, packed. */
export interface MeterYear {
  readonly buildingIds: readonly string[];
  readonly stepS: 3600 | 900;
  readonly stepCount: number;
  readonly startWeekday: number;
  /** Net power of each building, a packed column (packedColumn.ts). */
  readonly packed: readonly Uint8Array[];
}

/** Some 26 kB a building of an hourly year, where doubles would be 70 kB. */
const USUAL_BYTES_PER_STEP = 3;

/** Net power of a building, one value a step, W; positive = import from the grid. */
export function meterNetW({ packed, stepCount }: MeterYear, row: number): Float64Array {
  const netW = new Float64Array(stepCount);
  unpackColumn(new ByteSource(packed[row]!), netW, 0, stepCount);
  return netW;
}

/** A year of net power in the form that `MeterYear` keeps. */
export function packNetW(netW: Float64Array): Uint8Array {
  const sink = new ByteSink(USUAL_BYTES_PER_STEP * netW.length);
  packColumn(sink, netW, 0, netW.length);
  return sink.bytes.slice(0, sink.length);
}

/** Net power of a year from packed rows, one a chunk; undefined where a chunk is not at hand. */
export function netWOfParts(
  { stepS, startWeekday }: Pick<RunResult, 'stepS' | 'startWeekday'>,
  partOf: (chunk: number) => Uint8Array | undefined,
): Float64Array | undefined {
  const calendar = calendarOf(stepS, startWeekday);
  const netW = new Float64Array(calendar.stepCount);
  const courseW = new Float64Array(calendar.chunkSteps);
  for (let chunk = 0; chunk < calendar.chunkCount; chunk += 1) {
    const bytes = partOf(chunk);
    if (bytes === undefined) return undefined;
    const { fromStep, toStep } = chunkRange(calendar, chunk);
    unpackNetW(new ByteSource(bytes), courseW, netW.subarray(fromStep, toStep));
  }
  return netW;
}
