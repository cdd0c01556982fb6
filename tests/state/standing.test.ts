import { describe, expect, it } from 'vitest';
import type { District } from '../../src/model/district';
import type { Transformer } from '../../src/model/network';
import { END_USES } from '../../src/model/run';
import type { Scenario } from '../../src/model/scenario';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';
import {
  isAnyOutside,
  overLimit,
  worstOf,
  worstSentence,
  type AppState,
  type RunResult,
} from '../../src/state';
import { branchRatings, standingOf, type Judge } from '../../src/state/standing';
import { wordOf } from '../../src/state/display';
import { bySeverity, elementTable, kpisOf, branchLoadings, standingIn } from '../../src/state/view';
import { namedHours } from '../../src/state/time/namedHours';
import { violationsIn } from '../../src/study/comparison/violations';
import { scene } from './slowScene';

/**
 * What is over its limit, said everywhere alike. The cheapest wrong programs: one that looks at transformers alone, so that seven
 * overloaded cables are "nothing above 100 %"; one that counts by the rating of the weather in the strip and by the nameplate on
 * the map; one that always says 100 % whatever limit the scenario has; one that leads to a quiet transformer while a cable is over.
 */
const STEPS = 48;
const LINES = ['L-1', 'L-2', 'L-3'];
const STATIONS = ['T-1', 'T-2'];

function yearOf(stations: readonly number[], lines: readonly number[], vMinPu = 1): RunResult {
  const sizes = {
    ...{ building: 0, endUse: END_USES.length, state: 0, carrier: 3, bus: 1, branch: 5, transformer: 2 },
    ...{ feeder: 0, storage: 0, step: STEPS, chunk: 1, stateChunk: 1, one: 1 },
  };
  const table = allocate(RUN_RESULTS, sizes);
  table.outdoorDegC.fill(-10);
  table.busVMinPu.fill(vMinPu);
  table.busVMaxPu.fill(1.02);
  table.branchLoadingMax.set([...lines, ...stations]);
  table.branchLoadingMaxStep.set([31, 18, 18, 18, 19]);
  table.branchAbove100S.set([...lines, ...stations].map((loading) => (loading > 1 ? 3600 : 0)));
  stations.forEach((loading, row) => {
    table.transformerLoading.fill(0.3, row * STEPS, (row + 1) * STEPS);
    table.transformerLoading[row * STEPS + 18 + row] = loading;
  });
  const rows = {
    ...{ buildingIds: [], busIds: ['B'], branchIds: [...LINES, ...STATIONS], lineCount: 3 },
    ...{ transformerIds: STATIONS, feederIds: [], storageIds: [], endUses: END_USES },
  };
  return { table, rows, stepS: 3600, stepCount: STEPS, startWeekday: 0 } as unknown as RunResult;
}

const HOT_SPOT = { dynamicRating: { hotSpotLimitDegC: 98 } };
const judged = (...stations: readonly object[]): Judge => ({
  transformers: stations.map((one, row) => ({ id: `T-${row + 1}`, ...one })) as Transformer[],
});
const BY_NAMEPLATE = judged({}, {});
const own = (loadingLimit: number) =>
  ({ profile: 'own', source: 'test', lowerPu: 0.9, upperPu: 1.1, loadingLimit }) as const;

describe('the sentence that brings a result', () => {
  it('says which lines are over, after the transformers', () => {
    const year = yearOf([0.78, 1.09], [1.42, 1.1, 0.4]);
    expect(worstSentence(year, 'en', BY_NAMEPLATE)).toBe(
      '1 transformer above 100 %, worst T-2 at 109 %, Monday 1 January, 19:00; ' +
        '2 lines above 100 %, worst L-1 at 142 %, Tuesday 2 January, 07:00.',
    );
    expect(worstSentence(year, 'de', BY_NAMEPLATE)).toContain('; 2 Leitungen über 100 %, am stärksten L-1');
  });

  it('tells lines where no transformer is over, and voltages outside the band', () => {
    const told = worstSentence(yearOf([0.7, 0.6], [1.42, 0.2, 0.2], 0.88), 'en', BY_NAMEPLATE);
    expect(told).toMatch(/^no transformer above 100 %, worst T-1 at 70 %, .*; 1 line above 100 %, worst L-1/);
    expect(told).toMatch(/; 1 connection outside the voltage band\.$/);
    expect(worstSentence(yearOf([0.7, 0.6], [0.5, 0.2, 0.2]), 'en', BY_NAMEPLATE)).not.toContain(';');
  });

  it('names the limit that its scenario has', () => {
    const told = worstSentence(yearOf([0.78, 0.95], [0.95, 0.1, 0.1]), 'en', {
      ...BY_NAMEPLATE,
      limits: own(0.9),
    });
    expect(told).toMatch(/^1 transformer above 90 %.*; 1 line above 90 %/);
  });
});

