import type { FlowProblem } from '../problem';
import { addBlock, BLOCK_SIZE } from './block3';

/** Differences of mirrored entries below this, as a share of the block's largest entry, are rounding. */
const ROUNDING = 1e-12;

/**
 * [block]: 1 where the block to earth is not its own transpose (README, 13): a source whose Z2 is not its Z1, a machine.
 * The factors take S = (Y + Y')/2 alone; K = (Y - Y')/2 stays outside as a shunt does. For one such source alone the
 * iteration then contracts by |S^-1 K| = |Z2 - Z1| / |Z2 + Z1|, and by less with a network beside it.
 */
export function skewBlocks({ earth, blockCount }: FlowProblem): Uint8Array {
  const result = new Uint8Array(blockCount);
  for (let block = 0; block < blockCount; block++) {
    const at = BLOCK_SIZE * block;
    let largest = 0;
    let difference = 0;
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) {
        for (let part = 0; part < 2; part++) {
          const value = earth[at + 6 * r + 2 * c + part]!;
          largest = Math.max(largest, Math.abs(value));
          difference = Math.max(difference, Math.abs(value - earth[at + 6 * c + 2 * r + part]!));
        }
      }
    }
    if (difference > ROUNDING * largest) result[block] = 1;
  }
  return result;
}

/** target += S of a block to earth. */
export function addSymmetricPart(
  target: Float64Array,
  targetAt: number,
  { earth }: FlowProblem,
  block: number,
): void {
  addBlock(target, targetAt, earth, BLOCK_SIZE * block, 0.5);
  addBlock(target, targetAt, earth, BLOCK_SIZE * block, 0.5, true);
}

/** target += K of a block to earth. */
export function addSkewPart(
  target: Float64Array,
  targetAt: number,
  { earth }: FlowProblem,
  block: number,
): void {
  addBlock(target, targetAt, earth, BLOCK_SIZE * block, 0.5);
  addBlock(target, targetAt, earth, BLOCK_SIZE * block, -0.5, true);
}
