import type {
  Circuit,
  CircuitGenerator,
  CircuitLoad,
  Terminal,
  VoltageLimits,
  WindingConnection,
} from '../../model/circuit';
import type { BranchKind } from './solver';

/** Power added at a bus for a what-if; three nodes share it evenly. */
export interface AddedPower {
  readonly busId: string;
  /** Phases 1 to 3; one of them connects phase to star point (delta buses: to the next phase). */
  readonly phases: readonly number[];
  readonly direction: 'load' | 'generation';
  /** Of all phases together, non-negative. */
  readonly pW: number;
  /** Load: drawn; generation: delivered. */
  readonly qVar: number;
}

/** Constant power at any voltage: the harder case, and the one a limit search must not escape from. */
const ALWAYS: VoltageLimits = { minPu: 0, maxPu: Infinity, lowPu: 0 };

/** The circuit with power added; everything but loads and generators is the same object. */
export function withAddedPower(
  circuit: Circuit,
  added: readonly AddedPower[],
  baseVoltageOf: (busId: string) => number,
): Circuit {
  const loads: CircuitLoad[] = [];
  const generators: CircuitGenerator[] = [];
  merge(added).forEach((power, index) => {
    if (power.pW === 0 && power.qVar === 0) return;
    const { connection, starNode } = connectionAt(circuit, power.busId);
    const element = {
      id: `added-${index}`,
      terminal: terminalOf(power, connection, starNode),
      phases: power.phases.length,
      connection,
      ratedVoltageV: ratedVoltageV(power, connection, baseVoltageOf(power.busId)),
      limits: ALWAYS,
      pW: power.pW,
      qVar: power.qVar,
      shapes: {},
      enabled: true,
    };
    if (power.direction === 'load') {
      loads.push({ ...element, model: { kind: 'constantPower' }, fixed: true });
    } else {
      const ratedSVa = Math.sqrt(power.pW * power.pW + power.qVar * power.qVar);
      generators.push({ ...element, kind: 'photovoltaic', model: 'constantPower', ratedSVa });
    }
  });
  return {
    ...circuit,
    loads: loads.length > 0 ? [...circuit.loads, ...loads] : circuit.loads,
    generators: generators.length > 0 ? [...circuit.generators, ...generators] : circuit.generators,
  };
}

/** One entry per bus, phases and direction: units that share a connection become one element. */
function merge(added: readonly AddedPower[]): AddedPower[] {
  const merged = new Map<string, AddedPower>();
  for (const power of added) {
    const key = `${power.direction}/${power.phases.join('.')}/${power.busId}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined ? power : { ...before, pW: before.pW + power.pW, qVar: before.qVar + power.qVar },
    );
  }
  return [...merged.values()];
}

function terminalOf(power: AddedPower, connection: WindingConnection, starNode: number): Terminal {
  const { busId, phases } = power;
  if (connection === 'wye') return { busId, nodes: [...phases, starNode] };
  return { busId, nodes: phases.length === 1 ? [phases[0]!, (phases[0]! % 3) + 1] : phases };
}

function ratedVoltageV(power: AddedPower, connection: WindingConnection, baseVoltageV: number): number {
  const across = power.phases.length === 1 && connection === 'wye' ? 1 : Math.sqrt(3);
  return across * baseVoltageV;
}

/**
 * How things are connected at a bus: as its loads are; without loads in wye, to the bus's neutral where a line brings
 * one, else to earth.
 */
function connectionAt(
  circuit: Circuit,
  busId: string,
): { readonly connection: WindingConnection; readonly starNode: number } {
  const loads = circuit.loads.filter((load) => load.enabled && load.terminal.busId === busId);
  const wye = loads.find((load) => load.connection === 'wye');
  if (wye !== undefined) return { connection: 'wye', starNode: wye.terminal.nodes[wye.phases] ?? 0 };
  if (loads.length > 0) return { connection: 'delta', starNode: 0 };
  const hasNeutral = (end: Terminal): boolean => end.busId === busId && end.nodes.includes(4);
  const neutral = circuit.lines.some((line) => hasNeutral(line.from) || hasNeutral(line.to));
  return { connection: 'wye', starNode: neutral ? 4 : 0 };
}

/** The circuit with a line's conductors opened, or a transformer out of service. */
export function withBranchOpen(circuit: Circuit, kind: BranchKind, id: string): Circuit {
  if (kind === 'line') return withLine(circuit, id, true);
  return {
    ...circuit,
    transformers: circuit.transformers.map((each) => (each.id === id ? { ...each, enabled: false } : each)),
  };
}

/** The circuit with an open line (a tie) closed. */
export function withLineClosed(circuit: Circuit, id: string): Circuit {
  return withLine(circuit, id, false);
}

function withLine(circuit: Circuit, id: string, open: boolean): Circuit {
  return { ...circuit, lines: circuit.lines.map((line) => (line.id === id ? { ...line, open } : line)) };
}

/** The circuit with all loads and all generation multiplied. Shapes stay; fixed loads too are scaled. */
export function withScaledPower(circuit: Circuit, loadFactor: number, generationFactor: number): Circuit {
  const scale = <Element extends { readonly pW: number; readonly qVar: number }>(
    element: Element,
    factor: number,
  ): Element => ({ ...element, pW: element.pW * factor, qVar: element.qVar * factor });
  return {
    ...circuit,
    loads: circuit.loads.map((load) => scale(load, loadFactor)),
    generators: circuit.generators.map((generator) => scale(generator, generationFactor)),
  };
}

/** Active power of a load in a snapshot: its own times the circuit's multiplier unless it is fixed. */
export function snapshotLoadW(circuit: Circuit, load: CircuitLoad): number {
  if (!load.enabled) return 0;
  return load.pW * (load.fixed ? 1 : circuit.study.loadMultiplier);
}
