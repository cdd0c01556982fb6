/**
 * ANSI C84.1 service voltage on the 120 V base. Range A 114 to 126 V (0.95 to 1.05); range B 110 to 127 V (from memory:
 * unknown_untraceable). Range A is the rule; B is allowed seldom and for short times; outside B asks for prompt correction.
 */
export const ANSI_RANGE_A_PU = [114 / 120, 126 / 120] as const;
export const ANSI_RANGE_B_PU = [110 / 120, 127 / 120] as const;
/** Largest deviation of line voltages from their mean at no load (from memory: unknown_untraceable). */
export const ANSI_UNBALANCE_MAX = 0.03;

export type AnsiRange = 'A' | 'B' | 'outside';

/** Range of a service voltage in per unit of nominal; undefined for a missing value. */
export function ansiRange(vPu: number): AnsiRange | undefined {
  if (Number.isNaN(vPu)) return undefined;
  if (within(vPu, ANSI_RANGE_A_PU)) return 'A';
  return within(vPu, ANSI_RANGE_B_PU) ? 'B' : 'outside';
}

function within(vPu: number, [low, high]: readonly [number, number]): boolean {
  return vPu >= low - 1e-9 && vPu <= high + 1e-9;
}
