import type {
  Circuit,
  CircuitGenerator,
  CircuitLoad,
  LoadModel,
  Terminal,
  WindingConnection,
} from '../../../model/circuit';
import { type InjectionTable, OUTSIDE_LAWS } from '../problem';
import type { NodeTable } from './nodeTable';

/** Where the rows of each load and generator start, and what share of its power each row draws. */
export interface InjectionRows {
  readonly table: InjectionTable;
  /** First row of each load (circuit order), one row a phase; -1 when it is disabled. */
  readonly loadRow: Int32Array;
  readonly loadRowCount: Int32Array;
  readonly generatorRow: Int32Array;
  readonly generatorRowCount: Int32Array;
  /** Loads on nodes that no source feeds. */
  readonly unfedLoadIds: readonly string[];
}

interface Draft {
  plus: number[];
  minus: number[];
  ratedVoltagePu: number[];
  zip: number[];
  limits: number[];
  outside: number[];
  exponents: number[];
  cutOffPu: number[];
}

/** How a row draws: shares of impedance, current and power, or exponents; and how it goes on outside its limits. */
interface Law {
  readonly zip: Zip;
  readonly outside: (typeof OUTSIDE_LAWS)[number];
  readonly exponents?: readonly [number, number];
  readonly cutOffPu?: number;
}

type Zip = readonly [number, number, number, number, number, number];

const POWER: Zip = [0, 0, 1, 0, 0, 1];
const IMPEDANCE: Zip = [1, 0, 0, 1, 0, 0];
const CURRENT: Zip = [0, 1, 0, 0, 1, 0];
const P_CONSTANT_Q_QUADRATIC: Zip = [0, 0, 1, 1, 0, 0];
/** Power of an exponent 0, 1 or 2 as a share of power, current or impedance. */
const BY_EXPONENT = [
  [0, 0, 1],
  [0, 1, 0],
  [1, 0, 0],
] as const;

/** The law of a load model (scalar/injectionLaw.ts). Exponents 0, 1 and 2 are shares, others a power of the voltage. */
function lawOf(model: LoadModel): Law {
  switch (model.kind) {
    case 'constantPower':
      return { zip: POWER, outside: 'component' };
    case 'constantImpedance':
      return { zip: IMPEDANCE, outside: 'component' };
    case 'constantCurrent':
      return { zip: CURRENT, outside: 'component' };
    case 'constantPQuadraticQ':
      return { zip: P_CONSTANT_Q_QUADRATIC, outside: 'power' };
    case 'constantPFixedQ':
      return { zip: POWER, outside: 'fixedReactive' };
    case 'constantPFixedX':
      return { zip: P_CONSTANT_Q_QUADRATIC, outside: 'fixedReactive' };
    case 'zip':
      return { zip: [...model.p, ...model.q], outside: 'component', cutOffPu: model.cutOffPu };
    case 'exponential': {
      const p = BY_EXPONENT[model.pExponent];
      const q = BY_EXPONENT[model.qExponent];
      if (p !== undefined && q !== undefined) return { zip: [...p, ...q], outside: 'power' };
      return { zip: POWER, outside: 'power', exponents: [model.pExponent, model.qExponent] };
    }
  }
}

/** Pairs of conductors that the phases of a load or generator lie across. */
export function phasePairs(
  terminal: Terminal,
  connection: WindingConnection,
  phases: number,
): [plus: number, minus: number][] {
  const order = terminal.nodes.length;
  return Array.from({ length: phases }, (_, phase) =>
    connection === 'wye' ? [phase, order - 1] : [phase, (phase + 1) % order],
  );
}

/** Rated voltage across one phase. */
export function phaseRatingV(connection: WindingConnection, phases: number, ratedVoltageV: number): number {
  return connection === 'wye' && (phases === 2 || phases === 3)
    ? ratedVoltageV / Math.sqrt(3)
    : ratedVoltageV;
}

