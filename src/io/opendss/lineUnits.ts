import { METRES_PER_LENGTH_UNIT } from '../../sim/powerflow/elements/conductorData';

export type LengthUnit = 'none' | keyof typeof METRES_PER_LENGTH_UNIT;

export const LENGTH_UNITS: readonly (readonly [word: string, unit: LengthUnit])[] = [
  ['none', 'none'],
  ['mi', 'mi'],
  ['kft', 'kft'],
  ['km', 'km'],
  ['m', 'm'],
  ['me', 'm'],
  ['ft', 'ft'],
  ['in', 'in'],
  ['cm', 'cm'],
  ['mm', 'mm'],
  ['miles', 'mi'],
  ['meters', 'm'],
  ['feet', 'ft'],
  ['foot', 'ft'],
  ['inches', 'in'],
];

export function metresPer(unit: LengthUnit): number {
  return unit === 'none' ? 1 : METRES_PER_LENGTH_UNIT[unit];
}

/** What a length in `from` is multiplied by to stand in `to`; 1 where one of them is not known. */
export function lengthFactor(from: LengthUnit, to: LengthUnit): number {
  return from === 'none' || to === 'none' ? 1 : metresPer(from) / metresPer(to);
}
