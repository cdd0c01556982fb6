import { type PhasorTriple, unbalanceFactor } from '../unbalance';
import { writeBranches } from './branchBlocks';
import { LANES } from './header';
import type { OutputPlan, OutputViews } from './outputs';
import type { VoltageExtremes } from './types';

/** Writes one step's results into the chunk as the kernel does: for steps that the scalar solver decided. */
export class StepWriter {
  constructor(
    private readonly plan: OutputPlan,
    private readonly views: OutputViews,
  ) {}

  /** `voltage`: [block][3][re, im]. A step without a solution leaves NaN. */
  write(step: number, studyStep: number, voltage: Float64Array, solved: boolean): void {
    const { views, plan } = this;
    const { voltages, voltagePitch } = views;
    const kind = plan.voltageKind;
    plan.nodes.forEach((node, at) => {
      const re = solved ? voltage[2 * node]! : NaN;
      const im = solved ? voltage[2 * node + 1]! : NaN;
      const square = re * re + im * im;
      if (kind === 3) {
        voltages[2 * at * voltagePitch + step] = re;
        voltages[(2 * at + 1) * voltagePitch + step] = im;
      } else if (kind !== 0) voltages[at * voltagePitch + step] = Math.sqrt(square);
      if (plan.extremes) this.keep(at, square, studyStep);
    });
    for (let three = 0; three < plan.unbalanceCount; three++)
      views.unbalance[three * views.unbalancePitch + step] = solved
        ? unbalanceFactor(phasorsOf(voltage, plan.nodes, 3 * three))
        : NaN;
    if (plan.branches) writeBranches(plan.branches, voltage, solved, step, views);
    else views.lossesW[step] = 0;
  }

  private keep(at: number, square: number, studyStep: number): void {
    const { lowest, highest, lowestStep, highestStep } = this.views;
    const slot = at * LANES;
    if (square < lowest[slot]!) {
      lowest[slot] = square;
      lowestStep[slot] = studyStep;
    }
    if (square > highest[slot]!) {
      highest[slot] = square;
      highestStep[slot] = studyStep;
    }
  }

  extremes(): VoltageExtremes {
    const { views, plan } = this;
    const count = plan.extremes ? plan.nodes.length : 0;
    const low = overLanes(count, views.lowest, views.lowestStep, (a, b) => a < b);
    const high = overLanes(count, views.highest, views.highestStep, (a, b) => a > b);
    return {
      lowestPu: low.magnitude,
      lowestStep: low.step,
      highestPu: high.magnitude,
      highestStep: high.step,
    };
  }
}

function phasorsOf(voltage: Float64Array, nodes: Int32Array, first: number): PhasorTriple {
  const [a, b, c] = [2 * nodes[first]!, 2 * nodes[first + 1]!, 2 * nodes[first + 2]!];
  return [voltage[a]!, voltage[a + 1]!, voltage[b]!, voltage[b + 1]!, voltage[c]!, voltage[c + 1]!];
}

function overLanes(
  count: number,
  squares: Float64Array,
  steps: Float64Array,
  better: (a: number, b: number) => boolean,
): { readonly magnitude: Float64Array; readonly step: Int32Array } {
  const magnitude = new Float64Array(count).fill(NaN);
  const step = new Int32Array(count).fill(-1);
  for (let at = 0; at < count; at++) {
    let square = NaN;
    for (let lane = at * LANES; lane < (at + 1) * LANES; lane++) {
      if (steps[lane]! < 0) continue;
      const value = squares[lane]!;
      const earlier = value === square && steps[lane]! < step[at]!;
      if (step[at] !== -1 && !better(value, square) && !earlier) continue;
      square = value;
      step[at] = steps[lane]!;
    }
    magnitude[at] = Math.sqrt(square);
  }
  return { magnitude, step };
}
