import type { SolvedCircuit } from '../../../src/sim/powerflow/circuit';

export interface NodeDeviation {
  readonly node: string;
  readonly voltagePu: number;
  readonly angleDeg: number;
}

/**
 * What each node of a reference (columns node, v_mag_volt, angle_deg, v_pu) differs by; per unit of the reference's base.
 * NaN where we have no voltage.
 */
export function nodeDeviations({ compiled, solution }: SolvedCircuit, reference: string): NodeDeviation[] {
  const [head, ...lines] = reference.trim().split('\n');
  const names = head!.split(',');
  const [node, volt, degree, pu] = ['node', 'v_mag_volt', 'angle_deg', 'v_pu'].map((name) =>
    names.indexOf(name),
  );
  return lines.map((line) => {
    const cells = line.split(',');
    const [bus, number] = cells[node!]!.split('.');
    const row = compiled.nodes.nodeOf(bus!, Number(number));
    const [re, im] = [solution.voltageRe[row]!, solution.voltageIm[row]!];
    const reference = Number(cells[volt!]);
    const turned = (Math.atan2(im, re) * 180) / Math.PI - Number(cells[degree!]);
    return {
      node: cells[node!]!,
      voltagePu: (Math.abs(Math.hypot(re, im) - reference) / reference) * Number(cells[pu!]),
      angleDeg: Math.abs(turned - 360 * Math.round(turned / 360)),
    };
  });
}

/** The largest by one of the figures; a NaN is larger than any number. */
export function largestOf(all: readonly NodeDeviation[], by: 'voltagePu' | 'angleDeg'): NodeDeviation {
  return all.reduce((worst, each) => (each[by] <= worst[by] || worst[by] !== worst[by] ? worst : each));
}
