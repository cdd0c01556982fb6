import type { Remote } from 'comlink';
import type { RunInput } from '../model/run';
import type { Outcome } from '../model/outcome';
import type { RunOutline, YearWorker } from '../protocol/yearWorker';
import { AbortWatch } from './abortWatch';

/** One started worker, as a shell provides it. */
export interface WorkerHandle {
  readonly remote: Remote<YearWorker>;
  /** Calls back once when the worker dies by itself. */
  onDeath(callback: (reason: string) => void): void;
  terminate(): void;
}

export interface PoolOptions {
  readonly spawn: () => WorkerHandle;
  readonly workerCount: number;
  /** A job that takes longer, or is silent for longer, counts as a dead worker. */
  readonly jobTimeoutMs: number;
  readonly setTimer: (callback: () => void, delayMs: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  /** Told when a worker died and was replaced. */
  readonly onWorkerLost: (reason: string) => void;
  /** Jobs wait until this has settled; without it they begin at once. */
  readonly beginAfter?: Promise<unknown>;
}

/** Something to do in a worker. One of many calls says after each that the worker is alive. */
export type Job<Value> = (remote: Remote<YearWorker>, alive: () => void) => Promise<Value>;

interface Waiting {
  readonly job: Job<unknown>;
  readonly key: string;
  readonly input: RunInput;
  /** Part of the run that the job is about and that a worker compiles when first asked; undefined = none. */
  readonly part: number | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Set when the caller no longer waits. */
  abandoned: boolean;
  losses: number;
}

interface Slot {
  handle: WorkerHandle;
  openKeys: Set<string>;
  /** Parts of runs that this worker has compiled: `key/part`. */
  compiled: Set<string>;
  current: Waiting | null;
  /** Run that this worker is opening, and whether it has been closed meanwhile. */
  opening: { readonly key: string; isClosed: boolean } | null;
  timer: unknown;
}

/** How often one job may lose its worker before it is given up. */
const MAX_LOSSES = 2;

export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError';
}

export class RunCancelledError extends Error {
  override readonly name = 'RunCancelledError';
  constructor() {
    super('The run was cancelled.');
  }
}

/** A run that cannot be opened: its issues, on the way to becoming a value again. */
export class OpenRefusedError extends Error {
  override readonly name = 'OpenRefusedError';
  constructor(readonly outcome: Outcome<RunOutline>) {
    super('The run was refused.');
  }
}

/**
 * Hands jobs to workers, which start when the first job comes. First come first served among those that a worker need not
 * compile anything new for: part p is at home in worker p modulo their number, in every run, so that it has compiled what is the
 * same in an earlier one. A worker without such a job takes the last one that waits. Jobs carry all their state, so one whose
 * worker dies is asked again on a fresh worker. Aborting settles at once: waiting jobs are dropped, and the answer of a running
 * one is ignored.
 */
export class WorkerPool {
  private readonly slots: Slot[] = [];
  private readonly queue: Waiting[] = [];
  private readonly aborts = new AbortWatch();
  private hasBegun: boolean;
  private disposed = false;

  constructor(private readonly options: PoolOptions) {
    const { beginAfter } = options;
    this.hasBegun = beginAfter === undefined;
    const begin = () => {
      this.hasBegun = true;
      this.dispatch();
    };
    void beginAfter?.then(begin, begin);
  }

  get workerCount(): number {
    return this.options.workerCount;
  }

