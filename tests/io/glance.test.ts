import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glanceAtFile } from '../../src/io/glance';
import { sampleLines } from './epwSample';

/**
 * A first look at files. The cheapest wrong programs: one that goes by the ending of the name, one that counts the header, one that
 * shows objects as [object Object], and one that breaks on what it does not know.
 */
const glance = (text: string, name = 'x') => {
  const found = glanceAtFile({ name, text });
  return found.ok ? found.value : found.issues.map(({ code }) => code);
};

describe('a first look', () => {
  it('knows a file by what it holds, whatever its name says', () => {
    const feature = { type: 'Feature', id: 'a', properties: { height: 8, deep: { x: 1 } }, geometry: null };
    const map = { type: 'FeatureCollection', name: 'Street', features: [feature, feature] };
    expect(glance(JSON.stringify(map), 'x.epw')).toMatchObject({
      ...{ kind: 'geojson', title: 'Street', count: 2 },
      columns: ['id', 'height'],
      rows: [
        ['a', '8'],
        ['a', '8'],
      ],
    });
    const city = {
      type: 'CityJSON',
      version: '2.0',
      CityObjects: { b: { type: 'Building', attributes: { storeys: 3 } } },
    };
    expect(glance(`\ufeff${JSON.stringify(city)}`)).toMatchObject({
      ...{ kind: 'cityjson', count: 1, columns: ['id', 'type', 'storeys'], rows: [['b', 'Building', '3']] },
    });
    expect(glance('<feed xmlns="http://naesb.org/espi"></feed>')).toMatchObject({ kind: 'meter' });
    expect(glance('! a comment\nClear\nnew object=circuit.x\n', 'm.txt')).toMatchObject({ kind: 'openDss' });
    expect(glance('{"schema":"gridtwin-circuit/1","name":"c","buses":[{"id":"a"}]}')).toMatchObject({
      ...{ kind: 'circuit', title: 'c', count: 1 },
    });
    expect(glance('{"schema":"gridtwin-sensitivity/1"}')).toMatchObject({ kind: 'results' });
  });

  it('counts the hours of a weather year without its header, and shows its place', () => {
    expect(glance(sampleLines().join('\n'), 'x.json')).toMatchObject({ kind: 'epw', count: 8760 });
    const found = glance(sampleLines().join('\n'));
    if (Array.isArray(found) || !('rows' in found)) throw new Error('not read');
    expect(found.rows).toHaveLength(3);
    expect(found.rows.map(([, hour]) => hour)).toEqual(['1', '2', '3']);
    expect(found.title).not.toBe('');
  });

  it('tells peaks from readings by the columns, with commas, semicolons or tabs', () => {
    expect(glance(readFileSync('scenarios/templates/peaks.csv', 'utf8'))).toMatchObject({
      ...{ kind: 'peaks', count: 3, columns: ['id', 'peak_kw', 'time'] },
    });
    expect(glance('Zeit;Bezug (kWh)\n2025-01-01 00:00;1,5\n\n2025-01-01 01:00;2\n')).toMatchObject({
      ...{ kind: 'meter', count: 2, columns: ['Zeit', 'Bezug (kWh)'] },
      rows: [
        ['2025-01-01 00:00', '1,5'],
        ['2025-01-01 01:00', '2'],
      ],
    });
    // A word at the head of a line makes no circuit of a table.
    expect(glance('Time;Sky\n2025-01-01;2\nclear;3\nnew;4\n')).toMatchObject({ kind: 'meter' });
    expect(glance('a\tb\n1\t2\n')).toMatchObject({ columns: ['a', 'b'] });
  });

  it('refuses what is read nowhere, in the words of the readers', () => {
    expect(glance('')).toEqual(['file-empty']);
    expect(glance('  \n')).toEqual(['file-empty']);
    expect(glance('<html></html>')).toEqual(['file-format']);
    expect(glance('PK\u0003\u0004, and more')).toEqual(['file-format']);
    expect(glance('SQLite format 3\u0000, and more')).toEqual(['file-format']);
    expect(glance('{"type":"FeatureCollection",')).toEqual(['not-json']);
    expect(glance('{"type":"Topology"}')).toEqual(['json-kind']);
    expect(glance('[1,2]')).toEqual(['json-kind']);
    expect(glance('just words')).toEqual(['not-json']);
  });

  it('never breaks, and never fails without a reason', () => {
    const members = fc.dictionary(
      fc.constantFrom(
        'type',
        'schema',
        'features',
        'properties',
        'CityObjects',
        'name',
        'document',
        'buildings',
      ),
      fc.oneof(
        fc.constantFrom(
          'Feature',
          'FeatureCollection',
          'CityJSON',
          'gridtwin-project/1',
          'gridtwin-district/1',
        ),
        fc.jsonValue({ maxDepth: 3 }),
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          members.map((one) => JSON.stringify(one)),
        ),
        (text) => {
          const found = glanceAtFile({ name: 'x', text });
          expect(found.ok || found.issues.length > 0).toBe(true);
        },
      ),
    );
  });
});
