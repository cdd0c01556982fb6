import { describe, expect, test } from 'vitest';
import { shownColumns, widthsOf } from '../../src/panels/table/columns';
import { leadOfBus, speechOf, type ElementTable, type TableColumn } from '../../src/state/view';

/**
 * Columns of the table of elements. The cheapest wrong programs: fewer tracks than cells, so that the last ones wrap into the next
 * row; widths by the name of a column alone; a room that must scroll to find the loading; a house on the end of two lines.
 */
const column = (key: string, label: string, unit = ''): TableColumn => ({
  ...{ key, label, unit, decimals: 1 },
  numeric: unit !== '',
});
const table: ElementTable = {
  kind: 'building',
  variable: 'loading',
  columns: [
    column('id', 'Building'),
    column('name', 'Address'),
    column('year', 'Built', 'year'),
    column('value', 'Loading now', '%'),
    column('max', 'Largest', 'kW'),
  ],
  rows: [
    { id: 'a', cells: ['a', 'Bahnhofstraße 1', 1950, 46.5, 1_234_567.8], chip: 46.5 },
    { id: 'b', cells: ['b', 'Am Ring 2', Number.NaN, Number.NaN, -3], chip: Number.NaN },
  ],
};
const speech = speechOf('en');
const tracks = (text: string) => [...text.matchAll(/(?:minmax\()?([\d.]+)ch/g)].map(([, ch]) => Number(ch));

describe('columns of the table', () => {
  test('have a track for every cell and one for what a row can do', () => {
    const shown = shownColumns(table, false);
    const { columns, least } = widthsOf(table, shown, true, speech);
    expect(shown.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4]);
    expect(tracks(columns)).toHaveLength(table.columns.length + 1);
    expect(tracks(least)[0]).toBeGreaterThan(tracks(columns).reduce((sum, width) => sum + width, 0));
  });

  test('are as wide as the longest of head and cells, and no text makes one without end', () => {
    const widthOf = (rows: ElementTable['rows'], at: number) => {
      const own = { ...table, rows };
      return tracks(widthsOf(own, shownColumns(own, false), false, speech).columns)[at]!;
    };
    expect(widthOf(table.rows, 4)).toBeGreaterThanOrEqual('1 234 567.8'.length);
    expect(widthOf(table.rows, 1)).toBeGreaterThan(widthOf([], 1));
    const long = { id: 'c', cells: ['c', 'x'.repeat(300), 1, 1, 1], chip: 1 };
    expect(widthOf([long], 1)).toBeLessThan(30);
    expect(widthOf([], 3)).toBeGreaterThan('Loading now'.length);
  });

  test('begin in a room with who it is and how loaded, and lose none', () => {
    const keys = shownColumns(table, true).map(({ column: { key } }) => key);
    expect(keys.slice(0, 3)).toEqual(['name', 'value', 'max']);
    expect([...keys].sort()).toEqual(table.columns.map(({ key }) => key).sort());
    const lines: ElementTable = { ...table, kind: 'line' };
    expect(shownColumns(lines, true)[0]!.column.key).toBe('id');
  });
});

test('the lead of a house is the one service line that ends at its bus', () => {
  const line = (role: 'service' | 'lvMain', fromBusId: string, toBusId: string) =>
    ({ role, fromBusId, toBusId }) as never;
  const leads = leadOfBus({
    lines: [line('lvMain', 's', 'joint'), line('service', 'joint', 'a'), line('service', 'b', 'joint')],
  });
  expect([...leads].sort()).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
