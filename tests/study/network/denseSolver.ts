import {
  complex,
  type Complex,
  inv,
  lusolve,
  matrix,
  type Matrix,
  multiply,
  add,
  conj,
  divide,
  subtract,
  unaryMinus,
} from 'mathjs';
import type { Circuit, CircuitLoad, Terminal } from '../../../src/model/circuit';
import { fail, succeed } from '../../../src/model/outcome';
import type { Thevenin } from '../../../src/sim/reliability/fault';
import type {
  BranchResult,
  CircuitSolution,
  SolveCircuit,
  TheveninOf,
} from '../../../src/study/network/solver';

/**
 * A power flow for circuits of a few buses, written apart from the project's own: full nodal admittance matrix in siemens,
 * inverted by mathjs, constant-power currents injected until nothing moves. Lines, sources, two-winding transformers by
 * their coils, loads and generators in wye or delta.
 */
interface Nodal {
  readonly names: readonly { readonly busId: string; readonly node: number }[];
  readonly row: (busId: string, node: number) => number;
  readonly y: Complex[][];
  /** Norton currents of the sources. */
  readonly current: Complex[];
}

const zero = (): Complex => complex(0, 0);

function nodal(circuit: Circuit): Nodal {
  const names: { busId: string; node: number }[] = [];
  const rows = new Map<string, number>();
  const row = (busId: string, node: number): number => (node === 0 ? -1 : rows.get(`${busId}.${node}`)!);
  const register = ({ busId, nodes }: Terminal): void => {
    for (const node of nodes) {
      if (node === 0 || rows.has(`${busId}.${node}`)) continue;
      rows.set(`${busId}.${node}`, names.length);
      names.push({ busId, node });
    }
  };
  for (const each of circuit.sources) register(each.terminal);
  for (const each of circuit.lines) [each.from, each.to].forEach(register);
  for (const each of circuit.transformers) each.windings.forEach((winding) => register(winding.terminal));
  const n = names.length;
  const y = Array.from({ length: n }, () => Array.from({ length: n }, zero));
  const current = Array.from({ length: n }, zero);
  const stamp = (a: number, b: number, value: Complex): void => {
    if (a >= 0 && b >= 0) y[a]![b] = add(y[a]![b]!, value);
  };
  const series = (from: readonly number[], to: readonly number[], g: Complex[][]): void => {
    g.forEach((line, i) =>
      line.forEach((value, j) => {
        stamp(from[i]!, from[j]!, value);
        stamp(to[i]!, to[j]!, value);
        stamp(from[i]!, to[j]!, unaryMinus(value) as Complex);
        stamp(to[i]!, from[j]!, unaryMinus(value) as Complex);
      }),
    );
  };
  const rowsOf = ({ busId, nodes }: Terminal): number[] => nodes.map((node) => row(busId, node));
  for (const each of circuit.sources) {
    if (!each.enabled) continue;
    const g = admittance(each.rOhm, each.xOhm, each.terminal.nodes.length);
    const at = rowsOf(each.terminal);
    series(
      at,
      at.map(() => -1),
      g,
    );
    g.forEach((line, i) => {
      let sum = zero();
      line.forEach((value, j) => {
        const phi = ((each.angleDeg - (360 / at.length) * j) * Math.PI) / 180;
        sum = add(sum, multiply(value, complex({ r: each.voltageV, phi })) as Complex);
      });
      current[at[i]!] = add(current[at[i]!]!, sum);
    });
  }
  for (const each of circuit.lines) {
    if (!each.enabled || each.open) continue;
    series(rowsOf(each.from), rowsOf(each.to), admittance(each.rOhm, each.xOhm, each.from.nodes.length));
  }
  for (const each of circuit.transformers) {
    if (!each.enabled) continue;
    const [high, low] = [each.windings[0]!, each.windings[1]!];
    const coilV = (winding: typeof high): number =>
      winding.connection === 'delta' ? winding.ratedVoltageV : winding.ratedVoltageV / Math.sqrt(3);
    const turns = coilV(high) / coilV(low);
    const zBase = (3 * coilV(low) ** 2) / low.ratedSVa;
    const z = complex(
      ((high.rPercent + low.rPercent) / 100) * zBase,
      (each.shortCircuitXPercent[0]! / 100) * zBase,
    );
    const g = divide(1, z) as Complex;
    for (let limb = 0; limb < 3; limb += 1) {
      const ends = (winding: typeof high): [number, number] => {
        const at = rowsOf(winding.terminal);
        return winding.connection === 'delta' ? [at[limb]!, at[(limb + 2) % 3]!] : [at[limb]!, at[3]!];
      };
      const nodes = [...ends(high), ...ends(low)];
      const weight = [1 / turns, -1 / turns, -1, 1];
      nodes.forEach((a, i) =>
        nodes.forEach((b, j) => stamp(a, b, multiply(g, weight[i]! * weight[j]!) as Complex)),
      );
    }
  }
  // A floating node must not make the matrix singular.
  for (let i = 0; i < n; i += 1) stamp(i, i, complex(1e-9, 0));
  return { names, row, y, current };
}

function admittance(r: readonly number[], x: readonly number[], n: number): Complex[][] {
  const z = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_c, j) => complex(r[i * n + j]!, x[i * n + j]!)),
  );
  return n === 1
    ? [[divide(1, z[0]![0]!) as Complex]]
    : ((inv(matrix(z as never)) as unknown as Matrix).toArray() as unknown as Complex[][]);
}

function column(values: unknown): Complex[] {
  const flat = (Array.isArray(values) ? values : (values as Matrix).toArray()) as unknown as (
    Complex | Complex[]
  )[];
  return flat.map((value) => (Array.isArray(value) ? value[0]! : value));
}

