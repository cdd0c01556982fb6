import { describe, expect, it } from 'vitest';
import type { ConductorData } from '../../../../src/sim/powerflow/elements/conductorData';
import { lineConstants, type LineConstants } from '../../../../src/sim/powerflow/elements/lineConstants';
import type {
  BareWire,
  ConcentricNeutralCable,
  LineGeometry,
} from '../../../../src/sim/powerflow/elements/lineGeometry';

const DATA: ConductorData = {
  rDcOhmPerM: 2.9e-4,
  rAcOhmPerM: 3e-4,
  gmrM: 0.005,
  radiusM: 0.01,
  capacitanceRadiusM: 0.01,
};
const CORE: ConductorData = {
  rDcOhmPerM: 1e-4,
  rAcOhmPerM: 1.02e-4,
  gmrM: 0.0039,
  radiusM: 0.005,
  capacitanceRadiusM: 0.005,
};

function wire(xM: number, yM: number): BareWire {
  return { kind: 'wire', xM, yM, data: DATA };
}

function cable(xM: number): ConcentricNeutralCable {
  return {
    kind: 'concentricNeutral',
    xM,
    yM: -1,
    data: CORE,
    relativePermittivity: 2.3,
    insulationThicknessM: 0.004,
    insulationDiameterM: 0.022,
    cableDiameterM: 0.03,
    strandCount: 16,
    strandDiameterM: 0.001,
    strandGmrM: 4e-4,
    strandROhmPerM: 0.002,
    semiconductingLayer: true,
  };
}

const OVERHEAD: LineGeometry = {
  conductors: [wire(0, 9), wire(0.9, 10), wire(2.1, 11), wire(1, 7)],
  phases: 3,
  frequencyHz: 50,
  earthResistivityOhmM: 100,
  earthModel: 'deri',
  reduce: true,
};

function solved(line: LineGeometry): LineConstants {
  const result = lineConstants(line);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function codes(line: LineGeometry): string[] {
  const result = lineConstants(line, 'geometry g1');
  return result.ok ? [] : result.issues.map((issue) => `${issue.where ?? ''} ${issue.code}`.trim());
}

function entry(matrix: readonly number[], order: number, i: number, j: number): number {
  return matrix[i * order + j]!;
}

describe('line constants', () => {
  it('gives matrices that are symmetric to the last bit, before and after the reduction', () => {
    for (const reduce of [true, false]) {
      for (const conductors of [OVERHEAD.conductors, [cable(0), cable(0.1), cable(0.25), wire(0.4, -1)]]) {
        const { order, rOhmPerM, xOhmPerM, cFaradPerM } = solved({ ...OVERHEAD, conductors, reduce });
        expect(order).toBe(reduce ? 3 : 4);
        for (const matrix of [rOhmPerM, xOhmPerM, cFaradPerM]) {
          expect(matrix.length).toBe(order * order);
          for (let i = 0; i < order; i++) {
            for (let j = 0; j < i; j++) expect(entry(matrix, order, i, j)).toBe(entry(matrix, order, j, i));
          }
        }
      }
    }
  });

  it('follows the phases when they change places', () => {
    const turned = [2, 0, 1, 3];
    const a = solved(OVERHEAD);
    const b = solved({ ...OVERHEAD, conductors: turned.map((k) => OVERHEAD.conductors[k]!) });
    for (const key of ['rOhmPerM', 'xOhmPerM', 'cFaradPerM'] as const) {
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const wanted = entry(a[key], 3, turned[i]!, turned[j]!);
          expect(Math.abs(entry(b[key], 3, i, j) / wanted - 1)).toBeLessThan(1e-12);
        }
      }
    }
  });

  it('does not depend on where x starts, but on the height and the earth', () => {
    const moved = OVERHEAD.conductors.map((c) => ({ ...c, xM: c.xM + 64 }));
    const a = solved(OVERHEAD);
    const b = solved({ ...OVERHEAD, conductors: moved });
    a.xOhmPerM.forEach((x, k) => expect(Math.abs(b.xOhmPerM[k]! / x - 1)).toBeLessThan(1e-12));
    const wet = solved({ ...OVERHEAD, earthResistivityOhmM: 10 });
    expect(wet.xOhmPerM[0]).toBeLessThan(a.xOhmPerM[0]!);
    const low = solved({ ...OVERHEAD, conductors: OVERHEAD.conductors.map((c) => ({ ...c, yM: c.yM - 3 })) });
    expect(low.cFaradPerM[0]).toBeGreaterThan(a.cFaradPerM[0]!);
  });

  it('takes the capacitance radius where a bundle has its own', () => {
    const bundle = { ...DATA, capacitanceRadiusM: 0.1 };
    const conductors = OVERHEAD.conductors.map((c) => ({ ...c, data: bundle }));
    const a = solved(OVERHEAD);
    const b = solved({ ...OVERHEAD, conductors });
    expect(b.xOhmPerM).toEqual(a.xOhmPerM);
    expect(b.cFaradPerM[0]! / a.cFaradPerM[0]!).toBeGreaterThan(1.3);
  });

  it('needs the radius and the internal reactance where the published GMR does not hold', () => {
    const noGmr = OVERHEAD.conductors.map((c) => ({ ...c, data: { ...DATA, gmrM: 0.002 } }));
    expect(solved({ ...OVERHEAD, conductors: noGmr }).xOhmPerM).not.toEqual(solved(OVERHEAD).xOhmPerM);
    for (const frequencyHz of [40, 1000]) {
      const a = solved({ ...OVERHEAD, frequencyHz });
      expect(solved({ ...OVERHEAD, frequencyHz, conductors: noGmr })).toEqual(a);
    }
  });
});

describe('a cross-section that cannot be', () => {
  it('comes back as the full list of reasons, with the place', () => {
    const bare = { ...wire(5, 0), data: { ...DATA, rDcOhmPerM: NaN, rAcOhmPerM: NaN } };
    expect(codes({ ...OVERHEAD, conductors: [wire(0, 9), wire(0.015, 9), bare], frequencyHz: 0 })).toEqual([
      'line-frequencyHz',
      'conductor 3 line-rDcOhmPerM',
      'conductor 3 line-rAcOhmPerM',
      'conductor 3 line-height',
      'conductors 1, 2 line-distance',
    ]);
  });

  it('is refused for phases that it does not have', () => {
    for (const phases of [0, 5, 1.5]) expect(codes({ ...OVERHEAD, phases })).toContain('line-phases');
  });

  it('is refused for a cable without room for its core and for a bare phase among cables', () => {
    const thick = { ...cable(0.5), insulationThicknessM: 0.011 };
    expect(codes({ ...OVERHEAD, conductors: [cable(0), thick, wire(1, -1)], phases: 3 })).toEqual([
      'conductor 2 line-coreDiameterM',
      'conductor 3 line-conductors',
    ]);
  });

  it('lets cables lie in the ground', () => {
    expect(codes({ ...OVERHEAD, conductors: [cable(0), cable(0.1)], phases: 2 })).toEqual([]);
  });
});
