/** A started worker that is let go with its first answer. */
export interface OnceHandle {
  /** Calls back when the worker dies by itself. */
  onDeath(callback: (reason: string) => void): void;
  terminate(): void;
}

/** What is answered in place of the worker. */
interface Otherwise<Answer> {
  readonly cancelled: () => Answer;
  readonly broken: (reason: string) => Answer;
}

/**
 * One question to a worker of its own: for what is rare, and ended by letting the worker go. An abort ends it at once; a worker that
 * does not start, dies or throws is told of, and nobody waits for it.
 */
export async function onceInWorker<Handle extends OnceHandle, Answer>(
  spawn: () => Handle,
  ask: (handle: Handle) => Promise<Answer>,
  signal: AbortSignal,
  { cancelled, broken }: Otherwise<Answer>,
): Promise<Answer> {
  if (signal.aborted) return cancelled();
  let handle: Handle | null = null;
  try {
    const started = spawn();
    handle = started;
    return await new Promise<Answer>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(cancelled()), { once: true });
      started.onDeath((reason) => resolve(broken(reason)));
      ask(started).then(resolve, reject);
    });
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  } finally {
    handle?.terminate();
  }
}
