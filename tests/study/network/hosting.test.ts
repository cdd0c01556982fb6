import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../src/model/circuit';
import { searchCapacity } from '../../../src/study/network/capacitySearch';
import { feedTree } from '../../../src/study/network/feedTree';
import { HostingAllocation } from '../../../src/study/network/hostingAllocation';
import { hostingCapacity, type HostingSettings } from '../../../src/study/network/hostingCapacity';
import {
  HOSTED_TECHNOLOGIES,
  reactivePowerVar,
  type HostedTechnology,
} from '../../../src/study/network/hostedTechnology';
import { constraintTable, EN_50160_LIMITS, violations } from '../../../src/study/network/limits';
import { answerPointQuestion, type PointQuestion } from '../../../src/study/network/pointQuestion';
import { circuitTopology } from '../../../src/study/network/topology';
import { added as withAdded, BASE_V, line, load, street } from './circuits';
import { denseSolver } from './denseSolver';

const settings: HostingSettings = {
  limits: EN_50160_LIMITS,
  seed: 1,
  draws: 1,
  maxW: 400_000,
  resolutionW: 100,
};
const threePhase = (id: 'load' | 'photovoltaic', powerFactor = 1): HostedTechnology => ({
  ...HOSTED_TECHNOLOGIES[id],
  connection: 'threePhase',
  powerFactor,
  unitW: 10_000,
});
const empty = street(0, { loads: [] });
const host = (
  parts: Circuit,
  place: Parameters<typeof hostingCapacity>[2],
  technology: HostedTechnology,
  more: Partial<HostingSettings> = {},
) => {
  const tree = feedTree(circuitTopology(parts), ['s']);
  const outcome = hostingCapacity(parts, tree, place, technology, denseSolver, { ...settings, ...more });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
  return outcome.value;
};
const bus = (busId: string) => ({ kind: 'bus', busId }) as const;

/** Balanced load P behind R + jX: |V|^4 + (2 P R - E^2)|V|^2 + P^2 (R^2 + X^2) = 0 per phase; P at which |V| = v. */
function powerAtVoltageW(v: number, r: number, x: number, sign: 1 | -1): number {
  const e = BASE_V;
  const z2 = r * r + x * x;
  // z2 P^2 + 2 R v^2 P + v^4 - E^2 v^2 = 0 for the power drawn per phase.
  const half = r * v * v;
  const root = Math.sqrt(half * half - z2 * (v ** 4 - e * e * v * v));
  const drawn = (-half + root) / z2;
  return 3 * (sign === 1 ? drawn : -drawn);
}

describe('hosting capacity at a bus', () => {
  it('is the power at which the end of the street falls to 0.9, solved by hand', () => {
    const wide = { ...EN_50160_LIMITS, loadingMax: Infinity };
    const found = host(empty, bus('c'), threePhase('load'), { limits: wide });
    const wanted = powerAtVoltageW(0.9 * BASE_V, 0.001 + 3 * 0.02, 0.004 + 3 * 0.008, 1);
    expect(found.smallest.capacityW).toBeLessThanOrEqual(wanted);
    expect(found.smallest.capacityW).toBeGreaterThan(wanted - 100);
    expect(found.smallest.binding).toMatchObject({ kind: 'undervoltage', elementId: 'c' });
    expect(found.label).toBe('screening');
  });

  it('is the power at which generation lifts it to 1.1', () => {
    const wide = { ...EN_50160_LIMITS, loadingMax: Infinity };
    const found = host(empty, bus('c'), threePhase('photovoltaic'), { limits: wide });
    const wanted = powerAtVoltageW(1.1 * BASE_V, 0.001 + 3 * 0.02, 0.004 + 3 * 0.008, -1);
    expect(found.largest.capacityW).toBeLessThanOrEqual(wanted);
    expect(found.largest.capacityW).toBeGreaterThan(wanted - 100);
    expect(found.bindings[0]!.binding).toMatchObject({ kind: 'overvoltage', elementId: 'c' });
  });

  it('is bound by the line where that comes first, and by the transformer where that does', () => {
    const found = host(empty, bus('a'), threePhase('load'));
    expect(found.smallest.binding).toMatchObject({ kind: 'lineLoading', elementId: 'sa' });
    // 250 A at the voltage of bus a: 3 x 250 A x V_a.
    expect(found.smallest.capacityW).toBeGreaterThan(3 * 250 * 0.96 * BASE_V);
    expect(found.smallest.capacityW).toBeLessThan(3 * 250 * BASE_V);
  });

  it('falls along the street, and falls when the street is already loaded', () => {
    const at = (parts: Circuit, busId: string) =>
      host(parts, bus(busId), threePhase('load')).smallest.capacityW;
    expect(at(empty, 'a')).toBeGreaterThan(at(empty, 'c'));
    expect(at(street(20_000), 'c')).toBeLessThan(at(empty, 'c') - 15_000);
  });

  it('takes less on one phase than on three, and is stopped by unbalance or voltage', () => {
    const single = host(empty, bus('c'), { ...HOSTED_TECHNOLOGIES.load, unitW: 1e6, powerFactor: 1 });
    const balanced = host(empty, bus('c'), threePhase('load'));
    expect(single.smallest.capacityW).toBeLessThan(balanced.smallest.capacityW / 2);
    expect(['unbalance', 'undervoltage']).toContain(single.smallest.binding!.kind);
  });

  it('says at least so much, without a binding, when the search ends at its maximum', () => {
    const found = host(empty, bus('c'), threePhase('load'), { maxW: 10_000 });
    expect(found.smallest).toMatchObject({ capacityW: 10_000, binding: undefined });
  });

  it('has neither more nor less than the solver allows just there', () => {
    const found = host(street(8000), bus('b'), threePhase('photovoltaic', 0.95));
    const at = (pW: number) => {
      const qVar = reactivePowerVar('generation', pW, 0.95);
      const added = { busId: 'b', phases: [1, 2, 3], direction: 'generation', pW, qVar } as const;
      const solved = denseSolver(withAdded(street(8000), [added]));
      if (!solved.ok) throw new Error('unsolved');
      return violations(constraintTable(solved.value, EN_50160_LIMITS)).length;
    };
    expect(at(found.smallest.capacityW)).toBe(0);
    expect(at(found.smallest.capacityW + 101)).toBeGreaterThan(0);
    expect(found.smallest.solves).toBeLessThan(16);
  });
});

