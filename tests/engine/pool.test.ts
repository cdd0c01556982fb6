import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkerHandle } from '../../src/engine/pool';
import type { Issue } from '../../src/model/outcome';
import type { RunInput } from '../../src/model/run';
import { inProcessEngine, inProcessWorker } from './inProcess';
import { inputOf, measure, smallTown } from './smallTown';

let input: RunInput;
let cleanHash: string;

beforeAll(async () => {
  input = inputOf(smallTown());
  const engine = inProcessEngine(2);
  const outcome = await engine.run(input);
  engine.dispose();
  cleanHash = outcome.ok ? outcome.value.resultHash : '';
});

/** A worker that answers some calls and then never again, and says that it died. */
function mortalWorker(calls: number): WorkerHandle {
  const handle = inProcessWorker();
  let left = calls;
  let die: (reason: string) => void = () => undefined;
  const remote = new Proxy(handle.remote, {
    get(target, name) {
      const call = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]): Promise<unknown> => {
        left -= 1;
        if (left >= 0) return call(...args);
        if (left === -1) setImmediate(() => die('killed for the test'));
        return new Promise(() => undefined);
      };
    },
  });
  return { ...handle, remote, onDeath: (callback) => (die = callback) };
}

describe('a worker that dies', () => {
  it('is reported and replaced, and the year comes out the same', async () => {
    const issues: Issue[] = [];
    let spawned = 0;
    const engine = inProcessEngine(2, {
      spawn: () => (spawned++ === 0 ? mortalWorker(40) : inProcessWorker()),
      onIssue: (issue) => issues.push(issue),
    });
    const outcome = await engine.run(input);
    engine.dispose();
    expect(spawned).toBe(3);
    expect(issues.map((issue) => issue.code)).toEqual(['worker-replaced']);
    expect(outcome.ok && outcome.value.resultHash).toBe(cleanHash);
  });

  it('again and again ends the run with an issue instead of waiting for ever', async () => {
    const engine = inProcessEngine(1, { spawn: () => mortalWorker(0) });
    const outcome = await engine.run(input);
    engine.dispose();
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => issue.code)).toContain('worker-lost');
  });

  it('without a word is found by its silence', async () => {
    const issues: Issue[] = [];
    let spawned = 0;
    const silent = { ...mortalWorker(3), onDeath: () => undefined };
    const engine = inProcessEngine(1, {
      spawn: () => (spawned++ === 0 ? silent : inProcessWorker()),
      jobTimeoutMs: 2500,
      onIssue: (issue) => issues.push(issue),
    });
    const outcome = await engine.run(input);
    engine.dispose();
    expect(issues[0]?.message).toContain('no answer');
    expect(outcome.ok && outcome.value.resultHash).toBe(cleanHash);
  });
});

describe('workers', () => {
  it.each(['kept', 'broken'])(
    'start with the first question, and not before what goes first is there, its promise %s',
    async (promise) => {
      let spawned = 0;
      let settle = () => undefined as void;
      const beginAfter = new Promise<void>((resolve, reject) => {
        settle = () => (promise === 'kept' ? resolve() : reject(new Error('no picture')));
      });
      const engine = inProcessEngine(2, { spawn: () => (spawned++, inProcessWorker()), beginAfter });
      const abort = new AbortController();
      const given = engine.run(inputOf(input.district, { id: 'given-up', seed: 7 }), {
        signal: abort.signal,
      });
      const running = engine.run(input);
      await new Promise((resolve) => setTimeout(resolve, 50));
      abort.abort();
      expect((await given).issues.map(({ code }) => code)).toEqual(['run-cancelled']);
      expect(spawned).toBe(0);
      settle();
      const outcome = await running;
      expect(spawned).toBe(2);
      expect(outcome.ok && outcome.value.resultHash).toBe(cleanHash);
      engine.dispose();
    },
  );

  it('that cannot be started are told, to everybody who waits', async () => {
    const spawn = () => {
      throw new Error('forbidden here');
    };
    const engine = inProcessEngine(2, { spawn, beginAfter: Promise.resolve() });
    const asked = [engine.run(input), engine.run(inputOf(input.district, { id: 'other', seed: 3 }))];
    for (const { ok, issues } of await Promise.all(asked)) {
      expect(ok).toBe(false);
      expect(issues.map(({ code, message }) => `${code} ${message}`).join()).toMatch(
        /^worker-lost .*forbidden here/,
      );
    }
    engine.dispose();
  });

  it('do not start for nothing', () => {
    let spawned = 0;
    inProcessEngine(2, { spawn: () => (spawned++, inProcessWorker()) }).dispose();
    expect(spawned).toBe(0);
  });
});

describe('cancelling a run', () => {
  it('settles within a second, says so, and leaves the engine usable', async () => {
    const engine = inProcessEngine(2);
    const abort = new AbortController();
    let cancelledAt = 0;
    const running = engine.run(inputOf(input.district, { measures: [measure('heatPumps', 0.5)] }), {
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done <= 0.2 || cancelledAt > 0) return;
        cancelledAt = performance.now();
        abort.abort();
      },
    });
    const outcome = await running;
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.code).toBe('run-cancelled');
    const next = await engine.run(input);
    expect(next.ok && next.value.resultHash).toBe(cleanHash);
    engine.dispose();
  });

  it('before it began starts nothing', async () => {
    const engine = inProcessEngine(1);
    const outcome = await engine.run(input, { signal: AbortSignal.abort() });
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual(['run-cancelled']);
    engine.dispose();
  });
});

describe('progress', () => {
  it('rises from 0 to 1 and names its stages', async () => {
    const engine = inProcessEngine(2, { cache: false });
    const seen: number[] = [];
    const stages = new Set<string>();
    await engine.run(input, {
      onProgress: ({ done, stage }) => {
        seen.push(done);
        stages.add(stage);
      },
    });
    engine.dispose();
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(1);
    expect([...stages]).toEqual(['compile', 'year', 'finish']);
  });
});
