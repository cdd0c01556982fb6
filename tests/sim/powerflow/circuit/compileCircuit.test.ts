import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../../src/model/circuit';
import { compileCircuit, solveCircuit } from '../../../../src/sim/powerflow/circuit';
import { circuit, generator, line, load, source, street, transformer } from '../../../study/network/circuits';
import { solved, voltsAt } from './circuitReference';

function issuesOf(item: Circuit): { code: string; severity: string; where: string; message: string }[] {
  return compileCircuit(item).issues.map(({ code, severity, where = '', message }) => {
    return { code, severity, where, message };
  });
}

describe('compiling a circuit', () => {
  it('names islands without source and the loads in them, and solves the rest as if they were not there', () => {
    const open = street(20_000, {
      lines: [
        line('sa', 's', 'a'),
        line('ab', 'a', 'b', { open: true }),
        line('bc', 'b', 'c'),
        line('xy', 'x', 'y'),
      ],
      generators: [generator('roof', 'y', 3e3)],
    });
    const [issue, ...others] = issuesOf(open);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: 'warning', code: 'circuit-unfed', where: 'b, c, x, y' });
    expect(issue!.message).toContain('4 buses');
    expect(issue!.message).toContain('load-b, load-c, roof');
    expect(issue!.message).not.toContain('load-a');
    const result = solved(open);
    for (const bus of ['b', 'c', 'x', 'y']) expect(voltsAt(result, bus, 1).re).toBeNaN();
    const alone = solved(
      circuit({ sources: open.sources, lines: [open.lines[0]!], loads: [open.loads[0]!] }),
    );
    for (const bus of ['s', 'a']) {
      for (const node of [1, 2, 3]) expect(voltsAt(result, bus, node)).toEqual(voltsAt(alone, bus, node));
    }
    expect(result.solution.sourcePW).toBe(alone.solution.sourcePW);
    expect(result.solution.sourcePW).toBeGreaterThan(20_000);
  });

  it.each([0, -1, NaN])('names a tap of %d instead of dividing by it', (tapPu) => {
    const unit = transformer('t', 's', 'a', { volts: [400, 400] });
    const windings = unit.windings.map((each, row) => (row === 1 ? { ...each, tapPu } : each));
    const item = (enabled: boolean) =>
      circuit({ sources: [source('s')], transformers: [{ ...unit, windings, enabled }] });
    expect(compileCircuit(item(true)).ok).toBe(false);
    const [issue, ...others] = issuesOf(item(true));
    expect(issue).toMatchObject({ code: 'circuit-tap', severity: 'error', where: 'transformer t' });
    expect(issue!.message).toMatch(/^Winding 2 of transformer t has a tap of (0|-1|NaN)\.$/);
    expect(others).toEqual([]);
    expect(compileCircuit(item(false)).ok).toBe(true);
  });

  it('keeps a bus without supply on one phase apart from its other phases', () => {
    const item = circuit({
      sources: [source('s')],
      lines: [line('sa', 's', 'a', { nodes: [1, 3] }), line('ab', 'a', 'b')],
      loads: [load('two', 'b', 4e3, { nodes: [2, 0] }), load('one', 'b', 4e3, { nodes: [1, 0] })],
    });
    const [issue] = issuesOf(item);
    expect(issue).toMatchObject({ code: 'circuit-unfed', where: 'a, b' });
    expect(issue!.message).toContain('draw nothing: two.');
    const result = solved(item);
    expect(voltsAt(result, 'b', 2).re).toBeNaN();
    expect(voltsAt(result, 'b', 1).re).toBeGreaterThan(220);
    expect(result.solution.sourcePW).toBeLessThan(5e3);
  });

  it('does not take a capacitor or an earthed neutral for a supply', () => {
    const item = circuit({
      sources: [source('s')],
      lines: [
        line('sa', 's', 'a', { nodes: [1, 2, 3, 4], open: true }),
        line('ab', 'a', 'b', { nodes: [1, 2, 3, 4] }),
      ],
      capacitors: [
        {
          id: 'cap',
          terminal: { busId: 'b', nodes: [1, 2, 3] },
          returnTerminal: { busId: 'b', nodes: [0, 0, 0] },
          phases: 3,
          connection: 'wye',
          ratedVoltageV: 400,
          steps: [{ qVar: 5e3, rOhm: 0, xOhm: 0, closed: true }],
          enabled: true,
        },
      ],
      reactors: [
        {
          id: 'rod',
          terminal: { busId: 'b', nodes: [4] },
          returnTerminal: { busId: 'b', nodes: [0] },
          rOhm: [10],
          xOhm: [0],
          parallelROhm: Infinity,
          connection: 'wye',
          enabled: true,
        },
      ],
      loads: [load('l', 'b', 4e3, { nodes: [1, 2, 3, 4] })],
    });
    expect(issuesOf(item)[0]).toMatchObject({ code: 'circuit-unfed', where: 'a, b' });
    const result = solved(item);
    for (const bus of ['a', 'b']) {
      for (const node of [1, 2, 3]) expect(voltsAt(result, bus, node).re).toBeNaN();
      expect(voltsAt(result, bus, 4)).toMatchObject({ re: 0, im: 0 });
    }
  });

  it('takes more than twenty unfed buses by number', () => {
    const lines = Array.from({ length: 25 }, (_, k) => line(`l${k}`, `x${k}`, `x${k + 1}`));
    const [issue] = issuesOf(circuit({ sources: [source('s')], lines }));
    expect(issue!.message).toContain('26 buses');
    expect(issue!.where).toMatch(/^x0, x1, .*, x19 and 6 more$/);
  });

  it('refuses a circuit without source, and impedances without inverse, each by name', () => {
    const item = street(1e3, { sources: [source('s', { enabled: false })] });
    expect(issuesOf(item)).toMatchObject([{ severity: 'error', code: 'circuit-no-source' }]);
    const bad = street(1e3, {
      lines: [
        line('sa', 's', 'a', { r: 0, x: 0 }),
        line('ab', 'a', 'b', { r: 0.1, x: 0.1, rm: 0.1, xm: 0.1 }),
      ],
      transformers: [transformer('t', 'b', 'lv', { shortCircuitXPercent: [NaN] })],
    });
    expect(issuesOf(bad).map(({ severity, code, where }) => [severity, code, where])).toEqual([
      ['error', 'circuit-singular-impedance', 'line sa'],
      ['error', 'circuit-singular-impedance', 'line ab'],
      ['error', 'circuit-singular-impedance', 'transformer t'],
    ]);
    expect(solveCircuit(bad).ok).toBe(false);
  });

  it('refuses impedances that are not symmetric, which its factors would get wrong, by name', () => {
    const one = source('s');
    const uneven = line('ab', 'a', 'b');
    const twisted = { ...uneven, xOhm: [1, 0.2, 0.1, 0.1, 1, 0.2, 0.2, 0.1, 1] };
    const { lines } = street();
    expect(issuesOf(street(1e3, { lines: [lines[0]!, twisted, lines[2]!] }))).toMatchObject([
      { severity: 'error', code: 'circuit-asymmetric', where: 'line ab' },
    ]);
    const printed = { ...one, xOhm: [1, 0.2, 0.2, 0.2, 1, 0.2, 0.2, 0.2 * (1 + 1e-9), 1] };
    expect(compileCircuit(street(1e3, { sources: [printed] })).ok).toBe(true);
  });

  it('gives the same volts in any per-unit system', () => {
    const item = street();
    const a = solved(item);
    const bases = [1, 57, 10_000, 0.3];
    const b = solved({
      ...item,
      buses: item.buses.map((bus, k) => ({ ...bus, baseVoltageV: bases[k]! })),
    });
    for (const bus of ['s', 'a', 'b', 'c']) {
      for (const node of [1, 2, 3]) {
        const [u, v] = [voltsAt(a, bus, node), voltsAt(b, bus, node)];
        expect(Math.hypot(u.re - v.re, u.im - v.im)).toBeLessThan(1e-8);
      }
    }
    expect(b.solution.lossW).toBeCloseTo(a.solution.lossW, 6);
  });
});
