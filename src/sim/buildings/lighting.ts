import type { Calendar } from '../arrays/calendar';

/** Lights of a home by hour relative to the daily mean: morning and evening, assumed. */
const HOURS = [
  0.5, 0.3, 0.2, 0.2, 0.2, 0.5, 1.1, 1.3, 1, 0.7, 0.6, 0.6, 0.6, 0.6, 0.6, 0.7, 1.1, 1.7, 2.1, 2.3, 2.4, 2.3,
  1.7, 0.9,
];
const MEAN = HOURS.reduce((sum, hour) => sum + hour, 0) / 24;

/** Relative use of lights by step of the day, mean one. */
export function lightShape(calendar: Calendar): Float64Array {
  return Float64Array.from(
    { length: calendar.stepsPerDay },
    (_, step) => HOURS[Math.floor(step / calendar.stepsPerHour)]! / MEAN,
  );
}
