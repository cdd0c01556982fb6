/** Bytes written one behind the other; grows as needed. */
export class ByteSink {
  bytes: Uint8Array;
  length = 0;
  private whole = new Int32Array(0);

  constructor(expectedBytes: number) {
    this.bytes = new Uint8Array(expectedBytes);
  }

  /** Room for `count` bytes; gives the place of the first. */
  claim(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const grown = new Uint8Array(2 * this.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    return at;
  }

  /** Room for a column in whole numbers, overwritten by the next. */
  quanta(steps: number): Int32Array {
    if (this.whole.length !== steps) this.whole = new Int32Array(steps);
    return this.whole;
  }

  put(byte: number): void {
    // Claimed first: the bytes may move.
    const at = this.claim(1);
    this.bytes[at] = byte;
  }
}

/** Bytes read one behind the other. */
export class ByteSource {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** Passes over `count` bytes; gives the place of the first. */
  pass(count: number): number {
    const at = this.at;
    this.at += count;
    return at;
  }

  take(): number {
    return this.bytes[this.pass(1)]!;
  }
}
