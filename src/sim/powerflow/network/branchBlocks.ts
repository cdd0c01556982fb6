import type { BranchTable } from '../batch/types';
import type { CompiledCircuit } from '../circuit/compileCircuit';
import type { CircuitElement } from '../circuit/elementTable';
import { fullAdmittance } from '../elements/primitive';
import type { CompiledNetwork } from './compiled';

const BLOCK = 18;

/**
 * Lines and transformers in service as pairs of three-node blocks in per unit (lines, then transformers; the rows that
 * `CompiledNetwork` describes). Every terminal of a district's branches has the three phases of one bus.
 */
export function branchBlocks(
  circuit: CompiledCircuit,
  sourceBusId: string,
): Pick<CompiledNetwork, 'branches' | 'branchOfTable' | 'tableOfBranch' | 'sourceRows'> {
  const { lines, transformers } = circuit.circuit;
  const elements = circuit.elements.filter(
    (element) =>
      (element.kind === 'line' || element.kind === 'transformer') &&
      element.primitive.terminals.every((terminal) => circuit.nodes.fed[firstNode(circuit, terminal)] === 1),
  );
  const ending = elements.filter((element) => element.primitive.terminals[1]!.busId === sourceBusId);
  const count = elements.length + ending.length;
  const branches = {
    count,
    from: new Int32Array(count),
    to: new Int32Array(count),
    yFF: new Float64Array(BLOCK * count),
    yFT: new Float64Array(BLOCK * count),
    yTT: new Float64Array(BLOCK * count),
  };
  elements.forEach((element, row) => fillBranch(circuit, element, row, branches, false));
  ending.forEach((element, at) => fillBranch(circuit, element, elements.length + at, branches, true));
  const branchOfTable = Int32Array.from(elements, (element) =>
    element.kind === 'line' ? element.row : lines.length + element.row,
  );
  const tableOfBranch = new Int32Array(lines.length + transformers.length).fill(-1);
  branchOfTable.forEach((branch, row) => (tableOfBranch[branch] = row));
  const sourceRows = Int32Array.from([
    ...elements.flatMap((element, row) =>
      element.primitive.terminals[0]!.busId === sourceBusId ? [row] : [],
    ),
    ...ending.map((_, at) => elements.length + at),
  ]);
  return { branches, branchOfTable, tableOfBranch, sourceRows };
}

function firstNode(circuit: CompiledCircuit, terminal: { busId: string; nodes: readonly number[] }): number {
  return circuit.nodes.nodeOf(terminal.busId, terminal.nodes[0]!);
}

function fillBranch(
  circuit: CompiledCircuit,
  element: CircuitElement,
  row: number,
  branches: BranchTable,
  turned: boolean,
): void {
  const { nodes, baseV } = circuit;
  const [first, second] = element.primitive.terminals.map((terminal) => nodes.nodesOf(terminal));
  const [from, to] = turned ? [second, first] : [first, second];
  const conductors = [...first!, ...second!];
  const order = conductors.length;
  const y = fullAdmittance(element.primitive);
  branches.from[row] = nodes.blockOfNode[from![0]!]!;
  branches.to[row] = nodes.blockOfNode[to![0]!]!;
  conductors.forEach((a, i) => {
    conductors.forEach((b, j) => {
      if (a < 0 || b < 0) return;
      const aTo = i >= first!.length !== turned;
      const bTo = j >= first!.length !== turned;
      if (aTo && !bTo) return;
      const block = aTo ? branches.yTT : bTo ? branches.yFT : branches.yFF;
      const at = BLOCK * row + 2 * (3 * nodes.slotOfNode[a]! + nodes.slotOfNode[b]!);
      const scale = baseV[a]! * baseV[b]!;
      const k = 2 * (order * i + j);
      block[at] = block[at]! + y[k]! * scale;
      block[at + 1] = block[at + 1]! + y[k + 1]! * scale;
    });
  });
}
