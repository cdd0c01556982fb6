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

/** The load drawn at other conductors of another bus. */
const shifted = (of: Circuit, busId: string, nodes: readonly number[]): Circuit => ({
  ...of,
  loads: of.loads.map((load) => ({ ...load, terminal: { busId, nodes } })),
});

describe('a circuit whose loads moved', () => {
  it('keeps all but their rows, and comes out as if compiled anew', () => {
    const before = compiled(circuit());
    const moved = shifted(before.circuit, 'low', [1, 2, 3, 0]);
    const kept = compiled(moved, before);
    const fresh = compiled(moved);
    expect(kept.nodes).toBe(before.nodes);
    expect(kept.problem.series).toBe(before.problem.series);
    expect(kept.problem).toEqual(fresh.problem);
    expect(kept.problem.injections.plus).not.toEqual(before.problem.injections.plus);
  });

  it('is compiled anew when they come to stand on, or leave, nodes that nothing else has', () => {
    const before = compiled(circuit());
    const alone = compiled(shifted(before.circuit, 'low', [1, 2, 3, 7]), before);
    expect(alone.nodes).not.toBe(before.nodes);
    expect(alone.nodes.nodeOf('low', 7)).toBeGreaterThanOrEqual(0);
    const back = compiled(before.circuit, alone);
    expect(back.nodes.busOfNode).toEqual(before.nodes.busOfNode);
    const elsewhere = compiled(shifted(before.circuit, 'yard', [1, 2, 3, 0]), before);
    expect(elsewhere.nodes.busIds).toContain('yard');
  });

  it('is compiled anew when a line is another object', () => {
    const before = compiled(circuit());
    const lines = before.circuit.lines.map((line) => ({ ...line, rOhm: line.rOhm.map((r) => 2 * r) }));
    const after = compiled({ ...shifted(before.circuit, 'low', [1, 2, 3, 0]), lines }, before);
    expect(after.problem.series).not.toEqual(before.problem.series);
  });

  it('lends its factor where rows may stand anywhere, whatever rows it had', () => {
    const before = compiled(circuit());
    const moved = compiled(shifted(before.circuit, 'low', [1, 2, 3, 0]), before);
    const first = compileFlow(before.problem, undefined, { rowsAnywhere: true });
    if (!first.ok) throw new Error('no factor');
    const again = compileFlow(moved.problem, first.value, { rowsAnywhere: true });
    const fresh = compileFlow(moved.problem, undefined, { rowsAnywhere: true });
    if (!again.ok || !fresh.ok) throw new Error('no factor');
    expect(again.value.lower).toBe(first.value.lower);
    expect(again.value).toEqual(fresh.value);
    const passive = compileFlow(before.problem);
    if (!passive.ok) throw new Error('no factor');
    expect(passive.value.firstActive).toBeGreaterThan(0);
    const ordered = compileFlow(moved.problem, passive.value);
    if (!ordered.ok) throw new Error('no factor');
    expect(ordered.value.lower).not.toBe(passive.value.lower);
  });
});
