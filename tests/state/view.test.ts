import { describe, expect, it } from 'vitest';
import {
  arrangeRows,
  durationCurve,
  heatOfYear,
  kpiDeltaText,
  kpiText,
  type ElementTable,
} from '../../src/state/view';

const table: ElementTable = {
  kind: 'transformer',
  variable: 'loading',
  columns: [
    { key: 'id', label: 'Transformer', unit: '', numeric: false, decimals: 0 },
    { key: 'max', label: 'Largest', unit: '%', numeric: true, decimals: 1 },
  ],
  rows: [
    { id: 'T-10', cells: ['T-10', 50], chip: 50 },
    { id: 'T-2', cells: ['T-2', Number.NaN], chip: Number.NaN },
    { id: 'T-1', cells: ['T-1', 120], chip: 120 },
  ],
};
const ids = (column: number, descending: boolean, text = '') =>
  arrangeRows(table, { column, descending }, text, () => true).map(({ id }) => id);

describe('rows of a table', () => {
  it('keep missing values last in either direction', () => {
    expect(ids(1, true)).toEqual(['T-1', 'T-10', 'T-2']);
    expect(ids(1, false)).toEqual(['T-10', 'T-1', 'T-2']);
  });
  it('sort names by their numbers and filter by text', () => {
    expect(ids(0, false)).toEqual(['T-1', 'T-2', 'T-10']);
    expect(ids(0, false, 't-1')).toEqual(['T-1', 'T-10']);
  });
});

describe('curves of a year', () => {
  it('fall from the largest value down, negative ones included, and leave the source alone', () => {
    const source = Float64Array.of(3, -1, 20);
    expect([...durationCurve(source)]).toEqual([20, 3, -1]);
    expect([...source]).toEqual([3, -1, 20]);
  });
  it('show the largest quarter of each hour, hours as rows and days as columns', () => {
    const values = new Float64Array(2 * 96);
    values[96 + 4 * 5 + 2] = 7;
    const heat = heatOfYear(values, 900);
    expect(heat).toHaveLength(48);
    expect(heat[5 * 2 + 1]).toBe(7);
    expect(heat.reduce((sum, value) => sum + value, 0)).toBe(7);
  });
});

describe('figures in words', () => {
  it('count whole things whole and tell percentages apart in points', () => {
    expect(kpiText(6, 'count')).toBe('6');
    expect(kpiText(127.4, '%')).toMatch(/^127\s%$/);
    expect(kpiDeltaText(127.4, 56, '%')).toBe('+71 points');
    expect(kpiDeltaText(5, 5, 'W')).toBe('±0');
    // What is judged better or worse is not told as nothing.
    expect(kpiDeltaText(15.1, 15.1, '%')).toBe('±0 points');
    expect(kpiDeltaText(15.06, 15.1, '%')).toBe('−0.040 points');
  });
});
