import { describe, expect, test } from 'vitest';
import { writeIdf } from '../../../src/io/idf';
import type { BuildingModel, Zone } from '../../../src/model/buildingModel/types';
import { cabin } from '../../model/buildingModel/cabin';
import { codes, exported, room, weather, withElement } from './exported';
import { ofClass } from './idfFile';

describe('what an input file cannot say', () => {
  test('is listed by name, and in the file', () => {
    const model = withElement({
      windows: [
        {
          id: 'w1',
          glazing: 'double',
          xM: 0,
          zM: 0,
          widthM: 8,
          heightM: 2.7,
          blind: { closedAboveWPerM2: 200, transmittedShare: 0.2 },
        },
      ],
    });
    const zones = model.zones.map((zone): Zone =>
      zone.id === 'room' ? { ...zone, heating: { setpointDegC: 20, convectiveShare: 0.4 } } : zone,
    );
    const written = writeIdf({ ...model, zones }, weather);
    const found = written.issues.map(({ code, where }) => `${code} ${where ?? ''}`);
    expect(found).toContain('idf-blind window "w1"');
    expect(found).toContain('idf-all-window element "south"');
    expect(found).toContain('idf-convective-share zone "room" heating');
    if (!written.ok) throw new Error('refused');
    for (const { severity, message } of written.issues) {
      expect(written.value).toContain(`! ${severity}: `);
      expect(written.value).toContain(message);
    }
  });

  test('is nothing for a plain building', () => {
    expect(codes(room({ heating: { setpointDegC: 20 } }), weather)).toEqual([]);
  });

  test('includes names that would end a field, an object, a line or a comment', () => {
    const evil = 'a,b;c!d\nZone,\n  evil;\u2028\u0085x';
    const rename = (text: string): string => `${text}${evil}`;
    const model: BuildingModel = {
      ...cabin,
      name: rename('cabin'),
      constructions: cabin.constructions.map((each) => ({
        id: rename(each.id),
        layers: each.layers.map((layer) => ({ ...layer, name: rename('layer') })),
      })),
      glazings: cabin.glazings!.map((each) => ({ ...each, id: rename(each.id) })),
      zones: cabin.zones.map((zone) => ({
        ...zone,
        id: rename(zone.id),
        ...(zone.heating ? { heating: { ...zone.heating, setpointDegC: rename('day') } } : {}),
        ...(zone.gains ? { gains: zone.gains.map((gain) => ({ ...gain, name: rename('gain') })) } : {}),
      })),
      schedules: cabin.schedules!.map((each) =>
        each.id === 'day' ? { ...each, id: rename(each.id) } : each,
      ),
      elements: cabin.elements.map((element) => ({
        ...element,
        id: rename(element.id),
        zone: rename(element.zone),
        construction: rename(element.construction),
        boundary:
          element.boundary.kind === 'zone'
            ? { kind: 'zone', zone: rename(element.boundary.zone) }
            : element.boundary,
        ...(element.windows
          ? {
              windows: element.windows.map((window) => ({
                ...window,
                id: rename(window.id),
                glazing: rename(window.glazing),
              })),
            }
          : {}),
      })),
      airExchanges: [{ zones: [rename('room'), rename('porch')], flowM3PerS: 0.01 }],
    };
    const count = (each: BuildingModel): string[] => exported(each).map(({ className }) => className);
    expect(count(model)).toEqual(count(cabin));
    expect(codes(model, weather).filter((code) => code.startsWith('idf-name')).length).toBeGreaterThan(10);
    const written = writeIdf({ ...model, name: rename('cabin') }, { ...weather, name: rename('place') });
    if (!written.ok) throw new Error('refused');
    for (const line of written.value.split(/[\n\u2028\u0085]/)) expect(line).not.toMatch(/^\s*evil/);
  });

  test('keeps names apart that EnergyPlus would take for one', () => {
    const windows = ['W', 'w', 'w,', 'w_'].map((id, k) => ({
      id,
      glazing: 'double',
      xM: 2 * k,
      zM: 0.2,
      widthM: 1,
      heightM: 1,
    }));
    const names = ofClass(exported(withElement({ windows })), 'FenestrationSurface:Detailed').map(
      ({ fields }) => fields[0]!.toUpperCase(),
    );
    expect(new Set(names).size).toBe(4);
  });

  test('includes ids that differ by case only: the second has another name in the file', () => {
    const [room, porch] = cabin.zones;
    const renamed: BuildingModel = {
      ...cabin,
      airExchanges: [],
      zones: [room!, { ...porch!, id: 'ROOM' }],
      elements: cabin.elements.map((element) => ({
        ...element,
        zone: element.zone === 'porch' ? 'ROOM' : element.zone,
        boundary: element.boundary.kind === 'zone' ? { kind: 'zone', zone: 'ROOM' } : element.boundary,
      })),
    };
    const notes = writeIdf(renamed, weather).issues.filter(({ code }) => code === 'idf-name');
    expect(notes).toMatchObject([
      { severity: 'note', where: 'zone "ROOM"', message: expect.stringContaining('"ROOM 2"') as string },
    ]);
  });

  test('keeps long names apart within the hundred characters that EnergyPlus reads', () => {
    const long = Array.from({ length: 12 }, (_, k) => `${'long '.repeat(20)}${k}`);
    const windows = long.map((id, k) => ({
      id,
      glazing: 'label',
      xM: 0.6 * k,
      zM: 0.2,
      widthM: 0.5,
      heightM: 1,
    }));
    const names = ofClass(exported(withElement({ windows })), 'FenestrationSurface:Detailed').map(
      ({ fields }) => fields[0]!,
    );
    expect(new Set(names).size).toBe(12);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test('does not hide a wrong building', () => {
    const wrong = withElement({ zone: 'nowhere' });
    const written = writeIdf(wrong, weather);
    expect(written.ok).toBe(false);
  });
});
