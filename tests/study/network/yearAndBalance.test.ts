import { describe, expect, it } from 'vitest';
import { balanceView } from '../../../src/study/network/balanceView';
import { ExtremesCollector } from '../../../src/study/network/extremes';
import { feedTree } from '../../../src/study/network/feedTree';
import { constraintTable, EN_50160_LIMITS } from '../../../src/study/network/limits';
import { readingLayout, readStep } from '../../../src/study/network/stepReading';
import { circuitTopology } from '../../../src/study/network/topology';
import type { Circuit } from '../../../src/model/circuit';
import { BASE_V, generator, line, load, street } from './circuits';
import { denseSolver } from './denseSolver';

const solutionOf = (parts: Circuit) => {
  const outcome = denseSolver(parts);
  if (!outcome.ok) throw new Error('unsolved');
  return outcome.value;
};

describe('the balance-only view', () => {
  const view = (parts: Circuit) => {
    const solution = solutionOf(parts);
    const tree = feedTree(circuitTopology(parts), ['s']);
    return balanceView(parts, tree, solution, constraintTable(solution, EN_50160_LIMITS));
  };

  it('adds what stands behind each branch and divides by its rating', () => {
    const { rows, missed, overloadedIds } = view(
      street(20_000, { generators: [generator('pv', 'c', 5000)] }),
    );
    const ratingVa = 3 * BASE_V * 250;
    expect(rows.map(({ id, netW }) => [id, netW])).toEqual([
      ['sa', 55_000],
      ['ab', 35_000],
      ['bc', 15_000],
    ]);
    expect(rows[0]!.balanceLoading).toBeCloseTo(55_000 / ratingVa, 12);
    expect([missed, overloadedIds]).toEqual([[], []]);
  });

  it('shares by rating between parallel lines; one without a rating takes an equal part and has no loading', () => {
    const twice = (ratings: number[]) =>
      view(
        street(0, {
          lines: ratings.map((ratedCurrentA, k) => line(`p${k}`, 's', 'a', { ratedCurrentA })),
          buses: ['s', 'a'].map((id) => ({ id, baseVoltageV: BASE_V })),
          loads: [load('l', 'a', 60_000)],
        }),
      ).rows.map(({ netW, balanceLoading }) => [netW, balanceLoading]);
    const ratedVa = (ampere: number) => 3 * BASE_V * ampere;
    const near = (value: number) => expect.closeTo(value, 9) as number;
    expect(twice([100, 200])).toEqual([
      [near(20_000), near(20_000 / ratedVa(100))],
      [near(40_000), near(40_000 / ratedVa(200))],
    ]);
    expect(twice([NaN, 100, 300])).toEqual([
      [near(20_000), NaN],
      [near(10_000), near(10_000 / ratedVa(100))],
      [near(30_000), near(30_000 / ratedVa(300))],
    ]);
    expect(twice([NaN, NaN])).toEqual([
      [near(30_000), NaN],
      [near(30_000), NaN],
    ]);
  });

  it('calls a single phase fine that the power flow finds overloaded, and never sees a voltage', () => {
    // 58 kW on one phase are 251 A and more of 250; as a sum they are a third of 173 kVA.
    const { rows, missed } = view(street(0, { loads: [load('l', 'c', 58_000, { nodes: [1, 0] })] }));
    expect(rows.every((row) => row.balanceLoading < 0.4)).toBe(true);
    const kinds = new Set(missed.map((each) => each.kind));
    expect(kinds).toContain('lineLoading');
    expect(kinds).toContain('unbalance');
    const weak = view(
      street(20_000, {
        lines: [line('sa', 's', 'a'), line('ab', 'a', 'b'), line('bc', 'b', 'c', { r: 0.8 })],
      }),
    );
    expect(weak.overloadedIds).toEqual([]);
    expect(weak.missed.map((each) => [each.kind, each.elementId])).toEqual(
      expect.arrayContaining([['undervoltage', 'c']]) as unknown,
    );
  });

  it('misses nothing where the sum is beyond the rating too, and names its false alarms', () => {
    const over = view(street(64_000));
    expect(over.overloadedIds).toEqual(['sa']);
    expect(over.missed.filter((each) => each.elementId === 'sa')).toEqual([]);
    // Below the rating by less than the voltage lifts: 1.05 pu carries 5 % more at the same current.
    const lifted = street(58_000);
    const high = { ...lifted, sources: lifted.sources.map((each) => ({ ...each, voltageV: 1.09 * BASE_V })) };
    const alarm = view(high);
    expect(alarm.overloadedIds).toEqual(['sa']);
    expect(alarm.falseAlarmIds).toEqual(['sa']);
  });
});

