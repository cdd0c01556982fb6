import { describe, expect, it } from 'vitest';
import type { MeasureType } from '../../../src/model/scenario';
import { programmeOf } from '../../../src/study/wayOut/programme';
import type { ScreenedOption } from '../../../src/study/wayOut/screening';

/**
 * What is set at the primary substation is one for all stations. The cheapest wrong programme takes it for an option of each
 * station by itself: two levels of one set-point stand in one set, and the later one wins.
 */
const margins = { seriesVa: new Float64Array(0), scalars: new Map<string, number>() };
const option = (siteId: string, type: MeasureType, level: number): ScreenedOption => ({
  ...{ id: `${siteId}/${type}/${level}`, siteId, family: 'digital', kind: type, level, words: type },
  measures: [{ id: `${siteId} ${type}`, type, adoption: 1, parameters: {} }],
  payer: 'operator',
  cost: {
    ...{ investmentEur: 1, lowEur: 1, highEur: 1, yearlyEur: 1 },
    ...{ quality: 'personal_estimation', notes: [] },
  },
  savedEurPerYear: 0,
  margins,
});

/** Whether a set keeps every row of the programme; no site is given up. */
function isAllowed(options: readonly ScreenedOption[], chosen: readonly string[]): boolean {
  const { milp } = programmeOf({
    base: new Map(['T1', 'T2', '(MV network)'].map((id) => [id, margins])),
    options,
    costOf: ({ cost }) => cost.yearlyEur,
    lessons: [],
    forbidden: [],
    unsolved: [],
  });
  return milp.rows.every(({ terms, lower, upper }) => {
    const sum = terms.reduce(
      (total, { column, factor }) => total + (chosen.includes(milp.columns[column]!.name) ? factor : 0),
      0,
    );
    return sum >= lower && sum <= upper;
  });
}

describe('levels of one kind at several sites', () => {
  const all = (type: MeasureType) =>
    ['T1', 'T2', '(MV network)'].flatMap((site) => [0, 1].map((level) => option(site, type, level)));

  it.each([
    ['T1', 'T2'],
    ['T2', '(MV network)'],
  ])('are the same at %s and %s where they are set at the source', (one, other) => {
    const type = 'conservationVoltageReduction';
    const set = (a: number, b: number) => [`${one}/${type}/${a}`, `${other}/${type}/${b}`];
    expect(isAllowed(all(type), set(0, 1))).toBe(false);
    expect(isAllowed(all(type), set(1, 0))).toBe(false);
    expect(isAllowed(all(type), set(0, 0))).toBe(true);
    expect(isAllowed(all(type), set(1, 1))).toBe(true);
    expect(isAllowed(all(type), [set(0, 1)[0]!])).toBe(true);
  });

  it('are free where they stand in the station', () => {
    const type = 'exportLimit';
    expect(isAllowed(all(type), [`T1/${type}/0`, `T2/${type}/1`])).toBe(true);
    expect(isAllowed(all(type), [`T1/${type}/0`, `T1/${type}/1`])).toBe(false);
  });
});
