import { complex } from 'mathjs';
import { describe, expect, it } from 'vitest';
import type { CircuitTransformer, TransformerWinding } from '../../../../src/model/circuit';
import { solveCircuit } from '../../../../src/sim/powerflow/circuit';
import { circuit, line, load, source, transformer } from '../../../study/network/circuits';
import { EARTH, size } from './augmented';
import { augmentedOf, largestGapV, powerLoads, solved, voltsAt } from './circuitReference';

const HIGH_V = 10_000;
const grid = source('hv', { voltageV: HIGH_V / Math.sqrt(3), r: 0.05, x: 0.5 });

const degrees = ({ re, im }: { re: number; im: number }): number => (Math.atan2(im, re) * 180) / Math.PI;
const turned = (angle: number): number => ((((angle + 180) % 360) + 360) % 360) - 180;

/** With every winding as in `base`, but these connections. */
function group(
  connections: readonly ['wye' | 'delta', 'wye' | 'delta'],
  deltaRotation: 'lag' | 'lead',
  reversed = false,
): CircuitTransformer {
  const base = transformer('t', 'hv', 'lv', { deltaRotation });
  const windings = base.windings.map((winding, row): TransformerWinding => {
    const connection = connections[row]!;
    const nodes = connection === 'wye' ? [1, 2, 3, 0] : [1, 2, 3];
    return {
      ...winding,
      connection,
      terminal: { ...winding.terminal, nodes },
      ...(row === 1 && reversed ? { reversed } : {}),
    };
  });
  return { ...base, windings };
}

describe('vector groups', () => {
  it.each([
    ['Dyn1', group(['delta', 'wye'], 'lag')],
    ['Dyn5', group(['delta', 'wye'], 'lead', true)],
    ['Dyn7', group(['delta', 'wye'], 'lag', true)],
    ['Dyn11', group(['delta', 'wye'], 'lead')],
    ['Yd1', group(['wye', 'delta'], 'lag')],
    ['Yd11', group(['wye', 'delta'], 'lead')],
    ['Yyn0', group(['wye', 'wye'], 'lag')],
    ['Yyn6', group(['wye', 'wye'], 'lag', true)],
    ['Dd0', group(['delta', 'delta'], 'lag')],
  ] as const)('%s turns the voltages by its clock number and keeps the rated ratio', (name, unit) => {
    const clock = Number(/\d+$/.exec(name)![0]);
    const result = solved(circuit({ sources: [grid], transformers: [unit] }));
    for (const node of [1, 2, 3]) {
      const [high, low] = [voltsAt(result, 'hv', node), voltsAt(result, 'lv', node)];
      expect(Math.abs(turned(degrees(low) - degrees(high) + 30 * clock))).toBeLessThan(1e-4);
      expect(Math.abs((size(low) / size(high)) * (HIGH_V / 400) - 1)).toBeLessThan(1e-5);
    }
  });
});

