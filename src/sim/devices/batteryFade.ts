import { pow } from '../numeric/elementary';

/** How a battery loses capacity: by age, the more the fuller it stands, and by what passes through it. */
export interface BatteryFade {
  /** Of the mean stored energy, per day to the power of `timeExponent`. */
  readonly calendarCoefficient: number;
  /** Of the energy of one full cycle, mean of what is charged and discharged at the terminals. */
  readonly cycleCoefficient: number;
  readonly timeExponent: number;
}

/** REopt's defaults (REopt.jl, electric_storage.jl, struct Degradation): fits to laboratory ageing. */
export const REOPT_FADE: BatteryFade = {
  calendarCoefficient: 1.16e-3,
  cycleCoefficient: 2.46e-5,
  timeExponent: 0.428,
};
export const NO_FADE: BatteryFade = { calendarCoefficient: 0, cycleCoefficient: 0, timeExponent: 1 };

/**
 * Capacity that is lost on the night to day `day` of a battery's life (its second day is 2), J: REopt's equation,
 * k_cal a E_mean day^(a - 1) + k_cyc (charged + discharged) / 2. README devicesWithState.md, eq. 6.
 */
export function fadeOfDayJ(fade: BatteryFade, day: number, meanStoredJ: number, movedJ: number): number {
  const { calendarCoefficient, cycleCoefficient, timeExponent } = fade;
  const aged = calendarCoefficient * timeExponent * meanStoredJ * pow(day, timeExponent - 1);
  return aged + (cycleCoefficient * movedJ) / 2;
}
