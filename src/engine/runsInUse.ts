/** Which runs the workers must hold open: those whose result is kept, those somebody uses, and the one looked at first. */
export class RunsInUse {
  private readonly users = new Map<string, number>();
  /** The last run looked at first: what workers hold of it stays for its year. */
  private previewed: string | null = null;

  constructor(
    private readonly isKept: (key: string) => boolean,
    private readonly close: (key: string) => void,
  ) {}

  /** What the workers hold of a run stays while it is being used. */
  async using<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    this.users.set(key, (this.users.get(key) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const others = this.users.get(key)! - 1;
      if (others > 0) this.users.set(key, others);
      else this.users.delete(key);
      this.closeUnlessUsed(key);
    }
  }

  lookAtFirst(key: string): void {
    const before = this.previewed;
    this.previewed = key;
    if (before !== null && before !== key) this.closeUnlessUsed(before);
  }

  /** What they hold of a run that left no result (cancelled, failed, asked for one building only) is let go. */
  private closeUnlessUsed(key: string): void {
    if (this.isKept(key) || this.users.has(key) || this.previewed === key) return;
    this.close(key);
  }
}
