/**
 * Means over windows of `stepsPerMean` steps, V = sqrt(sum V_i^2 / n): how IEC 61000-4-30 (class A, clause 4.4) aggregates
 * shorter intervals to 10 minutes, voltages and unbalance alike. Steps may come in any order, each once; a window
 * with a step that has no value has none, and one whose steps never all came is not handed over.
 */
export class RmsMeans {
  private readonly open = new Map<number, Window>();

  constructor(
    private readonly rows: number,
    private readonly stepsPerMean: number,
  ) {}

  /** One step's values; returns the window's means when it was the last step of its window. */
  add(step: number, values: ArrayLike<number>): ArrayLike<number> | null {
    const { rows, stepsPerMean } = this;
    if (stepsPerMean === 1) return values;
    const index = Math.floor(step / stepsPerMean);
    const window = this.open.get(index) ?? { squares: new Float64Array(rows), steps: 0 };
    const { squares } = window;
    for (let row = 0; row < rows; row++) squares[row]! += values[row]! * values[row]!;
    window.steps += 1;
    if (window.steps < stepsPerMean) {
      this.open.set(index, window);
      return null;
    }
    this.open.delete(index);
    for (let row = 0; row < rows; row++) squares[row] = Math.sqrt(squares[row]! / stepsPerMean);
    return squares;
  }
}

interface Window {
  /** Sums, and at the end the means. */
  readonly squares: Float64Array;
  steps: number;
}
