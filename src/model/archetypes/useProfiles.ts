import type { BuildingUse } from '../building';
import type { DaySchedules, UseProfile } from './types';
import { USE_SCHEDULES } from './useSchedules';

const CEA = 'CityEnergyAnalyst 26fcbe1f, cea/databases/CH (SIA 2024:2015)';

/** CEA's 21 degC would add to what TABULA, whose envelopes we use, already counts at 20 degC. */
const HOME = `${CEA}; 20 degC: TABULA theta_i; setback 17 degC: CEA DE (Ceruti et al. 2024)`;

type Figures = readonly [
  floorPerPersonM2: number,
  sensibleHeatPerPersonW: number,
  appliancesWPerM2: number,
  lightingWPerM2: number,
  outdoorAirLPerSPerPerson: number,
  hotWaterLPerPersonDay: number,
  heatingSetpointDegC: number,
  heatingSetbackDegC: number,
  coolingSetpointDegC: number,
  coolingSetbackDegC: number,
];

function profile(figures: Figures, schedules: DaySchedules, source = CEA): UseProfile {
  return {
    floorPerPersonM2: figures[0],
    sensibleHeatPerPersonW: figures[1],
    appliancesWPerM2: figures[2],
    lightingWPerM2: figures[3],
    outdoorAirM3PerSPerPerson: figures[4] / 1000,
    hotWaterLPerPersonDay: figures[5],
    heatingSetpointDegC: figures[6],
    heatingSetbackDegC: figures[7],
    coolingSetpointDegC: figures[8],
    coolingSetbackDegC: figures[9],
    schedules,
    source,
  };
}

const S = USE_SCHEDULES;

/**
 * Use profiles by building use. Hot water in litres a day at 60 degC from 10 degC. Homes take their electricity from
 * the household model, not from the W/m2 given here.
 */
export const USE_PROFILES: Readonly<Record<BuildingUse, UseProfile>> = {
  detached: profile([50, 70, 8, 2.7, 8.3, 40, 20, 17, 26, 28], S.residential, HOME),
  terraced: profile([50, 70, 8, 2.7, 8.3, 40, 20, 17, 26, 28], S.residential, HOME),
  apartment: profile([30, 70, 8, 2.7, 8.3, 35, 20, 17, 26, 28], S.residential, HOME),
  office: profile([14, 70, 7, 15.9, 10, 3, 21, 12, 26, 28], S.office),
  retail: profile([8, 70, 2, 33.3, 8.3, 2, 20, 12, 26, 28], S.retail),
  school: profile([3, 70, 4, 14, 6.9, 2, 21, 12, 26, 28], S.school),
  hospital: profile([9.28, 70, 13, 11, 10, 25.8, 22, 21, 26, 28], S.hospital),
  hotel: profile([15, 70, 8, 2.7, 10, 40, 21, 21, 26, 28], S.hotel),
  restaurant: profile(
    [2, 70, 40, 6.9, 10, 15, 21, 12, 26, 28],
    S.restaurant,
    `${CEA}; appliances 40 W/m2 assumed between ASHRAE 90.1-2019 dining (65) and CEA (2, without kitchen)`,
  ),
  warehouse: profile(
    [100, 90, 2.6, 3.6, 30, 3, 16, 12, 30, 32],
    S.industrial,
    `ASHRAE 90.1-2019 Warehouse::Bulk for W/m2 and 0.30 l/(s m2) outdoor air; schedule ${CEA}; 16 degC assumed`,
  ),
  publicHall: profile([5, 70, 2, 6.9, 10, 0, 21, 12, 26, 28], S.library, `${CEA}, LIBRARY`),
};
