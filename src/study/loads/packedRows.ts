import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import type { BlockChunk } from '../../sim/arrays/chunk';
import { ByteSink, ByteSource } from './byteStream';
import { packRow, rowScratch, unpackRow, type RowScratch } from './packedRow';

/** Rows of a block during one chunk, packed one behind the other. */
export interface PackedRows {
  /** Which rows of the block, ascending. */
  readonly rows: readonly number[];
  /** Where in the bytes each of them ends. */
  readonly ends: readonly number[];
  readonly bytes: Uint8Array;
}

export const NO_ROWS: PackedRows = { rows: [], ends: [], bytes: new Uint8Array(0) };

const USUAL_BYTES_PER_STEP = 12;

/** Packs computed rows one after the other. */
export class RowPacker {
  private readonly rows: number[] = [];
  private readonly ends: number[] = [];
  private readonly sink: ByteSink;
  private readonly scratch: RowScratch;

  /** So many rows of a block's chunk; their net power stands in `netW` when they are added. */
  constructor(
    private readonly chunk: BlockChunk,
    netW: Float64Array,
    rows: number,
  ) {
    this.sink = new ByteSink(rows * USUAL_BYTES_PER_STEP * netW.length);
    this.scratch = { ...rowScratch(chunk, netW.length), netW };
  }

  /** Row `row` of the loads, on these phases, which is row `place` of the block. */
  add(loads: BuildingLoads, row: number, phases: readonly number[], place: number): void {
    packRow(this.sink, loads, row, phases, this.chunk, place, this.scratch);
    this.rows.push(place);
    this.ends.push(this.sink.length);
  }

  packed(): PackedRows {
    const { rows, ends, sink } = this;
    return rows.length === 0 ? NO_ROWS : { rows, ends, bytes: sink.bytes.slice(0, sink.length) };
  }
}

/** Takes packed rows one after the other and puts each into its row of the block and into the block's sums. */
export function rowUnpacker(
  { bytes }: PackedRows,
  chunk: BlockChunk,
  steps: number,
): (place: number) => void {
  const source = new ByteSource(bytes);
  const scratch = rowScratch(chunk, steps);
  return (place) => unpackRow(source, chunk, place, scratch);
}
