import type { Connection } from '../../../model/building';
import type {
  Circuit,
  CircuitLine,
  CircuitLoad,
  CircuitTransformer,
  Matrix,
  Terminal,
  VoltageSource,
} from '../../../model/circuit';
import type { Line, LineType, Network, Source, Transformer, TransformerType } from '../../../model/network';
import { PI } from '../../numeric/elementary';

const FREQUENCY_HZ = 50;
const OMEGA_RAD_PER_S = 2 * PI * FREQUENCY_HZ;

/** Where a transformer's no-load branch sits: whole at the MV terminal, or half at each (pi model of other tools). */
export type MagnetisingPlacement = 'from' | 'split';

/** Phase-to-earth voltage of a nominal line-to-line one. */
export const phaseVoltageV = (nominalVoltageV: number): number => nominalVoltageV / Math.sqrt(3);

const phases = (busId: string): Terminal => ({ busId, nodes: [1, 2, 3] });
const star = (busId: string): Terminal => ({ busId, nodes: [1, 2, 3, 0] });
const earth = (busId: string): Terminal => ({ busId, nodes: [0, 0, 0] });

/**
 * A district's network as a circuit: buildings (in order) and storages become three-phase wye loads of constant power,
 * whose powers come per step, and so does what the branches of regulators take beyond the middle. Line rows, then transformer
 * rows stay those of the network.
 */
export function networkCircuit(
  network: Network,
  connections: readonly (Connection | null)[],
  magnetising: MagnetisingPlacement,
  regulatorBusIds: readonly string[] = [],
): Circuit {
  const lineTypes = new Map(network.lineTypes.map((type) => [type.id, type]));
  const transformerTypes = new Map(network.transformerTypes.map((type) => [type.id, type]));
  const nominalV = new Map(network.buses.map((bus) => [bus.id, bus.nominalVoltageV]));
  const openLines = new Set(network.switches.filter((item) => !item.closed).map((item) => item.lineId));
  return {
    name: 'network',
    baseFrequencyHz: FREQUENCY_HZ,
    voltageBasesV: [],
    buses: network.buses.map(({ id, nominalVoltageV, position }) => ({
      id,
      baseVoltageV: phaseVoltageV(nominalVoltageV),
      position,
    })),
    sources: network.sources.map((source) => sourceOf(source, nominalV.get(source.busId)!)),
    lines: network.lines.map((line) => lineOf(line, lineTypes.get(line.lineTypeId)!, openLines.has(line.id))),
    transformers: network.transformers.map((transformer) =>
      transformerOf(transformer, transformerTypes.get(transformer.transformerTypeId)!, magnetising),
    ),
    capacitors: [],
    reactors: [],
    loads: [
      ...connections.map((connection, row) => loadOf(`building ${row}`, connection?.busId, nominalV)),
      ...network.storages.map((storage) => loadOf(`storage ${storage.id}`, storage.busId, nominalV)),
      ...regulatorBusIds.map((busId, row) => loadOf(`regulator ${row}`, busId, nominalV)),
    ],
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
      tolerance: 1e-8,
      controls: 'off',
      maxControlIterations: 1,
    },
  };
}

/** At its set-point, lowered where that saves energy. Behind its bus by Z = Un^2 / Ssc, x = z / sqrt(1 + (r/x)^2); zero sequence equal to positive (assumed). */
function sourceOf(source: Source, nominalVoltageV: number): VoltageSource {
  const zOhm = (nominalVoltageV * nominalVoltageV) / source.shortCircuitSVa;
  const xOhm = zOhm / Math.sqrt(1 + source.rOverX * source.rOverX);
  return {
    id: source.id,
    terminal: phases(source.busId),
    returnTerminal: earth(source.busId),
    voltageV: (source.voltagePu - (source.loweredByPu ?? 0)) * phaseVoltageV(nominalVoltageV),
    angleDeg: 0,
    rOhm: symmetric(xOhm * source.rOverX, 0),
    xOhm: symmetric(xOhm, 0),
    enabled: true,
  };
}

/** Transposed three-phase matrix with this self and this mutual part. */
function symmetric(self: number, mutual: number): Matrix {
  return [self, mutual, mutual, mutual, self, mutual, mutual, mutual, self];
}

/** Sequence to phase values of a transposed line: self (z0 + 2 z1) / 3, mutual (z0 - z1) / 3. */
function fromSequence(one: number, zero: number, factor: number): Matrix {
  return symmetric(((zero + 2 * one) / 3) * factor, ((zero - one) / 3) * factor);
}

