import { describe, expect, it } from 'vitest';
import {
  contingency,
  type Contingency,
  type ContingencySettings,
} from '../../../src/study/network/contingency';
import { EN_50160_LIMITS } from '../../../src/study/network/limits';
import type { Circuit } from '../../../src/model/circuit';
import { circuit, generator, line, load, source } from './circuits';
import { denseSolver } from './denseSolver';

const settings: ContingencySettings = { limits: EN_50160_LIMITS, maxTies: 1 };

/** Two streets of three buses from one busbar, a tie between their ends and one in their middle. */
const streets = (loadW = 10_000, ties: ReturnType<typeof line>[] | undefined = undefined): Circuit =>
  circuit({
    sources: [source('s')],
    lines: [
      line('sa', 's', 'a'),
      line('ab', 'a', 'b'),
      line('bc', 'b', 'c'),
      line('sx', 's', 'x'),
      line('xy', 'x', 'y'),
      line('yz', 'y', 'z'),
      ...(ties ?? [
        line('tie-end', 'c', 'z', { open: true, ratedCurrentA: 60 }),
        line('tie-middle', 'b', 'y', { open: true }),
      ]),
    ],
    loads: ['a', 'b', 'c', 'x', 'y', 'z'].map((bus) => load(`load-${bus}`, bus, loadW)),
    generators: [generator('pv-c', 'c', 1000)],
  });

const run = (parts: Circuit, branchId: string, more: Partial<ContingencySettings> = {}): Contingency => {
  const outcome = contingency(parts, 'line', branchId, denseSolver, { ...settings, ...more });
  if (!outcome.ok) throw new Error('no result');
  return outcome.value;
};

describe('N-1', () => {
  it('names who loses supply, in kilowatts, and what one tie brings back', () => {
    const { outage, options } = run(streets(), 'ab');
    expect(outage.lost.loadIds).toEqual(['load-b', 'load-c']);
    expect(outage.lost.generatorIds).toEqual(['pv-c']);
    expect(outage.lost.busIds).toEqual(['b', 'c']);
    expect(outage.lostLoadW).toBe(20_000);
    expect(options).toHaveLength(2);
    expect(options.every((each) => each.restoredLoadW === 20_000 && each.lostLoadW === 0)).toBe(true);
    expect(options.every((each) => each.violations.length === 0)).toBe(true);
  });

  it('ranks an option within limits before one that overloads its tie', () => {
    // 2 x 24 kW over the end tie are 70 A on 60 A; the middle tie carries them.
    const { options } = run(streets(24_000), 'ab');
    expect(options.map((each) => each.closedLineIds)).toEqual([['tie-middle'], ['tie-end']]);
    expect(options[0]!.violations).toEqual([]);
    expect(options[1]!.violations[0]).toMatchObject({ kind: 'lineLoading', elementId: 'tie-end' });
    // Hand figure without losses: 47 kW / (3 x 230.94 V) = 68 A; the voltage drop adds some.
    expect(options[1]!.violations[0]!.value * 60).toBeGreaterThan(68);
    expect(options[1]!.violations[0]!.value * 60).toBeLessThan(72);
  });

  it('sees the overload of a line far from the tie that the back-feed passes', () => {
    const parts = streets(40_000);
    const weak = {
      ...parts,
      lines: parts.lines.map((each) => (each.id === 'sx' ? { ...each, ratedCurrentA: 260 } : each)),
    };
    const { options } = run(weak, 'ab');
    for (const option of options) {
      expect(option.violations.some(({ elementId }) => elementId === 'sx')).toBe(true);
      expect(option.largestLoading).toBeGreaterThan(1);
    }
    // Without the outage it was fine: 3 x 40 kW are 173 A.
    expect(run(weak, 'yz').outage.violations).toEqual([]);
  });

  it('does not offer a tie that joins what already has supply, nor the opened line itself', () => {
    expect(run(streets(), 'sa').options.map((each) => each.closedLineIds.join())).not.toContain('sa');
    const live = streets(10_000, [line('tie-live', 'a', 'x', { open: true })]);
    expect(run(live, 'ab').options).toEqual([]);
    expect(run(live, 'sa').options).toHaveLength(1);
  });

  it('closes two ties where one leaves an island dark', () => {
    const parts = streets(5000, [
      line('b-to-y', 'b', 'y', { open: true }),
      line('c-to-b', 'c', 'b', { open: true }),
    ]);
    // Street a-b is cut at sa; c hangs on an open line of its own.
    const split = {
      ...parts,
      lines: parts.lines.map((each) => (each.id === 'bc' ? { ...each, enabled: false } : each)),
    };
    const one = run(split, 'sa').options;
    expect(one.map((each) => [each.closedLineIds, each.restoredLoadW])).toEqual([[['b-to-y'], 10_000]]);
    const two = run(split, 'sa', { maxTies: 2 }).options;
    expect(two[0]).toMatchObject({ closedLineIds: ['b-to-y', 'c-to-b'], restoredLoadW: 15_000 });
    expect(two).toHaveLength(2);
  });

  it('loses everything when the only way in opens, without asking the solver about nothing', () => {
    const lonely = circuit({
      sources: [source('s')],
      lines: [line('sa', 's', 'a')],
      loads: [load('l', 'a', 1000)],
    });
    const { outage, options } = run(lonely, 'sa');
    expect(outage.lostLoadW).toBe(1000);
    expect(outage.violations).toEqual([]);
    expect(options).toEqual([]);
  });

  it('says that the intact network has no solution instead of calling what it had new', () => {
    // 3 MW behind 20 mohm at 400 V: beyond U^2 / 4R. Without the line to it the rest has a solution.
    const parts = streets(10_000);
    const heavy = { ...parts, loads: [...parts.loads, load('heavy', 'c', 3e6)] };
    const outcome = contingency(heavy, 'line', 'bc', denseSolver, settings);
    expect([outcome.ok, outcome.issues.map((issue) => issue.code)]).toEqual([false, ['contingency-no-base']]);
  });
});
