import { describe, expect, it } from 'vitest';
import { nodesOf, violationsIn, type NodeYear } from '../../../src/study/comparison';
import { having } from './fakes';
import { handYear, HOURS } from './handYear';

/** Rating of the transformer `T1` of the handmade district. */
const RATED_VA = 250_000;
const ROWS = { transformers: ['T1'] };

const nodeOf = (id: string, fill: Parameters<typeof handYear>[1], change = {}): NodeYear =>
  nodesOf(handYear(having('', change), fill, ROWS)).find((node) => node.id === id)!;
const parts = (node: NodeYear, id: string) => node.cuts.find((cut) => cut.id === id)!.parts;

describe('the year at a place of the network', () => {
  it('has its peaks in and out with the hours they came', () => {
    const node = nodeOf('district', ({ sourcePW }) => {
      sourcePW.fill(100);
      sourcePW[50] = 900;
      sourcePW[60] = 900;
      sourcePW[4000] = -700;
    });
    expect(node.peakIn).toEqual({ powerW: 900, step: 50 });
    expect(node.peakOut).toEqual({ powerW: 700, step: 4000 });
    expect(node.outJ).toBe(700 * 3600);
    expect(node.inJ).toBe((100 * (HOURS - 3) + 1800) * 3600);
    expect([node.limitVa, node.hoursAboveLimit, node.aboveLimitJ]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(node.peakWeeks[0]).toBe(0);
    expect([...node.durationW.slice(0, 3)]).toEqual([900, 900, 100]);
    expect(node.durationW.at(-1)).toBe(-700);
  });

  it('that never gives has no peak out, and one with a gap tells no peak', () => {
    expect(nodeOf('district', ({ sourcePW }) => sourcePW.fill(5)).peakOut).toEqual({
      powerW: 0,
      step: Number.NaN,
    });
    const gap = nodeOf('district', ({ sourcePW }) => sourcePW.fill(5).set([Number.NaN], 7000));
    expect([gap.peakIn.powerW, gap.inJ]).toEqual([Number.NaN, Number.NaN]);
  });

  it('counts hours above the limit, and the energy that would have to go: at the limit none', () => {
    const fill: Parameters<typeof handYear>[1] = ({ transformerPW, transformerLoading }) => {
      transformerPW.fill(0.5 * RATED_VA);
      transformerLoading.fill(0.5);
      // Full; a quarter over; back-feed at twice the rating.
      [[10, 1, 1], [11, 1.2, 1.25], [12, -2, 2]].forEach(([step, p, loading]) => {
        transformerPW[step!] = p! * RATED_VA;
        transformerLoading[step!] = loading!;
      }); // prettier-ignore
    };
    const node = nodeOf('T1', fill);
    expect(node.limitVa).toBe(RATED_VA);
    expect(node.hoursAboveLimit).toBe(2);
    const kwh = (1.2 * (1 - 1 / 1.25) + 2 * (1 - 1 / 2)) * 250;
    expect(node.aboveLimitJ / 3.6e6).toBeCloseTo(kwh, 9);
    const own = { limits: { profile: 'own', lowerPu: 0.9, upperPu: 1.1, loadingLimit: 0.4, source: 't' } };
    expect(nodeOf('T1', fill, own)).toMatchObject({ limitVa: 0.4 * RATED_VA, hoursAboveLimit: HOURS });
  });

  it('is cut in seasons, day and night, weekdays and weekends, the parts of which sum to the whole', () => {
    // Every hour another power, so that no hour can be in two parts or none.
    const node = nodeOf('T1', ({ transformerPW, transformerLoading }) => {
      for (let step = 0; step < HOURS; step += 1) {
        transformerPW[step] = ((step * 7919) % 1009) - 300;
        transformerLoading[step] = ((step * 104_729) % 997) / 700;
      }
    });
    expect(node.cuts.map(({ id }) => id)).toEqual(['season', 'dayNight', 'week']);
    for (const cut of node.cuts)
      for (const figure of ['hours', 'inJ', 'outJ', 'hoursAboveLimit', 'aboveLimitJ'] as const) {
        const sum = cut.parts.reduce((total, part) => total + part[figure], 0);
        expect(Math.abs(sum / node[figure] - 1), `${cut.id} ${figure}`).toBeLessThan(1e-9);
      }
    for (const cut of node.cuts)
      expect(Math.max(...cut.parts.map(({ peakInW }) => peakInW))).toBe(node.peakIn.powerW);
  });

  it('puts hours where the calendar has them', () => {
    const hoursOf = (id: string) =>
      parts(
        nodeOf('district', ({ sourcePW }) => sourcePW.fill(1)),
        id,
      ).map(({ hours }) => hours);
    expect(hoursOf('season')).toEqual([90, 92, 92, 91].map((days) => days * 24));
    expect(hoursOf('dayNight')).toEqual([365 * 16, 365 * 8]);
    // 365 days from a Monday: 52 weeks and a Monday.
    expect(hoursOf('week')).toEqual([(52 * 5 + 1) * 24, 104 * 24]);
    const only = (step: number, id: string) =>
      parts(
        nodeOf('district', ({ sourcePW }) => sourcePW.set([1], step)),
        id,
      ).map(({ inJ }) => inJ > 0);
    const hour = (day: number, at: number) => day * 24 + at;
    expect(only(hour(58, 23), 'season')).toEqual([true, false, false, false]);
    expect(only(hour(59, 0), 'season')).toEqual([false, true, false, false]);
    expect(only(hour(364, 23), 'season')).toEqual([true, false, false, false]);
    expect(only(hour(3, 5), 'dayNight')).toEqual([false, true]);
    expect(only(hour(3, 6), 'dayNight')).toEqual([true, false]);
    expect(only(hour(3, 22), 'dayNight')).toEqual([false, true]);
    expect(only(hour(4, 23), 'week')).toEqual([true, false]);
    expect(only(hour(5, 0), 'week')).toEqual([false, true]);
  });

  it('is told for the district and for every transformer', () => {
    const nodes = nodesOf(handYear(having(''), undefined, { transformers: ['T1', 'T2'] }));
    expect(nodes.map(({ id }) => id)).toEqual(['district', 'T1', 'T2']);
  });
});

describe('violations', () => {
  const year = (change = {}) =>
    handYear(
      having('', change),
      ({ transformerLoading, ...table }) => {
        table.branchLoadingMax.set([1.05, 0.7, 1.3, 1]);
        table.branchLoadingMaxStep.set([5, 6, 21, 8]);
        table.branchAbove100S.set([7200, 0, 0, 0]);
        table.branchAbove80S.set([36_000, 0, 0, 0]);
        transformerLoading.set([1.1, 1.3, 0.9, 1.1, 1.2], 20);
        transformerLoading.fill(1, HOURS, 2 * HOURS);
        table.busVMinPu.set([0.93, 0.88]);
        table.busVMaxPu.set([1.12, 1]);
        table.busVMinStep.set([1, 2]);
        table.busVMaxStep.set([3, 4]);
        table.busUnderVoltageS.set([0, 10_800]);
        table.busOverVoltageS.set([3600, 0]);
      },
      { transformers: ['T1', 'T2'] },
    );

  it('are what exceeds a limit, with hours and the worst steps; a rating that is just reached is none', () => {
    expect(violationsIn(year())).toEqual([
      { elementId: 'T1', kind: 'transformer', what: 'loading', limit: 1, worst: 1.3, worstStep: 21, hours: 4, topSteps: [21, 24, 20] }, // prettier-ignore
      { elementId: 'l1', kind: 'line', what: 'loading', limit: 1, worst: 1.05, worstStep: 5, hours: 2, topSteps: [5] }, // prettier-ignore
      { elementId: 'b1', kind: 'bus', what: 'overVoltage', limit: 1.1, worst: 1.12, worstStep: 3, hours: 1, topSteps: [3] }, // prettier-ignore
      { elementId: 'b2', kind: 'bus', what: 'underVoltage', limit: 0.9, worst: 0.88, worstStep: 2, hours: 3, topSteps: [2] }, // prettier-ignore
    ]);
  });

  it('follow the limits of the scenario; hours that a year does not keep are not told', () => {
    const limits = { profile: 'own', lowerPu: 0.94, upperPu: 1.2, loadingLimit: 0.8, source: 't' };
    const found = violationsIn(year({ limits }));
    expect(found.map(({ elementId, hours }) => [elementId, hours])).toEqual([
      ['T1', 5],
      ['T2', HOURS],
      ['l1', 10],
      ['b2', Number.NaN],
      ['b1', Number.NaN],
    ]);
  });
});
