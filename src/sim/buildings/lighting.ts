import type { Calendar } from '../arrays/calendar';

/** Lights of a home by hour relative to the daily mean: morning and evening, assumed. */
const HOURS = [
  0.4, 0.2, 0.15, 0.15, 0.2, 0.5, 1.2, 1.5, 1, 0.6, 0.5, 0.5, 0.5, 0.5, 0.5, 0.6, 1, 1.6, 2.2, 2.7, 2.9, 2.6,
  1.7, 0.5,
];
const MEAN = HOURS.reduce((sum, hour) => sum + hour, 0) / 24;

/** Relative use of lights by step of the day, mean one. */
export function lightShape(calendar: Calendar): Float64Array {
  return Float64Array.from(
    { length: calendar.stepsPerDay },
    (_, step) => HOURS[Math.floor(step / calendar.stepsPerHour)]! / MEAN,
  );
}
