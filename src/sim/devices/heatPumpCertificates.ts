/** Water at 35 degC (floor heating) or 55 degC (radiators) when it is coldest; it is cooler on milder days: EN 14825. */
export type HeatingApplication = 'low' | 'medium';
export type CertifiedUnit = 'airWater' | 'brineWater';

/** Outdoor temperatures of the certificates' part-load points, EN 14825, average climate. */
export const CERTIFIED_OUTDOOR_DEGC = [-7, 2, 7, 12] as const;

/** Median COP at those points: Keymark certificates, 9,319 air and 429 brine units (FZJ-IEK3-VSA/hplib 125c2ef6). */
const MEDIAN_COP: Readonly<Record<CertifiedUnit, Readonly<Record<HeatingApplication, readonly number[]>>>> = {
  airWater: { low: [2.98, 4.5, 6.16, 8], medium: [2.15, 3.33, 4.54, 6.12] },
  brineWater: { low: [4.59, 4.99, 5.4, 5.33], medium: [3.13, 3.68, 4.19, 4.41] },
};

/**
 * COP of the median certified unit at part load: straight lines between the points, held outside. The laboratory's figure
 * with the water as cool as the day allows; `copAtLift` is full load with a field factor.
 */
export function certifiedCop(
  unit: CertifiedUnit,
  application: HeatingApplication,
  outdoorDegC: number,
): number {
  const points = MEDIAN_COP[unit][application];
  let cop = points[0]!;
  for (let i = 1; i < points.length; i += 1) {
    const [from, to] = [CERTIFIED_OUTDOOR_DEGC[i - 1]!, CERTIFIED_OUTDOOR_DEGC[i]!];
    const share = Math.min(Math.max((outdoorDegC - from) / (to - from), 0), 1);
    cop += share * (points[i]! - points[i - 1]!);
  }
  return cop;
}
