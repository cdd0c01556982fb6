import type {
  Circuit,
  CircuitBus,
  CircuitCapacitor,
  CircuitGenerator,
  CircuitLine,
  CircuitLoad,
  CircuitReactor,
  CircuitStudy,
  CircuitTransformer,
  Matrix,
  Terminal,
  VoltageLimits,
  VoltageSource,
} from '../model/circuit';

/** A circuit while a reader fills it. Formats without controls, shapes and curves leave those empty. */
export interface CircuitDraft {
  readonly name: string;
  readonly baseFrequencyHz: number;
  readonly buses: CircuitBus[];
  readonly sources: VoltageSource[];
  readonly lines: CircuitLine[];
  readonly transformers: CircuitTransformer[];
  readonly capacitors: CircuitCapacitor[];
  readonly reactors: CircuitReactor[];
  readonly loads: CircuitLoad[];
  readonly generators: CircuitGenerator[];
}

export function emptyDraft(name: string, baseFrequencyHz: number): CircuitDraft {
  return {
    name,
    baseFrequencyHz,
    buses: [],
    sources: [],
    lines: [],
    transformers: [],
    capacitors: [],
    reactors: [],
    loads: [],
    generators: [],
  };
}

/** One snapshot without controls, solved to 1e-9 pu: what formats mean that say nothing about a study. */
const SNAPSHOT: CircuitStudy = {
  mode: 'snapshot',
  stepS: 3600,
  loadMultiplier: 1,
  tolerance: 1e-9,
  controls: 'off',
  maxControlIterations: 15,
};

export function finishCircuit(draft: CircuitDraft): Circuit {
  return {
    ...draft,
    voltageBasesV: [],
    regulatorControls: [],
    capacitorControls: [],
    inverterControls: [],
    shapes: [],
    curves: [],
    study: SNAPSHOT,
  };
}

export const THREE_PHASES: readonly number[] = [1, 2, 3];

/** A load without voltage range keeps its model at every voltage. */
export const NO_LIMITS: VoltageLimits = { minPu: 0, maxPu: Infinity, lowPu: 0 };

export function terminalAt(busId: string, nodes: readonly number[] = THREE_PHASES): Terminal {
  return { busId, nodes };
}

/** n conductors without mutual parts. */
export function diagonalMatrix(value: number, order = 3): Matrix {
  return Array.from({ length: order * order }, (_, k) => (k % (order + 1) === 0 ? value : 0));
}

/**
 * Three phases from sequence values: (z0 + 2 z1) / 3 on the diagonal, (z0 - z1) / 3 beside it. Holds for R, X and B of a
 * transposed line (Fortescue, equal phases).
 */
export function sequenceMatrix(zero: number, positive: number): Matrix {
  const own = (zero + 2 * positive) / 3;
  const mutual = (zero - positive) / 3;
  return Array.from({ length: 9 }, (_, k) => (k % 4 === 0 ? own : mutual));
}

const IDEAL_DROP_PU_PER_A = 1e-11;

/**
 * An ideal closed switch: buses that it joins differ by 1e-8 of the nominal voltage when it carries 1 kA, which is far
 * below any tolerance and far above rounding.
 */
export function idealSwitch(
  id: string,
  from: Terminal,
  to: Terminal,
  baseVoltageV: number,
  closed: boolean,
  enabled = true,
): CircuitLine {
  const order = from.nodes.length;
  return {
    id,
    from,
    to,
    lengthM: 0,
    rOhm: diagonalMatrix(IDEAL_DROP_PU_PER_A * baseVoltageV, order),
    xOhm: diagonalMatrix(0, order),
    bS: diagonalMatrix(0, order),
    ratedCurrentA: NaN,
    emergencyCurrentA: NaN,
    isSwitch: true,
    open: !closed,
    enabled,
  };
}

const STIFF_DROP_PU = 5e-9;

/**
 * Reactance of a stiff source: 5e-9 pu of voltage at the power of all loads and generators, at least 1 MVA. Less would
 * take more digits from the current, which is the difference of two voltages.
 */
export function stiffReactanceOhm(draft: CircuitDraft, lineVoltageV: number): number {
  let powerVa = 1e6;
  let sumVa = 0;
  for (const { pW, qVar } of [...draft.loads, ...draft.generators]) sumVa += Math.sqrt(pW * pW + qVar * qVar);
  if (sumVa > powerVa) powerVa = sumVa;
  return (STIFF_DROP_PU * lineVoltageV * lineVoltageV) / powerVa;
}
