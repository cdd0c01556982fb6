/** How often a cache was asked, and how often it had to compute. */
export interface CacheCounts {
  readonly computed: number;
  readonly reused: number;
}

/**
 * Results by content: the key is a hash of everything a building's result depends on (contentKey), so there is nothing to
 * invalidate, and results with and without it are the same. Once they exceed `maxBytes`, those that were not asked for
 * longest are forgotten.
 */
export interface BuildingCache<Result> {
  /**
   * Results in the order of the keys. `compute` gets the places of those that are missing, one for each different key,
   * and gives theirs in that order.
   */
  take(
    keys: readonly string[],
    compute: (missing: readonly number[]) => Iterable<Result>,
  ): { readonly results: readonly Result[]; readonly counts: CacheCounts };
  readonly bytes: number;
  readonly size: number;
}

export function createBuildingCache<Result>(
  bytesOf: (result: Result) => number,
  maxBytes: number,
): BuildingCache<Result> {
  return new Cache(bytesOf, maxBytes);
}

class Cache<Result> implements BuildingCache<Result> {
  /** In the order of last use. */
  private readonly entries = new Map<string, Result>();
  bytes = 0;

  constructor(
    private readonly bytesOf: (result: Result) => number,
    private readonly maxBytes: number,
  ) {}

  get size(): number {
    return this.entries.size;
  }

  take(
    keys: readonly string[],
    compute: (missing: readonly number[]) => Iterable<Result>,
  ): { results: readonly Result[]; counts: CacheCounts } {
    const taken = new Map<string, Result>();
    const missing = new Map<string, number>();
    keys.forEach((key, place) => {
      const result = this.entries.get(key);
      if (result !== undefined) taken.set(key, result);
      else if (!missing.has(key)) missing.set(key, place);
    });
    const wanted = [...missing.keys()];
    let done = 0;
    for (const result of compute([...missing.values()])) taken.set(wanted[done++]!, result);
    if (done !== wanted.length) throw new Error(`${done} results for ${wanted.length} buildings`);
    for (const [key, result] of taken) this.keep(key, result);
    this.forget();
    const results = keys.map((key) => taken.get(key)!);
    return { results, counts: { computed: wanted.length, reused: keys.length - wanted.length } };
  }

  private keep(key: string, result: Result): void {
    if (!this.entries.delete(key)) this.bytes += this.bytesOf(result);
    this.entries.set(key, result);
  }

  private forget(): void {
    for (const [key, result] of this.entries) {
      if (this.bytes <= this.maxBytes) return;
      this.entries.delete(key);
      this.bytes -= this.bytesOf(result);
    }
  }
}
