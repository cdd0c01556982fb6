import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import type { Issue } from '../../model/outcome';
import type { RunResult } from '../runResult';

/** Electricity that customers take past their meters, or that is lost between reading and bill: non-technical losses. */
export interface UnbilledEnergy {
  /** Taken by all customers. */
  readonly deliveredJ: number;
  /** Of it, what nobody is billed for. */
  readonly unbilledJ: number;
}

/**
 * What is billed of a building's import,
 *
 *   b = 1 - u (1 - r)
 *
 * u the scenario's share that nobody is billed for, r what an audit of the building recovers of it, 0 without one.
 */
export function billedShareOf({ meterAudit }: Pick<Building, 'meterAudit'>, unbilledShare: number): number {
  return 1 - unbilledShare * (1 - (meterAudit?.recoveredShare ?? 0));
}

export function unbilledOf(
  { buildings }: Pick<District, 'buildings'>,
  { table }: Pick<RunResult, 'table'>,
  unbilledShare: number,
): UnbilledEnergy {
  let [deliveredJ, unbilledJ] = [0, 0];
  buildings.forEach((building, row) => {
    const importJ = table.buildingImportJ[row]!;
    deliveredJ += importJ;
    unbilledJ += importJ * (1 - billedShareOf(building, unbilledShare));
  });
  return { deliveredJ, unbilledJ };
}

/** Says of audits that there is nothing for them to recover; empty where there is, or where nobody audits. */
export function auditIssues(
  { id, buildings }: Pick<District, 'id' | 'buildings'>,
  unbilledShare: number,
): readonly Issue[] {
  const audited = buildings.filter(({ meterAudit }) => (meterAudit?.recoveredShare ?? 0) > 0).length;
  if (audited === 0 || unbilledShare > 0) return [];
  return [
    {
      severity: 'note',
      code: 'audit-recovers-nothing',
      source: id,
      field: 'unbilledShare',
      value: '0',
      message: `Audits of ${audited} buildings recover nothing: the scenario assumes that all electricity is billed.`,
      remedy: 'Assume a share of electricity that nobody is billed for.',
    },
  ];
}
