import { unzlibSync, zlibSync, strFromU8, strToU8 } from 'fflate';
import { fail, succeed, type Outcome } from '../model/outcome';
import { RUN_RESULTS, type RunTable } from '../sim/arrays/results';
import type { RunResult } from '../study/runResult';

/**
 * A finished year as a file: eight bytes of magic, a four-byte header length, the header as JSON (everything but the
 * arrays, and the length of each column), then all columns compressed. Doubles are stored byte plane by byte plane,
 * which a general compressor shrinks far better than whole doubles.
 */
const MAGIC = 'GTWINRUN';
const BYTES_PER_DOUBLE = 8;

interface Header {
  readonly run: Omit<RunResult, 'table'>;
  readonly columns: readonly (readonly [name: string, length: number])[];
}

export function writeRunFile(result: RunResult): Uint8Array {
  const { table, ...run } = result;
  const columns = Object.entries(table).map(([name, column]) => [name, column.length] as const);
  const header = strToU8(JSON.stringify({ run, columns } satisfies Header));
  const planes = Object.values(table).map(toPlanes);
  const body = zlibSync(concatenate(planes), { level: 9 });
  const prefix = new Uint8Array(MAGIC.length + 4);
  prefix.set(strToU8(MAGIC));
  new DataView(prefix.buffer).setUint32(MAGIC.length, header.length, true);
  return concatenate([prefix, header, body]);
}

/** By its own means, or by a shell's that are faster. May throw. */
type Inflate = (zlib: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Fails with an issue that names the file where it is cut short, of another kind or of another version. */
export async function readRunFile(
  bytes: Uint8Array,
  fileName: string,
  inflate: Inflate = (zlib) => unzlibSync(zlib),
): Promise<Outcome<RunResult>> {
  try {
    const { header, body } = partsOf(bytes);
    return decode(header, await inflate(body), fileName);
  } catch (error) {
    return refused(fileName, error instanceof Error ? error.message : String(error));
  }
}

/** Throws what is wrong with the beginning. */
function partsOf(bytes: Uint8Array): { header: Header; body: Uint8Array } {
  if (strFromU8(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new Error('not a run file');
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const bodyStart = MAGIC.length + 4 + headerLength;
  const header = JSON.parse(strFromU8(bytes.subarray(MAGIC.length + 4, bodyStart))) as Header;
  return { header, body: bytes.subarray(bodyStart) };
}

function decode(header: Header, planes: Uint8Array, fileName: string): Outcome<RunResult> {
  const expected = Object.keys(RUN_RESULTS).join();
  if (header.columns.map(([name]) => name).join() !== expected)
    return refused(fileName, 'other columns than this version has');
  let offset = 0;
  const columns = header.columns.map(([name, length]) => {
    const column = fromPlanes(planes.subarray(offset, offset + length * BYTES_PER_DOUBLE), length);
    offset += length * BYTES_PER_DOUBLE;
    return [name, column] as const;
  });
  if (offset !== planes.length) return refused(fileName, 'cut short');
  return succeed({ ...header.run, table: Object.fromEntries(columns) as unknown as RunTable });
}

function toPlanes(column: Float64Array): Uint8Array {
  const source = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  const planes = new Uint8Array(source.length);
  for (let i = 0; i < column.length; i += 1) {
    for (let plane = 0; plane < BYTES_PER_DOUBLE; plane += 1) {
      planes[plane * column.length + i] = source[i * BYTES_PER_DOUBLE + plane]!;
    }
  }
  return planes;
}

function fromPlanes(planes: Uint8Array, length: number): Float64Array {
  const bytes = new Uint8Array(length * BYTES_PER_DOUBLE);
  // Plane by plane: read in order, one short loop.
  for (let plane = 0; plane < BYTES_PER_DOUBLE; plane += 1) {
    const from = plane * length;
    for (let i = 0, at = plane; i < length; i += 1, at += BYTES_PER_DOUBLE) bytes[at] = planes[from + i]!;
  }
  return new Float64Array(bytes.buffer);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function refused(fileName: string, reason: string): Outcome<RunResult> {
  return fail([
    {
      severity: 'error',
      code: 'run-file-unreadable',
      source: fileName,
      message: `The stored run cannot be read: ${reason}.`,
      remedy: 'Compute the run again.',
    },
  ]);
}
