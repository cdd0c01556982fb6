import type { EnvelopeClass } from '../model/archetypes';
import type { ArchetypeRegion } from '../model/district';
import { isHome, type BuildingUse } from '../model/building';

/**
 * What a landmark stands on: a rule that has to be kept, something measured, the figure of a type of building, or a threshold
 * that is usual and that nobody has to keep.
 */
export const LANDMARK_KINDS = ['norm', 'measured', 'typology', 'convention'] as const;
export type LandmarkKind = (typeof LANDMARK_KINDS)[number];

/** A value that a figure is read against. None stands without a source. */
export interface Landmark {
  /** Of its words in other languages. */
  readonly id: string;
  readonly value: number;
  /** The other end of a band that begins at `value`. */
  readonly to?: number;
  readonly label: string;
  readonly kind: LandmarkKind;
  readonly source: string;
}

/** A scale in the unit of what it shows, with its landmarks. */
export interface LandmarkScale {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly landmarks: readonly Landmark[];
}

/** What is wrong with a scale: a landmark without a source or a label, outside the scale, or a band of no width. */
export function scaleFaults({ min, max, landmarks }: LandmarkScale): readonly string[] {
  return landmarks.flatMap(({ id, value, to = value, label, source }) => [
    ...(source.trim() === '' ? [`${id}: no source`] : []),
    ...(label.trim() === '' ? [`${id}: no label`] : []),
    ...(value >= min && to <= max ? [] : [`${id}: outside ${min} to ${max}`]),
    ...(to >= value ? [] : [`${id}: ends before it begins`]),
  ]);
}

const EN_50160 = 'EN 50160, from memory: the standard was not seen';
const RESERVE: Landmark = {
  id: 'reserve',
  value: 80,
  label: 'a fifth of the rating in reserve',
  kind: 'convention',
  source: 'Stations of synthetic networks are sized to it',
};

const TRANSFORMER_LOADING: LandmarkScale = {
  min: 0,
  max: 150,
  unit: '%',
  landmarks: [
    RESERVE,
    {
      id: 'nameplate',
      value: 100,
      label: 'nameplate: at 20 °C outside the hottest insulation ages at its normal rate',
      kind: 'norm',
      source: 'IEC 60076-7, non-upgraded paper: 98 °C at full load',
    },
    {
      id: 'cyclic',
      value: 120,
      label: 'normal cyclic loading, for some hours',
      kind: 'convention',
      source: 'IEC 60076-7, from memory: the standard was not seen',
    },
  ],
};

const LINE_LOADING: LandmarkScale = {
  min: 0,
  max: 150,
  unit: '%',
  landmarks: [
    { ...RESERVE, source: 'Feeders of synthetic networks are sized to it' },
    {
      id: 'ampacity',
      value: 100,
      label: 'rated current of a cable in ground',
      kind: 'norm',
      source: 'DIN VDE 0276-603, as the types of cables have it',
    },
  ],
};

const VOLTAGE: LandmarkScale = {
  min: 84,
  max: 112,
  unit: '%',
  landmarks: [
    {
      id: 'voltageWeek',
      value: 90,
      to: 110,
      label: '95 % of the 10-minute means of a week',
      kind: 'norm',
      source: EN_50160,
    },
    { id: 'voltageAll', value: 85, to: 110, label: 'all 10-minute means', kind: 'norm', source: EN_50160 },
    {
      id: 'voltageAnsi',
      value: 95,
      to: 105,
      label: 'range A at the service, United States',
      kind: 'norm',
      source: 'ANSI C84.1: 114 to 126 V on a base of 120 V',
    },
  ],
};

const UNBALANCE: LandmarkScale = {
  min: 0,
  max: 5,
  unit: '%',
  landmarks: [
    {
      id: 'unbalanceWeek',
      value: 2,
      label: '95 % of the 10-minute means of a week',
      kind: 'norm',
      source: EN_50160,
    },
  ],
};

const AGEING: LandmarkScale = {
  min: 0,
  max: 400,
  unit: '%',
  landmarks: [
    {
      id: 'normalAgeing',
      value: 100,
      label: 'normal life: hottest insulation at 98 °C all year',
      kind: 'norm',
      source: 'IEC 60076-7, non-upgraded paper',
    },
  ],
};

