import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultCurrents, type Thevenin } from '../../../src/sim/reliability/fault';
import { fuseVerdict, minimumClearingCurrentA, type Fuse } from '../../../src/sim/reliability/fuse';
import { checkFuses, lostClearing, type FuseCheckSettings } from '../../../src/study/network/fuseCheck';
import {
  faultCircuit,
  LARGEST_CURRENTS,
  resistanceFactor,
  shortCircuitAt,
  SMALLEST_LV_CURRENTS,
  type ShortCircuitSettings,
} from '../../../src/study/network/shortCircuit';
import { BASE_V, circuit, line, load, source, street, transformer } from './circuits';
import { denseSolver, denseThevenin } from './denseSolver';

type Z = readonly [r: number, x: number];

/** Phase impedances of a transposed network from its sequence impedances: self (z0 + 2 z1)/3, mutual (z0 - z1)/3. */
function sequenceThevenin([r1, x1]: Z, [r0, x0]: Z, baseVoltageV = BASE_V): Thevenin {
  const self = [(r0 + 2 * r1) / 3, (x0 + 2 * x1) / 3];
  const mutual = [(r0 - r1) / 3, (x0 - x1) / 3];
  const rows = [0, 1, 2].flatMap((i) => [0, 1, 2].flatMap((j) => (i === j ? self : mutual)));
  return {
    busId: 'b',
    nodes: [1, 2, 3],
    baseVoltageV,
    impedanceOhm: Float64Array.from(rows),
    openVoltageV: Float64Array.of(
      BASE_V,
      0,
      -BASE_V / 2,
      (-BASE_V * Math.sqrt(3)) / 2,
      -BASE_V / 2,
      (BASE_V * Math.sqrt(3)) / 2,
    ),
  };
}
const size = (...zs: readonly Z[]): number =>
  Math.hypot(
    zs.reduce((sum, z) => sum + z[0], 0),
    zs.reduce((sum, z) => sum + z[1], 0),
  );

describe('fault currents from the Thevenin matrix', () => {
  const ohm = fc.double({ min: 1e-4, max: 2, noNaN: true });

  it("are IEC 60909's: cU/(sqrt3|Z1|), cU/(2|Z1|), sqrt3 cU/|2 Z1 + Z0|, for any impedances", () => {
    fc.assert(
      fc.property(ohm, ohm, ohm, ohm, fc.double({ min: 0.9, max: 1.1, noNaN: true }), (r1, x1, r0, x0, c) => {
        const faults = faultCurrents(sequenceThevenin([r1, x1], [r0, x0]), { kind: 'factor', c });
        const of = (kind: string) => faults.filter((each) => each.kind === kind).map((each) => each.currentA);
        const [z1, z0] = [[r1, x1] as const, [r0, x0] as const];
        const u = 400;
        const near = (actual: number, wanted: number) =>
          expect(Math.abs(actual / wanted - 1)).toBeLessThan(1e-9);
        expect(of('threePhase')).toHaveLength(1);
        near(of('threePhase')[0]!, (c * u) / Math.sqrt(3) / size(z1));
        expect(of('phasePhase')).toHaveLength(3);
        for (const currentA of of('phasePhase')) near(currentA, (c * u) / 2 / size(z1));
        expect(of('phaseEarth')).toHaveLength(3);
        for (const currentA of of('phaseEarth')) near(currentA, (Math.sqrt(3) * c * u) / size(z1, z1, z0));
        // Textbook: I2EE's conductor currents, by I1 = E/(Z1 + Z2 Z0/(Z2 + Z0)) and recombination; its larger line.
        near(Math.max(...of('phasePhaseEarth')), doubleEarth(z1, z0, (c * u) / Math.sqrt(3)));
      }),
      { seed: 11, numRuns: 120 },
    );
  });

  it('adds the earth impedance three times in the zero sequence', () => {
    const faults = faultCurrents(
      sequenceThevenin([0.1, 0.2], [0.3, 0.4]),
      { kind: 'factor', c: 1 },
      { r: 0.5, x: 0 },
    );
    const wanted = (Math.sqrt(3) * 400) / Math.hypot(2 * 0.1 + 0.3 + 1.5, 2 * 0.2 + 0.4);
    expect(faults.find((each) => each.kind === 'phaseEarth')!.currentA).toBeCloseTo(wanted, 8);
    expect(faults.find((each) => each.kind === 'phasePhase')!.currentA).toBeCloseTo(
      400 / 2 / Math.hypot(0.1, 0.2),
      6,
    );
  });

  it('sees a neutral conductor: the loop of phase and neutral, without the earth', () => {
    const thevenin: Thevenin = {
      busId: 'b',
      nodes: [2, 4],
      baseVoltageV: 230,
      impedanceOhm: Float64Array.of(0.3, 0.1, 0.05, 0.02, 0.05, 0.02, 0.4, 0.1),
      openVoltageV: Float64Array.of(-115, -199.2, 0, 0),
    };
    const faults = faultCurrents(thevenin, { kind: 'factor', c: 1 });
    const loop = Math.hypot(0.3 + 0.4 - 2 * 0.05, 0.1 + 0.1 - 2 * 0.02);
    expect(faults.map((each) => each.kind)).toEqual(['phaseEarth', 'phaseNeutral']);
    expect(faults[1]!.currentA).toBeCloseTo(230 / loop, 8);
    expect(faults[0]!.currentA).toBeCloseTo(230 / Math.hypot(0.3, 0.1), 8);
  });

  it('uses the open voltages where asked', () => {
    const thevenin = sequenceThevenin([0.1, 0.2], [0.1, 0.2], 999);
    const [open] = faultCurrents(thevenin, { kind: 'open' });
    expect(open!.currentA).toBeCloseTo(BASE_V / Math.hypot(0.1, 0.2), 8);
  });
});