function lineOf(line: Line, type: LineType, open: boolean): CircuitLine {
  const perParallelKm = line.lengthM / 1000 / line.parallel;
  const siemensPerNanofarad = OMEGA_RAD_PER_S * 1e-9 * (line.lengthM / 1000) * line.parallel;
  const ratedCurrentA = type.ratedCurrentA * line.parallel;
  return {
    id: line.id,
    from: phases(line.fromBusId),
    to: phases(line.toBusId),
    lengthM: line.lengthM,
    rOhm: fromSequence(type.r1OhmPerKm, type.r0OhmPerKm, perParallelKm),
    xOhm: fromSequence(type.x1OhmPerKm, type.x0OhmPerKm, perParallelKm),
    bS: fromSequence(type.c1NanofaradPerKm, type.c0NanofaradPerKm, siemensPerNanofarad),
    ratedCurrentA,
    emergencyCurrentA: ratedCurrentA,
    isSwitch: false,
    open,
    enabled: true,
  };
}

/**
 * Dyn groups by clock number: a delta whose phases join their predecessors (`lag`) or successors (`lead`), from phase a, b
 * or c on. Even numbers do not exist for D-y.
 */
const DYN_GROUPS: Readonly<Record<string, { rotation: 'lag' | 'lead'; first: number }>> = {
  Dyn1: { rotation: 'lag', first: 0 },
  Dyn5: { rotation: 'lag', first: 1 },
  Dyn9: { rotation: 'lag', first: 2 },
  Dyn11: { rotation: 'lead', first: 0 },
  Dyn3: { rotation: 'lead', first: 1 },
  Dyn7: { rotation: 'lead', first: 2 },
};

export const SUPPORTED_VECTOR_GROUPS = Object.keys(DYN_GROUPS);

function transformerOf(
  transformer: Transformer,
  type: TransformerType,
  magnetising: MagnetisingPlacement,
): CircuitTransformer {
  const { rotation, first } = DYN_GROUPS[type.vectorGroup]!;
  const { ratedSVa } = type;
  const rPercent = (100 * type.loadLossW) / ratedSVa;
  const z = type.shortCircuitVoltagePercent;
  const noLoadLossPercent = (100 * type.noLoadLossW) / ratedSVa;
  const i0 = type.noLoadCurrentPercent;
  const winding = {
    ratedSVa,
    rPercent: rPercent / 2,
    tapMinPu: 0.5,
    tapMaxPu: 1.5,
    tapSteps: 1,
    neutralROhm: -1,
    neutralXOhm: 0,
  };
  return {
    id: transformer.id,
    phases: 3,
    windings: [
      {
        ...winding,
        terminal: { busId: transformer.fromBusId, nodes: [0, 1, 2].map((k) => ((first + k) % 3) + 1) },
        connection: 'delta',
        ratedVoltageV: type.fromVoltageV,
        tapPu: 1 + transformer.tapPercent / 100,
      },
      {
        ...winding,
        terminal: star(transformer.toBusId),
        connection: 'wye',
        ratedVoltageV: type.toVoltageV,
        tapPu: 1,
      },
    ],
    shortCircuitXPercent: [Math.sqrt(Math.max(z * z - rPercent * rPercent, 0))],
    noLoadLossPercent,
    magnetisingPercent: Math.sqrt(Math.max(i0 * i0 - noLoadLossPercent * noLoadLossPercent, 0)),
    magnetisingPlace: magnetising === 'from' ? 0 : 'split',
    deltaRotation: rotation,
    antifloatPpm: 0,
    normalRatingVa: ratedSVa,
    emergencyRatingVa: ratedSVa,
    ratingBase: 'rated power',
    bank: '',
    enabled: true,
  };
}

function loadOf(id: string, busId: string | undefined, nominalV: ReadonlyMap<string, number>): CircuitLoad {
  return {
    id,
    terminal: star(busId ?? ''),
    phases: 3,
    connection: 'wye',
    model: { kind: 'constantPower' },
    ratedVoltageV: busId === undefined ? 1 : nominalV.get(busId)!,
    limits: { minPu: 0, maxPu: Infinity, lowPu: 0 },
    pW: 0,
    qVar: 0,
    shapes: {},
    fixed: true,
    enabled: busId !== undefined,
  };
}
