import type { Line, LineType, Source, Transformer, TransformerType } from '../../model/network';
import { PI } from '../numeric/elementary';
import type { MagnetisingPlacement } from './compiled';

/** Sequence pair in per unit on a 1 VA base: positive = negative sequence, and zero sequence. */
export interface SequencePair {
  readonly re1: number;
  readonly im1: number;
  readonly re0: number;
  readonly im0: number;
}

export interface BranchElectrical {
  readonly series: SequencePair;
  readonly shuntFrom: SequencePair;
  readonly shuntTo: SequencePair;
}

export const FREQUENCY_HZ = 50;
const OMEGA_RAD_PER_S = 2 * PI * FREQUENCY_HZ;

/** Base voltage: nominal phase-to-earth voltage. */
export function phaseVoltageV(nominalVoltageV: number): number {
  return nominalVoltageV / Math.sqrt(3);
}

/** Pi section from sequence values (eq. 2-4); `parallel` identical cables share the current. */
export function lineElectrical(line: Line, type: LineType, baseVoltageV: number): BranchElectrical {
  const lengthKm = line.lengthM / 1000;
  const base = baseVoltageV * baseVoltageV;
  const toPu = lengthKm / line.parallel / base;
  const toSiemensPu = 0.5 * OMEGA_RAD_PER_S * 1e-9 * lengthKm * line.parallel * base;
  const half = {
    re1: 0,
    im1: type.c1NanofaradPerKm * toSiemensPu,
    re0: 0,
    im0: type.c0NanofaradPerKm * toSiemensPu,
  };
  return {
    series: {
      re1: type.r1OhmPerKm * toPu,
      im1: type.x1OhmPerKm * toPu,
      re0: type.r0OhmPerKm * toPu,
      im0: type.x0OhmPerKm * toPu,
    },
    shuntFrom: half,
    shuntTo: half,
  };
}

/**
 * Short-circuit impedance on the LV side and no-load branch (eq. 5, 7). The flux follows the volts per turn, so the
 * tap takes part in the no-load branch. The MV share is delta connected and has no zero sequence.
 */
export function transformerElectrical(
  transformer: Transformer,
  type: TransformerType,
  baseFromV: number,
  baseToV: number,
  placement: MagnetisingPlacement,
): BranchElectrical {
  const z = type.shortCircuitVoltagePercent / 100 / type.ratedSVa;
  const r = type.loadLossW / (type.ratedSVa * type.ratedSVa);
  const x = Math.sqrt(Math.max(z * z - r * r, 0));
  const perUnitTo = (type.toVoltageV * type.toVoltageV) / (baseToV * baseToV);
  const tapVoltageV = type.fromVoltageV * (1 + transformer.tapPercent / 100);
  const perUnitFrom = (baseFromV * baseFromV) / (tapVoltageV * tapVoltageV);
  const noLoadVa = (type.noLoadCurrentPercent / 100) * type.ratedSVa;
  const magnetisingVar = Math.sqrt(Math.max(noLoadVa * noLoadVa - type.noLoadLossW * type.noLoadLossW, 0));
  const share = placement === 'from' ? 1 : 0.5;
  const g = type.noLoadLossW;
  const b = -magnetisingVar;
  const to = (1 - share) / perUnitTo;
  // What the delta keeps from the MV side in zero sequence, the star side carries in full.
  const toZero = placement === 'split' ? 1 / perUnitTo : 0;
  return {
    series: { re1: r * perUnitTo, im1: x * perUnitTo, re0: r * perUnitTo, im0: x * perUnitTo },
    shuntFrom: { re1: share * g * perUnitFrom, im1: share * b * perUnitFrom, re0: 0, im0: 0 },
    shuntTo: { re1: to * g, im1: to * b, re0: toZero * g, im0: toZero * b },
  };
}

/** Impedance behind the upstream voltage from short-circuit power (eq. 1); zero sequence equal to positive. */
export function sourceImpedance(source: Source, nominalVoltageV: number, baseVoltageV: number): SequencePair {
  const zPu = (nominalVoltageV * nominalVoltageV) / source.shortCircuitSVa / (baseVoltageV * baseVoltageV);
  const x = zPu / Math.sqrt(1 + source.rOverX * source.rOverX);
  const r = x * source.rOverX;
  return { re1: r, im1: x, re0: r, im0: x };
}

/**
 * Winding order of D-y groups by clock number: LV phase a is driven by the difference of these two MV phases, the
 * others follow cyclically (eq. 6). Even clock numbers do not exist for D-y.
 */
const DYN_WINDINGS: Readonly<Record<string, readonly [plus: number, minus: number]>> = {
  Dyn1: [0, 2],
  Dyn3: [1, 2],
  Dyn5: [1, 0],
  Dyn7: [2, 0],
  Dyn9: [2, 1],
  Dyn11: [0, 1],
};

export function dynWinding(vectorGroup: string): readonly [plus: number, minus: number] | undefined {
  return DYN_WINDINGS[vectorGroup];
}

export const SUPPORTED_VECTOR_GROUPS = Object.keys(DYN_WINDINGS);
