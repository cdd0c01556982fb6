import { expect, it } from 'vitest';
import type { KpiInput } from '../../src/kpi/districtKpis';
import { placeKpi, type PlaceRows } from '../../src/kpi/placeKpis';

/** The cheapest wrong program gives a place without a transformer the figures of the first one. */
const input = {
  rows: { lineCount: 1 },
  table: {
    branchLoadingMax: Float64Array.of(0.1, 0.5, 0.7),
    branchAbove80S: Float64Array.of(0, 3600, 7200),
    buildingNetMaxW: Float64Array.of(5000, 3000, -1),
    buildingNetMinW: Float64Array.of(100, -2000, -4000),
  },
} as unknown as KpiInput;
const placeOf = (flow: PlaceRows['flow']): PlaceRows => ({ flow, buildings: [], buses: [], lines: [] });

it('reads the loading of a station at its own transformer, and of no station none', () => {
  const loading = (flow: PlaceRows['flow']) =>
    ['worstTransformerLoading', 'transformerHoursOver80'].map((id) =>
      placeKpi(id, 'station', input, placeOf(flow)),
    );
  expect(loading({ of: 'station', row: 1 })).toEqual([70, 2]);
  expect(loading({ of: 'feeder', row: 1 })).toEqual([NaN, NaN]);
  expect(loading(null)).toEqual([NaN, NaN]);
});

// The cheapest wrong program adds the peaks of several meters, or gives a house that never returns a negative one.
it('knows the peaks of one building, and of several none', () => {
  const peaks = (...buildings: number[]) =>
    ['peakImport', 'peakExport'].map((id) =>
      placeKpi(id, 'buildings', input, { ...placeOf(null), buildings }),
    );
  expect(peaks(0)).toEqual([5000, 0]);
  expect(peaks(1)).toEqual([3000, 2000]);
  expect(peaks(2)).toEqual([0, 4000]);
  expect(peaks(0, 1)).toEqual([NaN, NaN]);
  expect(peaks()).toEqual([NaN, NaN]);
});

// The cheapest wrong program judges a station by its nameplate while the district's card judges it by its hot spot.
it('holds a station against what it may carry, in loading and in hours', () => {
  const rated = {
    ...{ rows: { lineCount: 1 }, stepS: 3600, stepCount: 3 },
    table: { ...input.table, transformerLoading: Float64Array.of(0.5, 0, 0, 0.7, 0.65, 0.61) },
  } as unknown as KpiInput;
  const at = (id: string, ...ratings: number[]) =>
    placeKpi(id, 'station', rated, placeOf({ of: 'station', row: 1 }), Float64Array.from(ratings));
  expect(at('worstTransformerLoading', 1, 0.75)).toBeCloseTo(70 / 0.75, 12);
  expect(at('transformerHoursOver80', 1, 0.75)).toBe(3);
  expect(at('transformerHoursOver80', 0.75, 1)).toBe(2);
  expect(at('transformerHoursOver80', 1, 0.85)).toBe(1);
});
