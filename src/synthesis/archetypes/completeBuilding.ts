import type {
  Building,
  BuildingUse,
  CoolingSystem,
  Evidence,
  EvidenceAttribute,
  Footprint,
  HeatingSystem,
} from '../../model/building';
import type { ArchetypeRegion } from '../../model/district';
import {
  constructionYearOf,
  coolingOf,
  footprintAreaM2,
  heatingOf,
  heightAndLevelsOf,
  householdsOf,
  isResidential,
  useOf,
} from './rules';

/** What an import knows. Everything but the id and the footprint may be missing. */
export interface BuildingDraft {
  readonly id: string;
  readonly name?: string;
  readonly footprint: Footprint;
  readonly baseElevationM?: number;
  readonly heightM?: number;
  readonly levels?: number;
  readonly use?: BuildingUse;
  readonly constructionYear?: number;
  readonly households?: number;
  readonly roof?: Building['roof'];
  readonly heating?: HeatingSystem;
  readonly cooling?: CoolingSystem;
}

/**
 * Fills every missing attribute by the stated rules (README.md, A1 to A7) and records in `evidence` what was derived
 * from other attributes and what was assumed. Given attributes stay out of the record. Depends on (draft, region, seed)
 * only.
 */
export function completeBuilding(draft: BuildingDraft, region: ArchetypeRegion, seed: number): Building {
  const areaM2 = footprintAreaM2(draft.footprint);
  const use = useOf(draft.use, areaM2, draft.heightM ?? 3 * (draft.levels ?? 2));
  const { heightM, levels } = heightAndLevelsOf(draft.heightM, draft.levels, use.value);
  const constructionYear = constructionYearOf(draft.constructionYear, draft.id, seed);
  const households = householdsOf(draft.households, use.value, areaM2 * levels.value);
  const heating = heatingOf(draft.heating, constructionYear.value, region, draft.id, seed);
  const cooling = coolingOf(draft.cooling, use.value, region, draft.id, seed);
  const drawn = { heightM, levels, use, constructionYear, households, heating, cooling };
  const evidence: Partial<Record<EvidenceAttribute, Evidence>> = { envelope: 'assumed' };
  for (const [name, attribute] of Object.entries(drawn)) {
    if (attribute.evidence !== 'given') evidence[name as EvidenceAttribute] = attribute.evidence;
  }
  return {
    id: draft.id,
    ...(draft.name === undefined ? {} : { name: draft.name }),
    footprint: draft.footprint,
    baseElevationM: draft.baseElevationM ?? 0,
    heightM: heightM.value,
    roof: draft.roof ?? (isResidential(use.value) && levels.value <= 3 ? 'gabled' : 'flat'),
    levels: levels.value,
    use: use.value,
    constructionYear: constructionYear.value,
    households: households.value,
    envelope: 'asBuilt',
    heating: heating.value,
    cooling: cooling.value,
    photovoltaics: null,
    vehicles: null,
    connection: null,
    evidence,
  };
}
