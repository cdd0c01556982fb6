import { cos, exp, PI, sin } from '../../sim/numeric/elementary';
import type { SunPath } from '../../sim/weather/sun';
import { clearSkyWPerM2 } from './clearness';
import { autoregressive } from './latent';

export interface Irradiance {
  readonly ghiWPerM2: Float64Array;
  readonly dniWPerM2: Float64Array;
  readonly dhiWPerM2: Float64Array;
}

/** Diffuse share of global irradiance from the hourly clearness index: Erbs, Klein and Duffie (1982). README eq. 13. */
export function diffuseShare(clearness: number): number {
  const k = clearness;
  if (k <= 0.22) return 1 - 0.09 * k;
  if (k > 0.8) return 0.165;
  return 0.9511 - 0.1604 * k + 4.388 * k * k - 16.638 * k * k * k + 12.336 * k * k * k * k;
}

/** Spread of the hourly clearness around its smooth course: Aguiar and Collares-Pereira (1992). README eq. 12. */
function clearnessSpread(daily: number, up: number): number {
  const d = daily - 0.35;
  const a = 0.14 * exp(-20 * d * d);
  const e = daily - 0.45;
  const b = 3 * e * e + 16 * daily * daily * daily * daily * daily;
  return a * exp(b * (1 - up));
}

/** Hour-to-hour persistence within a day: near 0.38 + 0.06 cos(7.4 K - 2.5) of the same paper. */
const HOURLY_PERSISTENCE = 0.35;

/** Whole hours get no brighter than this multiple of the clear sky (bright cloud edges last minutes). */
const BRIGHTEST = 1.06;

/** Shares of the day's irradiation by hour: Collares-Pereira and Rabl (1979), README eq. 11; zero while the sun is down. */
function smoothDay(sun: SunPath, day: number, solarOffsetH: number, outside: Float64Array): Float64Array {
  let upHours = 0;
  for (let h = 0; h < 24; h += 1) upHours += sun.upShare[24 * day + h]!;
  const sunset = (PI * upHours) / 24;
  const a = 0.409 + 0.5016 * sin(sunset - PI / 3);
  const b = 0.6609 - 0.4767 * sin(sunset - PI / 3);
  return Float64Array.from({ length: 24 }, (_, h) => {
    const angle = (PI * (h + 0.5 + solarOffsetH - 12)) / 12;
    return outside[24 * day + h]! * Math.max(a + b * cos(angle), 0);
  });
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Splits global irradiance into beam and diffuse; beam beyond a clear sky's goes to the diffuse. */
function split(ghi: number, outside: number, up: number, upShare: number, extra: number): [number, number] {
  if (up < 0.03 || ghi <= 0) return [0, ghi];
  const diffuse = ghi * diffuseShare(ghi / outside);
  const clearBeam = upShare * extra * 0.9 * exp(-0.12 / up);
  const dni = Math.min((ghi - diffuse) / up, clearBeam);
  return [dni, ghi - dni * up];
}

/** Scales the hours to a sum without passing their ceilings, as long as the ceilings leave room. */
function scaleToSum(hours: Float64Array, ceilings: Float64Array, target: number): Float64Array {
  let scaled = hours;
  for (let round = 0; round < 5; round += 1) {
    const factor = target / Math.max(total(scaled), 1e-9);
    scaled = scaled.map((value, h) => Math.min(value * factor, ceilings[h]!));
  }
  const rest = target / Math.max(total(scaled), 1e-9);
  return scaled.map((value) => value * rest);
}

/** One day of global irradiance: the smooth course, roughened hour by hour, with the day's sum. */
function dayOfGlobal(day: number, clearness: number, course: DayCourse): Float64Array {
  const { sun, outside, noise, elevationM } = course;
  const sky = outside.subarray(24 * day, 24 * day + 24);
  const smooth = smoothDay(sun, day, course.solarOffsetH, outside);
  const target = clearness * total(sky);
  const factor = target / Math.max(total(smooth), 1e-9);
  const rough = smooth.map((value, h) => {
    const hour = 24 * day + h;
    if (sky[h]! <= 0) return 0;
    const mean = (value * factor) / sky[h]!;
    const moved = mean + clearnessSpread(clearness, sun.up[hour]!) * noise[hour]!;
    return sky[h]! * Math.max(moved, 0.25 * mean);
  });
  const ceilings = sky.map((_, h) => {
    const hour = 24 * day + h;
    return BRIGHTEST * clearSkyWPerM2(sun.up[hour]!, elevationM) * sun.upShare[hour]!;
  });
  return scaleToSum(rough, ceilings, target);
}

interface DayCourse {
  readonly sun: SunPath;
  /** Extraterrestrial irradiance on the horizontal by hour. */
  readonly outside: Float64Array;
  readonly noise: Float64Array;
  readonly solarOffsetH: number;
  readonly elevationM: number;
}

/** Hourly global, beam and diffuse irradiance from daily clearness indices; every day's sum is kept. */
export function hourlyIrradiance(
  seed: number,
  sun: SunPath,
  clearness: Float64Array,
  site: { readonly longitudeDeg: number; readonly utcOffsetMin: number; readonly elevationM: number },
): Irradiance {
  const outside = sun.extraterrestrialWPerM2.map((e, i) => e * sun.up[i]! * sun.upShare[i]!);
  const noise = autoregressive(seed, 'hourlyClearness', 8760, HOURLY_PERSISTENCE);
  const solarOffsetH = site.longitudeDeg / 15 - site.utcOffsetMin / 60;
  const course: DayCourse = { sun, outside, noise, solarOffsetH, elevationM: site.elevationM };
  const ghiWPerM2 = new Float64Array(8760);
  const dniWPerM2 = new Float64Array(8760);
  const dhiWPerM2 = new Float64Array(8760);
  for (let day = 0; day < 365; day += 1) {
    ghiWPerM2.set(dayOfGlobal(day, clearness[day]!, course), 24 * day);
  }
  for (let hour = 0; hour < 8760; hour += 1) {
    const extra = sun.extraterrestrialWPerM2[hour]!;
    const ghi = ghiWPerM2[hour]!;
    const [dni, dhi] = split(ghi, outside[hour]!, sun.up[hour]!, sun.upShare[hour]!, extra);
    dniWPerM2[hour] = dni;
    dhiWPerM2[hour] = dhi;
  }
  return { ghiWPerM2, dniWPerM2, dhiWPerM2 };
}
