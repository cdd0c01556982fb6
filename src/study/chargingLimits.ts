import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { RunResult } from './runResult';

const MAX_NAMED = 5;

/**
 * Warns of buildings that draw more than the limit their vehicles were to keep (`vehicles.limitW`, W of net import): a least
 * peak can still be above a limit, and controls that look at nothing else keep none. Empty where every limit holds.
 */
export function chargingLimitIssues(district: District, { rows, table }: RunResult): readonly Issue[] {
  const rowOf = new Map(rows.buildingIds.map((id, row) => [id, row]));
  const exceeded = district.buildings.filter(({ id, vehicles }) => {
    const row = rowOf.get(id);
    return row !== undefined && table.buildingNetMaxW[row]! > (vehicles?.limitW ?? Infinity);
  });
  if (exceeded.length === 0) return [];
  const named = exceeded.slice(0, MAX_NAMED).map(({ id }) => id);
  const more = exceeded.length > named.length ? ` and ${exceeded.length - named.length} more` : '';
  return [
    {
      severity: 'warning',
      code: 'charging-limit-exceeded',
      source: district.id,
      where: `${named.join(', ')}${more}`,
      field: 'vehicles.limitW',
      message: 'In some steps the building draws more than the limit that its vehicles were to keep.',
      remedy:
        'Choose valley filling or vehicle to grid, which have the least peak that the cars leave, or a higher limit.',
    },
  ];
}
