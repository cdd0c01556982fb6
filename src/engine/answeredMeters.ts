import { ByteSink, ByteSource } from '../study/loads/byteStream';
import { packColumn, unpackColumn } from '../study/loads/packedColumn';

/** Some 26 kB a building of an hourly year. */
const USUAL_BYTES_PER_STEP = 3;

/** A chunk's columns one behind the other, and where each begins. */
interface PackedChunk {
  readonly steps: number;
  readonly begins: Int32Array;
  readonly bytes: Uint8Array;
}

/** What the meters of buildings that answer to voltage showed in a year, from its chunks in their order. */
export class AnsweredMeters {
  private readonly chunks: PackedChunk[] = [];

  constructor(
    /** Rows of these buildings. */
    readonly rows: readonly number[],
  ) {}

  /** `netW`: [building][step of the chunk]. */
  add(netW: Float64Array): void {
    const count = this.rows.length;
    const steps = netW.length / count;
    const sink = new ByteSink(USUAL_BYTES_PER_STEP * netW.length);
    const begins = Int32Array.from(this.rows, (_, k) => {
      const begin = sink.length;
      packColumn(sink, netW, k * steps, steps);
      return begin;
    });
    this.chunks.push({ steps, begins, bytes: sink.bytes.slice(0, sink.length) });
  }

  /** The year of the building at position `k` among them, W. */
  netW(k: number, stepCount: number): Float64Array {
    const year = new Float64Array(stepCount);
    let at = 0;
    for (const { steps, begins, bytes } of this.chunks) {
      unpackColumn(new ByteSource(bytes, begins[k]), year, at, steps);
      at += steps;
    }
    return year;
  }
}
