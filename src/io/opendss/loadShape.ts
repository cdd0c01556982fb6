import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { binaryNumbers, readNumberRows } from './numberFiles';
import { choice, flag, integer, positive, real, unused } from './properties';
import type { PropertyEdit } from './propertyEdit';
import type { Session } from './session';

export interface LoadShapeObject extends DssObject {
  points: number;
  /** Hours; 0 = the times stand in `hours`. */
  intervalH: number;
  hours: number[];
  p: number[];
  q: number[] | undefined;
  useActual: boolean;
  maxP: number;
  maxQ: number;
  maxQGiven: boolean;
  baseP: number;
  baseQ: number;
}

const MAX_POINTS = 40_000_000;

/** A list or a file of values; the shape has as many points as came. */
export function multipliers(
  name: string,
  set: (shape: LoadShapeObject, values: number[]) => void,
): Property<LoadShapeObject> {
  return {
    name,
    apply(shape, edit) {
      const values = edit.reals(shape.points);
      if (values === undefined) return;
      if (shape.points === 0) edit.reject('dss-shape', 'comes before npts', 'Give npts before the values.');
      set(shape, values);
    },
  };
}

function padded(values: number[], length: number): number[] {
  while (values.length < length) values.push(0);
  return values;
}

/** One row a step: `p`, or `hour, p` where the interval is 0; with `both`, q follows. */
export function rowFile(name: string, both: boolean): Property<LoadShapeObject> {
  return {
    name,
    apply(shape, edit) {
      const timed = shape.intervalH === 0;
      const columns = (timed ? 1 : 0) + (both ? 2 : 1);
      const rows = readNumberRows(edit, edit.value, columns, shape.points);
      if (rows === undefined) return;
      if (timed) shape.hours = rows.map((row) => row[0]!);
      const first = timed ? 1 : 0;
      shape.p = rows.map((row) => row[first]!);
      if (both) shape.q = rows.map((row) => row[first + 1]!);
      shape.points = rows.length;
    },
  };
}

export function binaryFile(name: string, form: 'float64' | 'float32'): Property<LoadShapeObject> {
  return {
    name,
    apply(shape, edit) {
      const content = edit.session.readFile(edit.value);
      if (content === undefined || typeof content === 'string') {
        edit.reject(
          'dss-file',
          'names a binary file that was not found as bytes',
          'Put the file beside the one that names it.',
        );
        return;
      }
      fillFromBinary(
        shape,
        binaryNumbers(content, form, shape.points * (shape.intervalH === 0 ? 2 : 1)),
        edit,
      );
    },
  };
}

function fillFromBinary(shape: LoadShapeObject, values: number[], edit: PropertyEdit): void {
  if (!values.every((value) => Number.isFinite(value))) {
    edit.reject(
      'dss-number',
      'names a file with something else than numbers',
      'Check that it is the right kind of file.',
    );
    return;
  }
  const timed = shape.intervalH === 0;
  if (timed) shape.hours = values.filter((_, i) => i % 2 === 0);
  shape.p = timed ? values.filter((_, i) => i % 2 === 1) : values;
  shape.points = shape.p.length;
}

/** `p / base`, or over the largest magnitude where no base was given. */
function normalised(values: number[], base: number): number[] {
  let max = base;
  if (max <= 0) for (const value of values) max = Math.max(max, Math.abs(value));
  return values.map((value) => value / (max === 0 ? 1 : max));
}

export function setP(shape: LoadShapeObject, values: number[]): void {
  shape.p = values;
  shape.points = values.length;
}

export const pointsAndInterval: readonly Property<LoadShapeObject>[] = [
  integer('npts', (shape, value) => void (shape.points = value), 0, MAX_POINTS),
  real('interval', (shape, value) => void (shape.intervalH = value)),
];

export const hours = multipliers('hour', (shape, values) => {
  shape.hours = values;
  shape.intervalH = 0;
});

/** The interval in seconds and in minutes. */
export const shortIntervals: readonly Property<LoadShapeObject>[] = [
  positive('sinterval', (shape, value) => void (shape.intervalH = value / 3600)),
  positive('minterval', (shape, value) => void (shape.intervalH = value / 60)),
];

const properties: Property<LoadShapeObject>[] = [
  ...pointsAndInterval,
  multipliers('mult', setP),
  hours,
  ...unused<LoadShapeObject>('mean', 'stddev'),
  rowFile('csvfile', false),
  binaryFile('sngfile', 'float32'),
  binaryFile('dblfile', 'float64'),
  choice<LoadShapeObject, 'normalize' | 'save'>(
    'action',
    [
      ['normalize', 'normalize'],
      ['dblsave', 'save'],
      ['sngsave', 'save'],
    ],
    (shape, action) => {
      if (action !== 'normalize') return;
      shape.p = normalised(shape.p, shape.baseP);
      if (shape.q !== undefined) shape.q = normalised(shape.q, shape.baseQ);
      shape.useActual = false;
    },
  ),
  multipliers('qmult', (shape, values) => {
    shape.q = padded(values, shape.points);
  }),
  flag('UseActual', (shape, value) => {
    shape.useActual = value;
  }),
  real('Pmax', (shape, value) => {
    shape.maxP = value;
  }),
  real('Qmax', (shape, value) => {
    shape.maxQ = value;
    shape.maxQGiven = true;
  }),
  ...shortIntervals,
  real('Pbase', (shape, value) => {
    shape.baseP = value;
  }),
  real('Qbase', (shape, value) => {
    shape.baseQ = value;
  }),
  multipliers('Pmult', setP),
  rowFile('PQCSVFile', true),
  ...unused<LoadShapeObject>('MemoryMapping'),
  ...unused<LoadShapeObject>('Interpolation'),
];

/** Peak of p, and q at that point: what a load with actual values takes as its rating. */
function settle(shape: LoadShapeObject): void {
  if (shape.p.length === 0) return;
  let peak = 0;
  for (let i = 1; i < shape.p.length; i++) if (Math.abs(shape.p[i]!) > Math.abs(shape.p[peak]!)) peak = i;
  shape.maxP = shape.p[peak]!;
  if (!shape.maxQGiven) shape.maxQ = shape.q?.[peak] ?? 0;
}

export function newLoadShape(id: string, session: Session): LoadShapeObject {
  return {
    ...newObject(id, session),
    ...{ points: 0, intervalH: 1, hours: [], p: [], q: undefined, useActual: false },
    ...{ maxP: 1, maxQ: 0, maxQGiven: false, baseP: 0, baseQ: 0 },
  };
}

export const loadShapeClass: ClassDefinition<LoadShapeObject> = {
  name: 'LoadShape',
  properties,
  create: newLoadShape,
  finish: settle,
  copy(target, source) {
    const { points, intervalH, useActual, baseP, baseQ } = source;
    Object.assign(target, { points, intervalH, useActual, baseP, baseQ });
    target.p = [...source.p];
    target.q = source.q === undefined ? target.q : [...source.q];
    target.hours = intervalH > 0 ? [] : [...source.hours];
    settle(target);
  },
};
