import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ansiRange } from '../../../src/study/network/ansiC84';
import { en50160Basis, En50160Counter } from '../../../src/study/network/en50160';
import { constraintTable, EN_50160_LIMITS, violations } from '../../../src/study/network/limits';
import { supplyPoints, supplyVoltagesPu } from '../../../src/study/network/supplyVoltage';
import {
  lineVoltages,
  maxDeviationUnbalance,
  unbalanceFactor,
  unbalanceFactorOfLineVoltages,
  type PhasorTriple,
} from '../../../src/sim/powerflow/unbalance';
import type { CircuitSolution } from '../../../src/study/network/solver';

const polar = (r: number, deg: number): [number, number] => [
  r * Math.cos((deg * Math.PI) / 180),
  r * Math.sin((deg * Math.PI) / 180),
];
const triple = (...phasors: readonly [number, number][]): PhasorTriple =>
  phasors.flat() as unknown as PhasorTriple;

describe('voltage unbalance', () => {
  it('is 1.155 % by IEC and 1.00 % by NEMA for 400/396/404 V: two figures, two names', () => {
    expect(unbalanceFactorOfLineVoltages(400, 396, 404)).toBeCloseTo(0.01155, 5);
    expect(maxDeviationUnbalance(400, 396, 404)).toBeCloseTo(0.01, 12);
  });

  it('is the negative over the positive sequence, and not its inverse for a swapped phase order', () => {
    const sum = (k: number): [number, number] => {
      const [pr, pi] = polar(230, -120 * k);
      const [nr, ni] = polar(4.6, 120 * k + 37);
      return [pr + nr, pi + ni];
    };
    expect(unbalanceFactor(triple(sum(0), sum(1), sum(2)))).toBeCloseTo(0.02, 12);
    // Counter-clockwise phases are all negative sequence: a wrong rotation would call this balanced.
    expect(unbalanceFactor(triple(polar(1, 0), polar(1, 120), polar(1, 240)))).toBeGreaterThan(1e6);
  });

  it('has the sequences of a textbook: 3.97 and 2.52 V of 7.3, 0.4 and 4.4 V (Gonen, Electric Power Transmission System Engineering, example 9.1)', () => {
    const factor = unbalanceFactor(triple(polar(7.3, 12.5), polar(0.4, -100), polar(4.4, 154)));
    expect(factor * 3.97).toBeCloseTo(2.52, 2);
  });

  it('agrees between phasors and line magnitudes, ignores zero sequence, and does not mind which phase comes first', () => {
    const volt = fc.double({ min: 0.85, max: 1.15, noNaN: true });
    const shift = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(volt, volt, volt, shift, shift, volt, (a, b, c, db, dc, zero) => {
        const [va, vb, vc] = [polar(a, 0), polar(b, -120 + db), polar(c, 120 + dc)];
        const factor = unbalanceFactor(triple(va, vb, vc));
        const lines = lineVoltages(triple(va, vb, vc));
        // The root of a nearly balanced triple loses half the digits.
        expect(unbalanceFactorOfLineVoltages(...lines)).toBeCloseTo(factor, 6);
        expect(unbalanceFactor(triple(vb, vc, va))).toBeCloseTo(factor, 10);
        const lifted = [va, vb, vc].map(([re, im]): [number, number] => [re + zero, im - zero]);
        expect(unbalanceFactor(triple(...lifted))).toBeCloseTo(factor, 10);
        expect(maxDeviationUnbalance(...lines)).toBeLessThanOrEqual(factor * 1.2 + 1e-9);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('EN 50160', () => {
  const count = (
    stepS: number,
    steps: number,
    vOf: (step: number) => number,
    unbalanceOf = (_step: number) => 0,
  ) => {
    const counter = new En50160Counter(stepS, steps, 1, 1);
    for (let step = 0; step < steps; step += 1) counter.add(step, [vOf(step)], [unbalanceOf(step)]);
    return counter.result();
  };
  const week = 1008;

  it('allows exactly 5 % of a week outside 10 %, and not one step more', () => {
    expect(count(600, week, (step) => (step < 50 ? 0.88 : 1)).verdict).toBe('kept');
    const broken = count(600, week, (step) => (step < 51 ? 0.88 : 1));
    expect(broken.verdict).toBe('broken');
    expect(broken.voltage[0]!.worstShareOutside).toBeCloseTo(51 / 1008, 12);
  });

  it('judges each week alone: 6 % in one is not mended by 0 % in another', () => {
    const result = count(600, 2 * week, (step) => (step < 61 ? 1.11 : 1));
    expect(result.verdict).toBe('broken');
    expect(result.voltage[0]!.weeks.map((each) => each.verdict)).toEqual(['broken', 'kept']);
  });

  it('allows no step below -15 % or above +10 % beyond the 5 %', () => {
    expect(count(600, week, (step) => (step === 3 ? 0.849 : 1)).verdict).toBe('broken');
    // Above +10 % is outside the outer band too: its upper edge is the same.
    expect(count(600, week, (step) => (step === 3 ? 1.101 : 1)).verdict).toBe('broken');
    expect(count(600, week, (step) => (step === 3 ? 0.851 : 1)).verdict).toBe('kept');
    expect(count(600, week, () => 0.9).verdict).toBe('kept');
    expect(count(600, week, () => 1.1).verdict).toBe('kept');
  });

  it('counts unbalance above 2 % the same way', () => {
    expect(
      count(
        600,
        week,
        () => 1,
        (step) => (step < 50 ? 0.03 : 0.02),
      ).verdict,
    ).toBe('kept');
    expect(
      count(
        600,
        week,
        () => 1,
        (step) => (step < 51 ? 0.021 : 0),
      ).verdict,
    ).toBe('broken');
  });

  it('is a claim where steps make up 10 minutes, and at 15, else a screening', () => {
    expect([1, 60, 240, 300, 420, 600, 900, 1800, 3600].map(en50160Basis)).toEqual([
      'claim',
      'claim',
      'screening',
      'claim',
      'screening',
      'claim',
      'claim',
      'screening',
      'screening',
    ]);
    expect(count(3600, 168, () => 1).basis).toBe('screening');
  });

  it('judges r.m.s. means of 10 minutes, not the minutes they are made of', () => {
    const minutes = 10_080;
    // 4 of 10 minutes at 0.89 and 6 at 0.93: 40 % of the minutes are outside, no mean is (0.914).
    const rough = count(60, minutes, (step) => (step % 10 < 4 ? 0.89 : 0.93));
    expect([rough.basis, rough.verdict]).toEqual(['claim', 'kept']);
    expect(rough.voltage[0]!.weeks[0]).toMatchObject({ values: 1008, missingValues: 0, shareOutside: 0 });
    // The same share of minutes in whole windows: 51 of 1008 means are outside.
    const blocks = count(60, minutes, (step) => (step < 510 ? 0.88 : 1));
    expect(blocks.verdict).toBe('broken');
    expect(blocks.voltage[0]!.worstShareOutside).toBeCloseTo(51 / 1008, 12);
    // sqrt((5 * 0.4^2 + 5 * 1.21^2) / 10) = 0.9012 is inside, the mean of 0.805 would not be.
    expect(count(60, minutes, (step) => (step % 10 < 5 ? 0.4 : 1.21)).verdict).toBe('kept');
    // One minute far out breaks nothing by itself, ten of them do: none below 0.85 is allowed.
    expect(count(60, minutes, (step) => (step === 35 ? 0.6 : 1)).verdict).toBe('kept');
    expect(count(60, minutes, (step) => (step >= 30 && step < 40 ? 0.6 : 1)).verdict).toBe('broken');
  });

  it('takes unbalance in the same means', () => {
    const flat = () => 1;
    // sqrt((9 * 0.01^2 + 0.05^2) / 10) = 0.0184 in every window.
    expect(count(60, 10_080, flat, (step) => (step % 10 === 0 ? 0.05 : 0.01)).verdict).toBe('kept');
    expect(count(60, 10_080, flat, (step) => (step % 10 === 0 ? 0.06 : 0.01)).verdict).toBe('broken');
  });

  it('has no mean where a minute is missing, and does not mind in which order the minutes come', () => {
    const gap = count(60, 10_080, (step) => (step === 77 ? NaN : 1));
    expect(gap.verdict).toBe('incomplete');
    expect(gap.voltage[0]!.weeks[0]).toMatchObject({ values: 1007, missingValues: 1 });
    const counter = new En50160Counter(60, 10_080, 1, 0);
    for (let step = 10_079; step >= 0; step -= 1) counter.add(step, [step < 510 ? 0.88 : 1], []);
    expect(counter.result().voltage[0]!.worstShareOutside).toBeCloseTo(51 / 1008, 12);
    // Steps that never came leave their windows without a mean.
    const half = new En50160Counter(60, 10_080, 1, 0);
    for (let step = 0; step < 10_075; step += 1) half.add(step, [1], []);
    expect(half.result().voltage[0]!.weeks[0]).toMatchObject({ missingValues: 1, verdict: 'incomplete' });
  });

  it('does not call a week with missing steps kept, and lets the last day of a year not spoil it', () => {
    expect(count(600, week, (step) => (step === 9 ? NaN : 1)).verdict).toBe('incomplete');
    const year = count(3600, 8760, () => 1);
    expect(year.voltage[0]!.weeks).toHaveLength(53);
    expect(year.verdict).toBe('kept');
    expect(count(3600, 8760, (step) => (step === 8759 ? 0.8 : 1)).verdict).toBe('broken');
    expect(count(3600, 100, () => 1).verdict).toBe('incomplete');
  });
});

describe('ANSI C84.1', () => {
  it('tells range A, range B and outside apart at their edges', () => {
    const ranges = [114, 113.9, 110, 109.9, 126, 126.1, 127, 127.1].map((volt) => ansiRange(volt / 120));
    expect(ranges).toEqual(['A', 'B', 'B', 'outside', 'A', 'B', 'B', 'outside']);
    expect(ansiRange(NaN)).toBeUndefined();
  });
});

describe('supply voltages and limits', () => {
  // Four-wire bus: phases at 220 V to earth, neutral lifted 10 V in phase with phase 1.
  const four: CircuitSolution = {
    status: 'converged',
    busIds: ['b'],
    nodes: [1, 2, 3, 4].map((node) => ({ busId: 'b', node })),
    voltageRe: Float64Array.of(220, -110, -110, 10),
    voltageIm: Float64Array.of(0, -110 * Math.sqrt(3), 110 * Math.sqrt(3), 0),
    baseVoltageV: new Float64Array(4).fill(230),
    branches: [],
    lossW: 0,
    unfedIds: [],
  };

  it('measures to the neutral where asked: 210 V on the phase that lifts it', () => {
    const read = (reference: 'earth' | 'neutral' | 'phaseToPhase') => {
      const points = supplyPoints(four, reference);
      return [...supplyVoltagesPu(four, points)];
    };
    expect(read('earth').map((v) => v * 230)).toEqual([
      expect.closeTo(220, 9),
      expect.closeTo(220, 9),
      expect.closeTo(220, 9),
    ]);
    expect(read('neutral')[0]! * 230).toBeCloseTo(210, 9);
    expect(read('neutral')[1]! * 230).toBeCloseTo(Math.sqrt(120 ** 2 + 110 ** 2 * 3), 9);
    expect(read('phaseToPhase').map((v) => v * 230)).toEqual([
      expect.closeTo(220, 9),
      expect.closeTo(220, 9),
      expect.closeTo(220, 9),
    ]);
  });

  it('scales every constraint so that 1 is its limit, and finds nothing exactly on it', () => {
    const at = (v: number) => ({
      ...four,
      voltageRe: Float64Array.of(v, 230, 230, 0),
      voltageIm: new Float64Array(4),
    });
    const usage = (v: number, kind: string) => {
      const table = constraintTable(at(v), EN_50160_LIMITS);
      return table.usage[table.constraints.findIndex((each) => each.kind === kind)]!;
    };
    expect(usage(207, 'undervoltage')).toBeCloseTo(1, 9);
    expect(usage(253, 'overvoltage')).toBeCloseTo(1, 9);
    expect(usage(218.5, 'undervoltage')).toBeCloseTo(0.5, 9);
    const kinds = (v: number) =>
      violations(constraintTable(at(v), EN_50160_LIMITS))
        .map((each) => each.kind)
        .filter((kind) => kind !== 'unbalance');
    expect(kinds(207)).toEqual([]);
    expect(kinds(206)).toEqual(['undervoltage']);
    expect(kinds(254)).toEqual(['overvoltage']);
  });

  it('holds an addition responsible for what it makes worse, not for what was there', () => {
    const at = (v: number) =>
      constraintTable(
        { ...four, voltageRe: Float64Array.of(v, 230, 230, 0), voltageIm: new Float64Array(4) },
        { ...EN_50160_LIMITS, unbalanceMax: Infinity },
      );
    expect(violations(at(200), at(200))).toEqual([]);
    expect(violations(at(203), at(200))).toEqual([]);
    expect(violations(at(199), at(200))).toHaveLength(1);
    expect(violations(at(199))).toHaveLength(1);
  });
});
