import type { Issue, Outcome } from '../../model/outcome';

/** Where a study's answers and its end go. */
export interface Follower<Found> {
  /** What is found so far; awaited, so that the page can show it. */
  readonly found: (found: Found) => void | Promise<void>;
  readonly failed: (issues: readonly Issue[]) => void;
}

/**
 * Follows a stream of answers until it ends, fails or is aborted; true where it ended by itself. An exception on the way is a
 * failure with its text: a study that waits for nothing any more must not look as if it did.
 */
export async function followed<Found>(
  stream: AsyncIterable<Outcome<Found>>,
  signal: AbortSignal,
  source: string,
  { found, failed }: Follower<Found>,
): Promise<boolean> {
  try {
    for await (const outcome of stream) {
      if (signal.aborted) return false;
      if (!outcome.ok) {
        failed(outcome.issues);
        return false;
      }
      await found(outcome.value);
    }
  } catch (error) {
    if (!signal.aborted) failed([brokeDown(source, error)]);
    return false;
  }
  return !signal.aborted;
}

export const brokeDown = (source: string, error: unknown): Issue => ({
  severity: 'error',
  code: 'study-broke-down',
  source,
  message: `The search broke down: ${error instanceof Error ? error.message : String(error)}`,
  remedy: 'Search again; if it happens again, this is a defect of Gridtwin: please report it with this text.',
});
