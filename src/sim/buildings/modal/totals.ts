import * as header from './header';
import type { ModalTotals } from './modalBlock';
import { shareK, shareW } from './shares';
import { REFERENCE_DEG_C } from './types';

/** Totals of one building from its numbers, see header. */
export function totalsOf(number: (index: number) => number): ModalTotals {
  return {
    heatW: number(header.TOTAL_HEAT),
    coolW: number(header.TOTAL_COOL),
    highestHeatW: number(header.HIGHEST_HEAT),
    highestCoolW: number(header.HIGHEST_COOL),
    tempK: number(header.TOTAL_TEMP),
    lowestDegC: number(header.LOWEST_TEMP) + REFERENCE_DEG_C,
    highestDegC: number(header.HIGHEST_TEMP) + REFERENCE_DEG_C,
  };
}

export function emptyTotals(): Float64Array {
  const totals = new Float64Array(header.TOTALS_NUMBERS);
  totals[header.LOWEST_TEMP] = Infinity;
  totals[header.HIGHEST_TEMP] = -Infinity;
  return totals;
}

/** (14) Adds one step's powers, W, and air temperature, less the reference, as the kernel does. */
export function addStep(totals: Float64Array, heatW: number, coolW: number, tempK: number): void {
  const [heat, cool, temp] = [shareW(heatW), shareW(coolW), shareK(tempK)];
  totals[header.TOTAL_HEAT]! += heat;
  totals[header.TOTAL_COOL]! += cool;
  totals[header.TOTAL_TEMP]! += temp;
  totals[header.HIGHEST_HEAT] = Math.max(totals[header.HIGHEST_HEAT]!, heat);
  totals[header.HIGHEST_COOL] = Math.max(totals[header.HIGHEST_COOL]!, cool);
  totals[header.LOWEST_TEMP] = Math.min(totals[header.LOWEST_TEMP]!, temp);
  totals[header.HIGHEST_TEMP] = Math.max(totals[header.HIGHEST_TEMP]!, temp);
}
