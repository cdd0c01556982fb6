/** Load-duration curve: the steps of a series, largest first; value i is reached or exceeded in i + 1 steps. */
export function loadDurationCurve(loadW: ArrayLike<number>): Float64Array {
  return Float64Array.from(loadW).sort().reverse();
}

/** Hours in which the load is above a value, from the curve; a step at the value does not count. NaN where it has gaps. */
export function hoursAbove(curveW: Float64Array, valueW: number, stepS: number): number {
  // Gaps sort to the beginning.
  if (Number.isNaN(curveW[0])) return Number.NaN;
  let low = 0;
  let high = curveW.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curveW[middle]! > valueW) low = middle + 1;
    else high = middle;
  }
  return (low * stepS) / 3600;
}