describe('hosting capacity of a feeder', () => {
  const customers = street(0, {
    loads: ['a', 'b', 'c'].flatMap((at) =>
      [1, 2, 3, 4].map((k) => load(`home-${at}${k}`, at, 500, { nodes: [1, 2, 3, 0] })),
    ),
  });
  const feeder = { kind: 'feeder', branchId: 'sa' } as const;

  it('is a range over allocations, ordered, with the same answer for the same seed and another for another', () => {
    const once = host(customers, feeder, HOSTED_TECHNOLOGIES.vehicle, { draws: 12, resolutionW: 500 });
    expect(once.draws).toHaveLength(12);
    expect(once.smallest.capacityW).toBeLessThan(once.largest.capacityW);
    expect(once.median.capacityW).toBeGreaterThanOrEqual(once.smallest.capacityW);
    expect(once.median.capacityW).toBeLessThanOrEqual(once.largest.capacityW);
    expect(once.draws.filter((each) => each.capacityW < once.median.capacityW).length).toBeLessThanOrEqual(6);
    expect(once.bindings.reduce((sum, each) => sum + each.draws, 0)).toBe(12);
    const again = host(customers, feeder, HOSTED_TECHNOLOGIES.vehicle, { draws: 12, resolutionW: 500 });
    expect(again.draws).toEqual(once.draws);
    const other = host(customers, feeder, HOSTED_TECHNOLOGIES.vehicle, {
      draws: 12,
      resolutionW: 500,
      seed: 2,
    });
    expect(other.draws).not.toEqual(once.draws);
  });

  it('keeps every unit where it was when more are added, and every phase when a customer moves in', () => {
    const sites = ['p', 'q', 'r'].map((id) => ({ id, busId: id, phases: [1, 2, 3] }));
    const technology = HOSTED_TECHNOLOGIES.vehicle;
    const allocation = new HostingAllocation(sites, technology, 3, 0);
    const few = allocation.powers(3 * 7400);
    const many = allocation.powers(9 * 7400 + 100);
    expect(many.slice(0, 3)).toEqual(few);
    expect(many.map((each) => each.pW)).toEqual([...new Array<number>(9).fill(7400), 100]);
    // Each round serves every customer once.
    expect(new Set(many.slice(3, 6).map((each) => each.busId)).size).toBe(3);
    const phase = (list: typeof few) => new Map(list.map((each) => [each.busId, each.phases[0]]));
    const grown = new HostingAllocation(
      [...sites, { id: 'n', busId: 'n', phases: [1, 2, 3] }],
      technology,
      3,
      0,
    );
    const after = phase(grown.powers(4 * 7400));
    for (const [id, phases] of phase(few)) expect(after.get(id)).toBe(phases);
  });

  it('spreads phases evenly over many draws and leaves single-phase customers on theirs', () => {
    const count = [0, 0, 0, 0];
    for (let draw = 0; draw < 600; draw += 1) {
      const [one] = new HostingAllocation(
        [{ id: 'x', busId: 'x', phases: [1, 2, 3] }],
        HOSTED_TECHNOLOGIES.load,
        1,
        draw,
      ).powers(1);
      count[one!.phases[0]!]! += 1;
    }
    for (const phase of [1, 2, 3]) expect(Math.abs(count[phase]! - 200)).toBeLessThan(50);
    const homes = street(0, { loads: [load('h', 'c', 100, { nodes: [2, 0] })] });
    const found = host(homes, { kind: 'feeder', branchId: 'bc' }, HOSTED_TECHNOLOGIES.load, { draws: 3 });
    expect(new Set(found.draws.map((each) => each.capacityW)).size).toBe(1);
    expect(found.smallest.binding!.node === 2 || found.smallest.binding!.kind === 'unbalance').toBe(true);
  });

  it('refuses a place without customers', () => {
    const tree = feedTree(circuitTopology(empty), ['s']);
    const outcome = hostingCapacity(empty, tree, feeder, HOSTED_TECHNOLOGIES.load, denseSolver, settings);
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual(['hosting-no-site']);
  });
});

