/** A window of steps that is being filled: `values[offset + step - fromStep]`. Powers are means over a step. */
export interface StepWindow {
  values: Float64Array;
  offset: number;
  fromStep: number;
  toStep: number;
  stepMin: number;
}

/**
 * Adds a block of constant power to every step it overlaps, by the share of the step it covers, so that energy is kept
 * at any step length. Minutes count from the start of the year; what lies outside the window is somebody else's.
 */
export function deposit(window: StepWindow, startMin: number, lengthMin: number, powerW: number): void {
  const { values, fromStep, toStep, stepMin } = window;
  const endMin = startMin + lengthMin;
  const perStep = 1 / stepMin;
  let step = Math.floor(startMin * perStep) | 0;
  let last = Math.floor(endMin * perStep) | 0;
  if (last * stepMin > endMin) last -= 1; // rounded up
  if (last < fromStep || step >= toStep || lengthMin <= 0) return;
  const base = window.offset - fromStep;
  const perMin = powerW * perStep;
  if (step === last) {
    values[base + step] = values[base + step]! + perMin * lengthMin;
    return;
  }
  if (step >= fromStep) {
    values[base + step] = values[base + step]! + perMin * ((step + 1) * stepMin - startMin);
    step += 1;
  } else {
    step = fromStep;
  }
  const whole = last < toStep ? last : toStep;
  for (; step < whole; step += 1) values[base + step] = values[base + step]! + powerW;
  if (last < toStep) values[base + last] = values[base + last]! + perMin * (endMin - last * stepMin);
}
