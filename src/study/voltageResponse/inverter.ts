import type { VoltVar, VoltWatt } from '../../model/building';

/** An inverter that follows its voltage: columns of the phases it is on, ratings, curves. */
export interface AnsweringInverter {
  readonly phases: readonly number[];
  readonly ratedW: number;
  readonly voltVar: VoltVar | null;
  readonly voltWatt: VoltWatt | null;
  /** Most that may leave the building; Infinity where nothing limits it. */
  readonly exportLimitW: number;
}

/** Share of the apparent rating that volt-var asks for: positive is fed, negative taken. */
export function voltVarShare({ v1Pu, v2Pu, v3Pu, v4Pu, share }: VoltVar, vPu: number): number {
  if (vPu <= v1Pu) return share;
  if (vPu < v2Pu) return (share * (v2Pu - vPu)) / (v2Pu - v1Pu);
  if (vPu <= v3Pu) return 0;
  if (vPu < v4Pu) return (-share * (vPu - v3Pu)) / (v4Pu - v3Pu);
  return -share;
}

/** Largest active power that volt-watt allows, as a share of the rating. */
export function voltWattShare({ v1Pu, v2Pu, shareAbove }: VoltWatt, vPu: number): number {
  if (vPu <= v1Pu) return 1;
  if (vPu >= v2Pu) return shareAbove;
  return 1 + ((shareAbove - 1) * (vPu - v1Pu)) / (v2Pu - v1Pu);
}

/** Active power that is left of what the sun offers, W. */
export function activeW({ voltWatt, ratedW }: AnsweringInverter, offeredW: number, vPu: number): number {
  return voltWatt === null ? offeredW : Math.min(offeredW, voltWattShare(voltWatt, vPu) * ratedW);
}

/** Reactive power fed beside active power pW, var: what the curve asks for, as far as sqrt(S^2 - P^2) leaves room. */
export function reactiveVar({ voltVar }: AnsweringInverter, pW: number, vPu: number): number {
  if (voltVar === null) return 0;
  const { ratedSVa } = voltVar;
  const roomVar = Math.sqrt(Math.max(ratedSVa * ratedSVa - pW * pW, 0));
  return Math.max(-roomVar, Math.min(roomVar, voltVarShare(voltVar, vPu) * ratedSVa));
}