describe('transformers in a circuit', () => {
  it('in open delta carry three-phase and phase-to-phase loads on two limbs', () => {
    const base = transformer('bank', 'hv', 'lv', { phases: 2, antifloatPpm: 0 });
    const star = [1, 2, 3];
    const windings = base.windings.map((winding): TransformerWinding => {
      return { ...winding, connection: 'delta', terminal: { ...winding.terminal, nodes: star } };
    });
    // A corner of the secondary is earthed, as in an open-delta service.
    const earth = {
      ...line('rod', 'lv', 'lv', { nodes: [2], r: 0.01, x: 0 }),
      to: { busId: 'lv', nodes: [0] },
    };
    const loads = [
      load('motor', 'lv', 60e3, { connection: 'delta', nodes: [1, 2, 3], qVar: 25e3 }),
      load('light', 'lv', 20e3, { connection: 'delta', nodes: [1, 2] }),
    ];
    const item = circuit({
      sources: [grid],
      transformers: [{ ...base, windings }],
      lines: [earth],
      loads,
    });
    const system = augmentedOf(item);
    const limbVa = 400e3 / 2;
    for (const [a, b] of [
      [1, 2],
      [2, 3],
    ] as const) {
      const ohm = (400 * 400) / limbVa;
      system.impedance([`lv.${a}`], [`in${a}`], [[complex(0.01 * ohm, 0.04 * ohm)]]);
      system.core([
        { plus: `hv.${a}`, minus: `hv.${b}`, turns: HIGH_V },
        { plus: `in${a}`, minus: `lv.${b}`, turns: 400 },
      ]);
    }
    const reference = system.voltages(loads.flatMap(powerLoads));
    expect(largestGapV(solved(item), reference)).toBeLessThan(1e-6);
    // The third side is open: loads across it see both limbs in series.
    const side = (a: number, b: number): number => {
      const [u, v] = [reference(`lv.${a}`), reference(`lv.${b}`)];
      return Math.hypot(u.re - v.re, u.im - v.im);
    };
    expect(side(3, 1)).toBeLessThan(side(2, 3) - 1);
  });

  it('with a centre tap feed both halves and the whole, and their voltages drift apart', () => {
    const [high, half, va] = [HIGH_V / Math.sqrt(3), 120, 50e3];
    const base = transformer('pole', 'hv', 'house');
    const winding = (
      busId: string,
      nodes: number[],
      ratedVoltageV: number,
      rPercent: number,
    ): TransformerWinding => ({
      ...base.windings[0]!,
      terminal: { busId, nodes },
      connection: 'wye',
      ratedVoltageV,
      ratedSVa: va,
      rPercent,
    });
    const unit: CircuitTransformer = {
      ...base,
      phases: 1,
      antifloatPpm: 0,
      windings: [
        winding('hv', [2, 0], high, 0.6),
        winding('house', [1, 0], half, 1.2),
        winding('house', [0, 2], half, 1.2),
      ],
      shortCircuitXPercent: [2.04, 2.04, 1.36],
    };
    const loads = [
      load('left', 'house', 6e3, { nodes: [1, 0] }),
      load('right', 'house', 1e3, { nodes: [2, 0], qVar: 0.3e3 }),
      load('range', 'house', 5e3, { connection: 'delta', nodes: [1, 2] }),
    ];
    const item = circuit({ sources: [grid], transformers: [unit], loads });
    const system = augmentedOf(item);
    const coils = [
      { plus: 'hv.2', minus: EARTH, turns: high, r: 0.006, x: 0.5 * (2.04 + 2.04 - 1.36) },
      { plus: 'house.1', minus: EARTH, turns: half, r: 0.012, x: 0.5 * 1.36 },
      { plus: EARTH, minus: 'house.2', turns: half, r: 0.012, x: 0.5 * 1.36 },
    ];
    coils.forEach(({ plus, turns, r, x }, k) => {
      const ohm = (turns * turns) / va;
      system.impedance([plus], [`in${k}`], [[complex(r * ohm, 0.01 * x * ohm)]]);
    });
    system.core(coils.map(({ minus, turns }, k) => ({ plus: `in${k}`, minus, turns })));
    const reference = system.voltages(loads.flatMap(powerLoads));
    expect(largestGapV(solved(item), reference)).toBeLessThan(1e-6);
    expect(size(reference('house.2'))).toBeGreaterThan(size(reference('house.1')) + 0.1);
  });

  it('hold a delta that nothing earths by their small shunts, around earth', () => {
    const unit = group(['wye', 'delta'], 'lag');
    const loads = [load('l', 'end', 30e3, { connection: 'delta', nodes: [1, 2] })];
    const item = circuit({
      sources: [grid],
      transformers: [unit],
      lines: [line('out', 'lv', 'end')],
      loads,
    });
    const result = solved(item);
    const volts = [1, 2, 3].map((node) => voltsAt(result, 'lv', node));
    // The uneven load moves no potential to earth: the three shunts are equal, so the three currents sum to zero.
    const sum = volts.reduce((total, v) => complex(total.re + v.re, total.im + v.im), complex(0, 0));
    expect(size(sum)).toBeLessThan(1e-3);
    expect(Math.min(...volts.map(size))).toBeGreaterThan(225);
    // Without them nothing says where it is.
    const bare = solveCircuit({ ...item, transformers: [{ ...unit, antifloatPpm: 0 }] });
    expect(bare.ok).toBe(false);
    expect(bare.issues.some(({ severity, where }) => severity === 'error' && where !== undefined)).toBe(true);
  });
});