function doubleEarth(z1: Z, z0: Z, e: number): number {
  type C = readonly [number, number];
  const add = (a: C, b: C): C => [a[0] + b[0], a[1] + b[1]];
  const mul = (a: C, b: C): C => [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
  const div = (a: C, b: C): C => {
    const d = b[0] * b[0] + b[1] * b[1];
    return [(a[0] * b[0] + a[1] * b[1]) / d, (a[1] * b[0] - a[0] * b[1]) / d];
  };
  const neg = (a: C): C => [-a[0], -a[1]];
  const i1 = div([e, 0], add(z1, div(mul(z1, z0), add(z1, z0))));
  const i2 = neg(mul(i1, div(z0, add(z1, z0))));
  const i0 = neg(mul(i1, div(z1, add(z1, z0))));
  const a: C = [-0.5, Math.sqrt(3) / 2];
  const a2: C = [-0.5, -Math.sqrt(3) / 2];
  const b = add(i0, add(mul(a2, i1), mul(a, i2)));
  const c = add(i0, add(mul(a, i1), mul(a2, i2)));
  return Math.max(Math.hypot(...b), Math.hypot(...c));
}

describe('short circuit at a bus', () => {
  const plain: ShortCircuitSettings = { ...LARGEST_CURRENTS, correctTransformers: false };

  it('is c U/(sqrt3 |Z|) behind source and lines; load, generation and line charging do not matter', () => {
    const bare = street(0, { loads: [] });
    const outcome = shortCircuitAt(bare, 'c', denseThevenin, plain);
    if (!outcome.ok) throw new Error('no result');
    const wanted = (1.1 * BASE_V) / Math.hypot(0.001 + 3 * 0.02, 0.004 + 3 * 0.008);
    const solid = outcome.value.faults.find((each) => each.kind === 'threePhase')!;
    expect(solid.currentA / wanted).toBeCloseTo(1, 6);
    expect(outcome.value.largest.currentA / wanted).toBeCloseTo(1, 6);
    const busy = faultCircuit(street(20_000), plain);
    expect([busy.loads, busy.generators, busy.capacitors]).toEqual([[], [], []]);
    expect(busy.lines.every((each) => each.bS.every((b) => b === 0))).toBe(true);
  });

  it('falls with every bus along the street, and with the temperature of the conductors', () => {
    const at = (bus: string, settings: ShortCircuitSettings) => {
      const outcome = shortCircuitAt(street(), bus, denseThevenin, settings);
      if (!outcome.ok) throw new Error('no result');
      return outcome.value.smallest.currentA;
    };
    const falling = ['s', 'a', 'b', 'c'].map((bus) => at(bus, plain));
    expect(falling.every((currentA, k) => k === 0 || currentA < falling[k - 1]!)).toBe(true);
    expect(at('c', { ...plain, conductorTempDegC: 160 })).toBeLessThan(at('c', plain));
    expect(resistanceFactor({ ...plain, conductorTempDegC: 160 })).toBeCloseTo(1.56, 12);
    // Matrices given at 70 degC are warmer than the reference of the formula.
    expect(resistanceFactor({ ...plain, conductorTempDegC: 20, referenceTempDegC: 70 })).toBeCloseTo(
      1 / 1.2,
      12,
    );
  });

  it("takes a delta-wye transformer's impedance, and K_T of IEC 60909 on it: 0.95 c_max/(1 + 0.6 x_T)", () => {
    const parts = circuit({
      sources: [source('s', { voltageV: 10_000 / Math.sqrt(3), r: 1e-6, x: 1e-6 })],
      transformers: [transformer('t', 's', 'a')],
    });
    const current = (settings: ShortCircuitSettings): number => {
      const outcome = shortCircuitAt(parts, 'a', denseThevenin, settings);
      if (!outcome.ok) throw new Error('no result');
      return outcome.value.faults.find((each) => each.kind === 'threePhase')!.currentA;
    };
    const z = (Math.hypot(1, 4) / 100) * (400 ** 2 / 400_000);
    expect(current(plain) / ((1.1 * BASE_V) / z)).toBeCloseTo(1, 4);
    const kT = (0.95 * 1.1) / (1 + 0.6 * 0.04);
    expect(current(LARGEST_CURRENTS) / ((1.1 * BASE_V) / z / kT)).toBeCloseTo(1, 4);
  });

  it('is more than any load current: a sanity bound on the same street', () => {
    const solved = denseSolver(street(20_000));
    if (!solved.ok) throw new Error('unsolved');
    const busiest = Math.max(...solved.value.branches.map((each) => each.loading * 250));
    const outcome = shortCircuitAt(street(20_000), 'c', denseThevenin, SMALLEST_LV_CURRENTS);
    expect(outcome.ok && outcome.value.smallest.currentA).toBeGreaterThan(5 * busiest);
  });
});

describe('fuses', () => {
  const fuse = (id: string, lineId: string, minimumCurrentA: number): Fuse => ({
    id,
    lineId,
    ratedCurrentA: 250,
    clearing: [
      { withinS: 5, minimumCurrentA },
      { withinS: 0.4, minimumCurrentA: 2 * minimumCurrentA },
    ],
    source: 'test',
  });
  const settings: FuseCheckSettings = {
    smallest: SMALLEST_LV_CURRENTS,
    kinds: ['phasePhase', 'phaseEarth'],
    withinS: 5,
  };
  const check = (parts: ReturnType<typeof street>, fuses: Fuse[], within = 5) => {
    const outcome = checkFuses(parts, fuses, denseThevenin, { ...settings, withinS: within });
    if (!outcome.ok) throw new Error('no result');
    return outcome;
  };
  /** By hand: phase to phase at the end of the street, hot conductors, c 0.9. */
  const endA = (0.9 * 400) / 2 / Math.hypot(0.001 + 3 * 0.02 * 1.56, 0.004 + 3 * 0.008);

  it('reads the entry for the time asked, faster ones included', () => {
    expect(minimumClearingCurrentA(fuse('f', 'sa', 1000), 5)).toBe(1000);
    expect(minimumClearingCurrentA(fuse('f', 'sa', 1000), 0.4)).toBe(2000);
    expect(minimumClearingCurrentA(fuse('f', 'sa', 1000), 1)).toBe(2000);
    expect(fuseVerdict(fuse('f', 'sa', 1000), 1e9, 0.1)).toBe('noData');
  });

  it('is judged by the smallest fault of its zone, the far end of the street', () => {
    const near = check(street(), [fuse('f', 'sa', endA * 0.999)]);
    expect(near.value[0]).toMatchObject({
      busId: 'c',
      kind: 'phasePhase',
      verdict: 'clears',
      zoneBusIds: ['a', 'b', 'c'],
    });
    expect(near.value[0]!.currentA).toBeCloseTo(endA, 3);
    expect(check(street(), [fuse('f', 'sa', endA * 1.001)]).value[0]!.verdict).toBe('tooSlow');
    expect(check(street(), [fuse('f', 'sa', endA * 0.999)], 0.4).value[0]!.verdict).toBe('tooSlow');
  });

  it('ends its zone at the next fuse', () => {
    const [first, second] = check(street(), [fuse('f', 'sa', 100), fuse('g', 'bc', 100)]).value;
    expect([first!.zoneBusIds, second!.zoneBusIds]).toEqual([['a', 'b'], ['c']]);
  });

  it('names the fuse that a thinner cable leaves too slow, and no other', () => {
    const fuses = [fuse('f', 'sa', endA * 0.99), fuse('g', 'bc', endA * 0.5)];
    const thin = street(20_000, {
      lines: [line('sa', 's', 'a'), line('ab', 'a', 'b', { r: 0.08 }), line('bc', 'b', 'c')],
    });
    const lost = lostClearing(check(street(), fuses).value, check(thin, fuses).value);
    expect(lost.map((each) => each.fuseId)).toEqual(['f']);
    expect(lostClearing(check(thin, fuses).value, check(thin, fuses).value)).toEqual([]);
  });

  it('judges no fuse in a loop, and says so', () => {
    const ring = street(1000, {
      lines: [line('sa', 's', 'a'), line('ab', 'a', 'b'), line('bc', 'b', 'c'), line('ca', 'c', 'a')],
      loads: [load('l', 'c', 1000)],
    });
    const outcome = check(ring, [fuse('f', 'sa', 100), fuse('g', 'bc', 100)]);
    expect(outcome.value.map((each) => each.fuseId)).toEqual(['f']);
    expect(outcome.issues.map((issue) => [issue.code, issue.where])).toEqual([['fuse-not-judged', 'g']]);
  });
});
