import type {
  CapacitorControl,
  Circuit,
  CircuitCapacitor,
  CircuitTransformer,
  RegulatorControl,
} from '../../../../src/model/circuit';
import type { Instruments, Phasor } from '../../../../src/sim/powerflow/controls/measure';

/** Controls, elements and readings put in by hand. */

export const polar = (size: number, angleDeg: number): Phasor => ({
  re: size * Math.cos((angleDeg * Math.PI) / 180),
  im: size * Math.sin((angleDeg * Math.PI) / 180),
});

/** A regulator on winding 1 with one volt a step (2560 V / 20, steps of 1/128), set to 120 V +- 1 V. */
export const regulator = (more: Partial<RegulatorControl> = {}): RegulatorControl => ({
  id: 'reg',
  transformerId: 'trafo',
  tapWinding: 1,
  measuredWinding: 1,
  phase: 0,
  setPointV: 120,
  bandV: 2,
  voltageRatio: 20,
  currentRatingA: 700,
  compensationRV: 0,
  compensationXV: 0,
  reversible: false,
  reverseSetPointV: 120,
  reverseBandV: 2,
  reverseRV: 0,
  reverseXV: 0,
  delayS: 15,
  tapDelayS: 2,
  maxTapChange: 16,
  voltageLimitV: 0,
  inverseTime: false,
  enabled: true,
  ...more,
});

export function regulating(more: Partial<CircuitTransformer> & { tapPu?: number } = {}): CircuitTransformer {
  const { tapPu = 1, ...rest } = more;
  const winding = (busId: string) => ({
    terminal: { busId, nodes: [1, 0] },
    connection: 'wye' as const,
    ratedVoltageV: 2560,
    ratedSVa: 1e6,
    rPercent: 0.01,
    tapPu: 1,
    tapMinPu: 0.875,
    tapMaxPu: 1.125,
    tapSteps: 32,
    neutralROhm: -1,
    neutralXOhm: 0,
  });
  return {
    id: 'trafo',
    phases: 1,
    windings: [winding('s'), { ...winding('r'), tapPu }],
    shortCircuitXPercent: [0.01],
    noLoadLossPercent: 0,
    magnetisingPercent: 0,
    magnetisingPlace: 0,
    deltaRotation: 'lag',
    antifloatPpm: 0,
    normalRatingVa: 1e6,
    emergencyRatingVa: 1e6,
    ratingBase: '',
    bank: '',
    enabled: true,
    ...rest,
  };
}

export const bank = (closed: readonly boolean[], more: Partial<CircuitCapacitor> = {}): CircuitCapacitor => ({
  id: 'cap',
  terminal: { busId: 'a', nodes: [1, 2, 3] },
  returnTerminal: { busId: 'a', nodes: [0, 0, 0] },
  phases: 3,
  connection: 'wye',
  ratedVoltageV: 400,
  steps: closed.map((isClosed) => ({ qVar: 10e3, rOhm: 0, xOhm: 0, closed: isClosed })),
  enabled: true,
  ...more,
});

export const capacitorControl = (more: Partial<CapacitorControl> = {}): CapacitorControl => ({
  id: 'cc',
  capacitorId: 'cap',
  elementId: 'line.sa',
  elementTerminal: 0,
  quantity: 'voltage',
  onSetting: 115,
  offSetting: 125,
  voltageRatio: 2,
  currentRatio: 10,
  voltagePhase: 0,
  currentPhase: 0,
  voltageOverride: false,
  voltageMinV: 110,
  voltageMaxV: 130,
  delayS: 15,
  delayOffS: 30,
  deadTimeS: 300,
  enabled: true,
  ...more,
});

export interface Readings {
  readonly winding?: readonly Phasor[] | ((transformerId: string, winding: number) => readonly Phasor[]);
  /** At a bus, by node from 1. */
  readonly bus?: Readonly<Record<string, readonly Phasor[]>>;
  /** Into terminal `kind id terminal`. */
  readonly flow?: Readonly<
    Record<string, { current?: readonly Phasor[]; pW?: number; qVar?: number } | undefined>
  >;
}

/** What instruments would show. */
export const instrumentsOf = ({ winding = [], bus = {}, flow = {} }: Readings): Instruments => ({
  voltages: ({ busId, nodes }) => nodes.map((node) => bus[busId]?.[node - 1] ?? { re: 0, im: 0 }),
  windingVoltages: (id, row) => [...(typeof winding === 'function' ? winding(id, row) : winding)],
  terminalFlow(kind, id, terminal) {
    const item = flow[`${kind} ${id} ${terminal}`];
    if (item === undefined) return null;
    const { current = [], pW = 0, qVar = 0 } = item;
    return {
      busId: '',
      nodes: current.map((_, k) => k + 1),
      currentRe: Float64Array.from(current, ({ re }) => re),
      currentIm: Float64Array.from(current, ({ im }) => im),
      pW,
      qVar,
    };
  },
});

/** Tap of a transformer's winding. */
export const tap = (item: Circuit, id: string, winding = 1): number =>
  item.transformers.find((each) => each.id === id)!.windings[winding]!.tapPu;
