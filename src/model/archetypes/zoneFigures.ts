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
  windowFrameShare: figure(0.3, '-', TABULA),
  furnitureJPerM2K: figure(10000, 'J/(m2 K)', ISO_52016),
  partitionM2PerM2: figure(2, 'm2/m2', engineering('faces of inner walls')),
  heatingConvectiveShare: figure(0.4, '-', ISO_52016),
  gainsRadiativeShare: figure(0.6, '-', ISO_52016),
} as const satisfies Readonly<Record<string, ZoneFigure>>;
