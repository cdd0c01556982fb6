import type { WindingConnection } from '../../model/circuit';
import type { DssObject } from './definitions';

export interface WindingObject {
  bus: string;
  connection: WindingConnection;
  kv: number;
  kva: number;
  tap: number;
  /** Per unit of the winding's rating. */
  rPu: number;
  rNeutral: number;
  xNeutral: number;
  minTap: number;
  maxTap: number;
  steps: number;
}

/** A transformer, or the code that transformers are made from. */
export interface TransformerObject extends DssObject {
  phases: number;
  windings: WindingObject[];
  /** From 0. */
  active: number;
  /** Per unit. */
  xHl: number;
  xHt: number;
  xLt: number;
  xSc: number[];
  xChanged: boolean;
  noLoadLossPercent: number;
  magnetisingPercent: number;
  antifloatPpm: number;
  normHkva: number;
  emergHkva: number;
  leads: boolean;
  bank: string;
  constantXr: boolean;
  /** The first winding is in series with the second. */
  auto: boolean;
}

const DEFAULTS: WindingObject = {
  ...{ bus: '', connection: 'wye', kv: 12.47, kva: 1000, tap: 1, rPu: 0.002, rNeutral: -1, xNeutral: 0 },
  ...{ minTap: 0.9, maxTap: 1.1, steps: 32 },
};

export function newWinding(bus: string): WindingObject {
  return { ...DEFAULTS, bus };
}

/** A new number of windings makes all of them anew; short-circuit reactances that were there stay. */
export function setWindings(unit: TransformerObject, count: number): void {
  const buses = unit.windings.map((winding) => winding.bus);
  unit.windings = Array.from({ length: count }, (_, i) => newWinding(buses[i] ?? `${unit.id}_${i + 1}`));
  const pairs = (count * (count - 1)) / 2;
  unit.xSc = Array.from({ length: pairs }, (_, i) => unit.xSc[i] ?? 0.3);
  unit.active = Math.min(unit.active, count - 1);
}

export function ratings(unit: TransformerObject): void {
  unit.normHkva = 1.1 * unit.windings[0]!.kva;
  unit.emergHkva = 1.5 * unit.windings[0]!.kva;
}

/** The first winding's rating is everybody's until they say otherwise; two windings are alike. */
export function setKva(unit: TransformerObject, kva: number): void {
  unit.windings[unit.active]!.kva = kva;
  if (unit.active === 0) {
    for (const winding of unit.windings) winding.kva = kva;
    ratings(unit);
  } else if (unit.windings.length === 2) {
    unit.windings[0]!.kva = kva;
  }
}
