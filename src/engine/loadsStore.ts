/** Loads of one building's year under its key: parts (start of the year, then chunk by chunk) in the order they came. */
interface Entry {
  readonly steps: number;
  bytes: Uint8Array;
  used: number;
  /** Where each part begins and ends; -1 = not there. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  partCount: number;
  /** The last run that needed this key. */
  run: number;
}

/** What an entry takes beside its bytes: parts' places and objects. */
const OVERHEAD_BYTES = 400;
const BYTES_PER_PART = 8;
/** An entry that has outgrown its room gets this much more than it needs. */
const GROWTH = 1.25;
const AVERAGED_OVER = 16;

/**
 * Packed loads by content, in bounded memory. There is nothing to invalidate: a key names everything its loads depend on.
 *
 * A run says first which keys it needs. Only keys that the newest run does not need are forgotten, those longest unneeded
 * first, and what then still finds no room is not kept: of a district larger than the store, as much is found again in every
 * run as fits, where forgetting the least recently used would find nothing.
 */
export class LoadsStore {
  /** What the newest run needs, and the rest, least recently needed first. */
  private needed = new Map<string, Entry>();
  private readonly others = new Map<string, Entry>();
  private newest = 0;
  /** What complete years have come to need: entries are given as much to begin with. */
  private usualBytesPerStep = 10;
  bytes = 0;

  constructor(
    readonly maxBytes: number,
    private readonly partCount: number,
  ) {}

  get size(): number {
    return this.needed.size + this.others.size;
  }

  /** Begins a run that needs these keys, from now on others make room for them; gives the run's number. */
  begin(keys: readonly string[]): number {
    this.newest += 1;
    const before = this.needed;
    this.needed = new Map();
    for (const key of keys) {
      const entry = before.get(key) ?? this.others.get(key);
      if (entry === undefined) continue;
      entry.run = this.newest;
      before.delete(key);
      this.others.delete(key);
      this.needed.set(key, entry);
    }
    for (const [key, entry] of before) this.others.set(key, entry);
    return this.newest;
  }

  /**
   * Takes a key in that a run needs, so that the parts of its year of so many steps can be put; false where there is no room.
   * What a run brings that is no longer the newest may be forgotten for the newest.
   */
  admit(key: string, steps: number, run: number): boolean {
    const known = this.entryOf(key);
    if (known !== undefined) {
      if (run === this.newest && known.run !== run) {
        known.run = run;
        this.others.delete(key);
        this.needed.set(key, known);
      }
      return true;
    }
    const length = Math.ceil(this.usualBytesPerStep * steps);
    const size = length + this.fixedBytes;
    if (!this.makeRoom(size, run)) return false;
    (run === this.newest ? this.needed : this.others).set(key, {
      steps,
      bytes: new Uint8Array(length),
      used: 0,
      begins: new Int32Array(this.partCount).fill(-1),
      ends: new Int32Array(this.partCount),
      partCount: 0,
      run,
    });
    this.bytes += size;
    return true;
  }

  holds(key: string): boolean {
    return this.entryOf(key) !== undefined;
  }

  /** A part's bytes, to be read at once; undefined where it is not there. */
  part(key: string, part: number): Uint8Array | undefined {
    const entry = this.entryOf(key);
    if (entry === undefined || entry.begins[part]! < 0) return undefined;
    return entry.bytes.subarray(entry.begins[part], entry.ends[part]);
  }

  /** Keeps a part of a key that is in; where it finds no room any more, the whole key goes. */
  put(key: string, part: number, bytes: Uint8Array): void {
    const entry = this.entryOf(key);
    if (entry === undefined || entry.begins[part]! >= 0) return;
    const needed = entry.used + bytes.length;
    if (needed > entry.bytes.length && !this.resize(key, entry, Math.ceil(needed * GROWTH))) return;
    entry.bytes.set(bytes, entry.used);
    entry.begins[part] = entry.used;
    entry.used = entry.ends[part] = needed;
    entry.partCount += 1;
    if (entry.partCount < this.partCount) return;
    this.resize(key, entry, entry.used);
    this.usualBytesPerStep += (entry.used / entry.steps - this.usualBytesPerStep) / AVERAGED_OVER;
  }

  private entryOf(key: string): Entry | undefined {
    return this.needed.get(key) ?? this.others.get(key);
  }

  private get fixedBytes(): number {
    return OVERHEAD_BYTES + BYTES_PER_PART * this.partCount;
  }

  private resize(key: string, entry: Entry, length: number): boolean {
    if (!this.makeRoom(length - entry.bytes.length, entry.run, entry)) {
      this.forget(key, entry);
      return false;
    }
    this.bytes += length - entry.bytes.length;
    const bytes = new Uint8Array(length);
    bytes.set(entry.bytes.subarray(0, entry.used));
    entry.bytes = bytes;
    return true;
  }

  /**
   * Forgets what the newest run does not need until so many bytes are free, but not the entry they are for. A run that is not
   * the newest takes no room from its own kind: of a district larger than what is left, it would find nothing again.
   */
  private makeRoom(bytes: number, run: number, but?: Entry): boolean {
    for (const [key, entry] of this.others) {
      if (this.bytes + bytes <= this.maxBytes) return true;
      if (entry.run >= run) break;
      if (entry !== but) this.forget(key, entry);
    }
    return this.bytes + bytes <= this.maxBytes;
  }

  private forget(key: string, entry: Entry): void {
    this.needed.delete(key);
    this.others.delete(key);
    this.bytes -= entry.bytes.length + this.fixedBytes;
  }
}
