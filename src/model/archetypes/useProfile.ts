import { engineering, tag } from './quality';
import type { DaySchedules, Tag, UseFigures, UseProfile } from './types';

/** Numbers of a row, in the units of CEA's tables. */
export type UseRow = readonly [
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

type Tags = UseProfile['tags'];

/** What a table of use profiles has in common. */
export interface UseTableBasis {
  readonly tag: Tag;
  readonly monthlyMultiplier: number;
  readonly fansWPerM2: number;
  readonly fansAboveDegC: number;
}

export const CEA_CH: UseTableBasis = {
  tag: tag('CityEnergyAnalyst 26fcbe1f, cea/databases/CH (SIA 2024:2015)', 'estimation_assumptions'),
  monthlyMultiplier: 0.8,
  fansWPerM2: 0,
  fansAboveDegC: 26,
};

const ALL_HEAT = engineering('all that appliances use ends up in their room');
const FANS = engineering('ceiling fans only where it is warm all year');

function tagsOf(basis: UseTableBasis, exceptions: Partial<Tags>): Tags {
  const all = basis.tag;
  const named: Tags = {
    floorPerPersonM2: all,
    sensibleHeatPerPersonW: all,
    appliancesWPerM2: all,
    lightingWPerM2: all,
    applianceHeatShare: ALL_HEAT,
    outdoorAirM3PerSPerPerson: all,
    hotWaterLPerPersonDay: all,
    heatingSetpointDegC: all,
    heatingSetbackDegC: all,
    coolingSetpointDegC: all,
    coolingSetbackDegC: all,
    monthlyMultiplier: all,
    fansWPerM2: FANS,
    fansAboveDegC: FANS,
    presence: all,
    appliances: all,
    hotWater: all,
  };
  return { ...named, ...exceptions };
}

/** A row of a table; `exceptions` are the numbers that are not the table's. */
export function profile(
  basis: UseTableBasis,
  row: UseRow,
  schedules: DaySchedules,
  exceptions: Partial<Tags> = {},
): UseProfile {
  const { monthlyMultiplier, fansWPerM2, fansAboveDegC } = basis;
  const figures: UseFigures = {
    floorPerPersonM2: row[0],
    sensibleHeatPerPersonW: row[1],
    appliancesWPerM2: row[2],
    lightingWPerM2: row[3],
    applianceHeatShare: 1,
    outdoorAirM3PerSPerPerson: row[4] / 1000,
    hotWaterLPerPersonDay: row[5],
    heatingSetpointDegC: row[6],
    heatingSetbackDegC: row[7],
    coolingSetpointDegC: row[8],
    coolingSetbackDegC: row[9],
    monthlyMultiplier,
    fansWPerM2,
    fansAboveDegC,
  };
  const others = Object.entries(exceptions).map(([name, { source }]) => `${name}: ${source}`);
  return {
    ...figures,
    schedules,
    tags: tagsOf(basis, exceptions),
    source: [basis.tag.source, ...others].join('; '),
  };
}

const HOODED = engineering(
  'kitchens under hoods; of 1 kW connected 0.1 kW is sensible heat by EN 16282-1 annex C (TomLXXVI/python-hvac)',
);
/** What a kitchen's equipment leaves in the rooms of its restaurant. */
const HOODED_HEAT_SHARE = 0.3;

/** The same use with its appliances under hoods. */
export function underHoods(typical: UseProfile): UseProfile {
  return {
    ...typical,
    applianceHeatShare: HOODED_HEAT_SHARE,
    tags: { ...typical.tags, applianceHeatShare: HOODED },
    source: `${typical.source}; applianceHeatShare: ${HOODED.source}`,
  };
}

const ASHRAE_BULK = tag(
  'ASHRAE 90.1-2019 Warehouse::Bulk (honeybee-energy-standards 5367ca44)',
  'estimation_assumptions',
);
/** W/m2 and 0.30 l/(s m2) of outdoor air by ASHRAE: CEA has industry only, which is warmer and fuller. */
export const WAREHOUSE_TAGS = {
  floorPerPersonM2: engineering('a person in 100 m2 of storage'),
  appliancesWPerM2: ASHRAE_BULK,
  lightingWPerM2: ASHRAE_BULK,
  outdoorAirM3PerSPerPerson: ASHRAE_BULK,
  heatingSetpointDegC: engineering('kept from frost and damp, not warm'),
  coolingSetpointDegC: CEA_CH.tag,
  coolingSetbackDegC: engineering('2 K above the set-point'),
} as const satisfies Partial<Tags>;
