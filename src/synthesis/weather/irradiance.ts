import { cos, exp, PI, sin } from '../../sim/numeric/elementary';
import type { SunPath } from '../../sim/weather/sun';
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

/** Brightest clearness that a whole hour reaches, by the height of the sun. */
const hourlyCeiling = (up: number): number => 0.88 * exp(-0.06 / Math.max(up, 0.05));

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

/** Hourly global, beam and diffuse irradiance from daily clearness indices; every day's sum is kept. */
export function hourlyIrradiance(
  seed: number,
  sun: SunPath,
  clearness: Float64Array,
  solarOffsetH: number,
): Irradiance {
  const outside = sun.extraterrestrialWPerM2.map((e, i) => e * sun.up[i]! * sun.upShare[i]!);
  const noise = autoregressive(seed, 'hourlyClearness', 8760, 0.35);
  const ghiWPerM2 = new Float64Array(8760);
  const dniWPerM2 = new Float64Array(8760);
  const dhiWPerM2 = new Float64Array(8760);
  for (let day = 0; day < 365; day += 1) {
    const smooth = smoothDay(sun, day, solarOffsetH, outside);
    const target = clearness[day]! * total(outside.subarray(24 * day, 24 * day + 24));
    const smoothFactor = target / Math.max(total(smooth), 1e-9);
    const hours = smooth.map((value, h) => {
      const hour = 24 * day + h;
      const sky = outside[hour]!;
      if (sky <= 0) return 0;
      const up = sun.up[hour]!;
      const mean = (value * smoothFactor) / sky;
      const rough = mean + clearnessSpread(clearness[day]!, up) * noise[hour]!;
      return sky * Math.min(Math.max(rough, 0.25 * mean), Math.max(hourlyCeiling(up), mean));
    });
    const factor = target / Math.max(total(hours), 1e-9);
    for (let h = 0; h < 24; h += 1) {
      const hour = 24 * day + h;
      const ghi = hours[h]! * factor;
      const extra = sun.extraterrestrialWPerM2[hour]!;
      const [dni, dhi] = split(ghi, outside[hour]!, sun.up[hour]!, sun.upShare[hour]!, extra);
      ghiWPerM2[hour] = ghi;
      dniWPerM2[hour] = dni;
      dhiWPerM2[hour] = dhi;
    }
  }
  return { ghiWPerM2, dniWPerM2, dhiWPerM2 };
}
