import { regulatorRatio, type PlacedRegulator } from './regulators';

/**
 * How regulators move (README, 23): each from where it starts, which is the middle, towards its band, one way only, until it is
 * inside or at the end of its range; those above first. One that has moved sends those below it back to their start. So every
 * search ends: a position is taken at most once for each set of positions above it.
 */
export class TapRule {
  /** [regulator][step] */
  readonly taps: Int32Array;
  /** [regulator][step]: where its search starts. */
  private readonly starts: Int32Array;

  constructor(
    private readonly placed: readonly PlacedRegulator[],
    private readonly stepCount: number,
  ) {
    this.taps = new Int32Array(placed.length * stepCount);
    this.starts = new Int32Array(placed.length * stepCount);
  }

  /** Lets a step start from the middle, or with the regulators that none stands above at the upper end of their ranges. */
  startFrom(step: number, start: 'middle' | 'top'): void {
    this.placed.forEach(({ above, settings: { maxTap } }, r) => {
      const at = r * this.stepCount + step;
      this.starts[at] = start === 'top' && above < 0 ? maxTap : 0;
      this.taps[at] = this.starts[at]!;
    });
  }

  ratio(regulator: number, step: number): number {
    return regulatorRatio(this.placed[regulator]!, this.taps[regulator * this.stepCount + step]!);
  }

  /** Moves what is out of its band at held voltages `vPu`, by regulator; whether anything moved. */
  move(step: number, vPu: Float64Array): boolean {
    const { placed, taps, stepCount } = this;
    const moved = new Uint8Array(placed.length);
    let any = false;
    placed.forEach(({ above }, r) => {
      const at = r * stepCount + step;
      if (above >= 0 && moved[above] === 1) {
        moved[r] = 1;
        taps[at] = this.starts[at]!;
        return;
      }
      const by = this.wanted(r, taps[at]!, this.starts[at]!, vPu[r]!);
      if (by === 0) return;
      moved[r] = 1;
      any = true;
      taps[at]! += by;
    });
    return any;
  }

  /**
   * Positions that a regulator moves on, with sign. One less than what would do if the powers behind it stayed as they are: loads of
   * constant power answer to a step with a little more of the same, and the position nearest to the start is not to be missed.
   */
  private wanted(r: number, tap: number, start: number, vPu: number): number {
    const regulator = this.placed[r]!;
    const { setPointPu, bandPu, minTap, maxTap } = regulator.settings;
    const way = vPu < setPointPu - bandPu / 2 ? 1 : vPu > setPointPu + bandPu / 2 ? -1 : 0;
    if (way === 0 || way * (tap - start) < 0) return 0;
    const room = way > 0 ? maxTap - tap : tap - minTap;
    if (room === 0) return 0;
    // Where the middle has no solution loads answer to a step with a lot more of the same: one by one from the top.
    if (start !== 0) return way;
    const edgePu = setPointPu - (way * bandPu) / 2;
    const perRatio = vPu / regulatorRatio(regulator, tap);
    let far = 1;
    while (far < room && way * (edgePu - perRatio * regulatorRatio(regulator, tap + way * far)) > 0) far++;
    return way * Math.max(1, far - 1);
  }
}
