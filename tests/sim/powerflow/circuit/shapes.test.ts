import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitLoad, CircuitShape } from '../../../../src/model/circuit';
import { compileCircuit, type Moment, rowPowers, SNAPSHOT } from '../../../../src/sim/powerflow/circuit';
import { hourOfDay } from '../../../../src/sim/powerflow/circuit/powers';
import { circuit, generator, line, load, source } from '../../../study/network/circuits';

const shape = (id: string, p: readonly number[], more: Partial<CircuitShape> = {}): CircuitShape => ({
  id,
  intervalS: 3600,
  p: Float64Array.from(p),
  actual: false,
  ...more,
});

/** Power of the only load in kW and kvar. */
function power(
  moment: Moment,
  shapes: readonly CircuitShape[],
  more: Partial<CircuitLoad> = {},
  rest: Partial<Circuit> = {},
): [kw: number, kvar: number] {
  const item = circuit({
    sources: [source('s')],
    lines: [line('sa', 's', 'a')],
    loads: [load('l', 'a', 10e3, { qVar: 5e3, shapes: { yearly: 'y' }, ...more })],
    shapes,
    ...rest,
  });
  const compiled = compileCircuit(item);
  if (!compiled.ok) throw new Error();
  const { pW, qVar } = rowPowers(compiled.value, moment);
  return [
    pW.reduce((sum, value) => sum + value, 0) / 1000,
    qVar.reduce((sum, value) => sum + value, 0) / 1000,
  ];
}

/** Points 1, 2, 3, .. so that the load says which one holds. */
const points = (count: number, intervalS = 3600) =>
  shape(
    'y',
    Array.from({ length: count }, (_, k) => k + 1),
    { intervalS },
  );

const pointAt = (step: number, stepS: number, item: CircuitShape) =>
  Math.round(power({ kind: 'yearly', step, stepS }, [item])[0] / 10);

const pointsOf = (steps: readonly number[], stepS: number, item: CircuitShape) =>
  steps.map((step) => pointAt(step, stepS, item));

describe('a shape', () => {
  it('has its n-th point at step n of its own length, and repeats', () => {
    expect(pointsOf([1, 2, 5, 6, 7, 12, 13], 3600, points(6))).toEqual([1, 2, 5, 6, 1, 6, 1]);
    expect(pointsOf([1, 24, 25, 8760], 3600, points(24))).toEqual([1, 24, 1, 24]);
  });

  it('has the point nearest to the end of a shorter step, halves to the even one, as OpenDSS rounds', () => {
    // Quarter-hours: ends at 0.25, 0.5, .. h. Point 0 is the last one.
    expect(pointsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 900, points(6))).toEqual([
      6, 6, 1, 1, 1, 2, 2, 2, 2, 2, 3,
    ]);
    expect(pointsOf([29, 30, 31, 89, 90, 91], 60, points(6))).toEqual([6, 6, 1, 1, 2, 2]);
  });

  it('is skipped through by longer steps', () => {
    expect(pointsOf([1, 2, 3, 4], 3600, points(12, 900))).toEqual([4, 8, 12, 4]);
    expect(pointsOf([1, 60, 61, 1440], 60, points(1440, 60))).toEqual([1, 60, 61, 1440]);
  });

  it('of one point holds always', () => {
    expect(pointsOf([1, 2, 99], 900, shape('y', [4]))).toEqual([4, 4, 4]);
  });

  it('multiplies active and reactive power, or each by its own', () => {
    const at: Moment = { kind: 'yearly', step: 2, stepS: 3600 };
    expect(power(at, [shape('y', [1, 0.5])])).toEqual([5, 2.5]);
    expect(power(at, [shape('y', [1, 0.5], { q: Float64Array.of(1, 0.2) })])).toEqual([5, 1]);
  });

  it('of actual values stands for kW and kvar; without kvar the rated power factor holds', () => {
    const at: Moment = { kind: 'yearly', step: 2, stepS: 3600 };
    const actual = (q?: Float64Array) =>
      shape('y', [1, 7], { actual: true, ...(q === undefined ? {} : { q }) });
    expect(power(at, [actual(Float64Array.of(9, 3))])).toEqual([7, 3]);
    expect(power(at, [actual(Float64Array.of(9, 0))])).toEqual([7, 0]);
    expect(power(at, [actual()])).toEqual([7, 3.5]);
    expect(power(at, [actual()], { pW: 0 })).toEqual([7, 0]);
    const study = { ...circuit({}).study, loadMultiplier: 2 };
    expect(power(at, [actual()], {}, { study })).toEqual([7, 3.5]);
  });
});

describe('which shape a load follows', () => {
  const all = [shape('y', [2]), shape('d', [3]), shape('u', [4])];
  const of = (kind: 'yearly' | 'daily' | 'duty', shapes: CircuitLoad['shapes']) =>
    power({ kind, step: 1, stepS: 3600 }, all, { shapes })[0] / 10;

  it('is that of the kind asked for; duty falls back on daily, nothing else on anything', () => {
    const three = { yearly: 'y', daily: 'd', duty: 'u' };
    expect([of('yearly', three), of('daily', three), of('duty', three)]).toEqual([2, 3, 4]);
    expect([of('duty', { daily: 'd' }), of('duty', { yearly: 'y' })]).toEqual([3, 1]);
    expect([of('yearly', { daily: 'd' }), of('daily', { yearly: 'y', duty: 'u' })]).toEqual([1, 1]);
  });

  it('is none in a snapshot', () => {
    expect(power(SNAPSHOT, all)[0]).toBe(10);
  });
});

describe('multipliers', () => {
  const study = { ...circuit({}).study, loadMultiplier: 1.5 };
  const at: Moment = { kind: 'yearly', step: 1, stepS: 3600 };

  it('go over all loads that are not fixed', () => {
    expect(power(SNAPSHOT, [], {}, { study })).toEqual([15, 7.5]);
    expect(power(SNAPSHOT, [], { fixed: true }, { study })).toEqual([10, 5]);
    expect(power(at, [shape('y', [2])], {}, { study })).toEqual([30, 15]);
  });

  it('leave the reactive power of a load that holds it', () => {
    for (const kind of ['constantPFixedQ', 'constantPFixedX'] as const) {
      expect(power(at, [shape('y', [2])], { model: { kind } }, { study })).toEqual([30, 5]);
    }
  });

  it('are not for generators, which feed in', () => {
    const fed = { ...generator('g', 'a', 4e3), qVar: 1e3, shapes: { yearly: 'y' } };
    expect(power(at, [shape('y', [0.5])], { pW: 0, qVar: 0 }, { study, generators: [fed] })).toEqual([
      -2, -0.5,
    ]);
  });
});

describe('the hour of the day', () => {
  const at = (step: number, stepS: number) => hourOfDay({ kind: 'yearly', step, stepS });

  it('is that at the end of a step; midnight is hour 24 of the day before', () => {
    expect([at(1, 3600), at(23, 3600), at(24, 3600), at(25, 3600), at(8760, 3600)]).toEqual([
      1, 23, 24, 1, 24,
    ]);
    expect([at(1, 900), at(96, 900), at(97, 900)]).toEqual([0.25, 24, 0.25]);
    expect(hourOfDay(SNAPSHOT)).toBe(0);
  });
});
