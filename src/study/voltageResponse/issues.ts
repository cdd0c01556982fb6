import type { Issue } from '../../model/outcome';
import type { RunResult } from '../runResult';

/** Warns of steps in which loads and voltages did not come to rest; empty where all did. */
export function voltageResponseIssues(
  districtId: string,
  { table }: Pick<RunResult, 'table'>,
): readonly Issue[] {
  let [unsettled, first] = [0, -1];
  table.responseRounds.forEach((rounds, step) => {
    // A step without a power flow is told of elsewhere.
    if (!(rounds < 0) || table.iterations[step]! < 0) return;
    if (unsettled === 0) first = step;
    unsettled += 1;
  });
  if (unsettled === 0) return [];
  return [
    {
      severity: 'warning',
      code: 'voltage-response-unsettled',
      source: districtId,
      field: 'responseRounds',
      value: String(unsettled),
      message: `In ${unsettled} of ${table.responseRounds.length} steps, first in step ${first}, inverters and voltages did not come to rest; the nearest state found counts.`,
      remedy: 'Take flatter curves, or a stronger network, where inverters swing.',
    },
  ];
}
