import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDistrictFile } from '../../src/io/districtFile';
import { markedEntries } from '../../src/panels/oneLine/marks';
import type { Marked } from '../../src/state';
import { drawn } from './oneLineTown';

/**
 * Those who are marked, in the one-line view. The cheapest wrong programs: an element of another kind with the same id, a fold
 * that hides who is in it, and a fold that tells what stands drawn beside it.
 */
const read = readDistrictFile(readFileSync('scenarios/reference-town.district.json', 'utf8'), 'town');
if (!read.ok) throw new Error('no reference town');
const town = read.value;

const marked = (kind: Marked['kind'], ids: readonly string[]): Marked => ({
  ...{ kind, ids, name: '' },
  rule: { kind: 'ids', ids },
});
const marksOf = (place: Parameters<typeof drawn>[1], of: Marked | null) => {
  const { grid, drawing } = drawn(town, place);
  const marks = markedEntries(drawing, grid, of);
  const keysOf = (wanted: 'whole' | 'part') =>
    drawing.entries.filter((_, row) => marks[row] === wanted).map(({ key }) => key);
  return { whole: keysOf('whole'), part: keysOf('part') };
};

it('a marked station is outlined where it is drawn, and nothing else is', () => {
  const { whole, part } = marksOf(null, marked('transformer', ['T-06']));
  expect(whole).toEqual(['transformer:T-06']);
  expect(part).toEqual([]);
  expect(marksOf(null, marked('line', ['T-06']))).toEqual({ whole: [], part: [] });
  expect(marksOf(null, null)).toEqual({ whole: [], part: [] });
});

it('a marked building is told by its station, then by its feeder, then by itself', () => {
  const at = { kind: 'line', id: 'F-10-4' } as const;
  const { drawing } = drawn(town, at);
  const key = drawing.entries.find((entry) => entry.key.startsWith('building:'))!.key;
  const one = marked('building', [key.slice('building:'.length)]);
  expect(marksOf(null, one)).toEqual({ whole: [], part: ['transformer:T-10'] });
  const station = marksOf({ kind: 'transformer', id: 'T-10' }, one);
  expect(station.whole).toEqual([]);
  expect(station.part.some((part) => part.includes('F-10-4'))).toBe(true);
  const feeder = marksOf(at, one);
  expect(feeder.whole).toEqual([key]);
  // What is drawn says it itself.
  expect(feeder.part).toEqual([]);
});
