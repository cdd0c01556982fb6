import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../../sim/arrays/calendar';

const HOURS_A_WEEK = 168;

/** Mean of a weather column over each whole week from 1 January. */
function weeklyMeans(column: Float64Array): number[] {
  const weeks = Math.floor(column.length / HOURS_A_WEEK);
  return Array.from({ length: weeks }, (_, week) => {
    let sum = 0;
    for (let hour = week * HOURS_A_WEEK; hour < (week + 1) * HOURS_A_WEEK; hour += 1) sum += column[hour]!;
    return sum / HOURS_A_WEEK;
  });
}

function highest(means: readonly number[], count: number): number[] {
  const order = means.map((_, week) => week).sort((a, b) => means[b]! - means[a]! || a - b);
  return order.slice(0, count).sort((a, b) => a - b);
}

/** Chunks (weeks) with the lowest mean temperature, in order of time. */
export function coldestChunks(weather: WeatherYear, count: number): number[] {
  return highest(
    weeklyMeans(weather.tempDegC).map((mean) => -mean),
    count,
  );
}

/** The chunk with the most global irradiance. */
export function sunniestChunk(weather: WeatherYear): number {
  return highest(weeklyMeans(weather.ghiWPerM2), 1)[0]!;
}

/** Hour of the local day at which a step of a chunk begins. */
export function hourOfDay(calendar: Calendar, step: number): number {
  return (step % calendar.stepsPerDay) / calendar.stepsPerHour;
}