export const denseSolver: SolveCircuit = (circuit) => {
  const { names, row, y, current } = nodal(circuit);
  const solveFor = (rhs: Complex[]): Complex[] => column(lusolve(y as never, rhs as never));
  let v = solveFor(current);
  let change = 1e9;
  let rounds = 0;
  for (; change > 1e-10 && rounds < 200 && Number.isFinite(change); rounds += 1) {
    const rhs = [...current];
    const inject = (
      element: Pick<CircuitLoad, 'terminal' | 'connection' | 'phases' | 'pW' | 'qVar'>,
      sign: number,
    ): void => {
      const at = element.terminal.nodes.map((node) => row(element.terminal.busId, node));
      const pairs =
        element.connection === 'wye'
          ? at.slice(0, element.phases).map((a) => [a, at[element.phases] ?? -1] as const)
          : at.length === 2
            ? [[at[0]!, at[1]!] as const]
            : at.map((a, k) => [a, at[(k + 1) % 3]!] as const);
      for (const [a, b] of pairs) {
        const volts = subtract(v[a]!, b < 0 ? 0 : v[b]!) as Complex;
        const power = complex((sign * element.pW) / pairs.length, (sign * element.qVar) / pairs.length);
        const amps = conj(divide(power, volts) as Complex);
        rhs[a] = subtract(rhs[a]!, amps) as Complex;
        if (b >= 0) rhs[b] = add(rhs[b]!, amps);
      }
    };
    for (const each of circuit.loads) {
      const factor = each.fixed ? 1 : circuit.study.loadMultiplier;
      if (each.enabled) inject(each, factor);
    }
    for (const each of circuit.generators) if (each.enabled) inject(each, -1);
    const next = solveFor(rhs);
    change = Math.max(...next.map((value, k) => (subtract(value, v[k]!) as Complex).toPolar().r));
    v = next;
  }
  const branches = branchResults(circuit, row, v);
  const solution: CircuitSolution = {
    status: change <= 1e-10 ? 'converged' : 'notConverged',
    busIds: circuit.buses.map((bus) => bus.id),
    nodes: names,
    voltageRe: Float64Array.from(v, (value) => value.re),
    voltageIm: Float64Array.from(v, (value) => value.im),
    baseVoltageV: Float64Array.from(
      names,
      ({ busId }) => circuit.buses.find(({ id }) => id === busId)!.baseVoltageV,
    ),
    branches,
    lossW: branches.reduce((sum, branch) => sum + branch.lossW, 0),
    unfedIds: [],
  };
  return succeed(solution);
};

function branchResults(circuit: Circuit, row: Nodal['row'], v: readonly Complex[]): BranchResult[] {
  const lines = circuit.lines
    .filter((each) => each.enabled && !each.open)
    .map((each): BranchResult => {
      const n = each.from.nodes.length;
      const g = admittance(each.rOhm, each.xOhm, n);
      const ends = [each.from, each.to].map(({ busId, nodes }) => nodes.map((node) => v[row(busId, node)]!));
      const amps = g.map((values) =>
        values.reduce(
          (sum, value, j) => add(sum, multiply(value, subtract(ends[0]![j]!, ends[1]![j]!)) as Complex),
          zero(),
        ),
      );
      const power = (volts: Complex[], sign: number): Complex =>
        volts.reduce(
          (sum, value, k) => add(sum, multiply(sign, multiply(value, conj(amps[k]!))) as Complex),
          zero(),
        );
      const powers = [power(ends[0]!, 1), power(ends[1]!, -1)];
      const terminals = [each.from, each.to].map((terminal, end) => ({
        ...terminal,
        currentRe: Float64Array.from(amps, (value) => (end === 0 ? value.re : -value.re)),
        currentIm: Float64Array.from(amps, (value) => (end === 0 ? value.im : -value.im)),
        pW: powers[end]!.re,
        qVar: powers[end]!.im,
      }));
      const largestA = Math.max(...amps.map((value) => value.toPolar().r));
      const lossW = powers[0]!.re + powers[1]!.re;
      return { kind: 'line', id: each.id, terminals, lossW, loading: largestA / each.ratedCurrentA };
    });
  const transformers = circuit.transformers
    .filter((each) => each.enabled)
    .map((each): BranchResult => {
      // Through its low side: what all loads and lines there draw is not needed by these tests beyond the loading.
      const low = each.windings[1]!.terminal.busId;
      const fed = lines.filter((one) => one.terminals[0]!.busId === low);
      const pW = fed.reduce((sum, one) => sum + one.terminals[0]!.pW, 0);
      const qVar = fed.reduce((sum, one) => sum + one.terminals[0]!.qVar, 0);
      const loading = Math.sqrt(pW * pW + qVar * qVar) / each.normalRatingVa;
      return { kind: 'transformer', id: each.id, terminals: [], lossW: 0, loading };
    });
  return [...lines, ...transformers];
}

export const denseThevenin: TheveninOf = (circuit, busId) => {
  const { names, y, current } = nodal(circuit);
  const rows = names.flatMap((name, k) => (name.busId === busId ? [k] : []));
  if (rows.length === 0) return fail([]);
  const z = (inv(matrix(y as never)) as unknown as Matrix).toArray() as unknown as Complex[][];
  const open = column(lusolve(y as never, current as never));
  const thevenin: Thevenin = {
    busId,
    nodes: rows.map((k) => names[k]!.node),
    baseVoltageV: circuit.buses.find(({ id }) => id === busId)!.baseVoltageV,
    impedanceOhm: Float64Array.from(rows.flatMap((i) => rows.flatMap((j) => [z[i]![j]!.re, z[i]![j]!.im]))),
    openVoltageV: Float64Array.from(rows.flatMap((k) => [open[k]!.re, open[k]!.im])),
  };
  return succeed(thevenin);
};
