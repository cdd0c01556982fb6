import type {
  CircuitTransformer,
  DeltaRotation,
  MagnetisingPlace,
  Terminal,
  TransformerWinding,
} from '../model/circuit';
import { terminalAt } from './circuitDraft';
import { placeClock, type VectorGroup, type WindingGroup } from './vectorGroup';

export interface TapRange {
  readonly tapPu: number;
  readonly minPu: number;
  readonly maxPu: number;
  readonly steps: number;
}

export const NO_TAP: TapRange = { tapPu: 1, minPu: 1, maxPu: 1, steps: 0 };

/** A two-winding three-phase unit in nameplate values, as formats of balanced networks give it. */
export interface TwoWindingUnit {
  readonly id: string;
  readonly high: Terminal;
  readonly low: Terminal;
  readonly highVoltageV: number;
  readonly lowVoltageV: number;
  readonly ratedSVa: number;
  /** Impedance voltage and its resistive part. */
  readonly vkPercent: number;
  readonly vkrPercent: number;
  readonly noLoadLossPercent: number;
  readonly noLoadCurrentPercent: number;
  readonly highTap: TapRange;
  readonly lowTap: TapRange;
  readonly normalRatingVa: number;
  readonly ratingBase: string;
  readonly magnetisingPlace: MagnetisingPlace;
  readonly enabled: boolean;
}

/** Enough to give a winding without earth a potential, below 1e-9 pu of voltage in all else. */
const FLOATING_PPM = 0.01;

/**
 * The unit with its low side lagging the high side by `clock` x 30 degrees. `starNode` gives a node of its own for a star
 * point without earth. The group has to reach the clock number (`placeClock`).
 */
export function twoWindingTransformer(
  unit: TwoWindingUnit,
  group: VectorGroup,
  clock: number,
  starNode: (busId: string) => number,
): CircuitTransformer {
  const { deltaRotation, lowNodes, lowReversed } = placeClock(clock, group)!;
  const { vkPercent: vk, vkrPercent: vkr, noLoadLossPercent: loss, noLoadCurrentPercent: i0 } = unit;
  // The delta's direction goes by the lower rated voltage; here the low side is the second winding, whatever its voltage.
  const swapped = unit.highVoltageV < unit.lowVoltageV;
  const floats = !group.high.earthed || !group.low.earthed;
  const shared = { ratedSVa: unit.ratedSVa, rPercent: vkr / 2, neutralROhm: -1, neutralXOhm: 0 };
  const end = (terminal: Terminal, side: WindingGroup, phaseNodes: readonly number[]) => ({
    terminal: windingTerminal(terminal.busId, side, phaseNodes, starNode),
    connection: side.connection,
  });
  const high: TransformerWinding = {
    ...shared,
    ...end(unit.high, group.high, [1, 2, 3]),
    ratedVoltageV: unit.highVoltageV,
    ...tapFields(unit.highTap),
  };
  const low: TransformerWinding = {
    ...shared,
    ...end(unit.low, group.low, lowNodes),
    ratedVoltageV: unit.lowVoltageV,
    ...tapFields(unit.lowTap),
    ...(lowReversed ? { reversed: true } : {}),
  };
  return {
    id: unit.id,
    phases: 3,
    windings: [high, low],
    shortCircuitXPercent: [Math.sqrt(vk * vk - vkr * vkr) * (vk < 0 ? -1 : 1)],
    noLoadLossPercent: loss,
    magnetisingPercent: i0 > loss ? Math.sqrt(i0 * i0 - loss * loss) : 0,
    magnetisingPlace: unit.magnetisingPlace,
    deltaRotation: swapped ? opposite(deltaRotation) : deltaRotation,
    antifloatPpm: floats ? FLOATING_PPM : 0,
    normalRatingVa: unit.normalRatingVa,
    emergencyRatingVa: NaN,
    ratingBase: unit.ratingBase,
    bank: '',
    enabled: unit.enabled,
  };
}

function windingTerminal(
  busId: string,
  side: WindingGroup,
  phaseNodes: readonly number[],
  starNode: (busId: string) => number,
): Terminal {
  if (side.connection === 'delta') return terminalAt(busId, phaseNodes);
  return terminalAt(busId, [...phaseNodes, side.earthed ? 0 : starNode(busId)]);
}

function tapFields(tap: TapRange): Pick<TransformerWinding, 'tapPu' | 'tapMinPu' | 'tapMaxPu' | 'tapSteps'> {
  return { tapPu: tap.tapPu, tapMinPu: tap.minPu, tapMaxPu: tap.maxPu, tapSteps: tap.steps };
}

function opposite(rotation: DeltaRotation): DeltaRotation {
  return rotation === 'lag' ? 'lead' : 'lag';
}
