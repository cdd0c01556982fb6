import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { readNumberRows } from './numberFiles';
import { copyFields, integer, real, reals, unsupported, unused } from './properties';

export interface XyCurveObject extends DssObject {
  points: number;
  x: number[];
  y: number[];
  xShift: number;
  yShift: number;
  xScale: number;
  yScale: number;
}

const MAX_POINTS = 1_000_000;

/** A file of two columns. */
function rowFile<T extends DssObject & { points: number }>(
  name: string,
  set: (target: T, first: number[], second: number[]) => void,
): Property<T> {
  return {
    name,
    apply(target, edit) {
      const rows = readNumberRows(edit, edit.value, 2, target.points);
      if (rows === undefined) return;
      set(
        target,
        rows.map((row) => row[0]!),
        rows.map((row) => row[1]!),
      );
      target.points = rows.length;
    },
  };
}

export const xyCurveClass: ClassDefinition<XyCurveObject> = {
  name: 'XYcurve',
  properties: [
    integer(
      'npts',
      (curve, value) => {
        curve.points = value;
      },
      0,
      MAX_POINTS,
    ),
    reals(
      'Points',
      (curve) => 2 * curve.points,
      (curve, values) => {
        curve.x = values.filter((_, i) => i % 2 === 0);
        curve.y = values.filter((_, i) => i % 2 === 1);
        curve.points = curve.y.length;
      },
    ),
    reals(
      'Yarray',
      (curve) => curve.points,
      (curve, values) => {
        curve.y = values;
      },
    ),
    reals(
      'Xarray',
      (curve) => curve.points,
      (curve, values) => {
        curve.x = values;
      },
    ),
    rowFile<XyCurveObject>('csvfile', (curve, x, y) => {
      curve.x = x;
      curve.y = y;
    }),
    unsupported('sngfile'),
    unsupported('dblfile'),
    ...unused<XyCurveObject>('x', 'y'),
    real('Xshift', (curve, value) => {
      curve.xShift = value;
    }),
    real('Yshift', (curve, value) => {
      curve.yShift = value;
    }),
    real('Xscale', (curve, value) => {
      curve.xScale = value;
    }),
    real('Yscale', (curve, value) => {
      curve.yScale = value;
    }),
  ],
  create: (id, session) => ({
    ...newObject(id, session),
    points: 0,
    x: [],
    y: [],
    xShift: 0,
    yShift: 0,
    xScale: 1,
    yScale: 1,
  }),
  copy: (target, source) =>
    copyFields(target, source, ['points', 'x', 'y', 'xShift', 'yShift', 'xScale', 'yScale']),
};

/** Value of a curve, on straight lines between its points and beyond its ends, as OpenDSS's GetYValue. */
export function curveValue(curve: XyCurveObject, at: number): number {
  const { x, y } = curve;
  const n = Math.min(x.length, y.length);
  if (n === 0) return 0;
  if (n === 1) return y[0]!;
  let i = 1;
  while (i < n - 1 && x[i]! <= at) i += 1;
  const span = x[i]! - x[i - 1]!;
  return span === 0 ? y[i]! : y[i - 1]! + ((at - x[i - 1]!) / span) * (y[i]! - y[i - 1]!);
}

export interface GrowthShapeObject extends DssObject {
  points: number;
  years: number[];
  factors: number[];
}

export const growthShapeClass: ClassDefinition<GrowthShapeObject> = {
  name: 'GrowthShape',
  properties: [
    integer(
      'npts',
      (shape, value) => {
        shape.points = value;
      },
      0,
      1000,
    ),
    reals(
      'year',
      (shape) => shape.points,
      (shape, values) => {
        shape.years = values;
      },
    ),
    reals(
      'mult',
      (shape) => shape.points,
      (shape, values) => {
        shape.factors = values;
      },
    ),
    rowFile<GrowthShapeObject>('csvfile', (shape, years, factors) => {
      shape.years = years;
      shape.factors = factors;
    }),
    unsupported('sngfile'),
    unsupported('dblfile'),
  ],
  create: (id, session) => ({ ...newObject(id, session), points: 0, years: [], factors: [] }),
  copy: (target, source) => copyFields(target, source, ['points', 'years', 'factors']),
};

/** Load in a year over that of the shape's first year: the factor of each year holds until the next one named. */
export function growthTo(shape: GrowthShapeObject, year: number): number {
  const first = Math.round(shape.years[0] ?? NaN);
  let total = 1;
  let factor = 1;
  for (let at = first; at < Math.min(year, first + 1000); at++) {
    const row = shape.years.findIndex((value) => Math.round(value) === at);
    if (row >= 0) factor = shape.factors[row] ?? factor;
    total *= factor;
  }
  return total;
}
