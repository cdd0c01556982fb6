import type { Building, BuildingUse, Overridable, Retrofit } from '../building';
import type { ArchetypeRegion } from '../district';
import { INNER_BLIND } from './blinds';
import { insulate, REFURBISHMENTS } from './refurbishments';
import { TABULA_ENVELOPES } from './tabulaEnvelopes';
import type { Archetype, ConstructionPeriod, EnvelopeClass } from './types';
import { useProfileOf } from './useProfiles';

/** 45 Wh/(m2 K): TABULA's c_m, and ISO 13790's class `medium` (165 kJ/(m2 K)) within 2 %. */
const HEAT_CAPACITY_J_PER_M2_K = 45 * 3600;

export function constructionPeriodOf(constructionYear: number): ConstructionPeriod {
  if (constructionYear <= 1945) return 'to1945';
  if (constructionYear <= 1979) return 'from1946to1979';
  return constructionYear <= 1999 ? 'from1980to1999' : 'from2000';
}

/** Non-residential buildings borrow the apartment envelope of their period and region: no table of theirs is at hand. */
export function envelopeClassOf(use: BuildingUse): EnvelopeClass {
  return use === 'detached' || use === 'terraced' ? use : 'multi';
}

/** What of a building an archetype depends on. */
export type Described = Pick<Building, 'use' | 'constructionYear' | 'envelope' | 'overrides' | 'retrofit'>;

/**
 * Envelope and use data of a building: its archetype, then the building's own numbers, then what was done to single
 * elements. Taking a retrofit away leaves exactly what was there before. Pure; no draw. Sources: README.md.
 */
export function archetypeOf(building: Described, region: ArchetypeRegion): Archetype {
  return retrofitted(overridden(typicalOf(building, region), building.overrides), building.retrofit);
}

/** The archetype as the tables have it, refurbished as the building's `envelope` says. */
function typicalOf(building: Described, region: ArchetypeRegion): Archetype {
  const period = constructionPeriodOf(building.constructionYear);
  const envelopeClass = envelopeClassOf(building.use);
  const row = TABULA_ENVELOPES[region][envelopeClass][period];
  const [uWall, uRoof, uFloor, uWindow, gValue, infiltration, bridge, windowShare, variants] = row;
  const work = building.envelope === 'asBuilt' ? null : REFURBISHMENTS[building.envelope];
  return {
    period,
    envelopeClass,
    uWallWPerM2K: work ? insulate(uWall, work.wallInsulationM) : uWall,
    uRoofWPerM2K: work ? insulate(uRoof, work.roofInsulationM) : uRoof,
    uFloorWPerM2K: work ? insulate(uFloor, work.floorInsulationM) : uFloor,
    uWindowWPerM2K: work ? Math.min(uWindow, work.uWindowWPerM2K) : uWindow,
    gValue: work ? Math.min(gValue, work.gValue) : gValue,
    thermalBridgeWPerM2K: work ? Math.min(bridge, work.thermalBridgeWPerM2K) : bridge,
    infiltrationPerH: work ? Math.min(infiltration, work.infiltrationPerH) : infiltration,
    windowShareOfFacade: windowShare,
    ...INNER_BLIND,
    heatCapacityJPerM2K: HEAT_CAPACITY_J_PER_M2_K,
    use: useProfileOf(building.use, region),
    source: variants > 0 ? `TABULA, median of ${variants} types` : 'engineering value, unknown_untraceable',
  };
}

function overridden(archetype: Archetype, overrides: Building['overrides']): Archetype {
  if (overrides === undefined) return archetype;
  const own = (name: Overridable): number | undefined => overrides[name]?.value;
  const { use } = archetype;
  const replace = <Table extends object>(table: Table): Table =>
    Object.fromEntries(
      Object.entries(table).map(([name, value]) => [name, own(name as Overridable) ?? value]),
    ) as Table;
  const names = Object.keys(overrides).join(', ');
  return { ...replace(archetype), use: replace(use), source: `${archetype.source}; own values: ${names}` };
}

function retrofitted(archetype: Archetype, work: Retrofit | undefined): Archetype {
  if (work === undefined) return archetype;
  const insulated = (uValueWPerM2K: number, layer: { insulationM: number } | undefined): number =>
    layer === undefined ? uValueWPerM2K : insulate(uValueWPerM2K, layer.insulationM);
  const { use } = archetype;
  return {
    ...archetype,
    uWallWPerM2K: insulated(archetype.uWallWPerM2K, work.wall),
    uRoofWPerM2K: insulated(archetype.uRoofWPerM2K, work.roof),
    uFloorWPerM2K: insulated(archetype.uFloorWPerM2K, work.floor),
    uWindowWPerM2K: work.window?.uValueWPerM2K ?? archetype.uWindowWPerM2K,
    gValue: work.window?.gValue ?? archetype.gValue,
    infiltrationPerH: work.airTightness?.infiltrationPerH ?? archetype.infiltrationPerH,
    blindClosedAboveWPerM2: work.shading?.closedAboveWPerM2 ?? archetype.blindClosedAboveWPerM2,
    blindTransmittedShare: work.shading?.transmittedShare ?? archetype.blindTransmittedShare,
    use: {
      ...use,
      lightingWPerM2: use.lightingWPerM2 * (work.lighting?.powerShare ?? 1),
      heatingSetbackDegC: work.setback?.heatingSetbackDegC ?? use.heatingSetbackDegC,
    },
  };
}
