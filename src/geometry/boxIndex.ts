import Flatbush from 'flatbush';
import type { Box } from './polygon';

/** Answers which of many boxes meet a given one; built once. */
export interface BoxIndex {
  /** Rows of the boxes that meet `box`, ascending. */
  meeting(box: Box): number[];
}

export function indexBoxes(boxes: readonly Box[]): BoxIndex {
  if (boxes.length === 0) return { meeting: () => [] };
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(box.minX, box.minY, box.maxX, box.maxY);
  tree.finish();
  return {
    meeting: (box) => tree.search(box.minX, box.minY, box.maxX, box.maxY).sort((a, b) => a - b),
  };
}
