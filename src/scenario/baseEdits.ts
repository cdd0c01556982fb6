import {
  BUILDING_USES,
  COOLING_SYSTEMS,
  HEATING_SYSTEMS,
  type Building,
  type BuildingUse,
  type CoolingSystem,
  type HeatingSystem,
  type Phase,
} from '../model/building';
import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { BaseEdit } from '../model/scenario';

const member = <Value extends string>(values: readonly Value[], value: string | number): value is Value =>
  (values as readonly (string | number)[]).includes(value);

const wholeNumber = (value: string | number, min: number, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

/** The building with one present-day fact corrected, or a sentence saying why the value cannot stand there. */
function corrected(building: Building, edit: BaseEdit): Building | string {
  const { field, value } = edit;
  const evidence = { ...building.evidence };
  switch (field) {
    case 'use':
      if (!member<BuildingUse>(BUILDING_USES, value)) return `one of ${BUILDING_USES.join(', ')}`;
      return { ...building, use: value, evidence: { ...evidence, use: 'given' } };
    case 'heating':
      if (!member<HeatingSystem>(HEATING_SYSTEMS, value)) return `one of ${HEATING_SYSTEMS.join(', ')}`;
      return { ...building, heating: value, evidence: { ...evidence, heating: 'given' } };
    case 'cooling':
      if (!member<CoolingSystem>(COOLING_SYSTEMS, value)) return `one of ${COOLING_SYSTEMS.join(', ')}`;
      return { ...building, cooling: value, evidence: { ...evidence, cooling: 'given' } };
    case 'constructionYear':
      if (!wholeNumber(value, 1000, 2100)) return 'a year from 1000 to 2100';
      return { ...building, constructionYear: value, evidence: { ...evidence, constructionYear: 'given' } };
    case 'households':
      if (!wholeNumber(value, 0, 2000)) return 'a whole number from 0 to 2000';
      return { ...building, households: value, evidence: { ...evidence, households: 'given' } };
    case 'mainFuseA':
      if (building.connection === null) return 'a building with a connection';
      if (typeof value !== 'number' || !(value >= 1 && value <= 10_000))
        return 'a current from 1 to 10,000 A';
      return {
        ...building,
        connection: { ...building.connection, mainFuseA: value },
        evidence: { ...evidence, connection: 'given' },
      };
    case 'phases': {
      if (building.connection === null) return 'a building with a connection';
      if (typeof value !== 'string' || !/^(a|b|c|ab|bc|ac|abc)$/.test(value))
        return 'a, b, c, ab, bc, ac or abc';
      const phases = value.split('') as Phase[];
      return {
        ...building,
        connection: { ...building.connection, phases },
        evidence: { ...evidence, phases: 'given' },
      };
    }
    default:
      // Edits also come from storage and files, where the types promise nothing.
      return 'a fact that can be corrected: use, constructionYear, heating, cooling, households, phases or mainFuseA';
  }
}

/** The district with present-day facts corrected, in order. An edit that cannot be applied is an issue, by name. */
export function applyBaseEdits(
  district: District,
  edits: readonly BaseEdit[],
): { district: District; issues: Issue[] } {
  if (edits.length === 0) return { district, issues: [] };
  const byId = new Map(district.buildings.map((building) => [building.id, building]));
  const issues: Issue[] = [];
  for (const edit of edits) {
    const building = byId.get(edit.buildingId);
    const next = building === undefined ? 'the id of a building of this district' : corrected(building, edit);
    if (typeof next !== 'string') {
      byId.set(edit.buildingId, next);
      continue;
    }
    issues.push({
      severity: 'error',
      code: 'base-edit-refused',
      source: district.id,
      where: edit.buildingId,
      field: edit.field,
      value: String(edit.value).slice(0, 60),
      message: `The correction of ${edit.field} cannot be applied.`,
      remedy: `Give ${next}.`,
    });
  }
  const buildings = district.buildings.map((building) => byId.get(building.id) ?? building);
  return { district: { ...district, buildings }, issues };
}
