import { describe, expect, it } from 'vitest';
import type { InjectionTable } from '../../../../src/sim/powerflow/problem';
import { compileLaws, evaluateLaw } from '../../../../src/sim/powerflow/scalar/injectionLaw';

/**
 * OpenDSS's formulas (Load.pas and Generator.pas of dss_capi) for one phase of a load, in volts: the current as a multiple
 * of the voltage, active and reactive part of nominal power WNominal, varNominal each on its own.
 */
const V_BASE = 240;
const [V_MIN, V_MAX, V_LOW] = [0.9, 1.1, 0.4];
const W = 3000;
const VAR = 1200;
const yEq = { p: W / V_BASE ** 2, q: VAR / V_BASE ** 2 };

function scaled(factor: number): { p: number; q: number } {
  return { p: yEq.p * factor, q: yEq.q * factor };
}

/** InterpolateY95_YLow (top = 1 / Vminpu) and InterpolateY95I_YLow (top = 1) as multiples of Yeq. */
function interpolated(vMag: number, top: number): number {
  const iLow = V_LOW * V_BASE;
  const slope = (top * V_BASE - iLow) / (V_MIN * V_BASE - V_LOW * V_BASE);
  return (iLow + slope * (vMag - V_LOW * V_BASE)) / vMag;
}

type Model = (vMag: number) => { p: number; q: number };
const constantPower: Model = (v) => {
  if (v <= V_LOW * V_BASE) return yEq;
  if (v <= V_MIN * V_BASE) return scaled(interpolated(v, 1 / V_MIN));
  if (v > V_MAX * V_BASE) return scaled(1 / V_MAX ** 2);
  return { p: W / v ** 2, q: VAR / v ** 2 };
};
const constantCurrent: Model = (v) => {
  if (v <= V_LOW * V_BASE) return yEq;
  if (v <= V_MIN * V_BASE) return scaled(interpolated(v, 1));
  if (v > V_MAX * V_BASE) return scaled(1 / V_MAX);
  return { p: W / (V_BASE * v), q: VAR / (V_BASE * v) };
};
const inRange = (v: number): boolean => v > V_MIN * V_BASE && v <= V_MAX * V_BASE;
const ZIP = [0.3, 0.5, 0.2, 0.6, 0.1, 0.3] as const;

const MODELS: Record<string, { readonly model: Model; readonly row: Partial<InjectionTable> }> = {
  'constant power (1)': { model: constantPower, row: { zip: Float64Array.of(0, 0, 1, 0, 0, 1) } },
  'constant impedance (2)': { model: () => yEq, row: { zip: Float64Array.of(1, 0, 0, 1, 0, 0) } },
  'constant power, quadratic reactive (3)': {
    model: (v) => (inRange(v) ? { p: W / v ** 2, q: yEq.q } : constantPower(v)),
    row: { zip: Float64Array.of(0, 0, 1, 1, 0, 0), outside: Uint8Array.of(1) },
  },
  'exponential (4)': {
    model: (v) =>
      inRange(v)
        ? { p: (W * (v / V_BASE) ** 0.8) / v ** 2, q: (VAR * (v / V_BASE) ** 3) / v ** 2 }
        : constantPower(v),
    row: {
      zip: Float64Array.of(0, 0, 1, 0, 0, 1),
      exponents: Float64Array.of(0.8, 3),
      outside: Uint8Array.of(1),
    },
  },
  'constant current (5)': { model: constantCurrent, row: { zip: Float64Array.of(0, 1, 0, 0, 1, 0) } },
  'fixed reactive impedance (7)': {
    model: (v) => {
      if (v <= V_LOW * V_BASE) return yEq;
      if (inRange(v)) return { p: W / v ** 2, q: yEq.q };
      return { p: yEq.p / (v > V_BASE ? V_MAX : V_MIN) ** 2, q: yEq.q };
    },
    row: { zip: Float64Array.of(0, 0, 1, 1, 0, 0), outside: Uint8Array.of(3) },
  },
  'ZIP with cut-off (8)': {
    model: (v) => {
      if (v <= V_LOW * V_BASE) return yEq;
      const [i, p] = [constantCurrent(v), constantPower(v)];
      const cut = 0.5 * (1 + Math.tanh(500 * (v / V_BASE - 0.7)));
      return {
        p: cut * (ZIP[0] * yEq.p + ZIP[1] * i.p + ZIP[2] * p.p),
        q: cut * (ZIP[3] * yEq.q + ZIP[4] * i.q + ZIP[5] * p.q),
      };
    },
    row: { zip: Float64Array.from(ZIP), cutOffPu: Float64Array.of(0.7) },
  },
  'generator (constant admittance outside)': {
    model: (v) => (inRange(v) ? constantPower(v) : scaled(1 / (v > V_BASE ? V_MAX : V_MIN) ** 2)),
    row: {
      zip: Float64Array.of(0, 0, 1, 0, 0, 1),
      outside: Uint8Array.of(2),
      limits: Float64Array.of(V_MIN, V_MAX, 0),
    },
  },
};

function table(row: Partial<InjectionTable>): InjectionTable {
  return {
    count: 1,
    plus: Int32Array.of(0),
    minus: Int32Array.of(-1),
    ratedVoltagePu: Float64Array.of(1),
    zip: Float64Array.of(0, 0, 1, 0, 0, 1),
    limits: Float64Array.of(V_MIN, V_MAX, V_LOW),
    ...row,
  };
}

describe('injection law', () => {
  it.each(Object.entries(MODELS))('draws what OpenDSS draws: %s', (_, { model, row }) => {
    const rows = table(row);
    const laws = compileLaws(rows);
    const law = new Float64Array(4);
    for (let step = 1; step <= 130; step++) {
      const u = step / 100;
      evaluateLaw(rows, laws, 0, u, law);
      const expected = model(u * V_BASE);
      expect(law[0]! * yEq.p).toBeCloseTo(expected.p, 12);
      expect(law[1]! * yEq.q).toBeCloseTo(expected.q, 12);
    }
  });

  it.each(Object.entries(MODELS))('gives the slope of itself: %s', (_, { row }) => {
    const rows = table(row);
    const laws = compileLaws(rows);
    const [law, above, below] = [new Float64Array(4), new Float64Array(4), new Float64Array(4)];
    for (const u of [0.2, 0.5, 0.699, 0.702, 0.85, 0.95, 1.05, 1.2]) {
      const h = 1e-6;
      evaluateLaw(rows, laws, 0, u, law);
      evaluateLaw(rows, laws, 0, u + h, above);
      evaluateLaw(rows, laws, 0, u - h, below);
      for (const part of [0, 1]) {
        const slope = (above[part]! - below[part]!) / (2 * h);
        expect(Math.abs(law[2 + part]! - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      }
    }
  });

  it('draws nothing and stays finite at no voltage', () => {
    for (const limits of [Float64Array.of(0, Infinity, 0), Float64Array.of(0.9, 1.1, 0.4)]) {
      const rows = table({ limits });
      const law = new Float64Array(4);
      evaluateLaw(rows, compileLaws(rows), 0, 0, law);
      expect([...law].every(Number.isFinite)).toBe(true);
    }
  });
});
