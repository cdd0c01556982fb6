import { engineering, tag } from './quality';
import type { Tag } from './types';

/** A number that all buildings share and that no archetype table holds. */
export interface ZoneFigure extends Tag {
  readonly value: number;
  readonly unit: string;
}

function figure(value: number, unit: string, { source, quality }: Tag): ZoneFigure {
  return { value, unit, source, quality };
}

const TABULA = tag('TABULA boundary conditions', 'extrapolated_higher_level');
const DIN_4108_2 = tag(
  'DIN 4108-2:2013-02, 8.4, from memory: the standard was not seen',
  'unknown_untraceable',
);
const SIA_2024 = tag(
  'SIA 2024:2021, control of air flow, existing buildings (bitenergie/notes 24fe1550)',
  'estimation_assumptions',
);
const ISO_52016 = tag('EN ISO 52016-1:2017, annex B', 'estimation_assumptions');

/** What the zone model takes for every building, beside its archetype; src/sim/buildings computes with the same values. */
export const ZONE_FIGURES = {
  conditionedShare: figure(
    0.82,
    '-',
    tag(
      'CityEnergyAnalyst 26fcbe1f, cea/databases/CH: Es, conditioned share of gross floor',
      'estimation_assumptions',
    ),
  ),
  roomHeightM: figure(2.5, 'm', TABULA),
  homeAirChangePerH: figure(0.4, '1/h', TABULA),
  workAirShare: figure(0.45, '-', engineering('outdoor air that is heated: recovery, demand control')),
  stagedAirAboveM3PerHM2: figure(6, 'm3/(h m2)', SIA_2024),
  stagedAirShare: figure(0.67, '-', SIA_2024),
  flatFloorM2: figure(70, 'm2', engineering('floor of a flat in a building of another use')),
  windowFrameShare: figure(0.3, '-', TABULA),
  furnitureJPerM2K: figure(10000, 'J/(m2 K)', ISO_52016),
  partitionM2PerM2: figure(1.5, 'm2/m2', engineering('faces of inner walls')),
  heatingConvectiveShare: figure(0.4, '-', ISO_52016),
  gainsRadiativeShare: figure(0.6, '-', ISO_52016),
  airingByDayPerH: figure(3, '1/h', DIN_4108_2),
  airingByNightPerH: figure(2, '1/h', DIN_4108_2),
  airedRoomDegC: figure(23, 'degC', DIN_4108_2),
  airingAboveDegC: figure(15, 'degC', engineering('heating limit by the daily mean outdoors')),
  hotDayAboveDegC: figure(26, 'degC', tag('DIN 4108-2:2013-02, region B', 'unknown_untraceable')),
} as const satisfies Readonly<Record<string, ZoneFigure>>;
