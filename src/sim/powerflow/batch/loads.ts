import { type Arena, notOnPages } from './arena';
import * as header from './header';
import type { InjectionPlan } from './injections';
import type { BatchSettings, StepLoads } from './types';

/**
 * Loads on their way into the kernel's layout (header, LOADS): transposed, summed by node or element and, where single
 * precision is asked for, rounded, in one pass.
 */
export interface LoadPorter {
  take(loads: StepLoads, stepCount: number): void;
}

export function reserveLoads(
  plan: InjectionPlan,
  positionOfBlock: Int32Array,
  precision: BatchSettings['precision'],
  chunkSteps: number,
  arena: Arena,
): (buffer: ArrayBuffer) => LoadPorter {
  const positions = positionOfBlock.length;
  const elements = plan.plus.length - plan.fusedCount;
  const single = precision === 'f32';
  const halfBytes = notOnPages(4 * header.LANES * (header.SLOTS * positions + 2 * elements));
  const groupBytes = single ? halfBytes : 2 * halfBytes;
  const bytes = groupBytes * Math.ceil(chunkSteps / header.LANES);
  const at = arena.reserve(header.LOADS, bytes);
  arena.set(header.LOADS_BYTES, groupBytes);
  arena.set(header.LOADS_HALF_BYTES, halfBytes);
  if (!single) arena.reserve(header.POWER32, halfBytes);
  // Slots of 16 bytes.
  const slots = Int32Array.from(plan.plus, (node, sum) =>
    sum < plan.fusedCount
      ? 2 * (3 * positionOfBlock[Math.floor(node / 3)]! + (node % 3))
      : 2 * (3 * positions + sum - plan.fusedCount),
  );
  const perSlot = single ? 4 : 2;
  const target = (buffer: ArrayBuffer): Target => ({
    powers: single ? new Float32Array(buffer, at, bytes / 4) : new Float64Array(buffer, at, bytes / 8),
    perGroup: groupBytes / (single ? 4 : 8),
    lane2: single ? 2 : halfBytes / 8,
    q: perSlot,
  });
  return (buffer) => {
    const to = target(buffer);
    const transpose = single ? transposeToSingle : transposeToDouble;
    return {
      take({ pW, qVar, offset, pitch }, count) {
        for (let sum = 0; sum < slots.length; sum++) {
          const slot = perSlot * slots[sum]!;
          const first = plan.start[sum]!;
          const end = plan.start[sum + 1]!;
          transpose(pW, qVar, offset + plan.rows[first]! * pitch, count, to, slot);
          for (let entry = first + 1; entry < end; entry++) {
            const more = offset + plan.rows[entry]! * pitch;
            addMore(pW, more, count, to, slot);
            addMore(qVar, more, count, to, slot + to.q);
          }
        }
      },
    };
  };
}

/** Where the numbers of a slot stand: groups, third lane after the first, q after p. */
interface Target {
  readonly powers: Float32Array | Float64Array;
  readonly perGroup: number;
  readonly lane2: number;
  readonly q: number;
}

type Powers = Float64Array | Float32Array;

/**
 * [group][p, q][lane] = from[step]; lanes behind the last step repeat it. Twice the same but for the target's type: an
 * engine compiles a loop over one type of array well, over two types badly.
 */
function transposeToSingle(
  pW: Powers,
  qVar: Powers,
  fromAt: number,
  count: number,
  target: Target,
  toAt: number,
): void {
  const { powers, perGroup } = target;
  let at = fromAt;
  let to = toAt;
  for (const end = fromAt + count - 3; at < end; at += 4, to += perGroup) {
    powers[to] = pW[at]!;
    powers[to + 1] = pW[at + 1]!;
    powers[to + 2] = pW[at + 2]!;
    powers[to + 3] = pW[at + 3]!;
    powers[to + 4] = qVar[at]!;
    powers[to + 5] = qVar[at + 1]!;
    powers[to + 6] = qVar[at + 2]!;
    powers[to + 7] = qVar[at + 3]!;
  }
  if (at < fromAt + count) rest(pW, qVar, at, fromAt + count - 1, target, to);
}

function transposeToDouble(
  pW: Powers,
  qVar: Powers,
  fromAt: number,
  count: number,
  target: Target,
  toAt: number,
): void {
  const { powers, perGroup, lane2 } = target;
  let at = fromAt;
  let to = toAt;
  for (const end = fromAt + count - 3; at < end; at += 4, to += perGroup) {
    powers[to] = pW[at]!;
    powers[to + 1] = pW[at + 1]!;
    powers[to + 2] = qVar[at]!;
    powers[to + 3] = qVar[at + 1]!;
    powers[to + lane2] = pW[at + 2]!;
    powers[to + lane2 + 1] = pW[at + 3]!;
    powers[to + lane2 + 2] = qVar[at + 2]!;
    powers[to + lane2 + 3] = qVar[at + 3]!;
  }
  if (at < fromAt + count) rest(pW, qVar, at, fromAt + count - 1, target, to);
}

/** Of the last group less than LANES steps. */
function rest(pW: Powers, qVar: Powers, fromAt: number, last: number, target: Target, toAt: number): void {
  const { powers, q } = target;
  for (let lane = 0; lane < header.LANES; lane++) {
    const to = laneAt(toAt, lane, target);
    powers[to] = pW[Math.min(last, fromAt + lane)]!;
    powers[to + q] = qVar[Math.min(last, fromAt + lane)]!;
  }
}

function addMore(from: Powers, fromAt: number, count: number, target: Target, toAt: number): void {
  const { powers, perGroup } = target;
  for (let step = 0, group = toAt; step < count; step += header.LANES, group += perGroup) {
    for (let lane = 0; lane < header.LANES && step + lane < count; lane++) {
      const to = laneAt(group, lane, target);
      powers[to] = powers[to]! + from[fromAt + step + lane]!;
    }
  }
}

function laneAt(slot: number, lane: number, { lane2 }: Target): number {
  return slot + (lane & 1) + (lane >> 1) * lane2;
}
