import type { Circuit, CircuitLoad } from '../../model/circuit';
import type { BranchKind } from './solver';

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