describe('the search', () => {
  it('needs few power flows for a wide range, whatever the answer is', () => {
    for (const maxW of [1e5, 1e6, 1e7]) {
      const solved = denseSolver(empty);
      if (!solved.ok) throw new Error('unsolved');
      const base = constraintTable(solved.value, EN_50160_LIMITS);
      const added = (pW: number) => [
        { busId: 'c', phases: [1, 2, 3], direction: 'load', pW, qVar: 0 } as const,
      ];
      const outcome = searchCapacity({
        solveAt: (pW) => denseSolver(withAdded(empty, added(pW))),
        base,
        limits: EN_50160_LIMITS,
        maxW,
        resolutionW: 50,
      });
      expect(outcome.ok && outcome.value.solves).toBeLessThan(20);
    }
  });
});

describe('can this bus take so much?', () => {
  const ask = (more: Partial<PointQuestion> = {}, parts = street(10_000)) => {
    const question: PointQuestion = {
      busId: 'c',
      direction: 'load',
      pW: 30_000,
      powerFactor: 1,
      phases: [1, 2, 3],
      limits: EN_50160_LIMITS,
      resolutionW: 100,
      leastShare: 0.1,
      ...more,
    };
    const outcome = answerPointQuestion(parts, question, denseSolver);
    if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
    return outcome.value;
  };

  it('yes, with what is nearest to its limit and how far it still is', () => {
    const answer = ask();
    expect(answer.verdict).toBe('yes');
    expect(answer.conditions).toEqual([]);
    expect(answer.margin).toBeGreaterThan(0);
    expect(answer.margin).toBeCloseTo(1 - answer.binding.usage, 12);
    expect(answer.capacityW).toBe(30_000);
  });

  it('yes if less: at most what the solver still allows', () => {
    const answer = ask({ pW: 400_000 });
    expect(answer.verdict).toBe('yesIf');
    expect(answer.margin).toBeLessThan(0);
    const [condition] = answer.conditions;
    if (condition?.kind !== 'atMost') throw new Error('no at most');
    expect(ask({ pW: condition.pW }).verdict).toBe('yes');
    expect(ask({ pW: condition.pW + 101 }).verdict).toBe('yesIf');
    expect(answer.capacityW).toBe(condition.pW);
  });

  it('no, when what is left is hardly anything', () => {
    expect(ask({ pW: 400_000, leastShare: 0.9 })).toMatchObject({ verdict: 'no', conditions: [] });
    expect(ask({ pW: 1e9 }).verdict).toBe('no');
  });

  it('yes on another phase, and on three: simplest first', () => {
    const crowded = street(0, { loads: [load('l', 'c', 15_000, { nodes: [1, 0] })] });
    const answer = ask(
      { pW: 20_000, phases: [1], limits: { ...EN_50160_LIMITS, unbalanceMax: 0.012 } },
      crowded,
    );
    expect(answer.verdict).toBe('yesIf');
    expect(answer.conditions.map((each) => each.kind)).toEqual([
      'onPhase',
      'onPhase',
      'threePhase',
      'atMost',
    ]);
    expect(answer.conditions.flatMap((each) => (each.kind === 'onPhase' ? [each.phase] : [])).sort()).toEqual(
      [2, 3],
    );
  });

  it('yes off peak, when quiet hours leave room', () => {
    const answer = ask(
      { pW: 60_000, offPeak: { loadFactor: 0.1, generationFactor: 1 } },
      street(50_000, {
        lines: [line('sa', 's', 'a', { ratedCurrentA: 260 }), line('ab', 'a', 'b'), line('bc', 'b', 'c')],
      }),
    );
    expect(answer.binding).toMatchObject({ kind: 'lineLoading', elementId: 'sa' });
    expect(answer.conditions[0]).toMatchObject({ kind: 'offPeak' });
    expect(answer.verdict).toBe('yesIf');
  });

  it('refuses phases that the bus does not have', () => {
    const question: PointQuestion = {
      busId: 'nowhere',
      direction: 'load',
      pW: 1,
      powerFactor: 1,
      phases: [1],
      limits: EN_50160_LIMITS,
      resolutionW: 1,
      leastShare: 0.1,
    };
    const outcome = answerPointQuestion(street(), question, denseSolver);
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual(['point-no-supply']);
  });
});
