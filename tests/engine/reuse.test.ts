import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineOptions, PooledEngine } from '../../src/engine/engine';
import type { WorkerHandle } from '../../src/engine/pool';
import type { LoadCounts } from '../../src/engine/contract';
import type { District } from '../../src/model/district';
import type { RunInput } from '../../src/model/run';
import { BUILDING_STATE_NUMBERS } from '../../src/sim/arrays/buildingState';
import { createYearWorker } from '../../workers/yearWorker';
import { inProcessEngine, inProcessWorker } from './inProcess';
import { inputOf, measure, smallTown } from './smallTown';

/**
 * An edit of 5 % of the buildings computes 5 % of them, with the bits that computing all of them gives. The cheapest wrong
 * programs: a counter that tells how many were edited, and loads of before the edit. So what the workers are asked to compile
 * is counted as well, and every result is compared with that of an engine that keeps nothing.
 */
const BUILDINGS = 67;
const CHUNKS = 53;
/** In both blocks. */
const EDITED = [3, 21, 66];
let district: District;
let input: RunInput;
let edited: RunInput;
let half: RunInput;
const hashes = new Map<RunInput, string>();

/** Corrections of what these rows heat with. */
function withHeating(rows: readonly number[], value = 'airHeatPump'): RunInput {
  const baseEdits = rows.map((row) => ({
    buildingId: district.buildings[row]!.id,
    field: 'heating' as const,
    value,
  }));
  return { ...input, baseEdits };
}

interface Ran {
  readonly hash: string;
  readonly counts: LoadCounts | undefined;
}

async function run(engine: PooledEngine, asked: RunInput): Promise<Ran> {
  let counts: LoadCounts | undefined;
  const outcome = await engine.run(asked, { onProgress: ({ loads }) => (counts = loads ?? counts) });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return { hash: outcome.value.resultHash, counts };
}

async function fresh(asked: RunInput): Promise<string> {
  const known = hashes.get(asked);
  if (known !== undefined) return known;
  const engine = inProcessEngine(1, { cache: false });
  const { hash, counts } = await run(engine, asked);
  engine.dispose();
  expect(counts).toEqual({ computed: BUILDINGS, reused: 0 });
  hashes.set(asked, hash);
  return hash;
}

/** Rows that workers simulated, chunk by chunk, and rows they started the year of. */
interface Work {
  chunks: number;
  starts: number;
}

function watchedWorker(work: Work): WorkerHandle {
  const worker = createYearWorker();
  return inProcessWorker({
    ...worker,
    initialState(key, block, rows) {
      work.starts += rows.length;
      return worker.initialState(key, block, rows);
    },
    block(key, block, chunk, state, kept, wanted) {
      work.chunks += state.length / BUILDING_STATE_NUMBERS - kept.rows.length;
      return worker.block(key, block, chunk, state, kept, wanted);
    },
  });
}

async function withEngine(
  workers: number,
  options: Partial<EngineOptions>,
  work: (engine: PooledEngine) => Promise<void>,
): Promise<void> {
  const engine = inProcessEngine(workers, options);
  try {
    await work(engine);
  } finally {
    engine.dispose();
  }
}

beforeAll(async () => {
  district = smallTown(BUILDINGS);
  // Two blocks, the second one short; all with gas, so that every edit is one.
  district = {
    ...district,
    buildings: district.buildings.map((building) => ({ ...building, heating: 'gasBoiler' as const })),
  };
  input = inputOf(district);
  edited = withHeating(EDITED);
  half = withHeating(EDITED.slice(1));
  await fresh(input);
}, 120_000);

describe.each([1, 2, 3])('with %i workers', (workers) => {
  it('an edit of 5 % computes 5 %, its undo nothing, and every bit is that of an engine without memory', async () => {
    const work = { chunks: 0, starts: 0 };
    const worked = (): Work => {
      const done = { ...work };
      [work.chunks, work.starts] = [0, 0];
      return done;
    };
    await withEngine(workers, { spawn: () => watchedWorker(work) }, async (engine) => {
      expect(await run(engine, input)).toEqual({
        hash: await fresh(input),
        counts: { computed: BUILDINGS, reused: 0 },
      });
      expect(worked()).toEqual({ chunks: BUILDINGS * CHUNKS, starts: BUILDINGS });
      expect(await run(engine, edited)).toEqual({
        hash: await fresh(edited),
        counts: { computed: EDITED.length, reused: BUILDINGS - EDITED.length },
      });
      expect(worked()).toEqual({ chunks: EDITED.length * CHUNKS, starts: EDITED.length });
      // One of the three taken back, in a run that was never made: all of its loads are known.
      expect(await run(engine, half)).toEqual({
        hash: await fresh(half),
        counts: { computed: 0, reused: BUILDINGS },
      });
      // The whole undo is the first run's result as it stands.
      expect(await run(engine, withHeating([]))).toEqual({ hash: await fresh(input), counts: undefined });
      expect(worked()).toEqual({ chunks: 0, starts: 0 });
    });
  }, 180_000);
});

describe('loads of earlier runs', () => {
  it('serve whatever changes the network alone', async () => {
    await withEngine(2, {}, async (engine) => {
      await run(engine, input);
      const stored = { ...input, scenario: { ...input.scenario, measures: [measure('feederBattery', 1)] } };
      const { hash, counts } = await run(engine, stored);
      expect(counts).toEqual({ computed: 0, reused: BUILDINGS });
      expect(hash).toBe(await fresh(stored));
      expect(hash).not.toBe(await fresh(input));
    });
  });

  it(
    'are reused as far as they fit where memory is short, to the same bits',
    { timeout: 180_000 },
    async () => {
      const counts: (LoadCounts | undefined)[] = [];
      await withEngine(2, { loadsBytes: 3e6 }, async (engine) => {
        for (const asked of [input, edited, half]) {
          const ran = await run(engine, asked);
          expect(ran.hash).toBe(await fresh(asked));
          counts.push(ran.counts);
        }
      });
      for (const { reused } of counts.slice(1).map((count) => count!)) {
        expect(reused).toBeGreaterThan(15);
        expect(reused).toBeLessThan(45);
      }
    },
  );

  it('left by a cancelled run are taken on where it stopped', async () => {
    await withEngine(2, {}, async (engine) => {
      const abort = new AbortController();
      const cancelled = await engine.run(edited, {
        signal: abort.signal,
        onProgress: ({ done }) => {
          if (done > 0.3) abort.abort();
        },
      });
      expect(cancelled.ok).toBe(false);
      expect(await run(engine, input)).toEqual({
        hash: await fresh(input),
        counts: { computed: BUILDINGS, reused: 0 },
      });
      expect((await run(engine, edited)).hash).toBe(await fresh(edited));
    });
  });

  it('of two runs at once do not mix', { timeout: 180_000 }, async () => {
    await withEngine(2, {}, async (engine) => {
      const ran = await Promise.all([run(engine, input), run(engine, edited)]);
      expect(ran.map(({ hash }) => hash)).toEqual([await fresh(input), await fresh(edited)]);
      const third = withHeating([5], 'oilBoiler');
      expect(await run(engine, third)).toEqual({
        hash: await fresh(third),
        counts: { computed: 1, reused: BUILDINGS - 1 },
      });
    });
  });
});
