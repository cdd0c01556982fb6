import { HEADER_BYTES } from './header';

/** Whole cache lines, but no multiple of a page: arrays side by side in such steps would share cache sets. */
export function notOnPages(bytes: number): number {
  const lines = Math.ceil(bytes / 64);
  return 64 * (lines + ((lines & 63) === 0 ? 1 : 0));
}

/** Places arrays one after another, on cache lines, and writes where they stand into the header once there is a memory. */
export class Arena {
  private next = HEADER_BYTES;
  private readonly places: { readonly word: number; readonly value: number }[] = [];
  private readonly contents: { readonly at: number; readonly bytes: Uint8Array }[] = [];

  /** Room for `bytes`, zero to begin with; its address goes to header word `word`. */
  reserve(word: number, bytes: number): number {
    const at = this.next;
    this.places.push({ word, value: at });
    // One line more between arrays: equal lengths in powers of two would fall onto the same cache sets.
    this.next = (at + bytes + 127) & ~63;
    return at;
  }

  fill(word: number, content: Float64Array | Float32Array | Int32Array): number {
    const at = this.reserve(word, content.byteLength);
    this.contents.push({
      at,
      bytes: new Uint8Array(content.buffer, content.byteOffset, content.byteLength),
    });
    return at;
  }

  set(word: number, value: number): void {
    this.places.push({ word, value });
  }

  /** The same numbers in single and in double precision, at words `word` and `word + 1`. */
  fillBoth(word: number, content: Float64Array): void {
    this.fill(word, Float32Array.from(content));
    this.fill(word + 1, content);
  }

  get bytes(): number {
    return this.next;
  }

  write(buffer: ArrayBuffer): void {
    const header = new Int32Array(buffer, 0, HEADER_BYTES / 4);
    for (const { word, value } of this.places) header[word] = value;
    const all = new Uint8Array(buffer);
    for (const { at, bytes } of this.contents) all.set(bytes, at);
  }
}
