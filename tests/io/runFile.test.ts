import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRunFile, writeRunFile } from '../../src/io/runFile';
import { END_USES } from '../../src/model/run';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';
import type { RunResult } from '../../src/study/runResult';

/** A small year of numbers that are easily lost: -0, NaN, the smallest and the largest. */
function odd(): RunResult {
  const table = allocate(RUN_RESULTS, {
    building: 2,
    endUse: END_USES.length,
    bus: 2,
    branch: 2,
    transformer: 1,
    feeder: 1,
    storage: 0,
    step: 3,
    chunk: 1,
    stateChunk: 1,
    state: 1,
    carrier: 3,
    one: 1,
  });
  table.busVMinPu.set([Number.NaN, -0]);
  table.sourcePW.set([Number.MIN_VALUE, -Number.MAX_VALUE, 0.1 + 0.2]);
  const rows = {
    buildingIds: ['b', 'ü'],
    busIds: ['x', 'y'],
    branchIds: ['l', 't'],
    lineCount: 1,
    transformerIds: ['t'],
    feederIds: ['l'],
    storageIds: [],
    endUses: END_USES,
  };
  return {
    engineVersion: '0',
    inputHash: 'in',
    resultHash: 'out',
    stepS: 3600,
    stepCount: 3,
    chunkSteps: 3,
    startWeekday: 0,
    utcOffsetMin: 330,
    rows,
    table,
  };
}

const file = writeRunFile(odd());

describe('a stored run', () => {
  it('comes back as it was, bit for bit, from a view into a larger buffer too', async () => {
    const larger = new Uint8Array(file.length + 7);
    larger.set(file, 3);
    for (const bytes of [file, larger.subarray(3, 3 + file.length)]) {
      const read = await readRunFile(bytes, 'a.run');
      if (!read.ok) throw new Error(read.issues[0]!.message);
      const { table, ...run } = read.value;
      const { table: expected, ...expectedRun } = odd();
      expect(run).toEqual(expectedRun);
      for (const [name, column] of Object.entries(expected)) {
        const got = table[name as keyof typeof table];
        expect([...new Uint8Array(got.buffer)], name).toEqual([...new Uint8Array(column.buffer)]);
      }
    }
  });

  it('comes back the same where the shell inflates it, and is refused where that fails', async () => {
    const byShell = (bytes: Uint8Array) =>
      readRunFile(bytes, 'a.run', (zlib) => Promise.resolve(new Uint8Array(inflateSync(zlib))));
    expect(await byShell(file)).toEqual(await readRunFile(file, 'a.run'));
    for (let length = 0; length < file.length; length += 1)
      expect((await byShell(file.slice(0, length))).issues[0], `${length} bytes`).toMatchObject({
        code: 'run-file-unreadable',
        source: 'a.run',
      });
  });

  it('cut short anywhere is refused as an issue that names the file, never thrown', async () => {
    for (let length = 0; length < file.length; length += 1) {
      const read = await readRunFile(file.slice(0, length), 'cut.run');
      expect(read.ok, `${length} of ${file.length} bytes`).toBe(false);
      expect(read.issues[0]).toMatchObject({
        severity: 'error',
        code: 'run-file-unreadable',
        source: 'cut.run',
      });
      expect(read.issues[0]!.remedy).not.toBe('');
    }
  });

  it('of another kind, or with a wrong header, is refused', async () => {
    for (const at of [0, 7, 8, 11, 12, 40]) {
      const wrong = file.slice();
      wrong[at]! ^= 0xff;
      expect((await readRunFile(wrong, 'wrong.run')).ok, `byte ${at}`).toBe(false);
    }
    expect((await readRunFile(new TextEncoder().encode('{"schema":1}'), 'a.json')).ok).toBe(false);
  });
});
