/** Where the sun stands at an hour of the day on screen, as the map draws it. */
export interface SunPlace {
  readonly altitudeRad: number;
  /** Clockwise from north. */
  readonly azimuthRad: number;
}
export type SunAt = (hourOfDay: number) => SunPlace;

const TURN_RAD = 2 * Math.PI;
const STEPS_PER_HOUR = 12;

export const COMPASS = [
  'north',
  'northEast',
  'east',
  'southEast',
  'south',
  'southWest',
  'west',
  'northWest',
] as const;

export const compassOf = (azimuthRad: number): (typeof COMPASS)[number] =>
  COMPASS[((Math.round((azimuthRad / TURN_RAD) * 8) % 8) + 8) % 8]!;

/** First and last moment of the day with the sun above the horizon, in hours; null where it never rises, or never sets. */
export function sunHours(sunAt: SunAt): { readonly rise: number; readonly set: number } | null {
  const up: number[] = [];
  for (let at = 0; at < 24 * STEPS_PER_HOUR; at += 1)
    if (sunAt(at / STEPS_PER_HOUR).altitudeRad > 0) up.push(at / STEPS_PER_HOUR);
  if (up.length === 0 || up.length === 24 * STEPS_PER_HOUR) return null;
  return { rise: up[0]!, set: up[up.length - 1]! };
}

/** The whole hour at which the sun stands closest to a bearing. */
export function hourTowards(sunAt: SunAt, azimuthRad: number): number {
  const away = (hour: number): number => {
    const gap = (sunAt(hour).azimuthRad - azimuthRad) % TURN_RAD;
    return Math.abs(gap > Math.PI ? gap - TURN_RAD : gap < -Math.PI ? gap + TURN_RAD : gap);
  };
  return Array.from({ length: 24 }, (_, hour) => hour).reduce((best, hour) =>
    away(hour) < away(best) ? hour : best,
  );
}

/** The sky seen from below, the horizon a circle of radius one: x to the right, y down, up is where the camera looks. */
export function onDial({ altitudeRad, azimuthRad }: SunPlace, headingRad: number): readonly [number, number] {
  const out = altitudeRad > 0 ? 1 - altitudeRad / (Math.PI / 2) : 1;
  return [Math.sin(azimuthRad - headingRad) * out, -Math.cos(azimuthRad - headingRad) * out];
}

export const clock = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
