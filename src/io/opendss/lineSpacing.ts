import { newObject, type ClassDefinition, type DssObject } from './definitions';
import { LENGTH_UNITS, type LengthUnit } from './lineUnits';
import { choice, copyFields, integer, reals } from './properties';

export interface LineSpacingObject extends DssObject {
  conductors: number;
  phases: number;
  x: number[];
  h: number[];
  units: LengthUnit;
}

function clear(spacing: LineSpacingObject): void {
  spacing.x = new Array<number>(spacing.conductors).fill(0);
  spacing.h = new Array<number>(spacing.conductors).fill(0);
  spacing.units = 'ft';
}

function filled(values: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, i) => values[i] ?? 0);
}

export const lineSpacingClass: ClassDefinition<LineSpacingObject> = {
  name: 'LineSpacing',
  properties: [
    integer(
      'nconds',
      (spacing, value) => {
        spacing.conductors = value;
        clear(spacing);
      },
      1,
      100,
    ),
    integer(
      'nphases',
      (spacing, value) => {
        spacing.phases = value;
      },
      1,
      100,
    ),
    reals(
      'x',
      (spacing) => spacing.conductors,
      (spacing, values) => {
        spacing.x = filled(values, spacing.conductors);
      },
    ),
    reals(
      'h',
      (spacing) => spacing.conductors,
      (spacing, values) => {
        spacing.h = filled(values, spacing.conductors);
      },
    ),
    choice('units', LENGTH_UNITS, (spacing, value) => {
      spacing.units = value;
    }),
  ],
  create(id, session) {
    const spacing: LineSpacingObject = {
      ...newObject(id, session),
      ...{ conductors: 3, phases: 3, x: [], h: [], units: 'ft' },
    };
    clear(spacing);
    return spacing;
  },
  copy: (target, source) => copyFields(target, source, ['conductors', 'phases', 'x', 'h', 'units']),
};
