import { describe, expect, it } from 'vitest';
import { readOpenDss } from '../../../../src/io/opendss';
import type { Circuit } from '../../../../src/model/circuit';
import { type CompiledCircuit, compileCircuit } from '../../../../src/sim/powerflow/circuit';
import { compileFlow } from '../../../../src/sim/powerflow/factor/compileFlow';

const TEXT = `Clear
New Circuit.c basekv=12.47 bus1=src
New Line.a bus1=src bus2=mid r1=0.2 x1=0.4 c1=10 length=2
New Transformer.t windings=2 buses=(mid, low) conns=(delta, wye) kvs=(12.47, 0.48) kvas=(500, 500) xhl=4
New Line.b bus1=low bus2=end r1=0.02 x1=0.01 length=0.1
New Load.d bus1=end kv=0.48 kw=200 kvar=50
New Capacitor.q bus1=low kv=0.48 kvar=60 numsteps=2`;

function circuit(): Circuit {
  const read = readOpenDss('c.dss', { read: () => TEXT });
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.message).join('\n'));
  return read.value.circuit;
}

function compiled(of: Circuit, earlier?: CompiledCircuit): CompiledCircuit {
  const outcome = compileCircuit(of, earlier);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

const tapped = (of: Circuit): Circuit => ({
  ...of,
  transformers: of.transformers.map((unit) => ({
    ...unit,
    windings: unit.windings.map((winding, row) => (row === 1 ? { ...winding, tapPu: 1.05 } : winding)),
  })),
  capacitors: of.capacitors.map((bank) => ({
    ...bank,
    steps: bank.steps.map((step, k) => ({ ...step, closed: k === 0 })),
  })),
});

describe('a circuit whose taps and steps moved', () => {
  it('keeps its nodes and comes out as if compiled anew, to the last bit', () => {
    const before = compiled(circuit());
    const moved = tapped(before.circuit);
    const kept = compiled(moved, before);
    const fresh = compiled(moved);
    expect(kept.nodes).toBe(before.nodes);
    expect(fresh.nodes).not.toBe(before.nodes);
    expect(kept.problem).toEqual(fresh.problem);
    expect(kept.problem.coupling).not.toEqual(before.problem.coupling);
  });

  it('is factored in the order it had, with the voltages of a fresh factor', () => {
    const before = compiled(circuit());
    const moved = compiled(tapped(before.circuit), before);
    const first = compileFlow(before.problem);
    if (!first.ok) throw new Error('no factor');
    const again = compileFlow(moved.problem, first.value);
    const fresh = compileFlow(moved.problem);
    if (!again.ok || !fresh.ok) throw new Error('no factor');
    expect(again.value.order).toBe(first.value.order);
    fresh.value.noLoadVoltage.forEach((value, k) => {
      expect(Math.abs(again.value.noLoadVoltage[k]! - value)).toBeLessThan(1e-12);
    });
    expect(again.value.noLoadVoltage).not.toEqual(first.value.noLoadVoltage);
  });

  it('is compiled anew when something stands elsewhere', () => {
    const before = compiled(circuit());
    const { loads } = before.circuit;
    const shifted = loads.map((load) => ({ ...load, terminal: { ...load.terminal, busId: 'low' } }));
    const after = compiled({ ...before.circuit, loads: shifted }, before);
    expect(after.nodes).not.toBe(before.nodes);
    expect(after.problem.injections.plus).not.toEqual(before.problem.injections.plus);
  });

  it('is ordered anew when the pattern differs', () => {
    const before = compiled(circuit());
    const first = compileFlow(before.problem);
    if (!first.ok) throw new Error('no factor');
    const without = compiled({ ...before.circuit, lines: before.circuit.lines.slice(0, 1) });
    const after = compileFlow(without.problem, first.value);
    if (!after.ok) throw new Error('no factor');
    expect(after.value.order).not.toBe(first.value.order);
  });
});
