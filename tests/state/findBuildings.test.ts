import { expect, test } from 'vitest';
import type { Building } from '../../src/model/building';
import { findBuildings, suggestedBuildings } from '../../src/panels/building/findBuildings';
import { generateTown } from '../../src/synthesis/town';

/** The cheapest wrong programs: names alone; 10 before 2; a kind that comes before the house that is called so. */
const { buildings } = generateTown(11);
const named = (id: string, name: string): Building => ({ ...buildings[0]!, id, name });
const salzgasse = ['10', '2', '3', '6', '5'].map((n) => named(`salzgasse-${n}`, `Salzgasse ${n}`));

test('school and Schule find the schools of the town, though none is called so', () => {
  const schools = buildings.filter(({ use }) => use === 'school');
  expect(schools.length).toBeGreaterThan(0);
  for (const typed of ['school', 'Schule', 'SCHOOL', 'schul'])
    expect(new Set(findBuildings(buildings, typed))).toEqual(new Set(schools));
});

test('addresses come in natural order', () => {
  expect(findBuildings(salzgasse, 'salzgasse').map(({ name }) => name?.slice(10))).toEqual([
    '2',
    '3',
    '5',
    '6',
    '10',
  ]);
});

test('a year, a heating and an archetype find their buildings, together with a name too', () => {
  const { constructionYear } = buildings[0]!;
  const found = findBuildings(buildings, String(constructionYear));
  expect(found).toContain(buildings[0]);
  expect(found.every((one) => one.constructionYear === constructionYear || /\d/.test(one.id))).toBe(true);
  const oil = findBuildings(buildings, 'oil');
  expect(oil.some(({ heating }) => heating === 'oilBoiler')).toBe(true);
  const isOld = (one: Building) => (one === buildings[3] ? 'until 1945' : '');
  expect(findBuildings(buildings, 'until 1945', isOld)).toContain(buildings[3]);
});

test('an archetype is found by its words in the language of the page, also after the other one', () => {
  const inWords = (words: string) => (one: Building) => (one === buildings[3] ? words : '');
  expect(findBuildings(buildings, 'quiet gable', inWords('quiet gable'))).toEqual([buildings[3]]);
  expect(findBuildings(buildings, 'stiller giebel', inWords('stiller Giebel'))).toEqual([buildings[3]]);
  expect(findBuildings(buildings, 'quiet gable', inWords('stiller Giebel'))).toEqual([]);
});

test('what is called so comes before what is of that kind', () => {
  const inn = { ...named('a', 'Zur Schule'), use: 'restaurant' } as const;
  const school = { ...named('b', 'Am Markt 1'), use: 'school' } as const;
  expect(findBuildings([school, inn], 'schule').map(({ id }) => id)).toEqual(['a', 'b']);
});

test('the empty page suggests one of each of the commonest uses', () => {
  const some = suggestedBuildings(buildings, 6);
  expect(some).toHaveLength(6);
  expect(new Set(some.map(({ use }) => use)).size).toBe(6);
  const [first] = suggestedBuildings([...salzgasse].reverse(), 1);
  expect(first!.name).toBe('Salzgasse 2');
});
