import { asin, atan2, cos, RAD_PER_DEG, sin } from '../../sim/numeric/elementary';
import { NO_TAP, type TapRange } from '../twoWinding';
import type { TableRow } from './tableRow';

/** What the taps of a transformer do: ratio factors of each side and the angle by which they delay the low side. */
export interface TapState {
  readonly high: TapRange;
  readonly low: TapRange;
  readonly shiftDeg: number;
}

/** One tap changer: t = 1 + (position - neutral) step / 100 at the angle `tap_step_degree` (0 for plain ratio taps). */
export interface TapChanger {
  readonly side: string | null;
  readonly kind: 'ratio' | 'ideal' | 'none';
  readonly position: number;
  readonly neutral: number;
  readonly min: number;
  readonly max: number;
  readonly stepPercent: number;
  readonly stepDegree: number;
}

export function tapChanger(row: TableRow, suffix: '' | '2', dialect: TapDialect): TapChanger {
  const column = (name: string): string => `tap${suffix}_${name}`;
  const optional = (name: string): number => row.numberOr(column(name), NaN);
  return {
    side: row.text(column('side')),
    kind: kindOf(row, suffix, dialect),
    position: optional('pos'),
    neutral: optional('neutral'),
    min: optional('min'),
    max: optional('max'),
    stepPercent: optional('step_percent'),
    stepDegree: row.numberOr(column('step_degree'), 0),
  };
}

/** Version 3 names the kind of each tap changer and ignores those without; version 2 knew a flag for phase shifters. */
export type TapDialect = 'named' | 'flag';

function kindOf(row: TableRow, suffix: '' | '2', dialect: TapDialect): TapChanger['kind'] {
  if (dialect === 'flag') return row.flag(`tap${suffix}_phase_shifter`, false) ? 'ideal' : 'ratio';
  const column = `tap${suffix}_changer_type`;
  const text = row.text(column);
  if (text === 'Ratio' || text === 'Symmetrical') return 'ratio';
  if (text === 'Ideal') return 'ideal';
  if (text !== null && text !== 'Tabular' && text !== 'None') {
    row.refuse(column, 'is not one of Ratio, Symmetrical, Ideal, Tabular', 'Correct it, or leave it empty.');
  }
  return 'none';
}

/**
 * The taps as pandapower applies them: the rated voltage u of the tapped side becomes |u + du e^(j a)| with du = u x steps
 * x step / 100 and a = `tap_step_degree`; the low side is delayed by the angle of that sum, positive at the high side.
 * Ideal phase shifters turn the angle alone.
 */
export function tapState(changers: readonly TapChanger[]): TapState {
  let [high, low, shiftDeg] = [NO_TAP, NO_TAP, 0];
  for (const changer of changers) {
    const { side, position, neutral } = changer;
    if (changer.kind === 'none' || (side !== 'hv' && side !== 'lv')) continue;
    const direction = side === 'hv' ? 1 : -1;
    const steps = position - neutral;
    if (steps !== steps) continue;
    if (changer.kind === 'ideal') {
      shiftDeg += direction * idealShiftDeg(changer, steps);
      continue;
    }
    if (changer.stepPercent !== changer.stepPercent) continue;
    const { re, im } = tapVector(changer, position);
    shiftDeg += (direction * atan2(im, re)) / RAD_PER_DEG;
    const range = rangeOf(changer);
    if (side === 'hv') high = combine(high, range);
    else low = combine(low, range);
  }
  return { high, low, shiftDeg };
}

function idealShiftDeg(changer: TapChanger, steps: number): number {
  if (changer.stepDegree !== 0) return steps * changer.stepDegree;
  const half = (steps * changer.stepPercent) / 200;
  return half === half ? (2 * asin(half)) / RAD_PER_DEG : 0;
}

function tapVector(changer: TapChanger, position: number): { re: number; im: number } {
  const du = ((position - changer.neutral) * changer.stepPercent) / 100;
  // Exactly real where there is no angle, so that a plain ratio keeps its digits.
  if (changer.stepDegree === 0) return { re: 1 + du, im: 0 };
  const angle = changer.stepDegree * RAD_PER_DEG;
  return { re: 1 + du * cos(angle), im: du * sin(angle) };
}

function rangeOf(changer: TapChanger): TapRange {
  const at = (position: number): number => {
    const { re, im } = tapVector(changer, position);
    return im === 0 ? re : Math.sqrt(re * re + im * im);
  };
  const tapPu = at(changer.position);
  const { min, max } = changer;
  if (min !== min || max !== max || max <= min) return { tapPu, minPu: tapPu, maxPu: tapPu, steps: 0 };
  const [a, b] = [at(min), at(max)];
  return {
    tapPu,
    minPu: Math.min(a, b, tapPu),
    maxPu: Math.max(a, b, tapPu),
    steps: Math.round(max - min),
  };
}

/** Two tap changers on one side multiply. */
function combine(first: TapRange, second: TapRange): TapRange {
  if (first === NO_TAP) return second;
  return {
    tapPu: first.tapPu * second.tapPu,
    minPu: first.minPu * second.minPu,
    maxPu: first.maxPu * second.maxPu,
    steps: first.steps + second.steps,
  };
}
