/**
 * Thomas elimination of one chain, README eq. 11: nodes `first` to `last` with C/dt on the diagonal, conductances to what
 * lies before the first and behind the last node. Afterwards T_last = (rhs + carried T_before + g_behind T_behind) / pivot.
 */
export interface Elimination {
  /** [node] pivots, right-hand sides and the weight of the temperature before the first node. */
  readonly pivot: Float64Array;
  readonly rhs: Float64Array;
  readonly carried: Float64Array;
}

/** `loadW` = C/dt T_old + sources (+ g_before T_before where that is known) per node, in `rhs` on entry. */
export function eliminateChain(
  e: Elimination,
  capacityJPerK: Float64Array,
  linkWPerK: Float64Array,
  first: number,
  last: number,
  inverseDtPerS: number,
  beforeWPerK: number,
  behindWPerK: number,
): void {
  const { pivot, rhs, carried } = e;
  let link = 0;
  for (let i = first; i <= last; i += 1) {
    const next = i < last ? linkWPerK[i]! : behindWPerK;
    let diagonal = capacityJPerK[i]! * inverseDtPerS + next;
    if (i === first) {
      diagonal += beforeWPerK;
      carried[i] = beforeWPerK;
    } else {
      const ratio = link / pivot[i - 1]!;
      diagonal += link - link * ratio;
      rhs[i]! += ratio * rhs[i - 1]!;
      carried[i] = ratio * carried[i - 1]!;
    }
    pivot[i] = diagonal;
    link = next;
  }
}

/** Temperatures from the last node back; `beforeDegC` counts only where the weight before was left open. */
export function substituteChain(
  e: Elimination,
  linkWPerK: Float64Array,
  first: number,
  last: number,
  beforeDegC: number,
  lastDegC: number,
  nodeDegC: Float64Array,
): void {
  nodeDegC[last] = lastDegC;
  for (let i = last - 1; i >= first; i -= 1) {
    nodeDegC[i] = (e.rhs[i]! + e.carried[i]! * beforeDegC + linkWPerK[i]! * nodeDegC[i + 1]!) / e.pivot[i]!;
  }
}