describe('the way to the worst', () => {
  const worst = (year: RunResult) => worstOf(standingOf(year, BY_NAMEPLATE))?.id;

  it('leads to a transformer that is over, else to a line that is, else to the most loaded transformer', () => {
    expect(worst(yearOf([0.7, 1.09], [1.42, 0.2, 0.2]))).toBe('T-2');
    expect(worst(yearOf([0.7, 0.6], [0.2, 1.42, 1.1]))).toBe('L-2');
    expect(worst(yearOf([0.7, 0.6], [0.95, 0.2, 0.2]))).toBe('T-1');
  });

  it('knows whether anything is outside its limits at all', () => {
    const any = (year: RunResult) => isAnyOutside(standingOf(year, BY_NAMEPLATE));
    expect(any(yearOf([0.7, 0.6], [1, 0.2, 0.2]))).toBe(false);
    expect(any(yearOf([0.7, 0.6], [1.01, 0.2, 0.2]))).toBe(true);
    expect(any(yearOf([0.7, 0.6], [0.2, 0.2, 0.2], 0.89))).toBe(true);
  });

  it('mixes transformers and lines that are over by how far', () => {
    const ids = overLimit(standingOf(yearOf([1.2, 1.05], [1.42, 1.1, 0.9]), BY_NAMEPLATE)).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['L-1', 'T-1', 'L-2', 'T-2']);
  });
});

/** A scenario on screen whose first station is judged by its hot spot. */
async function hotSpotOnScreen(year: RunResult): Promise<{ state: AppState; district: District }> {
  const { store } = await scene();
  const loaded = store.getState().loaded!;
  const network = loaded.district.network!;
  const template = network.transformers[0]!;
  const transformers = STATIONS.map((id, row) => ({ ...template, id, ...(row === 0 ? HOT_SPOT : {}) }));
  const line = network.lines[0]!;
  const district = {
    ...loaded.district,
    network: { ...network, transformers, lines: LINES.map((id) => ({ ...line, id })) },
  };
  const run = { status: 'ready', progress: null, result: { ...year, chunkSteps: 24 }, issues: [] } as const;
  store.setState({ loaded: { ...loaded, district }, runs: { own: run, baseline: run }, step: 18 });
  return { state: store.getState(), district };
}

describe('a station that is judged by its hot spot', () => {
  it('is full where its rating is, on the map, in the table, the list and the sentence, and counted so in the strip', async () => {
    const year = yearOf([1.01, 0.5], [0.2, 0.2, 0.2]);
    const { state, district } = await hotSpotOnScreen(year);
    const rating = branchRatings(year, judged(HOT_SPOT, {}))[3]!;
    expect(rating).toBeGreaterThan(1.05);

    const now = branchLoadings(state)![3]!;
    expect(now).toBeCloseTo(101 / rating, 9);
    expect(['overloaded', 'severely overloaded']).not.toContain(wordOf('loading', now));
    const [station] = elementTable(state, 'transformer').rows;
    expect(station!.cells).toContain((100 * year.table.branchLoadingMax[3]!) / rating);
    const standing = standingIn(state)!;
    expect(standing.transformersOver).toEqual([]);
    expect(standing.transformers[0]!.aboveH).toBe(0);
    expect(bySeverity(state)[0]).toEqual({ kind: 'transformer', id: 'T-1' });
    const { transformers } = district.network!;
    expect(worstSentence(year, 'en', { transformers })).toMatch(/^no transformer above 100 %/);
    expect(namedHours(year, { transformers })[2]!.value).toBeCloseTo(101 / rating, 9);

    const kpi = (id: string) => kpisOf(year, {}, transformers).find((one) => one.id === id)!;
    expect(kpi('transformersOver100').value).toBe(standing.transformersOver.length);
    expect(kpi('worstTransformerLoading').value).toBeCloseTo(100 * standing.transformers[0]!.loadingMax, 9);
    expect(kpi('worstTransformerLoading').definition).toContain('dynamic rating');
  });

  it('is over where its rating is passed, by the same count as the comparison and the way out', async () => {
    const year = yearOf([1.6, 1.2], [1.3, 0.2, 0.2]);
    const { state, district } = await hotSpotOnScreen(year);
    const standing = standingIn(state)!;
    const found = violationsIn({ result: year, scenario: {} as Scenario, district, kpis: [] });
    expect(found.map(({ elementId }) => elementId).sort()).toEqual(
      overLimit(standing)
        .map(({ id }) => id)
        .sort(),
    );
    const hours = Object.fromEntries(found.map(({ elementId, hours: h }) => [elementId, h]));
    for (const { id, aboveH } of overLimit(standing)) expect(aboveH, id).toBe(hours[id]);
  });

  it('keeps its row where the stations of now are more, fewer or others than those of the year', () => {
    const year = yearOf([1.01, 0.7], [0.2, 0.2, 0.2]);
    const own = branchRatings(year, judged(HOT_SPOT, {}));
    expect(own[3]).toBeGreaterThan(1);
    const oneMore = judged({ id: 'T-0' }, { id: 'T-1', ...HOT_SPOT }, { id: 'T-2' });
    expect([...branchRatings(year, oneMore)]).toEqual([...own]);
    expect([...branchRatings(year, judged(HOT_SPOT))]).toEqual([...own]);
    const others = judged({ id: 'another', ...HOT_SPOT });
    expect([...branchRatings(year, others)].every((rating) => rating === 1)).toBe(true);
  });

  it('is not mixed up with the same year by nameplates', () => {
    const year = yearOf([1.01, 0.5], [0.2, 0.2, 0.2]);
    const scenario = {};
    const over = (transformers: Judge['transformers']) =>
      kpisOf(year, scenario, transformers).find(({ id }) => id === 'transformersOver100')!.value;
    expect(over(BY_NAMEPLATE.transformers)).toBe(1);
    expect(over(judged(HOT_SPOT, {}).transformers)).toBe(0);
    expect(standingOf(year, BY_NAMEPLATE).transformersOver).toHaveLength(1);
    expect(standingOf(year, judged(HOT_SPOT, {})).transformersOver).toHaveLength(0);
  });
});
