import type { ModalSchedule, ModalYear } from '../sim/buildings/modal';
import { cos, PI, RAD_PER_DEG, sin } from '../sim/numeric/elementary';
import { normal, randomKey } from '../sim/numeric/random';

const HOURS = 24;
const DAYS = 365;
const WEEKEND_FROM = 5;

/** Eight uses: when people come and go, what they set. Two kinds of days, [kind * 24 + hour]. */
export function benchSchedules(): ModalSchedule[] {
  return Array.from({ length: 8 }, (_, use) => {
    const home = use < 3;
    const opens = home ? 6 : 6 + (use % 3);
    const closes = home ? 22 : 16 + (use % 5);
    const open = (place: number): boolean => {
      const hour = place % HOURS;
      return (home || place < HOURS || use === 7) && hour >= opens && hour < closes;
    };
    const table = (value: (place: number) => number): Float64Array =>
      Float64Array.from({ length: 2 * HOURS }, (_, place) => value(place));
    return {
      personShare: table((place) => (open(place) === home ? 0.4 : 0.9) * (home || open(place) ? 1 : 0)),
      applianceShare: table((place) => (open(place) ? 0.8 : 0.2)),
      airShare: table((place) => (open(place) ? 1 : home ? 0.5 : 0)),
      heatToDegC: table((place) => (open(place) ? 21 : 17)),
      coolToDegC: table((place) => (home || open(place) ? 26 : Infinity)),
    };
  });
}

/** A made-up year of a temperate place at 48 degrees north: sines, a drifting noise, and a sun with changing clouds. */
export function benchYear(seed = 1): ModalYear {
  const stepCount = DAYS * HOURS;
  const noise = randomKey(seed, 'year', 'temperature');
  const clouds = randomKey(seed, 'year', 'clouds');
  const columns = (count: number): Float64Array[] =>
    Array.from({ length: count }, () => new Float64Array(stepCount));
  const year = {
    stepS: 3600,
    stepCount,
    tableAt: new Uint16Array(stepCount),
    outdoorDegC: new Float64Array(stepCount),
    skyDegC: new Float64Array(stepCount),
    roofWPerM2: columns(5),
    wallWPerM2: columns(8),
    transmittedWPerM2: columns(8),
    paneWPerM2: columns(8),
  };
  let drift = 0;
  for (let step = 0; step < stepCount; step += 1) {
    const day = Math.floor(step / HOURS);
    const hour = step % HOURS;
    drift = 0.985 * drift + 0.6 * normal(noise, step);
    const seasonal = -9.5 * cos((2 * PI * (day - 20)) / DAYS) - 4 * cos((2 * PI * (hour - 3)) / HOURS);
    const clear = Math.min(1, Math.max(0.05, 0.5 + 0.35 * normal(clouds, day)));
    year.outdoorDegC[step] = 9.5 + seasonal + drift;
    year.skyDegC[step] = year.outdoorDegC[step]! - 4 - 12 * clear;
    year.tableAt[step] = (day % 7 >= WEEKEND_FROM ? HOURS : 0) + hour;
    fillSun(year, step, day, hour, clear);
  }
  return year;
}

function fillSun(year: ModalYear, step: number, day: number, hour: number, clear: number): void {
  const latitude = 48 * RAD_PER_DEG;
  const declination = -23.45 * RAD_PER_DEG * cos((2 * PI * (day + 10)) / DAYS);
  const angle = 15 * (hour + 0.5 - 12) * RAD_PER_DEG;
  // East, south and up.
  const east = -cos(declination) * sin(angle);
  const south = sin(latitude) * cos(declination) * cos(angle) - cos(latitude) * sin(declination);
  const up = cos(latitude) * cos(declination) * cos(angle) + sin(latitude) * sin(declination);
  if (up <= 0.02) return;
  const beam = 850 * clear * (up / (up + 0.15));
  const diffuse = 180 * up * (1.3 - clear) + 30;
  const plane = (tilt: number, azimuth: number): number => {
    const flat = sin(tilt);
    const facing = east * flat * sin(azimuth) - south * flat * cos(azimuth) + up * cos(tilt);
    return beam * Math.max(0, facing) + diffuse * (0.5 + 0.5 * cos(tilt));
  };
  year.roofWPerM2.forEach((roof, at) => {
    roof[step] = at === 0 ? plane(0, 0) : plane(35 * RAD_PER_DEG, (at - 1) * 90 * RAD_PER_DEG);
  });
  year.wallWPerM2.forEach((wall, at) => {
    wall[step] = plane(90 * RAD_PER_DEG, at * 45 * RAD_PER_DEG);
    year.transmittedWPerM2[at]![step] = 0.6 * wall[step]!;
    year.paneWPerM2[at]![step] = 0.12 * wall[step]!;
  });
}
