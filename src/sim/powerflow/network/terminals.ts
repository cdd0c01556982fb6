import type { CompiledNetwork } from './compiled';
import type { CompiledRegulators } from './regulators';

const PHASES = 3;

/** What a power flow says at the ends of the regulators' branches in one step, in the network with all of them in the middle. */
export class Terminals {
  /** [P, Q][regulator][phase]: into the branch at its upstream end, W and var. */
  readonly powers: readonly [Float64Array, Float64Array];

  constructor(
    net: CompiledNetwork,
    private readonly regulators: CompiledRegulators,
    private readonly v: Float64Array,
    private readonly width: number,
    private readonly at: number,
  ) {
    const count = PHASES * regulators.placed.length;
    this.powers = [new Float64Array(count), new Float64Array(count)];
    regulators.placed.forEach(({ branch, turned }, r) =>
      this.fill(net, net.tableOfBranch[branch]!, turned, r),
    );
  }

  private part(r: number, end: 0 | 1, phase: number, part: 0 | 1): number {
    return this.v[(2 * (PHASES * (2 * r + end) + phase) + part) * this.width + this.at]!;
  }

  /** i = y_near V_near + y_far V_far, S = V_near conj(i). */
  private fill({ branches }: CompiledNetwork, row: number, turned: boolean, r: number): void {
    const near = turned ? branches.yTT : branches.yFF;
    for (let f = 0; f < PHASES; f++) {
      let [iRe, iIm] = [0, 0];
      for (let g = 0; g < PHASES; g++) {
        const own = 18 * row + 2 * (PHASES * f + g);
        const far = turned ? 18 * row + 2 * (PHASES * g + f) : own;
        const [nRe, nIm, fRe, fIm] = [near[own]!, near[own + 1]!, branches.yFT[far]!, branches.yFT[far + 1]!];
        const [vRe, vIm] = [this.part(r, 0, g, 0), this.part(r, 0, g, 1)];
        const [wRe, wIm] = [this.part(r, 1, g, 0), this.part(r, 1, g, 1)];
        iRe += nRe * vRe - nIm * vIm + fRe * wRe - fIm * wIm;
        iIm += nRe * vIm + nIm * vRe + fRe * wIm + fIm * wRe;
      }
      const [vRe, vIm] = [this.part(r, 0, f, 0), this.part(r, 0, f, 1)];
      this.powers[0][PHASES * r + f] = vRe * iRe + vIm * iIm;
      this.powers[1][PHASES * r + f] = vIm * iRe - vRe * iIm;
    }
  }

  /** Mean of the three phases where a regulator holds it: the LV busbar of a transformer, right behind a line's regulator. */
  heldPu(r: number): number {
    const end = this.regulators.placed[r]!.isTransformer ? 1 : 0;
    let sum = 0;
    for (let f = 0; f < PHASES; f++) {
      const [re, im] = [this.part(r, end, f, 0), this.part(r, end, f, 1)];
      sum += Math.sqrt(re * re + im * im);
    }
    return sum / PHASES;
  }
}
