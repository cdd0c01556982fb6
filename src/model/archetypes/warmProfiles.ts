import type { BuildingUse } from '../building';
import { engineering, tag } from './quality';
import type { UseProfile } from './types';
import { CEA_CH, profile, underHoods, WAREHOUSE_TAGS, type UseRow, type UseTableBasis } from './useProfile';
import { WARM_SCHEDULES as S } from './warmSchedules';

const CEA_SG: UseTableBasis = {
  tag: tag('CityEnergyAnalyst 802666a5, cea/databases/SG (Singapore)', 'estimation_assumptions'),
  monthlyMultiplier: 1,
  fansWPerM2: 1,
  fansAboveDegC: 25,
};

const FANS = engineering('a fan of 60 W for 20 m2 where people are, a third of the rooms at a time');
/** Fans run in homes and class rooms; elsewhere the air conditioning is there for the same hours. */
const FANNED = { fansWPerM2: FANS, fansAboveDegC: FANS };

/** Litres at 60 degC take less heat from mains of 25 degC than from 10: (60 - 25) / (60 - 10). */
const MAINS = 0.7;
const hotWaterLPerPersonDay = tag(
  `${CEA_SG.tag.source}, heat of the litres from mains of 25 degC (assumed) instead of 10`,
  'estimation_assumptions',
);
/** Singapore does not heat; other places of the region do, as Europe does, where there is a heating. */
function heatedAs(source: string) {
  const heated = tag(`${source}; CEA SG does not heat`, 'estimation_assumptions');
  return { heatingSetpointDegC: heated, heatingSetbackDegC: heated };
}
const HOME = {
  ...heatedAs('TABULA theta_i; CEA DE'),
  ...FANNED,
  hotWaterLPerPersonDay,
  coolingSetpointDegC: tag(
    `${CEA_SG.tag.source}: 27 degC in the evening and at night, when homes are full`,
    'estimation_assumptions',
  ),
  coolingSetbackDegC: tag(`${CEA_SG.tag.source}: 28 degC by day`, 'estimation_assumptions'),
};
const WORK = { ...heatedAs(CEA_CH.tag.source), hotWaterLPerPersonDay };
const RESTAURANT_ROW: UseRow = [2.7, 73, 31.7, 8.25, 25.15, 8 * MAINS, 21, 12, 24, 37];
const NO_FANS: UseTableBasis = { ...CEA_SG, fansWPerM2: 0 };
/**
 * Use profiles where it is warm: CEA's Singapore figures and days. Offices and shops are cooled to 24 degC while open and
 * switched off at night (37 degC); homes to 27 degC with fans.
 */
export const WARM_PROFILES: Readonly<Record<BuildingUse, UseProfile>> = {
  detached: profile(CEA_SG, [60, 70, 2, 5, 10, 40 * MAINS, 20, 17, 27, 28], S.residential, HOME),
  terraced: profile(CEA_SG, [60, 70, 2, 5, 10, 40 * MAINS, 20, 17, 27, 28], S.residential, HOME),
  apartment: profile(CEA_SG, [35, 70, 2, 5, 10, 40 * MAINS, 20, 17, 27, 28], S.residential, HOME),
  office: profile(NO_FANS, [10, 70, 11, 10, 10, 0, 21, 12, 24, 37], S.office, WORK),
  retail: profile(NO_FANS, [6, 70, 2, 33.3, 8, 2 * MAINS, 20, 12, 24, 37], S.retail, WORK),
  school: profile(CEA_SG, [4, 70, 16, 12, 8, 0, 21, 12, 24, 37], S.school, { ...WORK, ...FANNED }),
  hospital: profile(NO_FANS, [19, 70, 8, 11, 10, 25.8 * MAINS, 22, 21, 24, 24], S.hospital, {
    ...WORK,
    hotWaterLPerPersonDay: tag(
      `${CEA_CH.tag.source}; CEA SG has no hot water in hospitals; mains of 25 degC (assumed)`,
      'estimation_assumptions',
    ),
  }),
  hotel: profile(NO_FANS, [23, 70, 4.3, 3.1, 10, 40 * MAINS, 21, 21, 24, 24], S.hotel, WORK),
  restaurant: underHoods(profile(NO_FANS, RESTAURANT_ROW, S.restaurant, WORK)),
  warehouse: profile(NO_FANS, [100, 90, 2.6, 3.6, 30, 3 * MAINS, 16, 12, 30, 32], S.industrial, {
    ...WORK,
    ...WAREHOUSE_TAGS,
    hotWaterLPerPersonDay: tag(`${CEA_CH.tag.source}; mains of 25 degC (assumed)`, 'estimation_assumptions'),
  }),
  publicHall: profile(NO_FANS, [9, 70, 2, 6.9, 10, 0, 21, 12, 24, 37], S.library, WORK),
};
