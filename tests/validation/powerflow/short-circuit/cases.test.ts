import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../../src/model/circuit';
import {
  LARGEST_CURRENTS,
  powerFlowThevenin,
  shortCircuitAt,
  SMALLEST_LV_CURRENTS,
  SMALLEST_MV_CURRENTS,
  type ShortCircuitSettings,
} from '../../../../src/study/network';
import { circuit, line, source, transformer } from '../../../study/network/circuits';
import figures from './case.json';

const { input, expectedA, tolerance } = figures;

/** Self and mutual value of a transposed line. */
const phaseValues = (one: number, zero: number): [number, number] => [(zero + 2 * one) / 3, (zero - one) / 3];

function street(which: 'max' | 'min'): Circuit {
  // IEC 60909-0: Z_Q = c U^2 / S_k''.
  const c = which === 'max' ? 1.1 : 1;
  const z = (c * input.mvVoltageV ** 2) / input.sourceShortCircuitVa[which];
  const x = z / Math.sqrt(1 + input.sourceRoverX ** 2);
  const { rPercent, zPercent, ratedSVa } = input.transformer;
  const unit = transformer('t', 's', 'r', {
    volts: [input.mvVoltageV, input.lvVoltageV],
    shortCircuitXPercent: [Math.sqrt(zPercent ** 2 - rPercent ** 2)],
  });
  const { r1OhmPerKm, r0OhmPerKm, x1OhmPerKm, x0OhmPerKm } = input.line;
  const cable = (id: string, from: string, to: string, lengthM: number) => {
    const [r, rm] = phaseValues((r1OhmPerKm * lengthM) / 1000, (r0OhmPerKm * lengthM) / 1000);
    const [xs, xm] = phaseValues((x1OhmPerKm * lengthM) / 1000, (x0OhmPerKm * lengthM) / 1000);
    return line(id, from, to, { r, rm, x: xs, xm, lengthM });
  };
  return circuit({
    sources: [source('s', { voltageV: input.mvVoltageV / Math.sqrt(3), r: input.sourceRoverX * x, x })],
    transformers: [
      { ...unit, windings: unit.windings.map((each) => ({ ...each, ratedSVa, rPercent: rPercent / 2 })) },
    ],
    lines: [cable('ra', 'r', 'a', input.lengthsM[0]!), cable('ab', 'a', 'b', input.lengthsM[1]!)],
    buses: ['s', 'r', 'a', 'b'].map((id) => ({
      id,
      baseVoltageV: (id === 's' ? input.mvVoltageV : input.lvVoltageV) / Math.sqrt(3),
    })),
  });
}

function settingsOf(which: 'max' | 'min', busId: string): ShortCircuitSettings {
  if (which === 'max') return LARGEST_CURRENTS;
  const level = busId === 's' ? SMALLEST_MV_CURRENTS : SMALLEST_LV_CURRENTS;
  return { ...level, conductorTempDegC: input.endTempDegC };
}

describe(`${figures.topic}, against another implementation`, () => {
  it.each(['max', 'min'] as const)(
    '%s: three-phase, phase to phase and phase to earth at every bus',
    (which) => {
      const parts = street(which);
      const theveninOf = powerFlowThevenin();
      ['s', 'r', 'a', 'b'].forEach((busId, row) => {
        const outcome = shortCircuitAt(parts, busId, theveninOf, settingsOf(which, busId));
        if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
        for (const kind of ['threePhase', 'phasePhase', 'phaseEarth'] as const) {
          const wanted = expectedA[which][kind][row]!;
          for (const fault of outcome.value.faults.filter((each) => each.kind === kind)) {
            expect([
              busId,
              kind,
              Math.abs(fault.currentA / wanted - 1) <= tolerance.currentRelative,
              fault.currentA,
            ]).toEqual([busId, kind, true, fault.currentA]);
          }
        }
      });
    },
  );
});
