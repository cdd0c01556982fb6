import type { CircuitTransformer, DeltaRotation, WindingConnection } from '../model/circuit';

/** How one winding is joined, as vector groups spell it. */
export interface WindingGroup {
  readonly connection: WindingConnection;
  /** Star point earthed. */
  readonly earthed: boolean;
  /** A zigzag star; it has no connection of its own here and is taken as an earthed star. */
  readonly zigzag: boolean;
}

export interface VectorGroup {
  readonly high: WindingGroup;
  readonly low: WindingGroup;
}

const SPELLING = /^(YN|Y|D|ZN|Z)(YN|Y|D|ZN|Z)(\d{1,2})?$/;

/** `Dyn`, `YNyn0`, `Yzn5`; the number, if any, is left to the phase shift. Null for anything else. */
export function parseVectorGroup(text: string): VectorGroup | null {
  const match = SPELLING.exec(text.toUpperCase());
  return match ? { high: windingGroup(match[1]!), low: windingGroup(match[2]!) } : null;
}

function windingGroup(letters: string): WindingGroup {
  const zigzag = letters.startsWith('Z');
  return {
    connection: letters === 'D' ? 'delta' : 'wye',
    earthed: letters.endsWith('N'),
    zigzag,
  };
}

/** Without a vector group: Dyn for odd clock numbers, YNyn for even ones, so that both sides see the earth where they can. */
export function usualGroup(clock: number): VectorGroup {
  const star: WindingGroup = { connection: 'wye', earthed: true, zigzag: false };
  return { high: clock % 2 === 1 ? { ...star, connection: 'delta', earthed: false } : star, low: star };
}

/** How the low side is joined so that it lags the high side by `clock` x 30 degrees. */
export interface ClockPlacement {
  readonly deltaRotation: DeltaRotation;
  /** Nodes of the low side's phases a, b, c. */
  readonly lowNodes: readonly number[];
  readonly lowReversed: boolean;
}

/** Phase a of the low side on node 1, 2 or 3 turns node 1 by 0, 8 or 4 hours on the clock. */
const NODES_BY_TURN: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 3],
  4: [3, 1, 2],
  8: [2, 3, 1],
};

/**
 * A star against a delta gives clock 1 (lag) or 11 (lead); equal windings give 0. Naming the low side's phases anew adds
 * 4 or 8 hours, swapping the ends of its windings 6: every clock number of the parity is reached.
 */
export function placeClock(clock: number, group: VectorGroup): ClockPlacement | null {
  const mixed = group.high.connection !== group.low.connection;
  if ((clock % 2 === 1) !== mixed) return null;
  const starts: readonly (readonly [hours: number, rotation: DeltaRotation, reversed: boolean])[] = mixed
    ? [
        [1, 'lag', false],
        [11, 'lead', false],
      ]
    : [
        [0, 'lag', false],
        [6, 'lag', true],
      ];
  for (const [hours, deltaRotation, lowReversed] of starts) {
    const lowNodes = NODES_BY_TURN[(clock - hours + 12) % 12];
    if (lowNodes) return { deltaRotation, lowNodes, lowReversed };
  }
  return null;
}

/** Hours by which nodes 1, 2, 3 lag the phases that stand on `nodes`; null for another order than a cyclic one. */
function turnOf(nodes: readonly number[]): number | null {
  for (const [hours, order] of Object.entries(NODES_BY_TURN)) {
    if (order.every((node, k) => node === nodes[k])) return Number(hours);
  }
  return null;
}

/** The clock number of a three-phase two-winding unit, the way back from `placeClock`. */
export function clockOf(transformer: CircuitTransformer): number | null {
  const [first, second] = transformer.windings;
  if (!first || !second) return null;
  const turns = [turnOf(first.terminal.nodes.slice(0, 3)), turnOf(second.terminal.nodes.slice(0, 3))];
  if (turns[0] === null || turns[1] === null) return null;
  let hours = turns[1]! - turns[0]!;
  if (first.connection !== second.connection) {
    const lags = transformer.deltaRotation === 'lag';
    const firstIsHigh = first.ratedVoltageV >= second.ratedVoltageV;
    hours += lags === firstIsHigh ? 1 : 11;
  }
  if ((first.reversed === true) !== (second.reversed === true)) hours += 6;
  return ((hours % 12) + 12) % 12;
}
