import {
  type ChannelDetection,
  type Detected,
  type MeterChoices,
  type MeterDirection,
  type MeterQuantity,
  type MeterUnit,
  assumed,
  confirmedOr,
  stated,
  undecided,
} from '../detection';
import { detectQuantity } from '../quantity';
import { isPower } from '../units';
import { type BlockGroup, wholeNumber } from './feed';
import { textOf } from './xml';

/** Units of measure of ESPI (IEC 61968-9) that are active energy or power. */
const UNITS: Readonly<Record<number, MeterUnit>> = { 72: 'Wh', 38: 'W', 31: 'J' };
/** flowDirection: 1 forward (delivered to the customer), 4 net, 19 reverse (received from the customer). */
const DIRECTIONS: Readonly<Record<number, MeterDirection>> = { 1: 'import', 4: 'net', 19: 'export' };
/** accumulationBehaviour: 1 bulk quantity and 9 summation are registers, 4 delta data the energy of an interval. */
const QUANTITIES: Readonly<Record<number, MeterQuantity>> = {
  1: 'register',
  4: 'interval-energy',
  9: 'register',
};
const LARGEST_POWER_OF_TEN = 12;

/** What a reading type says, with `column` its address. */
export interface TypedGroup {
  readonly group: BlockGroup;
  readonly detection: ChannelDetection;
  /** Factor from the file's numbers to the unit of `detection`. */
  readonly multiplier: number;
}

/** null when the reading type is no active energy or power; the reason is given. */
export function typeGroup(
  group: BlockGroup,
  values: readonly number[],
  choices: MeterChoices,
): TypedGroup | { readonly problem: string } {
  const type = group.readingType;
  const uom = wholeNumber(type, 'uom');
  const power = textOf(type, 'powerOfTenMultiplier');
  const exponent = power === null || power === '' ? 0 : wholeNumber(type, 'powerOfTenMultiplier');
  const unit = uom === null ? undefined : UNITS[uom];
  if (unit === undefined && choices.unit === undefined) {
    return {
      problem: `uom ${textOf(type, 'uom') ?? 'is missing and'} is no active energy or power (72 Wh, 38 W, 31 J)`,
    };
  }
  if (exponent === null || Math.abs(exponent) > LARGEST_POWER_OF_TEN) {
    return { problem: `powerOfTenMultiplier "${power ?? ''}" is no power of ten` };
  }
  const known: Detected<MeterUnit> = confirmedOr(choices.unit, () => stated(unit!, `uom ${uom}`));
  return {
    group,
    multiplier: powerOfTen(exponent),
    detection: {
      column: group.name,
      unit: known,
      quantity: quantityOf(group, known.value!, values, choices),
      direction: directionOf(group, choices),
    },
  };
}

function powerOfTen(exponent: number): number {
  let power = 1;
  for (let i = 0; i < Math.abs(exponent); i += 1) power *= 10;
  return exponent < 0 ? 1 / power : power;
}

function quantityOf(
  { readingType }: BlockGroup,
  unit: MeterUnit,
  values: readonly number[],
  choices: MeterChoices,
): Detected<MeterQuantity> {
  const behaviour = wholeNumber(readingType, 'accumulationBehaviour');
  const says = behaviour === null ? undefined : QUANTITIES[behaviour];
  if (choices.quantity === undefined && !isPower(unit) && says !== undefined) {
    return stated(says, `accumulationBehaviour ${behaviour}`);
  }
  return detectQuantity('', unit, values, choices);
}

function directionOf({ readingType }: BlockGroup, choices: MeterChoices): Detected<MeterDirection> {
  return confirmedOr(choices.direction, () => {
    const flow = wholeNumber(readingType, 'flowDirection');
    const says = flow === null ? undefined : DIRECTIONS[flow];
    if (says !== undefined) return stated(says, `flowDirection ${flow}`);
    const reason = `flowDirection ${textOf(readingType, 'flowDirection') ?? 'is missing'}`;
    const others = (['import', 'export', 'net'] as const).map((value) => ({ value, reason }));
    return flow === null || flow === 0
      ? assumed('import', reason, others.slice(1))
      : undecided(reason, others);
  });
}
