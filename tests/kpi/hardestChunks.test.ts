import { expect, it } from 'vitest';
import { hardestChunks } from '../../src/kpi';
import type { RunTable } from '../../src/sim/arrays/results';
import type { RunRows } from '../../src/sim/arrays/rows';

/**
 * The cheapest wrong programs: one that looks at the weeks of the district's extremes and of its worst transformer alone, one that
 * takes a line's row for a transformer's, one that takes every week there is, and one whose year ends on 30 December.
 */
const HOURS = 8760;
const WEEK = 168;
const LAST_DAY = 364 * 24;
const AIR = new Float64Array(HOURS).fill(5).fill(-5, 0, 24);

function year(branches: readonly (readonly [loading: number, step: number])[], lineCount: number) {
  const sourcePW = new Float64Array(HOURS).fill(10);
  [sourcePW[10], sourcePW[4000]] = [20, 1];
  const table = {
    sourcePW,
    branchLoadingMax: Float64Array.from(branches, ([loading]) => loading),
    branchLoadingMaxStep: Float64Array.from(branches, ([, step]) => step),
  } as unknown as RunTable;
  return { table, rows: { lineCount } as RunRows, stepCount: HOURS, chunkSteps: WEEK };
}
const OF_DISTRICT = [0, Math.floor(4000 / WEEK)];

it('are those of the district\u2019s extremes, and of the worst hours of the fullest transformers, to the last day', () => {
  const chunks = hardestChunks(
    year(
      [
        [0.2, 5000],
        [1.02, 20],
        [1.01, LAST_DAY + 7],
      ],
      1,
    ),
    AIR,
  );
  expect(chunks).toEqual([...OF_DISTRICT, Math.floor(5000 / WEEK), 52]);
});

it('hold the worst hour of a line that is fuller than any transformer before those of quieter ones, and are few', () => {
  const stations = [0.5, 0.49, 0.48, 0.47].map((loading, row) => [loading, (30 + row) * WEEK] as const);
  const chunks = hardestChunks(year([[1.42, LAST_DAY], [0.1, 45 * WEEK], ...stations], 2), AIR);
  expect(chunks).toHaveLength(5);
  expect(chunks).toContain(52);
  expect(chunks).toContain(30);
  expect(chunks).not.toContain(45);
});