describe('extremes over a year of steps', () => {
  const first = solutionOf(street(10_000));
  const layout = readingLayout(first, 'earth');
  const collect = (
    circuits: readonly (Circuit | undefined)[],
    windows: { from: number; to: number }[] = [],
  ) => {
    const collector = new ExtremesCollector(layout, {
      stepS: 1800,
      stepCount: circuits.length,
      vMinPu: 0.95,
      vMaxPu: 1.05,
      unbalanceMax: 0.02,
      windows,
    });
    const readings = circuits.map((parts, step) => {
      const solution =
        parts === undefined ? { ...first, status: 'notConverged' as const } : solutionOf(parts);
      const reading = readStep(layout, solution);
      collector.add(step, reading);
      return reading;
    });
    return { result: collector.result(), readings };
  };

  it('finds the extreme and its step, counts hours beyond marks, adds up losses', () => {
    const steps = [street(10_000), street(64_000), street(48_000), street(10_000)];
    const { result, readings } = collect(steps);
    const sa = result.branches.find((each) => each.id === 'sa')!;
    expect([sa.maxStep, sa.minStep]).toEqual([1, 0]);
    expect(sa.max).toBe(readings[1]!.loading[0]);
    // 192 kW are 277 A and more; 144 kW about 210 A of 250 A.
    expect([sa.hoursAbove80, sa.hoursAbove100, sa.hoursAbove120]).toEqual([1, 0.5, 0]);
    const end = result.voltages.find((each) => each.busId === 'c' && each.node === 1)!;
    expect(end.minStep).toBe(1);
    expect(end.hoursUnder).toBe(readings.filter((each) => each.vPu[9]! < 0.95).length / 2);
    expect(end.hoursUnder).toBeGreaterThan(0);
    expect(end.hoursOver).toBe(0);
    const lossW = readings.reduce((sum, each) => sum + each.totalLossW, 0);
    expect(result.totalLossWh).toBeCloseTo(lossW / 2, 8);
    expect(result.branches.reduce((sum, each) => sum + each.lossWh, 0)).toBeCloseTo(lossW / 2, 6);
  });

  it('keeps a window in full and nothing else, every step as it was read', () => {
    const { result, readings } = collect(
      [1, 2, 3, 4].map((k) => street(5000 * k)),
      [{ from: 1, to: 3 }],
    );
    const [window] = result.windows;
    expect([...window!.vPu]).toEqual([...readings[1]!.vPu, ...readings[2]!.vPu]);
    expect([...window!.loading]).toEqual([...readings[1]!.loading, ...readings[2]!.loading]);
    expect(window!.lossW).toHaveLength(2 * layout.branches.length);
  });

  it('counts a step without solution as missing, not as zero volts', () => {
    const { result } = collect([street(10_000), undefined, street(10_000)], [{ from: 1, to: 2 }]);
    expect(result.stepsWithoutSolution).toBe(1);
    expect(result.voltages.every((each) => each.min > 0.9 && each.missingHours === 0.5)).toBe(true);
    expect(result.windows[0]!.vPu.every(Number.isNaN)).toBe(true);
    expect(result.en50160.basis).toBe('screening');
    expect(result.en50160.verdict).toBe('incomplete');
  });

  it('gives the earlier of two equal steps', () => {
    const { result } = collect([street(10_000), street(20_000), street(20_000)]);
    expect(result.branches[0]!.maxStep).toBe(1);
  });
});
