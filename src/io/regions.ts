import type { ArchetypeRegion } from '../model/district';
import type { ClimateName } from '../synthesis/weather/climates';

/** Archetype tables by latitude, assumed where none is asked for; the report says so. */
export function regionAt(_lonDeg: number, latDeg: number): ArchetypeRegion {
  const distance = Math.abs(latDeg);
  if (distance >= 56) return 'nordic';
  if (distance >= 44.5) return 'centralEurope';
  return distance >= 33 ? 'mediterranean' : 'warm';
}

/** Synthetic climate by position, assumed where neither a climate nor an EPW is given. */
export function climateAt(lonDeg: number, latDeg: number): ClimateName {
  const distance = Math.abs(latDeg);
  if (distance >= 56) return 'nordic';
  if (distance >= 44.5) return 'centralEurope';
  if (distance >= 33) return 'mediterranean';
  if (distance < 10) return 'humidTropic';
  return lonDeg > 66 && lonDeg < 122 && latDeg > 0 ? 'hotMonsoon' : 'hotDesert';
}
