import { RAMPS, type Theme } from './palette';

/** The colour of a scenario by its row among all, the baseline first: one colour in tabs, tables and charts. */
export function scenarioColour(row: number, theme: Theme): string {
  const ramp = RAMPS.scenarios[theme];
  return ramp[Math.min(Math.max(0, row), ramp.length - 1)]!;
}
