import type { Circuit } from '../../model/circuit';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { type CompiledCircuit, compileCircuit } from '../../sim/powerflow/circuit';
import { reportBases } from '../../sim/powerflow/circuit/reportBases';
import { answerToCurrents, compileFlow } from '../../sim/powerflow/factor/compileFlow';
import type { CompiledFlow } from '../../sim/powerflow/flow';
import type { Thevenin } from '../../sim/reliability/fault';
import type { TheveninOf } from './solver';

/**
 * Thevenin equivalents from the power flow's own admittances. Column k of Z is the answer of Y v = j to 1 A into node k with
 * all sources at rest; E the answer to the sources alone. The circuit asked for last stays factored.
 */
export function powerFlowThevenin(): TheveninOf {
  let last: { readonly circuit: Circuit; readonly factored: Outcome<Factored> } | undefined;
  return (circuit, busId) => {
    if (last?.circuit !== circuit) last = { circuit, factored: factored(circuit) };
    return last.factored.ok ? theveninAt(last.factored.value, busId) : last.factored;
  };
}

interface Factored {
  readonly compiled: CompiledCircuit;
  readonly flow: CompiledFlow;
  /** [node]; NaN where none is known. */
  readonly nominalV: Float64Array;
}

function factored(circuit: Circuit): Outcome<Factored> {
  const compiled = compileCircuit(circuit);
  if (!compiled.ok) return compiled;
  const flow = compileFlow(compiled.value.problem);
  if (!flow.ok) return flow;
  const nominalV = reportBases(compiled.value);
  return succeed({ compiled: compiled.value, flow: flow.value, nominalV }, compiled.issues);
}

function theveninAt({ compiled, flow, nominalV }: Factored, busId: string): Outcome<Thevenin> {
  const { nodes, baseV, problem, circuit } = compiled;
  const bus = nodes.busRow.get(busId);
  const rows: number[] = [];
  nodes.busOfNode.forEach((each, node) => {
    if (each === bus && nodes.fed[node] === 1) rows.push(node);
  });
  if (rows.length === 0) return fail([noSupply(circuit.name, busId)]);
  const n = rows.length;
  const impedanceOhm = new Float64Array(2 * n * n);
  for (const [column, node] of rows.entries()) {
    const current = new Float64Array(problem.sourceCurrent.length);
    current[placeOf(compiled, node)] = baseV[node]!;
    voltsAt(compiled, answerToCurrents(flow, current), rows).forEach((value, k) => {
      impedanceOhm[2 * ((k >> 1) * n + column) + (k & 1)] = value;
    });
  }
  const nominal = nominalV[rows[0]!]!;
  return succeed({
    busId,
    nodes: rows.map((node) => nodes.numberOfNode[node]!),
    // c U_n is a matter of the nominal voltage; where none is named the solver's own base is the nearest to it.
    baseVoltageV: Number.isNaN(nominal) ? baseV[rows[0]!]! : nominal,
    impedanceOhm,
    openVoltageV: voltsAt(compiled, flow.noLoadVoltage, rows),
  });
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