/** Of income. Ours is income after housing; those of the sources may be before it. */
const BURDEN: LandmarkScale = {
  min: 0,
  max: 20,
  unit: '%',
  landmarks: [
    {
      id: 'burdenHigh',
      value: 6,
      label: 'high burden; in use are 6 to 11 %',
      kind: 'convention',
      source: 'ACEEE, from memory; no threshold is universally accepted',
    },
    {
      id: 'burdenMeasured',
      value: 8.2,
      label: 'mean of low-income households, United States',
      kind: 'measured',
      source: 'Berkeley Lab',
    },
    {
      id: 'burdenSevere',
      value: 10,
      label: 'severe burden',
      kind: 'convention',
      source: 'aceee.org, 2024',
    },
  ],
};

/** Scales of indicators of a district's year, by the indicator's id; in its unit. */
export const KPI_SCALES: Readonly<Record<string, LandmarkScale>> = {
  worstTransformerLoading: TRANSFORMER_LOADING,
  worstLineLoading: LINE_LOADING,
  transformerAgeing: AGEING,
  lowestVoltage: VOLTAGE,
  highestVoltage: VOLTAGE,
  voltageUnbalance: UNBALANCE,
  energyBurdenLowest: BURDEN,
  energyBurdenMiddle: BURDEN,
  energyBurdenHighest: BURDEN,
};

/** Landmarks of a branch's largest loading, in percent of what it may carry. */
export const loadingScale = (kind: 'transformer' | 'line'): LandmarkScale =>
  kind === 'transformer' ? TRANSFORMER_LOADING : LINE_LOADING;

export const VOLTAGE_SCALE = VOLTAGE;

/** The country whose types stand for a region. */
const COUNTRIES: Partial<Record<ArchetypeRegion, string>> = {
  centralEurope: 'Germany',
  nordic: 'Sweden',
  mediterranean: 'Italy',
};

/** Medians of TABULA, kWh/(m2 a) of space heating as built: to 1945, 1946-79, 1980-99, from 2000; houses and apartment buildings. */
const HEAT_NEEDS: Partial<Record<ArchetypeRegion, Readonly<Record<'house' | 'multi', readonly number[]>>>> = {
  centralEurope: { house: [219, 195, 120, 70], multi: [172, 148, 110, 71] },
  nordic: { house: [286, 252, 184, 114], multi: [187, 213, 150, 123] },
  mediterranean: { house: [277, 251, 136, 58], multi: [200, 172, 118, 50] },
};
const PERIODS = [
  ['builtTo1945', 'built up to 1945'],
  ['builtTo1979', 'built 1946 to 1979'],
  ['builtTo1999', 'built 1980 to 1999'],
  ['builtFrom2000', 'built from 2000'],
] as const;

/** Means of buildings in use, kWh/(m2 a) of all fuels. */
const SITE_ENERGY: Partial<Record<BuildingUse, number>> = {
  office: 293,
  retail: 233,
  school: 262,
  hospital: 787,
  hotel: 316,
  restaurant: 814,
};
const CBECS = 'EIA, CBECS 2003, table C1A: major fuels over floor space';

/**
 * What a building is read against: homes by their need of space heating, others by all energy they use; null where no source
 * says anything of its kind. kWh/(m2 a).
 */
export function buildingScale(
  use: BuildingUse,
  envelopeClass: EnvelopeClass,
  region: ArchetypeRegion,
): (LandmarkScale & { readonly of: 'heatNeed' | 'siteEnergy' }) | null {
  const unit = 'kWh/(m2 a)';
  if (!isHome(use)) {
    const value = SITE_ENERGY[use];
    if (value === undefined) return null;
    const label = 'mean of buildings of this use, United States';
    const landmark = { id: 'siteEnergy', value, label, kind: 'measured', source: CBECS } as const;
    return { of: 'siteEnergy', min: 0, max: 1000, unit, landmarks: [landmark] };
  }
  const needs = HEAT_NEEDS[region]?.[envelopeClass === 'multi' ? 'multi' : 'house'];
  if (needs === undefined) return null;
  const types = envelopeClass === 'multi' ? 'apartment buildings' : 'single-family houses';
  const source = `TABULA/EPISCOPE, ${COUNTRIES[region]!}, ${types} not refurbished, median`;
  const landmarks = PERIODS.map(([id, label], row): Landmark => ({
    ...{ id, label, source },
    value: needs[row]!,
    kind: 'typology',
  }));
  return { of: 'heatNeed', min: 0, max: 350, unit, landmarks };
}
