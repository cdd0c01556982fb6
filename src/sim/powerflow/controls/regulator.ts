import type { CircuitTransformer, RegulatorControl, TransformerWinding } from '../../../model/circuit';
import { windingVoltageV } from '../elements/transformerAdmittance';
import { type Instruments, magnitude, type Phasor } from './measure';

/** Tap change wanted by a regulator as a whole number of steps, and the delay before it acts. */
export interface WantedTaps {
  readonly steps: number;
  readonly delayS: number;
}

/**
 * What a step regulator wants at a solved step (README, 19; after OpenDSS's RegControl, forward mode and reverse mode): measured
 * voltage over the transformer's ratio, plus (R + jX) times the current into the measured terminal over its rating
 * (line-drop compensation; a load's current leaves the terminal, so it lowers the reading). Outside setPoint +-
 * band / 2 the boost is rounded to whole steps, halves to even. Null: in band, or no step left that way. Looking
 * backwards the other side is held: the reading counts over the tap, and taps move the other way.
 */
export function wantedTaps(
  control: RegulatorControl,
  transformer: CircuitTransformer,
  read: Instruments,
): WantedTaps | null {
  const winding = transformer.windings[control.tapWinding]!;
  const measured = transformer.windings[control.measuredWinding]!;
  const reading = controlVoltage(control, read);
  if (reading === null) return null;
  const reverse = control.reversed === true;
  const compensated = control.remote === undefined ? compensate(control, reading, reverse, read) : reading;
  let actualV = magnitude(compensated.voltage);
  if (reverse) actualV /= winding.tapPu;
  const setPointV = reverse ? control.reverseSetPointV : control.setPointV;
  const bandV = reverse ? control.reverseBandV : control.bandV;
  const localV = control.voltageLimitV > 0 ? localVoltageV(control, read, reading.voltage) : 0;
  const overLimit = control.voltageLimitV > 0 && localV > control.voltageLimitV;
  if (!overLimit && !(Math.abs(setPointV - actualV) > bandV / 2)) return null;
  const boostV = overLimit ? control.voltageLimitV - localV : setPointV - actualV;
  const boostPu = (boostV * control.voltageRatio) / windingVoltageV(transformer, measured);
  const increment = tapIncrement(winding);
  let steps = roundHalfEven(boostPu / increment);
  if (control.tapWinding !== control.measuredWinding || reverse) steps = 0 - steps;
  if (!Number.isFinite(steps) || steps === 0) return null;
  const room = steps > 0 ? winding.tapPu < winding.tapMaxPu : winding.tapPu > winding.tapMinPu;
  if (!room) return null;
  const inverse = Math.min(10, (2 * Math.abs(control.setPointV - actualV)) / control.bandV);
  return { steps, delayS: control.inverseTime ? control.delayS / inverse : control.delayS };
}

export const tapIncrement = ({ tapMaxPu, tapMinPu, tapSteps }: TransformerWinding): number =>
  (tapMaxPu - tapMinPu) / tapSteps;

interface Reading {
  readonly voltage: Phasor;
  /** Phase it was taken from, from 0. */
  readonly phase: number;
}

function controlVoltage(control: RegulatorControl, read: Instruments): Reading | null {
  const { remote } = control;
  const voltages =
    remote === undefined
      ? read.windingVoltages(control.transformerId, control.measuredWinding)
      : read.voltages({ busId: remote.busId, nodes: [remote.node] });
  if (voltages.length === 0) return null;
  const phase = remote === undefined ? chosenPhase(control.phase, voltages) : 0;
  const voltage = voltages[phase] ?? voltages[0]!;
  const ratio = remote?.voltageRatio ?? control.voltageRatio;
  return { voltage: { re: voltage.re / ratio, im: voltage.im / ratio }, phase };
}

function chosenPhase(phase: number | 'max' | 'min', voltages: readonly Phasor[]): number {
  if (typeof phase === 'number') return phase;
  const sizes = voltages.map(magnitude);
  return sizes.indexOf(phase === 'max' ? Math.max(...sizes) : Math.min(...sizes));
}

function localVoltageV(control: RegulatorControl, read: Instruments, reading: Phasor): number {
  if (control.remote === undefined) return magnitude(reading);
  const [first] = read.windingVoltages(control.transformerId, control.measuredWinding);
  return first === undefined ? 0 : magnitude(first) / control.voltageRatio;
}

function compensate(
  control: RegulatorControl,
  reading: Reading,
  reverse: boolean,
  read: Instruments,
): Reading {
  const rV = reverse ? control.reverseRV : control.compensationRV;
  const xV = reverse ? control.reverseXV : control.compensationXV;
  if (rV === 0 && xV === 0) return reading;
  const flow = read.terminalFlow('transformer', control.transformerId, control.measuredWinding);
  if (flow === null) return reading;
  const re = flow.currentRe[reading.phase]! / control.currentRatingA;
  const im = flow.currentIm[reading.phase]! / control.currentRatingA;
  return {
    phase: reading.phase,
    voltage: { re: reading.voltage.re + rV * re - xV * im, im: reading.voltage.im + rV * im + xV * re },
  };
}

/** With less power against its direction a reversible regulator keeps looking where it looks. */
const REVERSE_THRESHOLD_W = 100_000;

/** Power must flow that long against a regulator's direction before it turns round. */
const REVERSE_DELAY_S = 60;

/** Delay after which a reversible regulator turns round, null where the power flows its way. */
export function wantedTurn(control: RegulatorControl, read: Instruments): number | null {
  if (!control.reversible || control.remote !== undefined) return null;
  const flow = read.terminalFlow('transformer', control.transformerId, control.measuredWinding);
  if (flow === null) return null;
  const against = control.reversed === true ? 0 - flow.pW : flow.pW;
  return against > REVERSE_THRESHOLD_W ? REVERSE_DELAY_S : null;
}

/** Nearest whole number, halves to the even one. */
export function roundHalfEven(value: number): number {
  const low = Math.floor(value);
  const part = value - low;
  if (part !== 0.5) return part < 0.5 ? low : low + 1;
  return low % 2 === 0 ? low : low + 1;
}

/**
 * Steps made at once without a clock: 70 % of the way, at least one, at most the control's limit. Computed over the tap in
 * per unit as OpenDSS does: the rounding of 0.7 x 10 steps of 0.02 / 0.02 decides between six and seven.
 */
export function stepsAtOnce(steps: number, maxTapChange: number, incrementPu: number): number {
  const wayPu = Math.abs(steps * incrementPu);
  const wanted = Math.max(1, Math.trunc((0.7 * wayPu) / incrementPu));
  return Math.sign(steps) * Math.min(wanted, maxTapChange);
}