  /** Runs a job on the next free worker, with the run opened there first. */
  run<Value>(
    key: string,
    input: RunInput,
    job: Job<Value>,
    signal?: AbortSignal,
    part?: number,
  ): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      if (this.disposed || signal?.aborted === true) {
        reject(new RunCancelledError());
        return;
      }
      let unwatch: (() => void) | undefined;
      const settled =
        <Argument>(settle: (argument: Argument) => void) =>
        (argument: Argument) => {
          unwatch?.();
          settle(argument);
        };
      const waiting: Waiting = {
        job,
        key,
        input,
        part,
        resolve: settled(resolve as (value: unknown) => void),
        reject: settled(reject),
        abandoned: false,
        losses: 0,
      };
      if (signal !== undefined) unwatch = this.aborts.add(signal, () => this.abandon(waiting));
      this.queue.push(waiting);
      this.dispatch();
    });
  }

  /** Forgets a run in every worker that holds it. */
  close(key: string): void {
    for (const slot of this.slots) {
      if (slot.opening?.key === key) slot.opening.isClosed = true;
      else this.closeIn(slot, key);
    }
  }

  private closeIn(slot: Slot, key: string): void {
    if (!slot.openKeys.delete(key)) return;
    for (const part of slot.compiled) if (part.startsWith(`${key}/`)) slot.compiled.delete(part);
    void slot.handle.remote.close(key);
  }

  dispose(): void {
    this.disposed = true;
    for (const slot of this.slots) {
      this.options.clearTimer(slot.timer);
      slot.handle.terminate();
      slot.current?.reject(new RunCancelledError());
    }
    for (const waiting of this.queue.splice(0)) waiting.reject(new RunCancelledError());
  }

  private abandon(waiting: Waiting): void {
    const position = this.queue.indexOf(waiting);
    if (position >= 0) this.queue.splice(position, 1);
    waiting.abandoned = true;
    waiting.reject(new RunCancelledError());
  }

  private startSlot(): Slot {
    const slot: Slot = {
      handle: this.options.spawn(),
      openKeys: new Set(),
      compiled: new Set(),
      current: null,
      opening: null,
      timer: undefined,
    };
    this.watch(slot);
    return slot;
  }

  private watch(slot: Slot): void {
    const { handle } = slot;
    handle.onDeath((reason) => {
      if (slot.handle === handle) this.replace(slot, reason);
    });
  }

  private dispatch(): void {
    if (!this.hasBegun || this.queue.length === 0) return;
    try {
      while (this.slots.length < this.workerCount) this.slots.push(this.startSlot());
    } catch (error) {
      const lost = new WorkerLostError(
        `No worker starts: ${error instanceof Error ? error.message : String(error)}.`,
      );
      for (const waiting of this.queue.splice(0)) waiting.reject(lost);
      return;
    }
    this.slots.forEach((slot, index) => {
      if (slot.current !== null || this.queue.length === 0) return;
      const ready = this.queue.findIndex(
        ({ part, key }) =>
          part === undefined || part % this.workerCount === index || slot.compiled.has(`${key}/${part}`),
      );
      const [next] = this.queue.splice(ready < 0 ? this.queue.length - 1 : ready, 1);
      void this.work(slot, next!);
    });
  }

  private async work(slot: Slot, waiting: Waiting): Promise<void> {
    const { handle } = slot;
    slot.current = waiting;
    const alive = () => {
      if (slot.handle === handle && slot.current === waiting) this.await(slot);
    };
    this.await(slot);
    let isClosed = false;
    try {
      isClosed = await this.openIn(slot, waiting);
      // Opening takes long enough for the caller to have gone, and may have ended after the worker was given up.
      if (slot.handle === handle && !waiting.abandoned) {
        if (waiting.part !== undefined) slot.compiled.add(`${waiting.key}/${waiting.part}`);
        const value = await waiting.job(handle.remote, alive);
        if (slot.handle === handle) waiting.resolve(value);
      }
    } catch (error) {
      if (slot.handle === handle) waiting.reject(error);
    }
    if (slot.handle !== handle) return;
    if (isClosed && !this.queue.some(({ key }) => key === waiting.key)) this.closeIn(slot, waiting.key);
    this.release(slot);
    this.dispatch();
  }

  private await(slot: Slot): void {
    const { jobTimeoutMs, setTimer, clearTimer } = this.options;
    clearTimer(slot.timer);
    slot.timer = setTimer(
      () => this.replace(slot, `no answer within ${jobTimeoutMs / 1000} s`),
      jobTimeoutMs,
    );
  }

  /** Opens the run of a job; true where it was closed meanwhile: it goes when the job has ended, unless it has been asked for again. */
  private async openIn(slot: Slot, { key, input }: Waiting): Promise<boolean> {
    if (slot.openKeys.has(key)) return false;
    const { handle } = slot;
    const opening = { key, isClosed: false };
    slot.opening = opening;
    const outcome = await handle.remote.open(key, input).finally(() => {
      if (slot.opening === opening) slot.opening = null;
    });
    if (slot.handle !== handle) return false;
    if (!outcome.ok) throw new OpenRefusedError(outcome);
    slot.openKeys.add(key);
    return opening.isClosed;
  }

  private release(slot: Slot): void {
    this.options.clearTimer(slot.timer);
    slot.current = null;
  }

  private replace(slot: Slot, reason: string): void {
    if (this.disposed) return;
    const lost = slot.current;
    slot.handle.terminate();
    this.release(slot);
    slot.handle = this.options.spawn();
    slot.openKeys = new Set();
    slot.compiled = new Set();
    slot.opening = null;
    this.watch(slot);
    this.options.onWorkerLost(reason);
    if (lost !== null && !lost.abandoned) {
      lost.losses += 1;
      if (lost.losses >= MAX_LOSSES)
        lost.reject(new WorkerLostError(`A worker died twice on one job: ${reason}.`));
      else this.queue.unshift(lost);
    }
    this.dispatch();
  }
}
