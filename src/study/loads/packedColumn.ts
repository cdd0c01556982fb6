import type { ByteSink, ByteSource } from './byteStream';
import { LOAD_QUANTUM_W } from './wholeLoads';

/**
 * A column of loads in as few bytes as hold it to the last bit (zero is always +0: `roundLoads` leaves no other). First a
 * head: the number of bytes of a value, or RAW where the values are no whole quanta, and the flags below. Then, if MASKED,
 * one bit a step that tells which values are not zero and therefore follow. Then the values in quanta, byte plane by byte
 * plane; if SIGNED, as 2 v (v >= 0) or -2 v - 1.
 */
const PLANES = 15;
const RAW = 8;
const MASKED = 16;
const SIGNED = 32;
const DOUBLE = 8;
const QUANTA_PER_W = 1 / LOAD_QUANTUM_W;

const maskBytes = (steps: number): number => (steps + 7) >> 3;

export function packColumn(sink: ByteSink, values: Float64Array, at: number, steps: number): void {
  const quanta = sink.quanta(steps);
  const head = writeQuanta(values, at, quanta);
  sink.put(head);
  const planes = head & PLANES;
  if (planes === RAW) packNumbers(sink, values.subarray(at, at + steps));
  else if (planes > 0) packQuanta(sink, quanta, head);
}

/** Writes a column into `target`; false where all of it is zero. */
export function unpackColumn(source: ByteSource, target: Float64Array, at: number, steps: number): boolean {
  const head = source.take();
  const planes = head & PLANES;
  if (planes === RAW) unpackNumbers(source, target.subarray(at, at + steps));
  else if (planes === 0) target.fill(0, at, at + steps);
  else if ((head & MASKED) !== 0) unpackMasked(source, target, at, steps, head);
  else readPlanes(source.bytes, source.pass(planes * steps), steps, head, target, at);
  return planes > 0;
}

/** The column in quanta, if that is what it is; gives the head. */
function writeQuanta(values: Float64Array, at: number, quanta: Int32Array): number {
  const steps = quanta.length;
  let first = 0;
  while (first < steps && values[at + first] === 0) first += 1;
  if (first === steps) return 0;
  quanta.fill(0, 0, first);
  let plain = 0;
  let doubled = 0;
  let nonZero = 0;
  let broken = 0;
  for (let i = first; i < steps; i += 1) {
    const value = values[at + i]! * QUANTA_PER_W;
    const quantum = value | 0;
    quanta[i] = quantum;
    broken |= value === quantum ? 0 : 1;
    plain |= quantum;
    doubled |= (quantum << 1) ^ (quantum >> 31);
    nonZero += quantum === 0 ? 0 : 1;
  }
  if (broken === 1) return RAW;
  const bits = 32 - Math.clz32(plain < 0 ? doubled : plain);
  const planes = (bits + 7) >> 3;
  const masked = maskBytes(steps) + planes * nonZero < planes * steps ? MASKED : 0;
  return planes | masked | (plain < 0 ? SIGNED : 0);
}

function packQuanta(sink: ByteSink, quanta: Int32Array, head: number): void {
  const count = (head & MASKED) === 0 ? quanta.length : packMask(sink, quanta);
  if ((head & SIGNED) !== 0)
    for (let i = 0; i < count; i += 1) quanta[i] = (quanta[i]! << 1) ^ (quanta[i]! >> 31);
  for (let plane = 0; plane < (head & PLANES); plane += 1) {
    const base = sink.claim(count);
    const { bytes } = sink;
    for (let i = 0; i < count; i += 1) bytes[base + i] = quanta[i]! >>> (8 * plane);
  }
}

/** Writes which quanta are not zero and moves these to the front; gives their number. */
function packMask(sink: ByteSink, quanta: Int32Array): number {
  const mask = sink.claim(maskBytes(quanta.length));
  const { bytes } = sink;
  bytes.fill(0, mask, sink.length);
  let count = 0;
  for (let i = 0; i < quanta.length; i += 1) {
    if (quanta[i] === 0) continue;
    bytes[mask + (i >> 3)]! |= 1 << (i & 7);
    quanta[count] = quanta[i]!;
    count += 1;
  }
  return count;
}

/** `count` values from byte planes that begin at `base`. */
function readPlanes(
  bytes: Uint8Array,
  base: number,
  count: number,
  head: number,
  target: Float64Array,
  at: number,
): void {
  const planes = head & PLANES;
  const signed = (head & SIGNED) !== 0;
  const unitW = signed ? 1 : LOAD_QUANTUM_W;
  const second = base + count;
  if (planes === 1) for (let i = 0; i < count; i += 1) target[at + i] = bytes[base + i]! * unitW;
  else
    for (let i = 0; i < count; i += 1)
      target[at + i] = (bytes[base + i]! | (bytes[second + i]! << 8)) * unitW;
  for (let plane = 2; plane < planes; plane += 1)
    addPlane(bytes, base + plane * count, count, target, at, plane === 2 ? 65536 * unitW : 16777216 * unitW);
  if (!signed) return;
  for (let i = 0; i < count; i += 1) {
    const code = target[at + i]!;
    target[at + i] = ((code >>> 1) ^ -(code & 1)) * LOAD_QUANTUM_W;
  }
}

function addPlane(
  bytes: Uint8Array,
  base: number,
  count: number,
  target: Float64Array,
  at: number,
  weight: number,
): void {
  for (let i = 0; i < count; i += 1) target[at + i]! += bytes[base + i]! * weight;
}

function unpackMasked(
  source: ByteSource,
  target: Float64Array,
  at: number,
  steps: number,
  head: number,
): void {
  const { bytes } = source;
  const mask = source.pass(maskBytes(steps));
  let count = 0;
  for (let i = 0; i < steps; i += 1) count += (bytes[mask + (i >> 3)]! >> (i & 7)) & 1;
  readPlanes(bytes, source.pass((head & PLANES) * count), count, head, target, at);
  // From the back, so that no value is overwritten before it has moved to its step.
  let place = at + count;
  for (let i = steps - 1; i >= 0; i -= 1)
    target[at + i] = ((bytes[mask + (i >> 3)]! >> (i & 7)) & 1) === 0 ? 0 : target[(place -= 1)]!;
}

/** Doubles as they are, without those that are +0: a bit each tells which follow. */
export function packNumbers(sink: ByteSink, values: Float64Array): void {
  const mask = sink.claim(maskBytes(values.length));
  sink.bytes.fill(0, mask, sink.length);
  const own = bytesOf(values);
  for (let i = 0; i < values.length; i += 1) {
    if (Object.is(values[i], 0)) continue;
    sink.bytes[mask + (i >> 3)]! |= 1 << (i & 7);
    const place = sink.claim(DOUBLE);
    for (let byte = 0; byte < DOUBLE; byte += 1) sink.bytes[place + byte] = own[DOUBLE * i + byte]!;
  }
}

export function unpackNumbers(source: ByteSource, target: Float64Array): void {
  const { bytes } = source;
  const mask = source.pass(maskBytes(target.length));
  const own = bytesOf(target);
  own.fill(0);
  for (let i = 0; i < target.length; i += 1) {
    if (((bytes[mask + (i >> 3)]! >> (i & 7)) & 1) === 0) continue;
    const place = source.pass(DOUBLE);
    for (let byte = 0; byte < DOUBLE; byte += 1) own[DOUBLE * i + byte] = bytes[place + byte]!;
  }
}

function bytesOf(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
