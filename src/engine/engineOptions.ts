import type { Issue } from '../model/outcome';
import type { WorkerHandle } from './pool';

export interface EngineOptions {
  readonly spawn: () => WorkerHandle;
  readonly workerCount: number;
  readonly nowS: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly jobTimeoutMs?: number;
  /** Told about workers that died and were replaced. */
  readonly onIssue?: (issue: Issue) => void;
  /** Off: every call computes anew. Results must not change. */
  readonly cache?: boolean;
  /** Workers start with the first question, and not before this has settled. */
  readonly beginAfter?: Promise<unknown>;
  /** Most that is kept of loads by content, for whichever run asks next. */
  readonly loadsBytes?: number;
}
