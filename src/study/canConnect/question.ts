import type { Connection, Phase } from '../../model/building';
import type { Limits } from '../../model/limits';
import { reactivePowerVar } from '../network/hostedTechnology';
import type { AddedLoad } from './solved';

/** Can this bus of a district take so much, in every hour of its year? */
export interface ConnectQuestion {
  readonly busId: string;
  /** Of all phases together, at all hours. */
  readonly pW: number;
  readonly direction: 'load' | 'generation';
  /** |P|/S; reactive power is drawn, by generation too. */
  readonly powerFactor: number;
  readonly phases: readonly Phase[];
  readonly limits: Limits;
}

const COLUMN: Readonly<Record<Phase, 0 | 1 | 2>> = { a: 0, b: 1, c: 2 };

export function addedLoad({ direction, powerFactor, phases }: ConnectQuestion, pW: number): AddedLoad {
  const active: [number, number, number] = [0, 0, 0];
  const reactive: [number, number, number] = [0, 0, 0];
  for (const phase of phases) {
    const each = pW / phases.length;
    const qVar = reactivePowerVar(direction, each, powerFactor);
    active[COLUMN[phase]] = direction === 'load' ? each : -each;
    reactive[COLUMN[phase]] = direction === 'load' ? qVar : -qVar;
  }
  return { pW: active, qVar: reactive };
}

/** The connection that the power flow is given; its fuse is not judged. */
export const connectionOf = ({ busId, phases }: ConnectQuestion): Connection => ({
  busId,
  phases,
  mainFuseA: Number.POSITIVE_INFINITY,
});