export function injectionRows(circuit: Circuit, nodes: NodeTable, baseV: Float64Array): InjectionRows {
  const draft: Draft = {
    plus: [],
    minus: [],
    ratedVoltagePu: [],
    zip: [],
    limits: [],
    outside: [],
    exponents: [],
    cutOffPu: [],
  };
  const unfedLoadIds: string[] = [];
  const rowOf = (element: CircuitLoad | CircuitGenerator, law: Law): [row: number, count: number] => {
    if (!element.enabled) return [-1, 0];
    const row = draft.plus.length;
    const pairs = phasePairs(element.terminal, element.connection, element.phases);
    const fed = addPhases(draft, nodes, baseV, element, pairs, law);
    if (!fed) unfedLoadIds.push(element.id);
    return [row, pairs.length];
  };
  const loads = circuit.loads.map((load) => rowOf(load, lawOf(load.model)));
  const generators = circuit.generators.map((generator) => rowOf(generator, generatorLaw(generator)));
  return {
    table: {
      count: draft.plus.length,
      plus: Int32Array.from(draft.plus),
      minus: Int32Array.from(draft.minus),
      ratedVoltagePu: Float64Array.from(draft.ratedVoltagePu),
      zip: Float64Array.from(draft.zip),
      limits: Float64Array.from(draft.limits),
      outside: Uint8Array.from(draft.outside),
      ...(draft.exponents.some((value) => value === value)
        ? { exponents: Float64Array.from(draft.exponents) }
        : {}),
      ...(draft.cutOffPu.some((value) => value > 0) ? { cutOffPu: Float64Array.from(draft.cutOffPu) } : {}),
    },
    loadRow: Int32Array.from(loads, ([row]) => row),
    loadRowCount: Int32Array.from(loads, ([, count]) => count),
    generatorRow: Int32Array.from(generators, ([row]) => row),
    generatorRowCount: Int32Array.from(generators, ([, count]) => count),
    unfedLoadIds,
  };
}

function generatorLaw(generator: CircuitGenerator): Law {
  if (generator.model === 'constantImpedance') return { zip: IMPEDANCE, outside: 'component' };
  if (generator.model === 'constantCurrent') return { zip: CURRENT, outside: 'component' };
  return { zip: POWER, outside: 'admittance' };
}

/** One row a phase; false when a phase lies on a node that no source feeds (its row then carries nothing). */
function addPhases(
  draft: Draft,
  nodes: NodeTable,
  baseV: Float64Array,
  element: CircuitLoad | CircuitGenerator,
  pairs: readonly (readonly [number, number])[],
  law: Law,
): boolean {
  const conductors = nodes.nodesOf(element.terminal);
  const ratingV = phaseRatingV(element.connection, element.phases, element.ratedVoltageV);
  const { minPu, maxPu, lowPu } = element.limits;
  const { zip } = law;
  const unlimited = zip[0] === 1 && zip[3] === 1;
  let fed = true;
  for (const [a, b] of pairs) {
    const plus = conductors[a]!;
    const minus = conductors[b]!;
    const live = (node: number): boolean => node < 0 || nodes.fed[node] === 1;
    const connected = live(plus) && live(minus) && plus !== minus;
    if (!connected) fed = false;
    const place = (node: number): number =>
      node < 0 || !connected ? -1 : 3 * nodes.blockOfNode[node]! + nodes.slotOfNode[node]!;
    draft.plus.push(place(plus));
    draft.minus.push(place(minus));
    // Both ends on earth: the row carries nothing on any base.
    draft.ratedVoltagePu.push(ratingV / (baseV[plus >= 0 ? plus : minus] ?? 1));
    draft.zip.push(...zip);
    draft.outside.push(OUTSIDE_LAWS.indexOf(law.outside));
    draft.exponents.push(...(law.exponents ?? [NaN, NaN]));
    draft.cutOffPu.push(law.cutOffPu ?? 0);
    draft.limits.push(...(unlimited ? [0, Infinity, 0] : [minPu, maxPu, lowPu]));
  }
  return fed;
}
