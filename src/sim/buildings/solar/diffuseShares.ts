import type { Element } from '../../../model/buildingModel/types';
import { diffuseRays, REGIONS, shadedElement, sunlitShares, type Region } from '../shading';

/** Shares of the irradiance of each region on the unshaded plane that pass the shades, 0 to 1. */
export type ByRegion = Readonly<Record<Region, number>>;

export interface DiffuseShares {
  readonly opaque: ByRegion;
  /** In the order of the element's windows. */
  readonly windows: readonly ByRegion[];
}

type Sums = Record<Region, number>;

/** Shares of all rays before the element, all 1 without shades; computed once. README eq. 20. */
export function diffuseShares(element: Element): DiffuseShares {
  const everything: ByRegion = { sky: 1, horizon: 1, ground: 1 };
  const shaded = shadedElement(element);
  if (shaded.shades.length === 0)
    return { opaque: everything, windows: shaded.windows.map(() => everything) };
  const none = (): Sums => ({ sky: 0, horizon: 0, ground: 0 });
  const opaque = none();
  const windows = shaded.windows.map(none);
  for (const { region, direction, weight } of diffuseRays(element.tiltDeg)) {
    const lit = sunlitShares(shaded, direction);
    opaque[region] += weight * lit.opaque;
    windows.forEach((sums, window) => (sums[region] += weight * lit.windows[window]!));
  }
  return { opaque, windows };
}

/** Light of all regions at one step, each with its share. The brightening of the horizon may be negative, the sum is not. */
export function diffuseSum(
  shares: ByRegion,
  light: { readonly [of in Region]: Float64Array },
  step: number,
): number {
  let sum = 0;
  for (const region of REGIONS) sum += shares[region] * light[region][step]!;
  return Math.max(sum, 0);
}
