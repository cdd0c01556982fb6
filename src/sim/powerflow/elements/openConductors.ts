import { type ComplexMatrix, complexMatrix, inverse } from './complexMatrix';
import type { Primitive } from './primitive';

/**
 * An element of two terminals some of whose conductors end on nothing that is fed (README, 3): they carry no current, so
 * they leave Z (and the inverse of the charging's B), and zeros stand in their rows and columns. `isOpen` is by conductor
 * of a terminal.
 */
export function withOpenConductors(primitive: Primitive, isOpen: readonly boolean[]): Primitive {
  const { series, shunt } = primitive;
  return {
    ...primitive,
    series: series === null ? null : withoutCurrent(series, isOpen),
    shunt: shunt === null ? null : withoutCurrent(shunt, isOpen),
  };
}

function withoutCurrent(y: ComplexMatrix, isOpen: readonly boolean[]): ComplexMatrix {
  const order = isOpen.length;
  const kept = [...isOpen.keys()].filter((k) => !isOpen[k]!);
  const z = inverse(y, order);
  // Where there is no inverse (no charging between conductors) nothing passes through the open ones anyway.
  const reduced = z === null ? null : inverse(principal(z, order, kept), kept.length);
  const admittance = reduced ?? principal(y, order, kept);
  const out = complexMatrix(order);
  kept.forEach((row, a) => {
    kept.forEach((column, b) => copyEntry(admittance, kept.length, a, b, out, order, row, column));
  });
  return out;
}

/** Rows and columns of the kept conductors alone. */
export function principal(y: ComplexMatrix, order: number, kept: readonly number[]): ComplexMatrix {
  const out = complexMatrix(kept.length);
  kept.forEach((row, a) => {
    kept.forEach((column, b) => copyEntry(y, order, row, column, out, kept.length, a, b));
  });
  return out;
}

function copyEntry(
  from: ComplexMatrix,
  fromOrder: number,
  fromRow: number,
  fromColumn: number,
  to: ComplexMatrix,
  toOrder: number,
  toRow: number,
  toColumn: number,
): void {
  const source = 2 * (fromOrder * fromRow + fromColumn);
  const target = 2 * (toOrder * toRow + toColumn);
  to[target] = from[source]!;
  to[target + 1] = from[source + 1]!;
}
