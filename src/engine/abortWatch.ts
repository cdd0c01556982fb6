/** What waits on one signal, and the one listener that ends it all. */
interface Watch {
  readonly waiting: Set<() => void>;
  readonly listener: () => void;
}

/** Ends what waits when its signal aborts: one listener a signal, however many wait on it. */
export class AbortWatch {
  private readonly watches = new Map<AbortSignal, Watch>();

  /** Calls `end` when the signal aborts, once; the function that comes back stops waiting for it. */
  add(signal: AbortSignal, end: () => void): () => void {
    const { waiting, listener } = this.watches.get(signal) ?? this.start(signal);
    waiting.add(end);
    return () => {
      waiting.delete(end);
      if (waiting.size > 0 || this.watches.get(signal)?.waiting !== waiting) return;
      signal.removeEventListener('abort', listener);
      this.watches.delete(signal);
    };
  }

  private start(signal: AbortSignal): Watch {
    const waiting = new Set<() => void>();
    const listener = () => {
      this.watches.delete(signal);
      for (const end of [...waiting]) end();
    };
    signal.addEventListener('abort', listener, { once: true });
    const watch = { waiting, listener };
    this.watches.set(signal, watch);
    return watch;
  }
}
