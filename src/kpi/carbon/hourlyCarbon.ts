import { J_PER_KWH } from '../../units/suffixes';

/** Location-based emissions of a year's imports, two ways. */
export interface HourlyCarbon {
  /** CO2 = sum_h E_h CI_h, kg CO2e. */
  readonly hourlyKg: number;
  /** sum_h E_h times one intensity for the year, kg CO2e. */
  readonly annualKg: number;
  /** hourly - annual, exactly 0 under a flat intensity: what the hours of use are worth. */
  readonly differenceKg: number;
  readonly annualKgPerKwh: number;
}

/**
 * Energy E_h (J a step) under hourly intensities CI_h (kg/kWh). The year's intensity is the mean over the steps, or a given
 * one. NaN where series differ in length or have gaps.
 */
export function hourlyCarbon(
  energyJ: ArrayLike<number>,
  intensityKgPerKwh: ArrayLike<number>,
  givenAnnualKgPerKwh?: number,
): HourlyCarbon {
  const annualKgPerKwh =
    energyJ.length === intensityKgPerKwh.length
      ? (givenAnnualKgPerKwh ?? meanOf(intensityKgPerKwh))
      : Number.NaN;
  let energy = 0;
  let difference = 0;
  for (let step = 0; step < energyJ.length; step += 1) {
    energy += energyJ[step]!;
    // Against the year's intensity first: a flat one leaves exactly nothing.
    difference += energyJ[step]! * ((intensityKgPerKwh[step] ?? Number.NaN) - annualKgPerKwh);
  }
  const annualKg = (energy / J_PER_KWH) * annualKgPerKwh;
  const differenceKg = difference / J_PER_KWH;
  return { hourlyKg: annualKg + differenceKg, annualKg, differenceKg, annualKgPerKwh };
}

/** Mean about the first value, so that equal values give it to the last bit. */
function meanOf(values: ArrayLike<number>): number {
  const first = values[0] ?? Number.NaN;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]! - first;
  return first + sum / values.length;
}
