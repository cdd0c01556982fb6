import type { Circuit } from '../../model/circuit';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { type CompiledCircuit, compileCircuit } from '../../sim/powerflow/circuit';
import { reportBases } from '../../sim/powerflow/circuit/reportBases';
import { compileFlow } from '../../sim/powerflow/factor/compileFlow';
import type { Thevenin } from '../../sim/reliability/fault';
import type { TheveninOf } from './solver';

/**
 * Thevenin equivalents from the power flow's own admittances. Column k of Z is the answer of Y v = j to 1 A into node k with
 * all sources at rest; E the answer to the sources alone. The circuit asked for last stays compiled.
 */
export function powerFlowThevenin(): TheveninOf {
  let last: { readonly circuit: Circuit; readonly compiled: Outcome<CompiledCircuit> } | undefined;
  return (circuit, busId) => {
    if (last?.circuit !== circuit) last = { circuit, compiled: compileCircuit(circuit) };
    return last.compiled.ok ? theveninAt(last.compiled.value, busId) : last.compiled;
  };
}

function theveninAt(compiled: CompiledCircuit, busId: string): Outcome<Thevenin> {
  const { nodes, baseV, problem, circuit } = compiled;
  const bus = nodes.busRow.get(busId);
  const rows: number[] = [];
  nodes.busOfNode.forEach((each, node) => {
    if (each === bus && nodes.fed[node] === 1) rows.push(node);
  });
  if (rows.length === 0) return fail([noSupply(circuit.name, busId)]);
  const open = linearAnswer(compiled, problem.sourceCurrent);
  if (!open.ok) return open;
  const nominalV = reportBases(compiled)[rows[0]!]!;
  const n = rows.length;
  const impedanceOhm = new Float64Array(2 * n * n);
  for (const [column, node] of rows.entries()) {
    const current = new Float64Array(problem.sourceCurrent.length);
    current[placeOf(compiled, node)] = baseV[node]!;
    const answer = linearAnswer(compiled, current);
    if (!answer.ok) return answer;
    voltsAt(compiled, answer.value, rows).forEach((value, k) => {
      impedanceOhm[2 * ((k >> 1) * n + column) + (k & 1)] = value;
    });
  }
  return succeed({
    busId,
    nodes: rows.map((node) => nodes.numberOfNode[node]!),
    // c U_n is a matter of the nominal voltage; where none is named the solver's own base is the nearest to it.
    baseVoltageV: Number.isNaN(nominalV) ? baseV[rows[0]!]! : nominalV,
    impedanceOhm,
    openVoltageV: voltsAt(compiled, open.value, rows),
  });
}

/** Node voltages in per unit, [block][3][re, im], for Norton currents in per unit. */
function linearAnswer(compiled: CompiledCircuit, sourceCurrent: Float64Array): Outcome<Float64Array> {
  const flow = compileFlow({ ...compiled.problem, sourceCurrent });
  return flow.ok ? succeed(flow.value.noLoadVoltage) : flow;
}

function voltsAt(compiled: CompiledCircuit, vPu: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from({ length: 2 * rows.length }, (_, k) => {
    const node = rows[k >> 1]!;
    return vPu[placeOf(compiled, node) + (k & 1)]! * compiled.baseV[node]!;
  });
}

/** Of the real part in [block][3][re, im]. */
function placeOf({ nodes }: CompiledCircuit, node: number): number {
  return 2 * (3 * nodes.blockOfNode[node]! + nodes.slotOfNode[node]!);
}

function noSupply(source: string, busId: string): Issue {
  return {
    severity: 'error',
    code: 'thevenin-no-supply',
    source,
    where: busId,
    message: `No source feeds bus ${busId}.`,
    remedy: 'Choose a bus with supply.',
  };
}
