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
  const { values, offset, fromStep, toStep, stepMin } = window;
  const endMin = startMin + lengthMin;
  const first = Math.max(fromStep, Math.floor(startMin / stepMin));
  for (let step = first; step < toStep; step += 1) {
    const stepStart = step * stepMin;
    if (stepStart >= endMin) return;
    const overlap = Math.min(endMin, stepStart + stepMin) - Math.max(startMin, stepStart);
    const at = offset + step - fromStep;
    values[at] = values[at]! + (powerW * overlap) / stepMin;
  }
}
