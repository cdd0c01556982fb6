import { add, complex, type Complex, multiply } from 'mathjs';
import { describe, expect, it } from 'vitest';
import type { Circuit, VoltageSource } from '../../../../src/model/circuit';
import { compileCircuit, solveCircuit, solveSeries } from '../../../../src/sim/powerflow/circuit';
import { powerFlowThevenin } from '../../../../src/study/network/thevenin';
import { circuit, line, load, source, transformer } from '../../../study/network/circuits';
import { denseThevenin } from '../../../study/network/denseSolver';
import { augmentedOf, largestGapV, powerLoads, solved, voltsAt } from './circuitReference';

/** Z = A diag(Z0, Z1, Z2) A^-1 with A's columns (1 1 1), (1 a^2 a), (1 a a^2): a machine's phase impedances. */
function machine(busId: string, z1: Complex, z2: Complex, z0: Complex): VoltageSource {
  const turn = (k: number): Complex => complex({ r: 1, phi: (2 * Math.PI * k) / 3 });
  const entry = (row: number, column: number): Complex =>
    multiply(
      add(add(z0, multiply(z1, turn(column - row))), multiply(z2, turn(row - column))) as Complex,
      1 / 3,
    ) as Complex;
  const entries = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => entry(row, column)));
  return source(busId, { rOhm: entries.map(({ re }) => re), xOhm: entries.map(({ im }) => im) });
}

const Z1 = complex(0.01, 0.06);
const Z0 = complex(0.02, 0.05);

/** A mesh on a weak source, loads unequal in its phases, a capacitor beside the source. */
function mesh(sources: readonly VoltageSource[]): Circuit {
  return circuit({
    sources,
    lines: [line('sa', 's', 'a'), line('ab', 'a', 'b', { rm: 0.004, xm: 0.002 }), line('bs', 'b', 's')],
    loads: [
      load('one', 'a', 22e3, { nodes: [1, 0], qVar: 5e3 }),
      load('two', 'b', 18e3, { nodes: [2, 3], connection: 'delta', ratedVoltageV: 400 }),
      load('three', 'b', 12e3, { qVar: 3e3 }),
    ],
  });
}

function gapV(item: Circuit): number {
  const reference = augmentedOf(item).voltages(item.loads.flatMap(powerLoads));
  return largestGapV(solved(item), reference);
}

describe('a source whose negative-sequence impedance is not its positive one', () => {
  it.each([0.3, 0.7, 1.5, 4])('gives the volts of a dense system at Z2 = %d Z1', (ratio) => {
    const z2 = multiply(Z1, ratio) as Complex;
    const item = mesh([machine('s', Z1, z2, Z0)]);
    expect(gapV(item)).toBeLessThan(1e-7);
    // Its mirror image is another circuit, by far more than the tolerance: what is symmetric alone would give neither.
    const turned = solved(mesh([machine('s', z2, Z1, Z0)]));
    const [a, b] = [voltsAt(solved(item), 'a', 1), voltsAt(turned, 'a', 1)];
    expect(Math.hypot(a.re - b.re, a.im - b.im)).toBeGreaterThan(0.1);
  });

  it('may stand beside another one, and beside a capacitor that the factors would take in', () => {
    const z2 = multiply(Z1, 2) as Complex;
    const two = mesh([machine('s', Z1, z2, Z0), machine('b', z2, Z1, Z0)]);
    expect(gapV(two)).toBeLessThan(1e-7);
    const one = mesh([machine('s', Z1, z2, Z0)]);
    const bS = [0.4, 0, 0, 0, 0.4, 0, 0, 0, 0.4];
    const charged = { ...one, lines: one.lines.map((each) => ({ ...each, bS })) };
    expect(gapV(charged)).toBeLessThan(1e-7);
  });

  it("is in Newton's matrix too", () => {
    const item = mesh([machine('s', Z1, multiply(Z1, 3) as Complex, Z0)]);
    const outcome = solveCircuit(item, { settings: { tolerancePu: 1e-11, maxIterations: 3 } });
    if (!outcome.ok) throw new Error('not solved');
    expect(outcome.value.solution.status).toBe('converged');
    const reference = augmentedOf(item).voltages(item.loads.flatMap(powerLoads));
    expect(largestGapV(outcome.value, reference)).toBeLessThan(1e-7);
  });

  it('is a Thevenin equivalent of its own kind, behind a transformer too', () => {
    const z2 = multiply(Z1, 2) as Complex;
    const item = circuit({
      sources: [
        { ...machine('hv', multiply(Z1, 600) as Complex, multiply(z2, 600) as Complex, Z0), voltageV: 5774 },
      ],
      transformers: [transformer('t', 'hv', 'lv')],
      lines: [line('la', 'lv', 'a')],
    });
    for (const busId of ['hv', 'a']) {
      const [own, dense] = [powerFlowThevenin()(item, busId), denseThevenin(item, busId)];
      if (!own.ok || !dense.ok) throw new Error('no equivalent');
      const scale = Math.max(...dense.value.impedanceOhm.map(Math.abs));
      own.value.impedanceOhm.forEach((value, k) => {
        expect(Math.abs(value - dense.value.impedanceOhm[k]!)).toBeLessThan(1e-6 * scale);
      });
    }
  });

  it('is solved in a batch of steps as one by one', () => {
    const shape = { id: 'day', intervalS: 3600, p: Float64Array.of(0.2, 1, 0.6, 1.3), actual: false };
    const still = mesh([machine('s', Z1, multiply(Z1, 3) as Complex, Z0)]);
    const item = {
      ...still,
      shapes: [shape],
      loads: still.loads.map((each) => ({ ...each, shapes: { yearly: 'day' } })),
    };
    const kind = 'yearly' as const;
    const tight = { tolerancePu: 1e-11, maxIterations: 100 };
    let steps = 0;
    const outcome = solveSeries(
      item,
      { kind, stepS: 3600, stepCount: 4, controls: 'off', settings: tight },
      ({ step, status, voltageRe, voltageIm }) => {
        expect(status).toBe('converged');
        const alone = solveCircuit(item, { moment: { kind, step, stepS: 3600 } });
        if (!alone.ok) throw new Error('not solved');
        voltageRe.forEach((value, row) => {
          expect(Math.abs(value - alone.value.solution.voltageRe[row]!)).toBeLessThan(1e-7);
          expect(Math.abs(voltageIm[row]! - alone.value.solution.voltageIm[row]!)).toBeLessThan(1e-7);
        });
        steps++;
      },
    );
    expect(outcome.ok).toBe(true);
    expect(steps).toBe(4);
  });

  it('is refused by name where it is too far off, between two buses, or on a neutral', () => {
    const refusal = (each: VoltageSource): string | undefined => {
      const outcome = compileCircuit(mesh([each]));
      return outcome.ok ? undefined : outcome.issues.map(({ code, message }) => `${code}: ${message}`).join();
    };
    const z2 = multiply(Z1, 2) as Complex;
    expect(refusal(machine('s', Z1, multiply(Z1, 12) as Complex, Z0))).toBe(
      'circuit-asymmetric: The impedance matrix of source source-s is not symmetric by more than the solver can take.',
    );
    const between = { ...machine('s', Z1, z2, Z0), returnTerminal: { busId: 'b', nodes: [1, 2, 3] } };
    expect(refusal(between)).toMatch(/source-s is not symmetric and lies between two buses/);
    const neutral = { ...machine('s', Z1, z2, Z0), terminal: { busId: 's', nodes: [1, 2, 4] } };
    expect(refusal(neutral)).toMatch(/source-s is not symmetric and stands on other nodes/);
  });
});
