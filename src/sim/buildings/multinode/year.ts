/** Extreme of an hourly course: value and hour of the year, 0 to 8,759. */
export interface Extreme {
  readonly value: number;
  readonly hour: number;
}

/** Energies of a year, J; inputs positive, so that the first five plus nothing else equal `storedJ`. */
export interface ZoneBalanceYear {
  readonly heatingJ: number;
  /** Negative or zero, like every loss here. */
  readonly coolingJ: number;
  readonly gainsJ: number;
  /** Absorbed by the zone's elements, inside and outside. */
  readonly sunJ: number;
  /** Air from and to outdoors. */
  readonly airJ: number;
  /** Through the outer surfaces of the zone's elements to outdoors and ground. */
  readonly surfacesJ: number;
  /** From other zones, by air and through partitions. */
  readonly zonesJ: number;
  /** In air and elements at the end of the year less at its beginning. */
  readonly storedJ: number;
}

export interface ZoneYear {
  readonly id: string;
  /** [hour], means. Powers are 0 or more. */
  readonly airDegC: Float64Array;
  readonly meanRadiantDegC: Float64Array;
  readonly operativeDegC: Float64Array;
  readonly heatingW: Float64Array;
  readonly coolingW: Float64Array;
  readonly heatingKWh: number;
  readonly coolingKWh: number;
  readonly peakHeatingW: Extreme;
  readonly peakCoolingW: Extreme;
  readonly airMin: Extreme;
  readonly airMax: Extreme;
  readonly airMeanDegC: number;
  readonly balance: ZoneBalanceYear;
}

export interface BuildingModelYear {
  readonly zones: readonly ZoneYear[];
  /** Days that the first day was repeated before the year began. */
  readonly warmUpDays: number;
}

export function extremeOf(values: Float64Array, sign: 1 | -1): Extreme {
  let hour = 0;
  values.forEach((value, i) => {
    if (sign * value > sign * values[hour]!) hour = i;
  });
  return { value: values[hour]!, hour };
}
