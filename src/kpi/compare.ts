import { formatQuantity } from '../units';
import type { Kpi } from './districtKpis';

/** One indicator in two scenarios. `delta` is b - a; exactly 0 where nothing changed. */
export interface KpiDelta {
  readonly kpi: Kpi;
  readonly a: number;
  readonly b: number;
  readonly delta: number;
  /** Relative to a; NaN when a is 0. */
  readonly relative: number;
  /** `same` as well where the difference vanishes at the precision that is shown; `delta` keeps it. */
  readonly verdict: 'better' | 'worse' | 'same' | 'different';
}

export function compareKpis(a: readonly Kpi[], b: readonly Kpi[]): readonly KpiDelta[] {
  const byId = new Map(b.map((kpi) => [kpi.id, kpi.value]));
  return a.map((kpi) => {
    const other = byId.get(kpi.id) ?? Number.NaN;
    // What cannot be told in either does not differ.
    const delta = Object.is(other, kpi.value) ? 0 : other - kpi.value;
    return {
      kpi,
      a: kpi.value,
      b: other,
      delta,
      relative: delta / (kpi.value === 0 ? Number.NaN : kpi.value),
      verdict: vanishes(kpi.value, other, kpi.unit) ? 'same' : verdictOf(kpi, delta),
    };
  });
}

/** A smaller part of a value than this is rounding of sums, or nothing that anybody could act on. */
const LEAST_SHARE = 1e-4;

/**
 * Whether two values differ in nothing that is shown: the same three digits, and less than a ten-thousandth apart. A small but real
 * change inside the digits (a house in a town) is still told.
 */
export function vanishes(a: number, b: number, unit: string): boolean {
  if (a === b) return true;
  return Math.abs(b - a) < LEAST_SHARE * Math.abs(a) && formatQuantity(a, unit) === formatQuantity(b, unit);
}

function verdictOf(kpi: Kpi, delta: number): KpiDelta['verdict'] {
  if (delta === 0) return 'same';
  if (kpi.betterWhen === 'neither' || delta !== delta) return 'different';
  return delta < 0 === (kpi.betterWhen === 'lower') ? 'better' : 'worse';
}
