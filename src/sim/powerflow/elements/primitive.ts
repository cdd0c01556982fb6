import type {
  CircuitCapacitor,
  CircuitLine,
  CircuitReactor,
  CircuitTransformer,
  Terminal,
  VoltageSource,
  WindingConnection,
} from '../../../model/circuit';
import { addTo, type ComplexMatrix, complexMatrix, fromParts, inverse } from './complexMatrix';
import { transformerAdmittance } from './transformerAdmittance';

/**
 * An element as admittances in siemens. Its conductors are those of all terminals, one after the other. `series` (n x n)
 * joins conductor i of the first terminal to conductor i of the second; `shunt` stands at every terminal, `rest` over all
 * conductors holds what has another shape.
 */
export interface Primitive {
  readonly terminals: readonly Terminal[];
  readonly series: ComplexMatrix | null;
  /** n x n, at each terminal to earth. */
  readonly shunt: ComplexMatrix | null;
  readonly rest: ComplexMatrix | null;
  /** `rest` is small beside the network and purely to earth: may be taken as a shunt. */
  readonly restIsShunt: boolean;
}

const NOTHING = { series: null, shunt: null, rest: null, restIsShunt: false };

/** Pi section (README, 3): series (R + jX)^-1, half of j B at each end. Null when the impedance has no inverse. */
export function linePrimitive(line: CircuitLine): Primitive | null {
  const order = line.from.nodes.length;
  const series = inverse(fromParts(line.rOhm, line.xOhm), order);
  if (series === null) return null;
  let shunt: ComplexMatrix | null = null;
  if (line.bS.some((value) => value !== 0)) {
    shunt = complexMatrix(order);
    for (let k = 0; k < line.bS.length; k++) shunt[2 * k + 1] = 0.5 * line.bS[k]!;
  }
  return { ...NOTHING, terminals: [line.from, line.to], series, shunt };
}

export function sourcePrimitive(source: VoltageSource): Primitive | null {
  const series = inverse(fromParts(source.rOhm, source.xOhm), source.terminal.nodes.length);
  return series === null ? null : { ...NOTHING, terminals: [source.terminal, source.returnTerminal], series };
}

export function transformerPrimitive(transformer: CircuitTransformer): Primitive | null {
  const rest = transformerAdmittance(transformer);
  return rest === null
    ? null
    : { ...NOTHING, terminals: transformer.windings.map((winding) => winding.terminal), rest };
}

/** Closed steps in parallel (README, 7); each step is its capacitance in series with its R + jX, per phase. */
export function capacitorPrimitive(capacitor: CircuitCapacitor): Primitive {
  const { phases, connection } = capacitor;
  const voltageV =
    connection === 'wye' && phases > 1 ? capacitor.ratedVoltageV / Math.sqrt(3) : capacitor.ratedVoltageV;
  let re = 0;
  let im = 0;
  for (const step of capacitor.steps) {
    if (!step.closed || step.qVar === 0) continue;
    const reactance = step.xOhm - (phases * voltageV * voltageV) / step.qVar;
    const squared = step.rOhm * step.rOhm + reactance * reactance;
    re += step.rOhm / squared;
    im -= reactance / squared;
  }
  return perPhasePrimitive(capacitor.terminal, capacitor.returnTerminal, connection, phases, re, im);
}

/** Reactor (README, 7) between its terminals, or delta across its phases; parallel resistance across each conductor. */
export function reactorPrimitive(reactor: CircuitReactor): Primitive | null {
  const order = reactor.terminal.nodes.length;
  const series = inverse(fromParts(reactor.rOhm, reactor.xOhm), order);
  if (series === null) return null;
  const conductance = 1 / reactor.parallelROhm;
  for (let k = 0; k < order; k++) addTo(series, order, k, k, conductance, 0);
  if (reactor.connection === 'wye') {
    return { ...NOTHING, terminals: [reactor.terminal, reactor.returnTerminal], series };
  }
  return perPhasePrimitive(reactor.terminal, reactor.returnTerminal, 'delta', order, series[0]!, series[1]!);
}

/** The same admittance in every phase: between the terminals for wye, around the phases for delta. */
function perPhasePrimitive(
  terminal: Terminal,
  returnTerminal: Terminal,
  connection: WindingConnection,
  phases: number,
  re: number,
  im: number,
): Primitive {
  if (connection === 'wye') {
    const series = complexMatrix(phases);
    for (let k = 0; k < phases; k++) addTo(series, phases, k, k, re, im);
    return {
      ...NOTHING,
      terminals: [terminal, returnTerminal],
      series,
      restIsShunt: returnTerminal.nodes.every((node) => node === 0),
    };
  }
  const order = terminal.nodes.length;
  const rest = complexMatrix(order);
  const branches = order === 2 ? 1 : phases;
  for (let a = 0; a < branches; a++) {
    const b = (a + 1) % order;
    addTo(rest, order, a, a, re, im);
    addTo(rest, order, b, b, re, im);
    addTo(rest, order, a, b, -re, -im);
    addTo(rest, order, b, a, -re, -im);
  }
  return { ...NOTHING, terminals: [terminal], rest, restIsShunt: true };
}

/** Admittance over all conductors, for currents. */
export function fullAdmittance(primitive: Primitive): ComplexMatrix {
  const order = primitive.terminals.reduce((sum, terminal) => sum + terminal.nodes.length, 0);
  const out = complexMatrix(order);
  if (primitive.rest !== null) out.set(primitive.rest);
  const n = primitive.terminals[0]!.nodes.length;
  const { series, shunt } = primitive;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const k = 2 * (n * row + column);
      if (series !== null) {
        addTo(out, order, row, column, series[k]!, series[k + 1]!);
        addTo(out, order, n + row, n + column, series[k]!, series[k + 1]!);
        addTo(out, order, row, n + column, -series[k]!, -series[k + 1]!);
        addTo(out, order, n + row, column, -series[k]!, -series[k + 1]!);
      }
      if (shunt !== null) {
        addTo(out, order, row, column, shunt[k]!, shunt[k + 1]!);
        addTo(out, order, n + row, n + column, shunt[k]!, shunt[k + 1]!);
      }
    }
  }
  return out;
}
