import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainTexts } from './plainText';

/** Folders in which every text comes from the catalogue. */
const FINISHED = [
  'building',
  'compare',
  'connect',
  'dialogs',
  'inspector',
  'map',
  'parts',
  'present',
  'scenario',
  'table',
  'time',
  'top',
  'wayOut',
];

const files = FINISHED.flatMap((folder) => {
  const room = join('src/panels', folder);
  return readdirSync(room)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(room, name));
});

it('no text of a finished panel stands outside the catalogue', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((path) => plainTexts(path, readFileSync(path, 'utf8')))).toEqual([]);
});

it('and one that does is found, wherever it stands', () => {
  const planted = `
    const part = { value: 'x', label: 'Planted option' };
    export const Planted = () => (
      <section aria-label="Planted name" className="not this" title={open ? 'Planted yes' : words('a.b')}>
        Planted text
        {count > 1 ? \`Planted \${count} more\` : null}
        {words('not.this', { text: word })} {name ?? 'Planted else'} {'\\u00a0'}
        <b>Gridtwin</b> {number(x)} kWh
      </section>
    );`;
  expect(plainTexts('Planted.tsx', planted).map((found) => found.replace(/^.*?: /, ''))).toEqual([
    'Planted option',
    'Planted name',
    'Planted yes',
    'Planted text',
    'Planted',
    'more',
    'Planted else',
  ]);
});
