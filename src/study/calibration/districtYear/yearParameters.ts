import { archetypeOf } from '../../../model/archetypes';
import type { Building } from '../../../model/building';
import type { ArchetypeRegion } from '../../../model/district';
import type { BaseEdit } from '../../../model/scenario';
import { HOUSEHOLD_ELECTRICITY_RANGE, OVERRIDE_RANGES } from '../../../model/schema';
import { parameterEdits, type ParameterTag } from '../districtBuilding/parameterEdits';
import { ZONE_PARAMETERS, type ZoneParameterValues } from '../zoneModel/zoneParameters';

/** A number that a building of a district can hold, and how far a calibration moves it where nobody says otherwise. */
export interface YearParameter {
  readonly id: string;
  readonly unit: string;
  readonly neutral: number;
  /** Our engineering judgement of what survey and use leave open, not measured spreads. */
  readonly range: readonly [lower: number, upper: number];
}

/** What the district's year draws for a home, and no building file has. */
const OF_USE = [
  { id: 'hotWaterFactor', unit: '1', neutral: 1, range: [0.2, 3] },
  { id: 'householdElectricityFactor', unit: '1', neutral: 1, range: [0.3, 3] },
] as const satisfies readonly YearParameter[];

/** Numbers of a zone model that a building of a district can hold; what stands between needs and meter is the district's. */
const OF_FABRIC: readonly YearParameter[] = ZONE_PARAMETERS.flatMap(({ id, unit, neutral, range, of }) =>
  of === 'building' ? [{ id, unit, neutral, range }] : [],
);

export const YEAR_PARAMETERS: readonly YearParameter[] = [...OF_FABRIC, ...OF_USE];

export type YearParameterValues = ZoneParameterValues &
  Readonly<Partial<Record<(typeof OF_USE)[number]['id'], number>>>;

const within = (value: number, [min, max]: readonly [number, number]): number =>
  Math.min(max, Math.max(min, value));

/**
 * The corrections that stand for parameters at these values: those of `parameterEdits`, and with x the number as it is
 *
 *     hotWaterFactor               hotWaterLPerPersonDay = f x
 *     householdElectricityFactor   householdElectricity  = f x
 */
export function yearEdits(
  building: Building,
  region: ArchetypeRegion,
  values: YearParameterValues,
  tagOf: (id: string) => ParameterTag,
): BaseEdit[] {
  const { hotWaterFactor = 1, householdElectricityFactor = 1 } = values;
  const buildingId = building.id;
  const edits = parameterEdits(building, region, values, tagOf);
  if (hotWaterFactor !== 1) {
    const field = 'hotWaterLPerPersonDay';
    const value = within(hotWaterFactor * archetypeOf(building, region).use[field], OVERRIDE_RANGES[field]);
    edits.push({ buildingId, field, value: { value, ...tagOf('hotWaterFactor') } });
  }
  if (householdElectricityFactor !== 1) {
    const field = 'householdElectricity';
    const present = building.householdElectricity?.value ?? 1;
    const value = within(householdElectricityFactor * present, HOUSEHOLD_ELECTRICITY_RANGE);
    edits.push({ buildingId, field, value: { value, ...tagOf('householdElectricityFactor') } });
  }
  return edits;
}
