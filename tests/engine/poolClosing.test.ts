import type { Remote } from 'comlink';
import { describe, expect, it } from 'vitest';
import { RunCancelledError, WorkerPool, type WorkerHandle } from '../../src/engine/pool';
import type { RunInput } from '../../src/model/run';
import type { YearWorker } from '../../src/protocol/yearWorker';

/**
 * What workers hold after cancelling while a run is still being opened. The cheapest wrong programs: a pool that closes only what it
 * has been told is open, one that does the job nobody waits for, and one that closes under a job that somebody waits for.
 */
const input = {} as RunInput;
const turn = () => new Promise((resolve) => setImmediate(resolve));

function scene() {
  const held = new Set<string>();
  const jobs: string[] = [];
  const opens: { key: string; answer: () => void }[] = [];
  const remote = {
    open: (key: string) =>
      new Promise((resolve) => {
        opens.push({
          key,
          answer: () => {
            held.add(key);
            resolve({ ok: true, value: {}, issues: [] });
          },
        });
      }),
    close: async (key: string) => void held.delete(key),
  } as unknown as Remote<YearWorker>;
  const spawn = (): WorkerHandle => ({ remote, onDeath: () => undefined, terminate: () => undefined });
  const pool = new WorkerPool({
    ...{ spawn, workerCount: 1, jobTimeoutMs: 60_000 },
    ...{ setTimer: () => undefined, clearTimer: () => undefined, onWorkerLost: () => undefined },
  });
  const ask = (key: string, signal?: AbortSignal) =>
    pool.run(
      key,
      input,
      async () => {
        expect(held, `the run of a job of ${key}`).toContain(key);
        jobs.push(key);
        return key;
      },
      signal,
    );
  return { pool, held, jobs, opens, ask };
}

describe('a run that is being opened', () => {
  it('is closed where it is cancelled and closed meanwhile, and its job is not done', async () => {
    const { pool, held, jobs, opens, ask } = scene();
    const abort = new AbortController();
    const cancelled = ask('a', abort.signal);
    abort.abort();
    pool.close('a');
    await expect(cancelled).rejects.toBeInstanceOf(RunCancelledError);
    const next = ask('b');
    opens[0]!.answer();
    await turn();
    expect([...held]).toEqual([]);
    opens[1]!.answer();
    expect(await next).toBe('b');
    expect(jobs).toEqual(['b']);
    expect([...held]).toEqual(['b']);
  });

  it('stays open where only one of those who asked for it has gone', async () => {
    const { held, jobs, opens, ask } = scene();
    const abort = new AbortController();
    const cancelled = ask('a', abort.signal);
    const other = ask('a');
    abort.abort();
    await expect(cancelled).rejects.toBeInstanceOf(RunCancelledError);
    opens[0]!.answer();
    expect(await other).toBe('a');
    expect(opens).toHaveLength(1);
    expect(jobs).toEqual(['a']);
    expect([...held]).toEqual(['a']);
  });

  it('serves the job that is waited for before it is closed', async () => {
    const { pool, held, jobs, opens, ask } = scene();
    const asked = ask('a');
    pool.close('a');
    opens[0]!.answer();
    expect(await asked).toBe('a');
    await turn();
    expect(jobs).toEqual(['a']);
    expect([...held]).toEqual([]);
    const again = ask('a');
    opens[1]!.answer();
    expect(await again).toBe('a');
  });

  it('is not opened twice where it is asked for again at once', async () => {
    const { pool, held, jobs, opens, ask } = scene();
    const abort = new AbortController();
    const cancelled = ask('a', abort.signal);
    abort.abort();
    pool.close('a');
    await expect(cancelled).rejects.toBeInstanceOf(RunCancelledError);
    const again = ask('a');
    opens[0]!.answer();
    expect(await again).toBe('a');
    expect(opens).toHaveLength(1);
    expect(jobs).toEqual(['a']);
    expect([...held]).toEqual(['a']);
  });
});
