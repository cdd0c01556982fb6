import type { CompiledCircuit } from './compileCircuit';
import { type CircuitSolution, type ElementFlow, elementFlow } from './solution';

export type CircuitFlows = Pick<
  CircuitSolution,
  'elements' | 'lossW' | 'lossVar' | 'sourcePW' | 'sourceQVar'
>;

/** Flows of all elements and the sums over them, for given node voltages (V). */
export function circuitFlows(compiled: CompiledCircuit, re: Float64Array, im: Float64Array): CircuitFlows {
  const elements = compiled.elements.map((element) => elementFlow(compiled, element, re, im));
  let lossW = 0;
  let lossVar = 0;
  let sourcePW = 0;
  let sourceQVar = 0;
  for (const element of elements) {
    if (element.kind === 'source') {
      sourcePW -= element.lossW;
      sourceQVar -= element.lossVar;
    } else if (!isShunt(element)) {
      lossW += element.lossW;
      lossVar += element.lossVar;
    }
  }
  return { elements, lossW, lossVar, sourcePW, sourceQVar };
}

/** Shunt capacitors and reactors are not counted among the losses of the network. */
function isShunt(element: ElementFlow): boolean {
  if (element.kind !== 'capacitor' && element.kind !== 'reactor') return false;
  return element.terminals.length < 2 || element.terminals[1]!.nodes.every((node) => node === 0);
}
