import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { attributeWith } from '../../src/engine/attributeWith';
import type { PooledEngine } from '../../src/engine/engine';
import type { RunResult } from '../../src/engine/contract';
import type { RunInput } from '../../src/model/run';
import { createYearWorker } from '../../workers/yearWorker';
import { inProcessEngine, inProcessWorker } from './inProcess';
import { inputOf, measure, smallTown } from './smallTown';

/**
 * Years and weeks that several ask for at once, and looks into a year that the engine has forgotten. What workers solve is counted: a year
 * has 53 chunks. The cheapest wrong programs: a year for every caller, a year that ends with the first who gives up, and a look
 * that believes any result it is handed.
 */
const CHUNKS = 53;
const STEP = 4000;
let input: RunInput;
let pumps: RunInput;
let known: RunResult;
let solves = 0;
let engines: PooledEngine[] = [];

function counted(): PooledEngine {
  const worker = () => {
    const own = createYearWorker();
    return inProcessWorker({
      ...own,
      solve(key, chunk, injections) {
        solves += 1;
        return own.solve(key, chunk, injections);
      },
    });
  };
  const engine = inProcessEngine(1, { spawn: worker });
  engines.push(engine);
  solves = 0;
  return engine;
}

beforeAll(async () => {
  const district = smallTown(8);
  input = inputOf(district);
  pumps = inputOf(district, { measures: [measure('heatPumps', 1)] });
  const ran = await counted().run(input);
  if (!ran.ok) throw new Error('no year');
  known = ran.value;
  expect(solves).toBe(CHUNKS);
});
afterEach(() => {
  for (const engine of engines) engine.dispose();
  engines = [];
});

describe('a year that is asked for while it is computed', () => {
  it('is computed once, told to all who wait, and kept for whoever looks', async () => {
    const engine = counted();
    const told = [0, 0];
    const asked = [{ ...input }, { ...input }].map((own, at) =>
      engine.run(own, { onProgress: ({ done }) => (told[at] = done), passing: at === 0 }),
    );
    const [one, two] = (await Promise.all(asked)).map((ran) => (ran.ok ? ran.value : null));
    expect(solves).toBe(CHUNKS);
    expect(told).toEqual([1, 1]);
    expect(one?.resultHash).toBe(known.resultHash);
    expect(two).toBe(one);
    expect(engine.isKnown(input)).toBe(true);
  });

  it('goes on for those who stay, and ends with the last who goes', async () => {
    const engine = counted();
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const gone = engine.run(input, {
      signal: first.signal,
      onProgress: ({ done }) => {
        if (done > 0.2) first.abort();
      },
    });
    const stays = engine.run(input);
    expect((await gone).issues[0]?.code).toBe('run-cancelled');
    expect(solves).toBeLessThan(CHUNKS);
    const year = await stays;
    expect(year.ok && year.value.resultHash).toBe(known.resultHash);
    expect(solves).toBe(CHUNKS);

    solves = 0;
    const both = [second, third].map(({ signal }) => engine.run(pumps, { signal }));
    second.abort();
    third.abort();
    for (const each of both) expect((await each).issues[0]?.code).toBe('run-cancelled');
    const again = await engine.run(pumps);
    expect(again.ok).toBe(true);
    expect(solves).toBe(CHUNKS);
  });

  it('is given up by who does so at the first word of progress', async () => {
    const abort = new AbortController();
    const ran = await counted().run(input, { signal: abort.signal, onProgress: () => abort.abort() });
    expect(ran.issues[0]?.code).toBe('run-cancelled');
    expect(solves).toBe(0);
  });
});

