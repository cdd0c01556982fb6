import { describe, expect, it } from 'vitest';
import { branchesCsv } from '../../../src/cli/tables';
import { readCsv } from '../../../src/io/csv';
import type { District } from '../../../src/model/district';
import type { Transformer } from '../../../src/model/network';
import { succeed } from '../../../src/model/outcome';
import { baselineScenario } from '../../../src/scenario';
import { violationsIn } from '../../../src/study/comparison';
import { elementChanges } from '../../../src/study/comparison/elements';
import { nodesOf } from '../../../src/study/comparison/nodes';
import { runPath } from '../../../src/study/path';
import type { ScenarioCosts } from '../../../src/study/scenarioCosts';
import { handmade } from '../../scenario/selectors/street';
import { handYear, HOURS } from './handYear';

const scenario = baselineScenario(handmade, '', 2030);
const [first, second] = handmade.network!.transformers as readonly [Transformer, Transformer];

/**
 * A line at 90 %, and a transformer at 120 % all year in 20 degC, judged by a hot-spot limit or by its nameplate. Another one rests;
 * in the district they stand the other way round.
 */
function yearAt(hotSpotLimitDegC?: number) {
  const year = handYear(
    scenario,
    (table) => {
      table.transformerLoading.fill(1.2, 0, HOURS);
      table.branchLoadingMax.set([0.9, 0, 1.2]);
      table.branchAbove80S[0] = 7200;
      table.outdoorDegC.fill(20);
    },
    { transformers: [first.id, second.id] },
  );
  const transformers = [
    second,
    hotSpotLimitDegC === undefined ? first : { ...first, dynamicRating: { hotSpotLimitDegC } },
  ];
  const district: District = { ...handmade, network: { ...handmade.network!, transformers } };
  return { ...year, district };
}

describe('a transformer with a dynamic rating', () => {
  it('breaks no limit while its hot spot keeps one, and breaks it by its loading where not', () => {
    // K = 1.3 for ever in 20 degC is 134.1 degC, K = 1 is 98 degC (loading guide).
    expect(violationsIn(yearAt(134.1))).toEqual([]);
    expect(violationsIn(yearAt()).map(({ limit }) => limit)).toEqual([1]);
    const [cool] = violationsIn(yearAt(98.5));
    expect(cool).toMatchObject({ kind: 'transformer', what: 'loading', limit: 1, hours: 8760 });
    expect(cool!.rating).toBeGreaterThan(1);
    expect(cool!.rating).toBeLessThan(1.02);
    expect(cool!.worst * cool!.rating!).toBeCloseTo(1.2, 9);
  });

  it('has no energy above its limit either', () => {
    const above = (limit?: number) =>
      nodesOf(yearAt(limit)).find(({ kind }) => kind === 'transformer')!.hoursAboveLimit;
    expect(above()).toBe(8760);
    expect(above(134.1)).toBe(0);
  });

  // K = 1.2 of 1.3, in 20 degC.
  const share = 1.2 / 1.3;

  it('is compared by what it may carry, in its loading and its hours', () => {
    const figureOf = (limit: number | undefined, metric: string) => {
      const changes = elementChanges(yearAt(), yearAt(limit));
      const change = changes.find(({ id }) => id === first.id);
      expect(change).toMatchObject({ kind: 'transformer', presence: 'both' });
      const line = changes.find(({ kind }) => kind === 'line')!;
      expect(line.figures.find((one) => one.metric === 'loadingMax')).toMatchObject({ after: 0.9, delta: 0 });
      return change!.figures.find((one) => one.metric === metric)!;
    };
    expect(figureOf(134.1, 'loadingMax').before).toBe(1.2);
    expect(figureOf(134.1, 'loadingMax').after).toBeCloseTo(share, 3);
    const hours = ['above80', 'above100', 'above120'].map((metric) => figureOf(134.1, metric).after);
    expect(hours).toEqual([8760, 0, 0]);
    expect(figureOf(undefined, 'loadingMax').delta).toBe(0);
  });

  it('stands in the table of branches with its rating, by which its loading and hours are', () => {
    const rowAt = (limit?: number) => {
      const year = yearAt(limit);
      const read = readCsv(branchesCsv(year.result, year.district), 'branches.csv');
      if (!read.ok) throw new Error(read.issues[0]!.message);
      const { columns, rows } = read.value;
      const lines = (name: string, row: number) => Number(rows[row]![columns.indexOf(name)]);
      expect([lines('loading_max_percent', 0), lines('above_80_h', 0), lines('rating', 0)]).toEqual([
        90, 2, 1,
      ]);
      return (name: string) => lines(name, 2);
    };
    const [plain, rated] = [rowAt(), rowAt(134.1)];
    expect([plain('rating'), plain('loading_max_percent')]).toEqual([1, 120]);
    expect(rated('rating')).toBeCloseTo(1.3, 3);
    expect(rated('rating') * rated('loading_max_percent')).toBeCloseTo(120, 9);
    expect(rated('above_80_h')).toBe(8760);
    expect(rated('above_100_h')).toBe(0);
  });

  it('is as full in a path as its rating says', async () => {
    const loadingAt = async (limit?: number) => {
      const yearOf = () => Promise.resolve(succeed(yearAt(limit)));
      const path = await runPath(
        { evaluations: { yearOf }, costsOf: () => succeed({ lines: [] } as unknown as ScenarioCosts) },
        { scenario, years: [2030] },
      );
      if (!path.ok) throw new Error(path.issues[0]!.message);
      return path.value.years[0]!.transformers[0]!.loading;
    };
    expect(await loadingAt()).toBe(1.2);
    expect(await loadingAt(134.1)).toBeCloseTo(share, 3);
  });
});
