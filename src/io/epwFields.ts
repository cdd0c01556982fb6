/**
 * The columns of an EPW data row that are read (0-based), with the range a value must lie in and the code that stands
 * for a missing value. Source: EnergyPlus, Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary".
 */
export interface EpwField {
  readonly column: number;
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Values at or above this one mean "missing". */
  readonly missingFrom: number;
}

export const EPW_FIELDS = {
  tempDegC: { column: 6, name: 'dry bulb temperature', unit: '°C', min: -90, max: 70, missingFrom: 99.9 },
  dewPointDegC: {
    column: 7,
    name: 'dew point temperature',
    unit: '°C',
    min: -100,
    max: 70,
    missingFrom: 99.9,
  },
  relativeHumidityPercent: {
    column: 8,
    name: 'relative humidity',
    unit: '%',
    min: 0,
    max: 110,
    missingFrom: 999,
  },
  pressurePa: {
    column: 9,
    name: 'atmospheric station pressure',
    unit: 'Pa',
    min: 31000,
    max: 120000,
    missingFrom: 999999,
  },
  skyInfraredWPerM2: {
    column: 12,
    name: 'horizontal infrared radiation',
    unit: 'W/m²',
    min: 0,
    max: 700,
    missingFrom: 9999,
  },
  ghiWPerM2: {
    column: 13,
    name: 'global horizontal radiation',
    unit: 'Wh/m²',
    min: 0,
    max: 1600,
    missingFrom: 9999,
  },
  dniWPerM2: {
    column: 14,
    name: 'direct normal radiation',
    unit: 'Wh/m²',
    min: 0,
    max: 1500,
    missingFrom: 9999,
  },
  dhiWPerM2: {
    column: 15,
    name: 'diffuse horizontal radiation',
    unit: 'Wh/m²',
    min: 0,
    max: 1000,
    missingFrom: 9999,
  },
  windSpeedMPerS: { column: 21, name: 'wind speed', unit: 'm/s', min: 0, max: 80, missingFrom: 999 },
  opaqueCloudTenths: {
    column: 23,
    name: 'opaque sky cover',
    unit: 'tenths',
    min: 0,
    max: 10,
    missingFrom: 99,
  },
} as const satisfies Readonly<Record<string, EpwField>>;

export type EpwFieldName = keyof typeof EPW_FIELDS;
export const EPW_FIELD_NAMES = Object.keys(EPW_FIELDS) as EpwFieldName[];

/** Fields that may be missing for longer: each has a formula to fill it. */
export const DERIVABLE_FIELDS: readonly EpwFieldName[] = [
  'skyInfraredWPerM2',
  'opaqueCloudTenths',
  'pressurePa',
  'dewPointDegC',
  'relativeHumidityPercent',
];

/** A row must reach at least the wind speed. */
export const EPW_MIN_COLUMNS = 22;
