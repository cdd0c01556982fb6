import type { BuildingUse } from '../building';
import type { ArchetypeRegion } from '../district';
import { MEDITERRANEAN_SCHEDULES, MEDITERRANEAN_TAG } from './mediterraneanSchedules';
import { tag } from './quality';
import type { DaySchedules, UseProfile } from './types';
import { CEA_CH, profile, underHoods, WAREHOUSE_TAGS, type UseRow } from './useProfile';
import { USE_SCHEDULES } from './useSchedules';
import { WARM_PROFILES } from './warmProfiles';

type UseProfiles = Readonly<Record<BuildingUse, UseProfile>>;

/** CEA's 21 degC would add to what TABULA, whose envelopes we use, already counts at 20 degC. */
const HOME_SETPOINT = tag('TABULA theta_i', 'extrapolated_higher_level');
const HOME_SETBACK = tag(
  'CityEnergyAnalyst 26fcbe1f, cea/databases/DE (Ceruti et al. 2024)',
  'estimation_assumptions',
);
const HOME = { heatingSetpointDegC: HOME_SETPOINT, heatingSetbackDegC: HOME_SETBACK };

const WAREHOUSE_ROW: UseRow = [100, 90, 2.6, 3.6, 30, 3, 16, 12, 30, 32];
const RESTAURANT_ROW: UseRow = [2, 70, 40, 6.9, 10, 15, 21, 12, 26, 28];
const RESTAURANT = {
  appliancesWPerM2: tag(
    'between ASHRAE 90.1-2019 dining (65 W/m2) and CEA (2 W/m2, without kitchen)',
    'personal_estimation',
  ),
};

/** CEA's 33.3 W/m2 of SIA 2024:2015 is twice what the next edition has for shops of before 1980; offices and schools agree. */
const RETAIL = {
  lightingWPerM2: tag(
    'SIA 2024:2021, 5.02 Fachgeschäft, existing buildings (bitenergie/notes 5198b50e)',
    'estimation_assumptions',
  ),
};

function profilesWith(S: Readonly<Record<keyof typeof USE_SCHEDULES, DaySchedules>>): UseProfiles {
  return {
    detached: profile(CEA_CH, [50, 70, 8, 2.7, 8.3, 40, 20, 17, 26, 28], S.residential, HOME),
    terraced: profile(CEA_CH, [50, 70, 8, 2.7, 8.3, 40, 20, 17, 26, 28], S.residential, HOME),
    apartment: profile(CEA_CH, [30, 70, 8, 2.7, 8.3, 35, 20, 17, 26, 28], S.residential, HOME),
    office: profile(CEA_CH, [14, 70, 7, 15.9, 10, 3, 21, 12, 26, 28], S.office),
    retail: profile(CEA_CH, [8, 70, 2, 15.5, 8.3, 2, 20, 12, 26, 28], S.retail, RETAIL),
    school: profile(CEA_CH, [3, 70, 4, 14, 6.9, 2, 21, 12, 26, 28], S.school),
    hospital: profile(CEA_CH, [9.28, 70, 13, 11, 10, 25.8, 22, 21, 26, 28], S.hospital),
    hotel: profile(CEA_CH, [15, 70, 8, 2.7, 10, 40, 21, 21, 26, 28], S.hotel),
    restaurant: underHoods(profile(CEA_CH, RESTAURANT_ROW, S.restaurant, RESTAURANT)),
    warehouse: profile(CEA_CH, WAREHOUSE_ROW, S.industrial, WAREHOUSE_TAGS),
    publicHall: profile(CEA_CH, [5, 70, 2, 6.9, 10, 0, 21, 12, 26, 28], S.library),
  };
}

/**
 * Use profiles of central Europe and the north, by building use. Hot water in litres a day at 60 degC from 10 degC. Homes
 * take their electricity from the household model, not from the W/m2 given here.
 */
export const USE_PROFILES: UseProfiles = profilesWith(USE_SCHEDULES);

/** The same figures; homes, shops and restaurants keep later hours, with a break at midday. */
const MEDITERRANEAN_PROFILES: UseProfiles = mediterranean();

function mediterranean(): UseProfiles {
  const late = { presence: MEDITERRANEAN_TAG, appliances: MEDITERRANEAN_TAG, hotWater: MEDITERRANEAN_TAG };
  const entries = Object.entries(profilesWith({ ...USE_SCHEDULES, ...MEDITERRANEAN_SCHEDULES }));
  return Object.fromEntries(
    entries.map(([use, typical]): [string, UseProfile] => {
      if (typical.schedules === USE_PROFILES[use as BuildingUse].schedules) return [use, typical];
      const source = `${typical.source}; schedules: ${MEDITERRANEAN_TAG.source}`;
      return [use, { ...typical, tags: { ...typical.tags, ...late }, source }];
    }),
  ) as UseProfiles;
}

const BY_REGION: Readonly<Record<ArchetypeRegion, UseProfiles>> = {
  centralEurope: USE_PROFILES,
  nordic: USE_PROFILES,
  mediterranean: MEDITERRANEAN_PROFILES,
  warm: WARM_PROFILES,
};

/** How a use is lived in a region. */
export function useProfileOf(use: BuildingUse, region: ArchetypeRegion): UseProfile {
  return BY_REGION[region][use];
}
