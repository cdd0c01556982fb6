import { describe, expect, it } from 'vitest';
import { readOpenDss } from '../../../../src/io/opendss';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';

function solve(lines: string): SolvedCircuit {
  const text = `Clear\nNew Circuit.c basekv=115 bus1=high r1=0.5 x1=2 r0=0.5 x0=2\n${lines}`;
  const read = readOpenDss('c.dss', { read: () => text });
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.message).join('\n'));
  const solved = solveCircuit(read.value.circuit);
  if (!solved.ok) throw new Error(solved.issues.map((issue) => issue.message).join('\n'));
  expect(solved.value.solution.status).toBe('converged');
  return solved.value;
}

const phasor = ({ compiled, solution }: SolvedCircuit, bus: string, node: number): [number, number] => {
  const row = compiled.nodes.nodeOf(bus, node);
  return [solution.voltageRe[row]!, solution.voltageIm[row]!];
};
const volts = (solved: SolvedCircuit, bus: string, node: number): number =>
  Math.hypot(...phasor(solved, bus, node));

const LOADS = `New Load.a bus1=low.1 phases=1 kv=19.9 kw=6000 kvar=2000
New Load.bc bus1=low.2.3 phases=1 conn=delta kv=34.5 kw=9000 kvar=1000`;

describe('an autotransformer', () => {
  it('with its star point earthed and taps in the middle is a wye-wye transformer of the same impedance', () => {
    const auto = solve(`New AutoTrans.t windings=2 buses=(high, low) conns=(series, wye) kvs=(115, 34.5)
~ kvas=(40000, 40000) %rs=(0.1, 0.3) xhx=9 ppm_antifloat=0\n${LOADS}`);
    const plain = solve(`New Transformer.t windings=2 buses=(high, low) conns=(wye, wye) kvs=(115, 34.5)
~ kvas=(40000, 40000) %rs=(0.1, 0.3) xhl=9 ppm_antifloat=0\n${LOADS}`);
    for (const node of [1, 2, 3]) {
      const [a, b] = [phasor(auto, 'low', node), phasor(plain, 'low', node)];
      expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(1e-6 * volts(plain, 'low', node));
    }
    expect(auto.solution.lossW / plain.solution.lossW).toBeCloseTo(1, 6);
  });

  it('divides by the turns of its windings: Vc t2 / (Vs t1 + Vc t2) without load', () => {
    const solved = solve(`New AutoTrans.t windings=2 buses=(high, low) kvs=(115, 34.5) kvas=(40000, 40000)
~ xhx=9 taps=(1.04, 0.95) ppm_antifloat=0\nNew Load.a bus1=low kv=34.5 kw=0.001 kvar=0`);
    const common = 34.5 * 0.95;
    const ratio = volts(solved, 'low', 1) / volts(solved, 'high', 1);
    expect(ratio).toBeCloseTo(common / ((115 - 34.5) * 1.04 + common), 8);
  });

  it('carries a delta tertiary at its own ratio', () => {
    const solved = solve(`New AutoTrans.t windings=3 buses=(high, low, third) conns=(series, wye, delta)
~ kvs=(115, 34.5, 13.8) kvas=(40000, 40000, 10000) xhx=7 xht=24 xxt=28
New Load.a bus1=third conn=delta kv=13.8 kw=0.001 kvar=0`);
    expect(volts(solved, 'third', 1) / volts(solved, 'high', 1)).toBeCloseTo(13.8 / 115, 6);
  });

  it('is regulated like any transformer', () => {
    const solved =
      solve(`New AutoTrans.t windings=2 buses=(high, low) kvs=(115, 34.5) kvas=(40000, 40000) xhx=9
New RegControl.r transformer=AutoTrans.t winding=2 vreg=122 band=2 ptratio=165.99
New Load.a bus1=low kv=34.5 kw=25000 kvar=12000`);
    expect(solved.settled).toBe(true);
    expect(solved.actions.length).toBeGreaterThan(0);
    expect(Math.abs(volts(solved, 'low', 1) / 165.99 - 122)).toBeLessThan(1);
  });
});
