/** From these powers on a cable carries one, two, three, four signs of its flow, W; below the first none. */
export const FLOW_FROM_W = [1e3, 1e4, 5e4, 2.5e5] as const;

/** Signed class of a flow, -4 to 4: how strong and which way; 0 = too little to tell, or not known. */
export function flowClass(pW: number): number {
  const size = FLOW_FROM_W.filter((fromW) => Math.abs(pW) >= fromW).length;
  return pW < 0 ? -size : size;
}
