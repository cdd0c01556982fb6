import type { Factors } from '../../kpi';
import { lineFigures, switchFigures, transformerFigures, type FailureFigures } from './figures';
import type { ProtectedNetwork } from './protectedNetwork';
import type { Fault } from './restoration';

export const FAULT_KINDS = ['line', 'transformer', 'switch'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A place that fails, with its figures. */
export interface FaultPlace extends FailureFigures, Fault {
  readonly kind: FaultKind;
  /** Of the line or transformer; of the line that the switches belong to. */
  readonly elementId: string;
}

/** All places of failure: lines, switches by line, transformers. Open lines are dead and left out, with their switches. */
export function faultPlaces({ network, branches }: ProtectedNetwork, factors: Factors): FaultPlace[] {
  const figuresOf = lineFigures(network, factors);
  return branches.flatMap(({ line, transformer, open, fromSwitch, toSwitch }, branch): FaultPlace[] => {
    if (open) return [];
    if (transformer !== null) {
      const place = { kind: 'transformer', elementId: transformer.id, branch, ofSwitch: false } as const;
      return [{ ...place, ...transformerFigures(factors) }];
    }
    if (line === null) return [];
    const elementId = line.id;
    const itself: FaultPlace = { kind: 'line', elementId, branch, ofSwitch: false, ...figuresOf(line) };
    if (fromSwitch === 'none' && toSwitch === 'none') return [itself];
    return [itself, { kind: 'switch', elementId, branch, ofSwitch: true, ...switchFigures(factors) }];
  });
}
