import { describe, expect, test } from 'vitest';
import { simpleModelUValue } from '../../../src/io/idf/glazings';
import type { Construction, Element } from '../../../src/model/buildingModel/types';
import { cabin } from '../../model/buildingModel/cabin';
import { exported, withElement } from './exported';
import { cornersOf, dot, named, newell, type IdfObject } from './idfFile';

const layersOf = (objects: readonly IdfObject[], surface: string): readonly string[] => {
  const construction = named(objects, 'BuildingSurface:Detailed', surface).fields[2]!;
  return named(objects, 'Construction', construction).fields.slice(1);
};
const material = (objects: readonly IdfObject[], name: string): number[] =>
  objects
    .find(({ className, fields }) => className.startsWith('Material') && fields[0] === name)!
    .fields.slice(2)
    .map(Number);

describe('constructions', () => {
  const BRICK = { thicknessM: 0.2, conductivityWPerMK: 0.8, densityKgPerM3: 1800, specificHeatJPerKgK: 900 };
  const WOOL = { thicknessM: 0.1, conductivityWPerMK: 0.04, densityKgPerM3: 0, specificHeatJPerKgK: 0 };
  const layered: Construction = {
    id: 'layered',
    layers: [
      { name: 'brick', ...BRICK },
      { name: 'wool', ...WOOL },
      { name: 'board', resistanceM2KPerW: 0.075 },
    ],
  };

  test('run from outside to inside, with the finish of each face on its own side', () => {
    const objects = exported(
      withElement(
        {
          construction: 'layered',
          outside: { solarAbsorptance: 0.3, emissivity: 0.8, roughness: 'smooth' },
          inside: { solarAbsorptance: 0.5, emissivity: 1 },
        },
        [layered],
      ),
    );
    expect(layersOf(objects, 'south')).toEqual(['brick', 'wool', 'board']);
    expect(named(objects, 'Material', 'brick').fields[1]).toBe('Smooth');
    expect(material(objects, 'brick')).toEqual([0.2, 0.8, 1800, 900, 0.8, 0.3, 0.3]);
    // Without mass: a resistance of 0.1 / 0.04.
    expect(material(objects, 'wool')[0]).toBeCloseTo(2.5, 12);
    expect(material(objects, 'board')).toEqual([0.075, 0.99999, 0.5, 0.5]);
  });

  test('of an adiabatic element are laid out to both sides of their outer face', () => {
    const objects = exported(
      withElement({ construction: 'layered', boundary: { kind: 'adiabatic' }, windows: [], shades: [] }, [
        layered,
      ]),
    );
    expect(named(objects, 'BuildingSurface:Detailed', 'south').fields[5]).toBe('Adiabatic');
    const layers = layersOf(objects, 'south');
    expect(layers).toEqual(['board', 'wool', 'brick doubled', 'wool', 'board']);
    expect(material(objects, 'brick doubled')[0]).toBeCloseTo(0.4, 12);
  });

  test('of one layer with two finishes are two halves', () => {
    const single: Construction = { id: 'single', layers: [{ name: 'brick', ...BRICK }] };
    const objects = exported(
      withElement({ construction: 'single', outside: { solarAbsorptance: 0.2, emissivity: 0.9 } }, [single]),
    );
    const halves = layersOf(objects, 'south').map((name) => material(objects, name));
    expect(halves.map(([thickness]) => thickness)).toEqual([0.1, 0.1]);
    expect(halves.map((values) => values[5])).toEqual([0.2, 0.6]);
  });

  test('of one layer whose faces differ in roughness alone are two halves as well', () => {
    const single: Construction = { id: 'single', layers: [{ name: 'brick', ...BRICK }] };
    const outside = { solarAbsorptance: 0.6, emissivity: 0.9, roughness: 'smooth' } as const;
    const objects = exported(withElement({ construction: 'single', outside }, [single]));
    const halves = layersOf(objects, 'south').map((name) => named(objects, 'Material', name).fields[1]);
    expect(halves).toEqual(['Smooth', 'Rough']);
  });

  test('of a partition are a pair that face away from each other, of the same layers read backwards', () => {
    const elements = cabin.elements.map((element): Element =>
      element.id === 'partition' ? { ...element, construction: 'layered' } : element,
    );
    const objects = exported({ ...cabin, constructions: [...cabin.constructions, layered], elements });
    const near = named(objects, 'BuildingSurface:Detailed', 'partition');
    const far = named(objects, 'BuildingSurface:Detailed', 'partition far side');
    expect([near.fields[3], near.fields[5], near.fields[6]]).toEqual(['room', 'Surface', far.fields[0]]);
    expect([far.fields[3], far.fields[5], far.fields[6]]).toEqual(['porch', 'Surface', near.fields[0]]);
    expect(layersOf(objects, 'partition')).toEqual(['brick', 'wool', 'board']);
    expect(layersOf(objects, 'partition far side')).toEqual(['board', 'wool', 'brick']);
    const [a, b] = [near, far].map((surface) => newell(cornersOf(surface, 10))) as [never, never];
    expect(dot(a, b)).toBeCloseTo(-(8.1 * 8.1), 4);
  });

  test('keep their heat capacity where EnergyPlus wants a larger specific heat', () => {
    const light: Construction = {
      id: 'light',
      layers: [{ name: 'gas', ...BRICK, densityKgPerM3: 500, specificHeatJPerKgK: 20 }],
    };
    const objects = exported(withElement({ construction: 'light' }, [light]));
    expect(material(objects, 'gas').slice(2, 4)).toEqual([100, 100]);
  });
});

describe('glazing', () => {
  test('known by U and g keeps its own resistance under the films of the simple model', () => {
    // LBNL-2804E: interior film 1 / (0.359073 ln U + 6.949915), exterior 1 / (0.025342 U + 29.163853).
    for (const declared of [0.5, 0.8, 1.3, 2.8, 5]) {
      const u = simpleModelUValue(declared);
      const films = 1 / (0.359073 * Math.log(u) + 6.949915) + 1 / (0.025342 * u + 29.163853);
      expect(1 / u - films).toBeCloseTo(1 / declared - 0.17, 5);
    }
    const [, u, g] = named(exported(cabin), 'WindowMaterial:SimpleGlazingSystem', 'label').fields.map(Number);
    expect(u).toBeCloseTo(simpleModelUValue(1.3), 9);
    expect(g).toBe(0.6);
  });

  test('of panes is listed from outside to inside with its gaps between', () => {
    const objects = exported(cabin);
    expect(named(objects, 'Construction', 'double').fields.slice(1)).toEqual([
      'double pane 1',
      'double gap 1',
      'double pane 2',
    ]);
    expect(named(objects, 'WindowMaterial:Gas', 'double gap 1').fields.slice(1)).toEqual(['Air', '0.012']);
  });
});
