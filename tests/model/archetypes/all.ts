import { BUILDING_USES, ENVELOPE_STATES, type Building, type BuildingUse } from '../../../src/model/building';
import { ARCHETYPE_REGIONS, type ArchetypeRegion } from '../../../src/model/district';

export type Described = Pick<Building, 'use' | 'constructionYear' | 'envelope' | 'overrides' | 'retrofit'>;

export interface Case {
  readonly region: ArchetypeRegion;
  readonly building: Described;
  readonly label: string;
}

/** One year of each construction period. */
const YEARS = [1900, 1960, 1990, 2010];

/** Every region, period and envelope state of some uses. */
export function casesOf(uses: readonly BuildingUse[]): Case[] {
  return ARCHETYPE_REGIONS.flatMap((region) =>
    uses.flatMap((use) =>
      YEARS.flatMap((constructionYear) =>
        ENVELOPE_STATES.map((envelope) => ({
          region,
          building: { use, constructionYear, envelope },
          label: `${region} ${use} ${constructionYear} ${envelope}`,
        })),
      ),
    ),
  );
}

/** One use for each envelope class. */
export const ENVELOPES = casesOf(['detached', 'terraced', 'apartment']);
export const ALL = casesOf(BUILDING_USES);
