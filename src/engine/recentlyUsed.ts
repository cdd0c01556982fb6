/** A bounded store that forgets the least recently used entry first. */
export class RecentlyUsed<Value> {
  private readonly entries = new Map<string, Value>();

  constructor(
    private readonly capacity: number,
    private readonly onForget: (key: string) => void = () => undefined,
  ) {}

  get(key: string): Value | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    // Deleting first moves the entry to the young end of the map's insertion order.
    this.entries.delete(key);
    this.entries.set(key, value);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.capacity) return;
      this.entries.delete(oldest);
      this.onForget(oldest);
    }
  }
}
