/**
 * One year of weather, interval-start: row i covers [i, i + 1) steps after 1 January 00:00 local standard time.
 * Missing values are NaN, never 0. All arrays have length `8760` (hourly) in this version of the file.
 */
export interface WeatherYear {
  readonly name: string;
  /** Shown wherever the numbers are shown. */
  readonly origin: 'epw' | 'synthetic';
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  /** Local standard time minus UTC, in minutes; half-hour zones exist. */
  readonly utcOffsetMin: number;
  readonly elevationM: number;
  /** 0 = Monday: the weekday of 1 January. */
  readonly startWeekday: number;
  readonly tempDegC: Float64Array;
  readonly dewPointDegC: Float64Array;
  readonly relativeHumidityPercent: Float64Array;
  readonly pressurePa: Float64Array;
  readonly windSpeedMPerS: Float64Array;
  /** Global horizontal, direct normal and diffuse horizontal irradiance, mean over the hour. */
  readonly ghiWPerM2: Float64Array;
  readonly dniWPerM2: Float64Array;
  readonly dhiWPerM2: Float64Array;
  /** Horizontal infrared radiation from the sky. */
  readonly skyInfraredWPerM2: Float64Array;
}
