import { complex, type Complex } from 'mathjs';
import { expect } from 'vitest';
import type { Circuit, CircuitLoad, Terminal } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';
import { Augmented, complexRows, EARTH, type PowerLoad, size } from './augmented';

const nodesOf = ({ busId, nodes }: Terminal): string[] =>
  nodes.map((node) => (node === 0 ? EARTH : `${busId}.${node}`));

/** Sources, lines and star-connected reactors of a circuit as coupled impedances and shunts, node by node. */
export function augmentedOf(circuit: Circuit): Augmented {
  const system = new Augmented();
  for (const source of circuit.sources.filter((each) => each.enabled)) {
    const back = nodesOf(source.returnTerminal);
    const inner = nodesOf(source.terminal).map((_, k) => `${source.id} inner ${k}`);
    system.impedance(nodesOf(source.terminal), inner, complexRows(source.rOhm, source.xOhm));
    inner.forEach((name, k) => {
      const phi = ((source.angleDeg - (360 * k) / inner.length) * Math.PI) / 180;
      system.voltage(name, back[k]!, complex({ r: source.voltageV, phi }));
    });
  }
  for (const line of circuit.lines.filter((each) => each.enabled && !each.open)) {
    const [from, to] = [nodesOf(line.from), nodesOf(line.to)];
    system.impedance(from, to, complexRows(line.rOhm, line.xOhm));
    for (const end of [from, to])
      addShunt(
        system,
        end,
        line.bS.map((b) => complex(0, b / 2)),
      );
  }
  for (const reactor of circuit.reactors.filter((each) => each.enabled)) {
    const ends = [nodesOf(reactor.terminal), nodesOf(reactor.returnTerminal)] as const;
    system.impedance(...ends, complexRows(reactor.rOhm, reactor.xOhm));
  }
  return system;
}

/** A matrix of shunt admittances from these nodes to earth. */
export function addShunt(system: Augmented, nodes: readonly string[], y: readonly Complex[]): void {
  const order = nodes.length;
  for (let row = 0; row < order; row++) {
    let toEarth = complex(0, 0);
    for (let column = 0; column < order; column++) {
      const value = y[order * row + column]!;
      toEarth = complex(toEarth.re + value.re, toEarth.im + value.im);
      if (column > row) system.admittance(nodes[row]!, nodes[column]!, complex(-value.re, -value.im));
    }
    system.admittance(nodes[row]!, EARTH, toEarth);
  }
}

/** A constant-power load in equal shares of its phases. */
export function powerLoads(load: CircuitLoad): PowerLoad[] {
  const nodes = nodesOf(load.terminal);
  return Array.from({ length: load.phases }, (_, phase) => ({
    plus: nodes[phase]!,
    minus: load.connection === 'wye' ? nodes[nodes.length - 1]! : nodes[(phase + 1) % nodes.length]!,
    sVa: complex(load.pW / load.phases, load.qVar / load.phases),
  }));
}

export function solved(circuit: Circuit): SolvedCircuit {
  const outcome = solveCircuit(circuit);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  expect(outcome.value.solution.status).toBe('converged');
  return outcome.value;
}

/** Volts to earth of a node; NaN where it is not fed. */
export function voltsAt({ compiled, solution }: SolvedCircuit, busId: string, node: number): Complex {
  const row = compiled.nodes.nodeOf(busId, node);
  return complex(solution.voltageRe[row]!, solution.voltageIm[row]!);
}

/** Largest difference of complex node voltages over all nodes but those named as unfed, which must hold NaN. */
export function largestGapV(
  result: SolvedCircuit,
  reference: (name: string) => Complex,
  unfed: readonly string[] = [],
): number {
  const { nodes } = result.compiled;
  let largest = 0;
  nodes.numberOfNode.forEach((number, row) => {
    const name = `${nodes.busIds[nodes.busOfNode[row]!]!}.${number}`;
    const value = complex(result.solution.voltageRe[row]!, result.solution.voltageIm[row]!);
    if (unfed.includes(name)) {
      expect([value.re, value.im]).toEqual([NaN, NaN]);
      return;
    }
    const expected = reference(name);
    largest = Math.max(largest, size(complex(value.re - expected.re, value.im - expected.im)));
  });
  return largest;
}
