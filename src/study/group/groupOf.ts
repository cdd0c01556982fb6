import { groupYear, type GroupYear } from '../../kpi/community';
import type { District } from '../../model/district';
import { fail, succeed, type Outcome } from '../../model/outcome';
import type { BaseEdit } from '../../model/scenario';
import type { Selector } from '../../model/selector';
import { applyBaseEdits, selectedBy } from '../../scenario';
import { meterNetW, type MeterYear } from '../loads/meterYear';

/** Buildings that a selector names, as they stand today: corrections included, before any measure. */
export function groupRows(
  selector: Selector,
  district: District,
  baseEdits: readonly BaseEdit[],
  source: string,
): Outcome<readonly number[]> {
  // What is wrong with a correction the run itself says.
  const edited = applyBaseEdits(district, baseEdits);
  const { ids, issues } = selectedBy(selector, edited.district, 'building', { source, where: 'rule' });
  if (issues.some(({ severity }) => severity === 'error')) return fail(issues);
  const rows = district.buildings.flatMap(({ id }, row) => (ids.has(id) ? [row] : []));
  if (rows.length > 0) return succeed(rows, issues);
  // A group of nobody has no year: what is a warning of a measure is the end of a question.
  return fail(issues.map((issue) => ({ ...issue, severity: 'error' as const })));
}

/**
 * The year of a group from the meters of its buildings: `groupYear` (src/kpi/community) over what they take and give together, of
 * which they give each other min(sum D, sum X) in each step. Building by building, so that a town takes no more room than a house.
 */
export function groupOfMeters(meters: MeterYear, rows: readonly number[]): GroupYear {
  const { stepCount, stepS } = meters;
  const importW = new Float64Array(stepCount);
  const exportW = new Float64Array(stepCount);
  let sumOfPeaksW = 0;
  for (const row of rows) {
    let peakW = 0;
    meterNetW(meters, row).forEach((netW, step) => {
      if (netW > peakW) peakW = netW;
      if (netW > 0) importW[step]! += netW;
      else exportW[step]! -= netW;
    });
    sumOfPeaksW += peakW;
  }
  const exchangedW = importW.map((taken, step) => Math.min(taken, exportW[step]!));
  const together = { allocatedW: [exchangedW], creditedW: [exchangedW] };
  return { ...groupYear([{ importW, exportW }], together, stepS), sumOfPeaksW };
}
