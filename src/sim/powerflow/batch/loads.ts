import type { Arena } from './arena';
import * as header from './header';
import type { InjectionPlan } from './injections';
import type { StepLoads } from './types';

/**
 * Loads on their way into the kernel's layout, [group of LANES steps][position][phase][p, q][lane] and behind it the
 * elements' [element][p, q][lane], as negative sums of their rows: transposed and summed in one pass.
 */
export interface LoadPorter {
  take(loads: StepLoads, stepCount: number): void;
}

/** Numbers of a group: not a multiple of a page, or the groups' lines of one row would share cache sets. */
function groupNumbers(positions: number, elements: number): number {
  const lines = Math.ceil((header.LANES * (header.SLOTS * positions + 2 * elements)) / 8);
  return 8 * (lines + ((lines & 63) === 0 ? 1 : 0));
}

export function reserveLoads(
  plan: InjectionPlan,
  positionOfBlock: Int32Array,
  chunkSteps: number,
  arena: Arena,
): (buffer: ArrayBuffer) => LoadPorter {
  const positions = positionOfBlock.length;
  const perGroup = groupNumbers(positions, plan.plus.length - plan.fusedCount);
  const numbers = perGroup * Math.ceil(chunkSteps / header.LANES);
  const at = arena.reserve(header.LOADS, 8 * numbers);
  arena.set(header.LOADS_BYTES, 8 * perGroup);
  arena.set(header.LOADS_NUMBERS, perGroup);
  arena.reserve(header.POWER32, 4 * perGroup);
  const slots = Int32Array.from(plan.plus, (node, sum) => {
    const fused = sum < plan.fusedCount;
    const pair = fused
      ? 3 * positionOfBlock[Math.floor(node / 3)]! + (node % 3)
      : 3 * positions + sum - plan.fusedCount;
    return 2 * header.LANES * pair;
  });
  return (buffer) => {
    const powers = new Float64Array(buffer, at, numbers);
    return {
      take({ pW, qVar, offset, pitch }, stepCount) {
        for (let sum = 0; sum < slots.length; sum++) {
          const to = slots[sum]!;
          const first = plan.start[sum]!;
          const end = plan.start[sum + 1]!;
          const from = offset + plan.rows[first]! * pitch;
          transpose(pW, qVar, from, stepCount, powers, to, perGroup);
          for (let entry = first + 1; entry < end; entry++) {
            const more = offset + plan.rows[entry]! * pitch;
            transposeMore(pW, more, stepCount, powers, to, perGroup);
            transposeMore(qVar, more, stepCount, powers, to + header.LANES, perGroup);
          }
        }
      },
    };
  };
}

/** to[group][p, q][lane] = -from[step]; lanes behind the last step repeat it. */
function transpose(
  pW: Float64Array | Float32Array,
  qVar: Float64Array | Float32Array,
  fromAt: number,
  count: number,
  to: Float64Array,
  toAt: number,
  perGroup: number,
): void {
  let at = fromAt;
  let group = toAt;
  for (const end = fromAt + count - 3; at < end; at += 4, group += perGroup) {
    to[group] = -pW[at]!;
    to[group + 1] = -pW[at + 1]!;
    to[group + 2] = -pW[at + 2]!;
    to[group + 3] = -pW[at + 3]!;
    to[group + 4] = -qVar[at]!;
    to[group + 5] = -qVar[at + 1]!;
    to[group + 6] = -qVar[at + 2]!;
    to[group + 7] = -qVar[at + 3]!;
  }
  if (at === fromAt + count) return;
  const last = fromAt + count - 1;
  for (let lane = 0; lane < 4; lane++) {
    to[group + lane] = -pW[Math.min(last, at + lane)]!;
    to[group + 4 + lane] = -qVar[Math.min(last, at + lane)]!;
  }
}

function transposeMore(
  from: Float64Array | Float32Array,
  fromAt: number,
  count: number,
  to: Float64Array,
  toAt: number,
  perGroup: number,
): void {
  for (let step = 0, group = toAt; step < count; step += 4, group += perGroup) {
    for (let lane = 0; lane < 4 && step + lane < count; lane++) {
      to[group + lane] = to[group + lane]! - from[fromAt + step + lane]!;
    }
  }
}
