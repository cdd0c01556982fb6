import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { LENGTH_UNITS, type LengthUnit } from './lineUnits';
import { lineSpacingClass } from './lineSpacing';
import { choice, copyFields, flag, integer, real, reference, unused } from './properties';
import type { PropertyEdit } from './propertyEdit';
import { cnDataClass, tsDataClass, wireDataClass, type WireObject } from './wires';

export interface LineGeometryObject extends DssObject {
  conductors: number;
  phases: number;
  /** From 0. */
  active: number;
  wires: (WireObject | undefined)[];
  x: number[];
  h: number[];
  units: (LengthUnit | undefined)[];
  lastUnit: LengthUnit;
  reduce: boolean;
  normAmps: number;
  emergAmps: number;
  /** Set by a line that gives its own (OpenDSS writes it into the shared geometry). */
  rho: number;
}

function resize(geometry: LineGeometryObject, conductors: number): void {
  geometry.conductors = conductors;
  geometry.active = 0;
  geometry.wires = new Array<undefined>(conductors).fill(undefined);
  geometry.x = new Array<number>(conductors).fill(0);
  geometry.h = new Array<number>(conductors).fill(0);
  geometry.units = new Array<undefined>(conductors).fill(undefined);
  geometry.lastUnit = 'ft';
}

function setWire(geometry: LineGeometryObject, row: number, wire: WireObject): void {
  geometry.wires[row] = wire;
  if (row !== 0) return;
  if (wire.normAmps > 0 && geometry.normAmps === 0) geometry.normAmps = wire.normAmps;
  if (wire.emergAmps > 0 && geometry.emergAmps === 0) geometry.emergAmps = wire.emergAmps;
}

function oneWire(name: string, definition: ClassDefinition<WireObject>): Property<LineGeometryObject> {
  return {
    name,
    apply(geometry, edit) {
      const wire = edit.reference(definition);
      if (wire === undefined) return;
      if (geometry.active < geometry.conductors) setWire(geometry, geometry.active, wire);
      else edit.reject('dss-range', 'comes before nconds', 'Give nconds first.');
    },
  };
}

/** Wires after cables are the bare neutrals beyond the phases. */
function manyWires(name: string, definition: ClassDefinition<WireObject>): Property<LineGeometryObject> {
  return {
    name,
    apply(geometry, edit) {
      const wires = namedConductors(edit, definition);
      if (wires === undefined) return;
      const bare = definition === wireDataClass;
      const first =
        bare && geometry.wires[geometry.active]?.kind !== 'wire' && geometry.wires[geometry.active]
          ? geometry.phases
          : 0;
      const wanted = (bare ? geometry.conductors : geometry.phases) - first;
      if (bare ? wires.length !== wanted : wires.length > geometry.conductors) {
        edit.reject(
          'dss-count',
          `names ${wires.length} conductors where ${wanted} are wanted`,
          'Name as many as the geometry has.',
        );
        return;
      }
      wires.forEach((wire, i) => setWire(geometry, first + i, wire));
      geometry.active = Math.max(0, first + wires.length - 1);
    },
  };
}

/** Conductors of a list of names; undefined where one is not defined. */
export function namedConductors(
  edit: PropertyEdit,
  definition: ClassDefinition<WireObject>,
): WireObject[] | undefined {
  const wires = edit.words().map((word) => edit.reference(definition, word));
  return wires.includes(undefined) ? undefined : (wires as WireObject[]);
}

function place(name: 'x' | 'h'): Property<LineGeometryObject> {
  return {
    name,
    apply(geometry, edit) {
      const value = edit.real();
      if (value !== undefined && geometry.active < geometry.conductors)
        geometry[name][geometry.active] = value;
    },
  };
}

const properties: Property<LineGeometryObject>[] = [
  integer('nconds', resize, 1, 100),
  integer(
    'nphases',
    (geometry, value) => {
      geometry.phases = value;
    },
    0,
    100,
  ),
  {
    name: 'cond',
    apply(geometry, edit) {
      const value = edit.integer();
      if (value === undefined) return;
      if (value < 1 || value > geometry.conductors) {
        edit.reject('dss-range', `is not one of ${geometry.conductors} conductors`, 'Give nconds first.');
        return;
      }
      geometry.active = value - 1;
      geometry.units[geometry.active] ??= geometry.lastUnit;
    },
  },
  oneWire('wire', wireDataClass),
  place('x'),
  place('h'),
  choice('units', LENGTH_UNITS, (geometry, value) => {
    if (geometry.active < geometry.conductors) geometry.units[geometry.active] = value;
    geometry.lastUnit = value;
  }),
  real('normamps', (geometry, value) => {
    geometry.normAmps = value;
  }),
  real('emergamps', (geometry, value) => {
    geometry.emergAmps = value;
  }),
  flag('reduce', (geometry, value) => {
    geometry.reduce = value;
  }),
  reference(
    'spacing',
    () => lineSpacingClass,
    (geometry, spacing, session) => {
      if (spacing === undefined) return;
      if (spacing.conductors !== geometry.conductors) {
        session.reports.error({
          code: 'dss-count',
          message: `LineSpacing.${spacing.id} has ${spacing.conductors} conductors, LineGeometry.${geometry.id} has ${geometry.conductors}.`,
          remedy: 'Give nconds before spacing, with the same number.',
        });
        return;
      }
      geometry.x = [...spacing.x];
      geometry.h = [...spacing.h];
      geometry.units = spacing.x.map(() => spacing.units);
      geometry.lastUnit = spacing.units;
    },
  ),
  manyWires('wires', wireDataClass),
  oneWire('cncable', cnDataClass),
  oneWire('tscable', tsDataClass),
  manyWires('cncables', cnDataClass),
  manyWires('tscables', tsDataClass),
  ...unused<LineGeometryObject>('Seasons', 'Ratings', 'LineType'),
];

export const lineGeometryClass: ClassDefinition<LineGeometryObject> = {
  name: 'LineGeometry',
  properties,
  create: (id, session) => ({
    ...newObject(id, session),
    ...{
      conductors: 0,
      phases: 0,
      active: 0,
      wires: [],
      x: [],
      h: [],
      units: [],
      lastUnit: 'ft',
      reduce: false,
    },
    ...{ normAmps: 0, emergAmps: 0, rho: 100 },
  }),
  copy: (target, source) =>
    copyFields(target, source, [
      ...(['conductors', 'phases', 'wires', 'x', 'h', 'units', 'normAmps', 'emergAmps', 'reduce'] as const),
    ]),
};