describe('a week that is asked for while it is computed', () => {
  it('is computed once, of each week, and again where nothing is kept', async () => {
    const asked: number[] = [];
    const worker = () => {
      const own = createYearWorker();
      return inProcessWorker({
        ...own,
        week(key, chunk, start) {
          asked.push(chunk);
          return own.week(key, chunk, start);
        },
      });
    };
    const weeksOf = async (cache: boolean): Promise<unknown[]> => {
      const engine = inProcessEngine(2, { spawn: worker, cache });
      engines.push(engine);
      asked.length = 0;
      return Promise.all([STEP, STEP + 1, STEP + 24 * 7].map((step) => engine.week(input, step, { known })));
    };
    const [one, two, next] = await weeksOf(true);
    const chunk = Math.floor(STEP / (24 * 7));
    expect(asked.sort()).toEqual([chunk, chunk + 1]);
    expect(two).toEqual(one);
    expect(next).not.toEqual(one);
    expect((await weeksOf(false))[1]).toEqual(one);
    expect(asked).toHaveLength(3);
  });

  it('goes on for those who stay', async () => {
    let asked = 0;
    const abort = new AbortController();
    const worker = () => {
      const own = createYearWorker();
      return inProcessWorker({
        ...own,
        week(...args) {
          asked += 1;
          abort.abort();
          return own.week(...args);
        },
      });
    };
    const engine = inProcessEngine(1, { spawn: worker });
    engines.push(engine);
    const gone = engine.week(input, STEP, { known, signal: abort.signal });
    const stays = engine.week(input, STEP, { known });
    expect((await gone).issues[0]?.code).toBe('run-cancelled');
    expect((await stays).ok).toBe(true);
    expect(asked).toBe(1);
  });
});

describe('a look into a year that the engine has forgotten', () => {
  it('takes the year in the hands of the caller, to the bit', async () => {
    const [own, other] = [counted(), counted()];
    const week = await own.week(input, STEP);
    const branchId = known.rows.branchIds[0]!;
    const load = await own.attribution(input, branchId, STEP);
    solves = 0;
    const looked = await other.week(input, STEP, { known });
    const attributed = await other.attribution(input, branchId, STEP, { known });
    const building = await other.buildingYear(input, known.rows.buildingIds[0]!, { known });
    expect(solves).toBe(0);
    expect([week.ok, load.ok]).toEqual([true, true]);
    expect(looked).toEqual(week);
    expect(attributed).toEqual(load);
    expect(building.ok).toBe(true);
  });

  it('explains loads and reads meters of it without running it again', async () => {
    const own = counted();
    const branchId = known.rows.branchIds[0]!;
    const load = await own.attribution(input, branchId, STEP);
    const meters = await own.meters(input);
    const other = counted();
    const { scenario } = input;
    expect(await attributeWith(other, input, () => known)(scenario, branchId, STEP)).toEqual(load);
    expect(await other.meters(input, { known, passing: true })).toEqual(meters);
    expect(solves).toBe(0);
    // Only passing: it has taken no place from years that are looked at.
    expect(other.isKnown(input)).toBe(false);
    expect(await attributeWith(other, input)(scenario, branchId, STEP)).toEqual(load);
    expect(solves).toBe(CHUNKS);
  });

  it('answers hours of one week in one worker, which computes that week once', async () => {
    const asked: string[] = [];
    let started = 0;
    const worker = () => {
      const own = createYearWorker();
      const name = `worker ${(started += 1)}`;
      return inProcessWorker({
        ...own,
        attribute(key, chunk, ...others) {
          asked.push(`${name}, week ${chunk}`);
          return own.attribute(key, chunk, ...others);
        },
      });
    };
    const engine = inProcessEngine(2, { spawn: worker });
    engines.push(engine);
    const branchIds = known.rows.branchIds.slice(0, 3);
    const steps = [STEP, STEP + 1, STEP + 24 * 7 * 4];
    const attribute = attributeWith(engine, input, () => known);
    const loads = await Promise.all(
      branchIds.flatMap((branchId) => steps.map((step) => attribute(input.scenario, branchId, step))),
    );
    expect(asked).toHaveLength(9);
    expect(new Set(asked).size).toBe(2);
    const alone = counted();
    for (const [row, load] of loads.entries())
      expect(load).toEqual(
        await alone.attribution(input, branchIds[Math.floor(row / 3)]!, steps[row % 3]!, { known }),
      );
  });

  it('does not take the year of other inputs', async () => {
    const engine = counted();
    const other = await engine.week(pumps, STEP);
    const looked = await counted().week(pumps, STEP, { known });
    expect(solves).toBe(CHUNKS);
    expect(other.ok).toBe(true);
    expect(looked).toEqual(other);
  });
});
