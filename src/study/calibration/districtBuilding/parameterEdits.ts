import { archetypeOf } from '../../../model/archetypes';
import {
  isHome,
  type Building,
  type Overridable,
  type Retrofit,
  type SourcedValue,
} from '../../../model/building';
import type { ArchetypeRegion } from '../../../model/district';
import type { BaseEdit } from '../../../model/scenario';
import { OVERRIDE_RANGES } from '../../../model/schema';
import { valueOf, type ZoneParameterId, type ZoneParameterValues } from '../zoneModel/zoneParameters';

/** Where a parameter's value comes from and how sure it is. */
export type ParameterTag = Pick<SourcedValue, 'source' | 'quality'>;

/** Why a district's building cannot hold a parameter, in a sentence; null if it can. */
export function heldBack({ use }: Building, id: string): string | null {
  return id === 'internalGainFactor' && isHome(use)
    ? 'The gains of homes are those of the households that are drawn for them, not watts a square metre.'
    : null;
}

interface Numbers {
  readonly own: readonly (readonly [name: Overridable, value: number, id: ZoneParameterId])[];
  readonly retrofit: Retrofit;
}

/**
 * The corrections of a district's building that stand for parameters at these values; none for those that are neutral and
 * those of the meter. With x the number before any work on single elements:
 *
 *     infiltrationFactor   infiltrationPerH = f x
 *     ...SetpointOffsetK   set-point and set-back = x + offset
 *     internalGainFactor   heat of persons, appliances, lighting = f x
 *     opaqueUFactor        U of wall, roof and floor = f x, films included
 *     glazingSolarFactor   g = f x
 *
 * A number that work has replaced moves where that work states it. What a district file refuses is held at its range.
 */
export function parameterEdits(
  building: Building,
  region: ArchetypeRegion,
  values: ZoneParameterValues,
  tagOf: (id: ZoneParameterId) => ParameterTag,
): BaseEdit[] {
  const { own, retrofit } = numbersAt(building, region, values);
  const buildingId = building.id;
  const numbers = own.map(([field, value, id]): BaseEdit => {
    const [min, max] = OVERRIDE_RANGES[field];
    return { buildingId, field, value: { value: Math.min(max, Math.max(min, value)), ...tagOf(id) } };
  });
  return Object.keys(retrofit).length === 0
    ? numbers
    : [...numbers, { buildingId, field: 'retrofit', value: { ...building.retrofit, ...retrofit } }];
}

function numbersAt(building: Building, region: ArchetypeRegion, values: ZoneParameterValues): Numbers {
  const { retrofit: work = {}, ...bare } = building;
  const base = archetypeOf(bare, region);
  const own: [Overridable, number, ZoneParameterId][] = [];
  let retrofit: Retrofit = {};
  const at = (id: ZoneParameterId): number => valueOf(values, id);
  const air = at('infiltrationFactor');
  if (air !== 1) {
    if (work.airTightness === undefined)
      own.push(['infiltrationPerH', air * base.infiltrationPerH, 'infiltrationFactor']);
    else
      retrofit = {
        ...retrofit,
        airTightness: { infiltrationPerH: air * work.airTightness.infiltrationPerH },
      };
  }
  const warmer = at('heatingSetpointOffsetK');
  if (warmer !== 0) {
    own.push(['heatingSetpointDegC', base.use.heatingSetpointDegC + warmer, 'heatingSetpointOffsetK']);
    if (work.setback === undefined)
      own.push(['heatingSetbackDegC', base.use.heatingSetbackDegC + warmer, 'heatingSetpointOffsetK']);
    else {
      const heatingSetbackDegC = work.setback.heatingSetbackDegC + warmer;
      retrofit = { ...retrofit, setback: { heatingSetbackDegC } };
    }
  }
  const cooler = at('coolingSetpointOffsetK');
  if (cooler !== 0) {
    for (const name of ['coolingSetpointDegC', 'coolingSetbackDegC'] as const)
      own.push([name, base.use[name] + cooler, 'coolingSetpointOffsetK']);
  }
  const gains = at('internalGainFactor');
  if (gains !== 1) {
    for (const name of ['sensibleHeatPerPersonW', 'appliancesWPerM2', 'lightingWPerM2'] as const)
      own.push([name, gains * base.use[name], 'internalGainFactor']);
  }
  const opaque = at('opaqueUFactor');
  if (opaque !== 1) {
    for (const name of ['uWallWPerM2K', 'uRoofWPerM2K', 'uFloorWPerM2K'] as const)
      own.push([name, opaque * base[name], 'opaqueUFactor']);
  }
  const solar = at('glazingSolarFactor');
  if (solar !== 1) {
    if (work.window === undefined) own.push(['gValue', solar * base.gValue, 'glazingSolarFactor']);
    else retrofit = { ...retrofit, window: { ...work.window, gValue: solar * work.window.gValue } };
  }
  return { own, retrofit };
}
