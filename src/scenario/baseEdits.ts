import {
  BUILDING_USES,
  COOLING_SYSTEMS,
  ENVELOPE_STATES,
  HEATING_SYSTEMS,
  QUALITY_CLASSES,
  type Building,
  type BuildingUse,
  type CoolingSystem,
  type EnvelopeState,
  type HeatingSystem,
  type Overridable,
  type Phase,
  type SourcedValue,
} from '../model/building';
import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import { FACT_FIELDS, type BaseEdit, type FactField } from '../model/scenario';
import { baseEditSchema, HOUSEHOLD_ELECTRICITY_RANGE, OVERRIDE_RANGES } from '../model/schema';

const member = <Value extends string>(values: readonly Value[], value: string | number): value is Value =>
  (values as readonly (string | number)[]).includes(value);

const wholeNumber = (value: string | number, min: number, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

type FactEdit = Extract<BaseEdit, { readonly field: FactField }>;

const isFact = (edit: BaseEdit): edit is FactEdit => (FACT_FIELDS as readonly string[]).includes(edit.field);

/** The building with one fact of a word or a number corrected, or what could stand there. */
function withFact(building: Building, { field, value }: FactEdit): Building | string {
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
    case 'envelope':
      if (!member<EnvelopeState>(ENVELOPE_STATES, value)) return `one of ${ENVELOPE_STATES.join(', ')}`;
      return { ...building, envelope: value, evidence: { ...evidence, envelope: 'given' } };
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
  }
}

/** The building with a number of its own, or with the archetype's again. */
function withNumber(building: Building, field: Overridable, value: SourcedValue | null): Building {
  const { [field]: _, ...others } = building.overrides ?? {};
  const overrides = value === null ? others : { ...others, [field]: value };
  if (Object.keys(overrides).length > 0) return { ...building, overrides };
  const { overrides: _none, ...bare } = building;
  return bare;
}

function withHouseholdElectricity(building: Building, value: SourcedValue | null): Building {
  const { householdElectricity: _, ...bare } = building;
  return value === null ? bare : { ...bare, householdElectricity: value };
}

function withRetrofit(building: Building, retrofit: NonNullable<Building['retrofit']>): Building {
  const { retrofit: _, ...bare } = building;
  return Object.keys(retrofit).length > 0 ? { ...bare, retrofit } : bare;
}

/** What the value of a correction that the schema refuses should have been. */
function wanted(field: string): string {
  if (Object.hasOwn(OVERRIDE_RANGES, field)) {
    const [min, max] = OVERRIDE_RANGES[field as Overridable];
    return `{ "value": a number from ${min} to ${max}, "source": where it comes from, "quality": one of ${QUALITY_CLASSES.join(', ')} }, or null for the archetype's`;
  }
  if (field === 'householdElectricity') {
    const [min, max] = HOUSEHOLD_ELECTRICITY_RANGE;
    return `{ "value": a factor from ${min} to ${max}, "source": where it comes from, "quality": one of ${QUALITY_CLASSES.join(', ')} }, or null for what is drawn`;
  }
  if (field === 'retrofit' || field === 'photovoltaics' || field === 'vehicles')
    return `${field} as a district file has it${field === 'retrofit' ? '' : ', or null for none'}`;
  return `a fact that can be corrected: ${FACT_FIELDS.join(', ')}, retrofit, photovoltaics, vehicles, householdElectricity, or a number of its own, for example uWallWPerM2K`;
}

/**
 * The building with one present-day fact corrected, or a sentence saying what could stand there. Edits come from storage
 * and files as well, where the types promise nothing.
 */
function corrected(building: Building, edit: BaseEdit): Building | string {
  if (isFact(edit)) return withFact(building, edit);
  if (!baseEditSchema.safeParse(edit).success) return wanted(edit.field);
  switch (edit.field) {
    case 'retrofit':
      return withRetrofit(building, edit.value);
    case 'photovoltaics':
      return { ...building, photovoltaics: edit.value };
    case 'vehicles':
      return { ...building, vehicles: edit.value };
    case 'householdElectricity':
      return withHouseholdElectricity(building, edit.value);
    default:
      return withNumber(building, edit.field, edit.value);
  }
}

const valueText = (value: BaseEdit['value']): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 60);

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
      value: valueText(edit.value),
      message: `The correction of ${edit.field} cannot be applied.`,
      remedy: `Give ${next}.`,
    });
  }
  const buildings = district.buildings.map((building) => byId.get(building.id) ?? building);
  return { district: { ...district, buildings }, issues };
}
