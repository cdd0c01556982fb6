import type {
  Circuit,
  CircuitGenerator,
  CircuitLine,
  CircuitLoad,
  CircuitTransformer,
  TransformerWinding,
  VoltageSource,
} from '../../../src/model/circuit';
import { type AddedPower, withAddedPower } from '../../../src/study/network/addedPower';

/** Small circuits written by hand. Base: 400 V low voltage, phase to earth 230.94 V. */
export const BASE_V = 400 / Math.sqrt(3);

const diagonal = (n: number, self: number, mutual = 0): number[] =>
  Array.from({ length: n * n }, (_, k) => (Math.floor(k / n) === k % n ? self : mutual));

export function source(
  busId: string,
  more: Partial<VoltageSource> & { r?: number; x?: number } = {},
): VoltageSource {
  const { r = 0.001, x = 0.004, ...rest } = more;
  return {
    id: `source-${busId}`,
    terminal: { busId, nodes: [1, 2, 3] },
    returnTerminal: { busId, nodes: [0, 0, 0] },
    voltageV: BASE_V,
    angleDeg: 0,
    rOhm: diagonal(3, r),
    xOhm: diagonal(3, x),
    enabled: true,
    ...rest,
  };
}

export function line(
  id: string,
  from: string,
  to: string,
  more: Partial<CircuitLine> & { nodes?: number[]; r?: number; x?: number; rm?: number; xm?: number } = {},
): CircuitLine {
  const { nodes = [1, 2, 3], r = 0.02, x = 0.008, rm = 0, xm = 0, ...rest } = more;
  const n = nodes.length;
  return {
    id,
    from: { busId: from, nodes },
    to: { busId: to, nodes },
    lengthM: 100,
    rOhm: diagonal(n, r, rm),
    xOhm: diagonal(n, x, xm),
    bS: diagonal(n, 0),
    ratedCurrentA: 250,
    emergencyCurrentA: NaN,
    isSwitch: false,
    open: false,
    enabled: true,
    ...rest,
  };
}

export function load(
  id: string,
  busId: string,
  pW: number,
  more: Partial<CircuitLoad> & { nodes?: number[] } = {},
): CircuitLoad {
  const { nodes = [1, 2, 3, 0], ...rest } = more;
  const phases = rest.connection === 'delta' ? (nodes.length === 2 ? 1 : 3) : nodes.length - 1;
  return {
    id,
    terminal: { busId, nodes },
    phases,
    connection: 'wye',
    model: { kind: 'constantPower' },
    ratedVoltageV: phases === 1 && rest.connection !== 'delta' ? BASE_V : 400,
    limits: { minPu: 0, maxPu: Infinity, lowPu: 0 },
    pW,
    qVar: 0,
    shapes: {},
    fixed: false,
    enabled: true,
    ...rest,
  };
}

export function generator(id: string, busId: string, pW: number, nodes = [1, 2, 3, 0]): CircuitGenerator {
  const { model: _model, fixed: _fixed, ...rest } = load(id, busId, pW, { nodes });
  return { ...rest, kind: 'photovoltaic', model: 'constantPower', ratedSVa: pW };
}

function winding(
  busId: string,
  nodes: number[],
  connection: 'wye' | 'delta',
  ratedVoltageV: number,
): TransformerWinding {
  return {
    terminal: { busId, nodes },
    connection,
    ratedVoltageV,
    ratedSVa: 400_000,
    rPercent: 0.5,
    tapPu: 1,
    tapMinPu: 0.9,
    tapMaxPu: 1.1,
    tapSteps: 32,
    neutralROhm: -1,
    neutralXOhm: 0,
  };
}

/** Delta - earthed wye, 400 kVA, 4 % reactance, 1 % resistance. */
export function transformer(
  id: string,
  from: string,
  to: string,
  more: Partial<CircuitTransformer> & { volts?: [number, number] } = {},
): CircuitTransformer {
  const { volts = [10_000, 400], ...rest } = more;
  return {
    id,
    phases: 3,
    windings: [winding(from, [1, 2, 3], 'delta', volts[0]), winding(to, [1, 2, 3, 0], 'wye', volts[1])],
    shortCircuitXPercent: [4],
    noLoadLossPercent: 0,
    magnetisingPercent: 0,
    magnetisingPlace: 0,
    deltaRotation: 'lag',
    antifloatPpm: 1,
    normalRatingVa: 400_000,
    emergencyRatingVa: 600_000,
    ratingBase: 'rated power',
    bank: '',
    enabled: true,
    ...rest,
  };
}

export function circuit(parts: Partial<Circuit>): Circuit {
  const ends = [
    ...(parts.sources ?? []).map((each) => each.terminal.busId),
    ...(parts.lines ?? []).flatMap((each) => [each.from.busId, each.to.busId]),
    ...(parts.transformers ?? []).flatMap((each) => each.windings.map((one) => one.terminal.busId)),
  ];
  return {
    name: 'test',
    baseFrequencyHz: 50,
    voltageBasesV: [],
    buses: [...new Set(ends)].map((id) => ({ id, baseVoltageV: BASE_V })),
    sources: [],
    lines: [],
    transformers: [],
    capacitors: [],
    reactors: [],
    loads: [],
    generators: [],
    regulatorControls: [],
    capacitorControls: [],
    inverterControls: [],
    shapes: [],
    curves: [],
    study: {
      mode: 'snapshot',
      stepS: 3600,
      loadMultiplier: 1,
      tolerance: 1e-10,
      controls: 'off',
      maxControlIterations: 15,
    },
    ...parts,
  };
}

/** source s - 3 lines in a row to buses a, b, c, 100 m each, a load on each bus. */
export function street(loadW = 20_000, more: Partial<Circuit> = {}): Circuit {
  return circuit({
    sources: [source('s')],
    lines: [line('sa', 's', 'a'), line('ab', 'a', 'b'), line('bc', 'b', 'c')],
    loads: ['a', 'b', 'c'].map((bus) => load(`load-${bus}`, bus, loadW)),
    ...more,
  });
}

/** The circuit with power added, all phases fed at every bus. */
export function added(parts: Circuit, powers: readonly AddedPower[]): Circuit {
  const supply = { baseVoltageV: () => BASE_V, fedPhases: () => [1, 2, 3] };
  const outcome = withAddedPower(parts, powers, supply);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
  return outcome.value;
}
