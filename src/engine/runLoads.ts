import { BUILDING_STATE_NUMBERS } from '../sim/arrays/buildingState';
import { calendarOf } from '../sim/arrays/calendar';
import { ByteSink, ByteSource } from '../study/loads/byteStream';
import { packNumbers, unpackNumbers } from '../study/loads/packedColumn';
import { NO_ROWS, type PackedRows } from '../study/loads/packedRows';
import { blockRange } from '../study/compiledRun';
import type { LoadCounts } from './contract';
import type { LoadsStore } from './loadsStore';

/** Parts of a year in the store: how the building starts the year, then its chunks. */
const START = 0;
export const partOf = (chunk: number): number => 1 + chunk;
/** Chunks are weeks, whatever the step. */
export const PARTS_OF_YEAR = partOf(calendarOf(3600, 0).chunkCount);

/**
 * What a run finds of its loads in the store and leaves there. Without a store, it finds nothing. A building counts as
 * computed if any part of its year was not found. A run that only reads leaves nothing: its loads are not those of a year.
 */
export class RunLoads {
  private readonly computed: Uint8Array;
  private computedCount = 0;
  /** Number of the run in the store. */
  private readonly run: number;

  constructor(
    private readonly buildings: number,
    private readonly steps: number,
    private readonly store: LoadsStore | null,
    /** Key of each building's loads, where there is a store. */
    private readonly keys: readonly string[],
    private readonly onlyReads = false,
  ) {
    this.computed = new Uint8Array(buildings);
    this.run = onlyReads ? 0 : (store?.begin(keys) ?? 0);
  }

  get counts(): LoadCounts {
    return { computed: this.computedCount, reused: this.buildings - this.computedCount };
  }

  /** Rows of a block whose start is not in the store. */
  missingStarts(block: number): number[] {
    return this.rowsOf(block).filter((row) => this.part(block, row, START) === undefined);
  }

  /** States of a block at the start of the year, and those that were missing into the store. */
  starts(block: number, missing: readonly number[], computed: Float64Array): Float64Array {
    const states = new Float64Array(this.rowsOf(block).length * BUILDING_STATE_NUMBERS);
    const stateOf = (all: Float64Array, row: number): Float64Array =>
      all.subarray(row * BUILDING_STATE_NUMBERS, (row + 1) * BUILDING_STATE_NUMBERS);
    missing.forEach((row, i) => {
      const state = stateOf(computed, i);
      stateOf(states, row).set(state);
      this.mark(block, row);
      this.admit(block, row, state);
    });
    for (const row of this.rowsOf(block)) {
      const bytes = missing.includes(row) ? undefined : this.part(block, row, START);
      if (bytes !== undefined) unpackNumbers(new ByteSource(bytes), stateOf(states, row));
    }
    return states;
  }

  /** The rows of a block's chunk that are at hand, and those to be packed for the store. */
  take(block: number, chunk: number): { kept: PackedRows; wanted: readonly number[] } {
    if (this.store === null) {
      for (const row of this.rowsOf(block)) this.mark(block, row);
      return { kept: NO_ROWS, wanted: [] };
    }
    const rows: number[] = [];
    const parts: Uint8Array[] = [];
    const wanted: number[] = [];
    for (const row of this.rowsOf(block)) {
      const bytes = this.part(block, row, partOf(chunk));
      if (bytes !== undefined) {
        rows.push(row);
        parts.push(bytes);
      } else {
        this.mark(block, row);
        if (!this.onlyReads && this.store.holds(this.keyOf(block, row))) wanted.push(row);
      }
    }
    return { kept: joined(rows, parts), wanted };
  }

  put(block: number, chunk: number, { rows, ends, bytes }: PackedRows): void {
    rows.forEach((row, i) => {
      const part = bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]);
      this.store?.put(this.keyOf(block, row), partOf(chunk), part);
    });
  }

  private admit(block: number, row: number, state: Float64Array): void {
    if (this.onlyReads) return;
    const key = this.keyOf(block, row);
    if (this.store?.admit(key, this.steps, this.run) !== true) return;
    const sink = new ByteSink(state.byteLength);
    packNumbers(sink, state);
    this.store.put(key, START, sink.bytes.subarray(0, sink.length));
  }

  private part(block: number, row: number, part: number): Uint8Array | undefined {
    return this.store?.part(this.keyOf(block, row), part);
  }

  private keyOf(block: number, row: number): string {
    return this.keys[blockRange(this.buildings, block).from + row]!;
  }

  private mark(block: number, row: number): void {
    const building = blockRange(this.buildings, block).from + row;
    this.computedCount += 1 - this.computed[building]!;
    this.computed[building] = 1;
  }

  private rowsOf(block: number): number[] {
    const { from, to } = blockRange(this.buildings, block);
    return Array.from({ length: to - from }, (_, row) => row);
  }
}

/** One message's worth of bytes: the store's own stay where they are. */
function joined(rows: readonly number[], parts: readonly Uint8Array[]): PackedRows {
  if (rows.length === 0) return NO_ROWS;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  const ends: number[] = [];
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
    ends.push(at);
  }
  return { rows, ends, bytes };
}
