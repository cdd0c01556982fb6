import type { Progress, RunOptions } from './contract';
import { RunCancelledError } from './pool';

/** Computes what is asked for, for all who wait for it. */
export type Compute<Answer> = (options: RunOptions) => Promise<Answer>;

/** A computation under way and those who wait for it. */
interface Flight {
  readonly abort: AbortController;
  readonly waiting: Set<RunOptions>;
  last: Progress | null;
}

/**
 * What is under way, by its name: whoever asks for a year or a week that is being computed waits for the same one. Each may
 * stop waiting for himself; the computation is ended with the last who waits.
 */
export class UnderWay<Answer> {
  private readonly flights = new Map<string, { flight: Flight; result: Promise<Answer> }>();

  join(key: string, options: RunOptions, compute: Compute<Answer>): Promise<Answer> {
    const { signal, onProgress } = options;
    if (signal?.aborted === true) return Promise.reject(new RunCancelledError());
    // A copy: one who asks twice with the same options waits twice.
    const own = { ...options };
    const present = this.flights.get(key);
    if (present !== undefined) {
      present.flight.waiting.add(own);
      if (present.flight.last !== null) onProgress?.(present.flight.last);
    }
    const { flight, result } = present ?? this.start(key, own, compute);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.leave(key, flight, own);
        reject(new RunCancelledError());
      };
      const settled = () => signal?.removeEventListener('abort', leave);
      // Already where the first word of progress made the caller give up.
      if (signal?.aborted === true) leave();
      signal?.addEventListener('abort', leave, { once: true });
      result.finally(settled).then(resolve, reject);
    });
  }

  private start(key: string, own: RunOptions, compute: Compute<Answer>) {
    const flight: Flight = { abort: new AbortController(), waiting: new Set([own]), last: null };
    const onProgress = (progress: Progress) => {
      flight.last = progress;
      for (const { onProgress: tell } of flight.waiting) tell?.(progress);
    };
    const result = compute({ signal: flight.abort.signal, onProgress }).finally(() =>
      this.forget(key, flight),
    );
    const started = { flight, result };
    this.flights.set(key, started);
    return started;
  }

  private leave(key: string, flight: Flight, own: RunOptions): void {
    flight.waiting.delete(own);
    if (flight.waiting.size > 0) return;
    // Forgotten before it has ended: who asks now waits for one that nobody has stopped.
    this.forget(key, flight);
    flight.abort.abort();
  }

  private forget(key: string, flight: Flight): void {
    if (this.flights.get(key)?.flight === flight) this.flights.delete(key);
  }
}
