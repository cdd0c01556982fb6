import { describe, expect, it } from 'vitest';
import { readOpenDss } from '../../../../src/io/opendss';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';

/** Two generators of OpenDSS's model 3 on a line that shares their voltages. */
function solve(first: string, second: string): SolvedCircuit {
  const text = `Clear
New Circuit.c basekv=12.47 bus1=src
New Line.a bus1=src bus2=mid r1=0.12 x1=0.35 length=3
New Line.b bus1=mid bus2=end r1=0.12 x1=0.35 length=4
New Load.d bus1=end kv=12.47 kw=2000 kvar=800
New Generator.g1 bus1=mid kv=12.47 kw=500 model=3 ${first}
New Generator.g2 bus1=end kv=12.47 kw=800 model=3 ${second}`;
  const read = readOpenDss('c.dss', { read: () => text });
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.message).join('\n'));
  const solved = solveCircuit(read.value.circuit);
  if (!solved.ok) throw new Error(solved.issues.map((issue) => issue.message).join('\n'));
  expect(solved.value.solution.status).toBe('converged');
  return solved.value;
}

const heldPu = ({ compiled, solution }: SolvedCircuit, bus: string): number => {
  const sizes = [1, 2, 3].map((node) => {
    const row = compiled.nodes.nodeOf(bus, node);
    return Math.hypot(solution.voltageRe[row]!, solution.voltageIm[row]!);
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 3 / (12470 / Math.sqrt(3));
};

/** Reactive power that the two lines leave at a bus, all drawn or fed by what stands there. */
const arriving = ({ solution }: SolvedCircuit, line: string): number =>
  solution.elements.find((element) => element.id === line)!.terminals[1]!.qVar;

describe('generators that hold their voltage', () => {
  it('both reach their set points', () => {
    const solved = solve('vpu=1.004 maxkvar=5000 minkvar=-5000', 'vpu=0.997 maxkvar=5000 minkvar=-5000');
    expect(solved.settled).toBe(true);
    expect(heldPu(solved, 'mid')).toBeCloseTo(1.004, 7);
    expect(heldPu(solved, 'end')).toBeCloseTo(0.997, 7);
  });

  it('one at its limit feeds just that and stays short of its set point, the other still holds', () => {
    const solved = solve('vpu=1.001 maxkvar=9000 minkvar=-9000', 'vpu=1.02 maxkvar=1500 minkvar=-1500');
    expect(solved.settled).toBe(true);
    expect(heldPu(solved, 'mid')).toBeCloseTo(1.001, 7);
    expect(heldPu(solved, 'end')).toBeLessThan(1.019);
    // 800 kvar of load less 1500 kvar fed: 700 kvar go back into the line.
    expect(arriving(solved, 'b')).toBeCloseTo(700_000, 0);
  });

  it('hold it at the powers that inverters end on, which follow the voltages held', () => {
    const text = `Clear
New Circuit.c basekv=0.4 bus1=s r1=0.1 x1=0.1 r0=0.1 x0=0.1
New Line.a bus1=s bus2=mid r1=0.1 x1=0.1 r0=0.1 x0=0.1 c1=0 c0=0 units=km length=1
New Line.b bus1=mid bus2=end r1=0.1 x1=0.1 r0=0.1 x0=0.1 c1=0 c0=0 units=km length=1
New Load.d bus1=end kv=0.4 kw=10 kvar=2
New Generator.g bus1=mid kv=0.4 kw=5 kva=100 model=3 vpu=1 maxkvar=60 minkvar=-60
New XYCurve.vv npts=2 yarray=(1 -1) xarray=(0.95 1.05)
New PVSystem.p bus1=end phases=3 kv=0.4 kva=40 pmpp=30 irradiance=1 pf=1
New InvControl.i mode=voltvar vvc_curve1=vv derlist=(pvsystem.p)
Set voltagebases=[0.4]
Calcvoltagebases`;
    const read = readOpenDss('c.dss', { read: () => text });
    if (!read.ok) throw new Error(read.issues.map((issue) => issue.message).join('\n'));
    const outcome = solveCircuit(read.value.circuit);
    if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
    const { settled, inverters, compiled, solution } = outcome.value;
    const voltagePu = (bus: string): number => {
      const row = compiled.nodes.nodeOf(bus, 1);
      return Math.hypot(solution.voltageRe[row]!, solution.voltageIm[row]!) / (400 / Math.sqrt(3));
    };
    expect(settled).toBe(true);
    expect(voltagePu('mid')).toBeCloseTo(1, 7);
    const { pW, qVar } = inverters.get('p')!;
    expect(Math.abs(qVar)).toBeGreaterThan(1000);
    const roomVar = Math.sqrt(40e3 * 40e3 - pW * pW);
    expect(qVar / roomVar).toBeCloseTo((1 - voltagePu('end')) / 0.05, 5);
  });
});
