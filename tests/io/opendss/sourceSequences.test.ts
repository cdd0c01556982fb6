import { complex, type Complex, multiply, add, divide } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';
import { circuitOf } from './read';

const A = complex({ r: 1, phi: (2 * Math.PI) / 3 });

/** Sequence `k` (0, 1, 2) of three phasors: (x_a + a^k x_b + a^2k x_c) / 3. */
function sequence(k: number, [a, b, c]: readonly Complex[]): Complex {
  const turn = (n: number): Complex =>
    n % 3 === 0 ? complex(1, 0) : n % 3 === 1 ? A : (multiply(A, A) as Complex);
  return divide(add(add(a!, multiply(turn(k), b!)), multiply(turn(2 * k), c!)), 3) as Complex;
}

describe('a source with Z2 unlike Z1', () => {
  test.each(['', 'sequence=neg'])('drops Z1 I1, Z2 I2 and Z0 I0 at its terminal %s', (more) => {
    const circuit = circuitOf(`Vsource.source.Z1=[0.4 2] Z2=[1.1 0.9] Z0=[2 5] pu=1.02 ${more}
New Line.l bus1=src bus2=b length=1
New Load.a bus1=b.1 phases=1 kv=7.2 kw=900 pf=0.9 vminpu=0.5
New Load.bc bus1=b.2.3 phases=1 conn=delta kv=12.47 kw=1500 pf=0.8 vminpu=0.5`);
    const outcome = solveCircuit(circuit);
    if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
    const { compiled, solution } = outcome.value;
    expect(solution.status).toBe('converged');
    const source = solution.elements.find(({ kind }) => kind === 'source')!.terminals[0]!;
    const byNode = (value: (node: number, place: number) => Complex): Complex[] =>
      [1, 2, 3].map((node) => value(node, source.nodes.indexOf(node)));
    const volts = byNode((node) => {
      const row = compiled.nodes.nodeOf('src', node);
      return complex(solution.voltageRe[row]!, solution.voltageIm[row]!);
    });
    // Currents flow into the element, so they are what the source gives, negative.
    const amps = byNode((_, k) => complex(-source.currentRe[k]!, -source.currentIm[k]!));
    const emf = complex((1.02 * 12470) / Math.sqrt(3), 0);
    // A source of negative sequence turns its voltages alone (VSource.pas, GetVterminalForSource).
    const still = complex(0, 0);
    for (const [k, z, e] of [
      [0, complex(2, 5), still],
      [1, complex(0.4, 2), more === '' ? emf : still],
      [2, complex(1.1, 0.9), more === '' ? still : emf],
    ] as const) {
      const expected = add(e, multiply(-1, multiply(z, sequence(k, amps)))) as Complex;
      const found = sequence(k, volts);
      expect(Math.hypot(found.re - expected.re, found.im - expected.im)).toBeLessThan(1e-5);
      expect(Math.hypot(sequence(k, amps).re, sequence(k, amps).im)).toBeGreaterThan(5);
    }
  });
});
