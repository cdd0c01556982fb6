import type { CircuitGenerator, Terminal } from '../../../model/circuit';
import { windingEnds } from '../elements/transformerAdmittance';
import { elementFlow, type TerminalFlow } from '../circuit/solution';
import type { CompiledCircuit } from '../circuit/compileCircuit';
import type { CircuitElement, ElementKind } from '../circuit/elementTable';
import { phasePairs } from '../circuit/injectionRows';

export interface Phasor {
  readonly re: number;
  readonly im: number;
}

export const magnitude = ({ re, im }: Phasor): number => Math.sqrt(re * re + im * im);

/** What instruments read from a solved step. Elements out of service and dead nodes read zero. */
export interface Instruments {
  /** To earth, at each conductor of a terminal. */
  voltages(terminal: Terminal): Phasor[];
  /** Across each phase of a transformer's winding. */
  windingVoltages(transformerId: string, winding: number): Phasor[];
  /** Currents and power into an element's terminal; null when the element is out of service. */
  terminalFlow(kind: ElementKind, id: string, terminal: number): TerminalFlow | null;
}

const elementRows = new WeakMap<readonly CircuitElement[], ReadonlyMap<string, number>>();

/** Row of each element by kind and id: made once per compiled circuit, however many steps are read. */
function rowsOf(elements: readonly CircuitElement[]): ReadonlyMap<string, number> {
  let rows = elementRows.get(elements);
  if (rows === undefined) {
    rows = new Map(elements.map((element, row) => [`${element.kind} ${element.id}`, row]));
    elementRows.set(elements, rows);
  }
  return rows;
}

export function instruments(
  compiled: CompiledCircuit,
  voltageRe: Float64Array,
  voltageIm: Float64Array,
): Instruments {
  const rows = rowsOf(compiled.elements);
  const read = (node: number): Phasor => {
    const re = node < 0 ? 0 : voltageRe[node]!;
    return re === re ? { re, im: node < 0 ? 0 : voltageIm[node]! } : { re: 0, im: 0 };
  };
  const voltages = (terminal: Terminal): Phasor[] => Array.from(compiled.nodes.nodesOf(terminal), read);
  return {
    voltages,
    windingVoltages(transformerId, winding) {
      const row = rows.get(`transformer ${transformerId}`);
      if (row === undefined) return [];
      const transformer = compiled.circuit.transformers[compiled.elements[row]!.row]!;
      const all = transformer.windings.flatMap((item) => voltages(item.terminal));
      return Array.from({ length: transformer.phases }, (_, phase) => {
        const { plus, minus } = windingEnds(transformer, winding, phase);
        return { re: all[plus]!.re - all[minus]!.re, im: all[plus]!.im - all[minus]!.im };
      });
    },
    terminalFlow(kind, id, terminal) {
      const row = rows.get(`${kind} ${id}`);
      if (row === undefined) return null;
      return elementFlow(compiled, compiled.elements[row]!, voltageRe, voltageIm).terminals[terminal] ?? null;
    },
  };
}

/** Mean of the voltages across a generator's phases. */
export function meanPhaseV(
  { terminal, connection, phases }: Pick<CircuitGenerator, 'terminal' | 'connection' | 'phases'>,
  read: Instruments,
): number {
  const volts = read.voltages(terminal);
  let sum = 0;
  for (const [plus, minus] of phasePairs(terminal, connection, phases)) {
    const [a, b] = [volts[plus]!, volts[minus]!];
    sum += magnitude({ re: a.re - b.re, im: a.im - b.im });
  }
  return sum / phases;
}
