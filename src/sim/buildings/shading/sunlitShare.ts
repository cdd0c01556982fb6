import type { Element, Shade } from '../../../model/buildingModel/types';
import { coveredArea, rectanglePolygon, signedArea, type Polygon, type Rectangle } from './polygon';

/**
 * Direction towards a point of the sky, as a unit vector in an element's coordinates: `right` along its x, `outwards`
 * along its normal, `upwards` along its z.
 */
export interface ElementDirection {
  readonly right: number;
  readonly outwards: number;
  readonly upwards: number;
}

/** Shadows thinner than this share of a square metre are none. */
const NO_AREA_M2 = 1e-12;

/**
 * Shadow that a plate square to the element throws on its plane. Parallel light from the direction d moves every point at
 * distance y from the plane by -y (d_right, d_upwards) / d_outwards: a parallelogram. README eq. 18.
 */
export function shadowOf(shade: Shade, { right, outwards, upwards }: ElementDirection): Polygon {
  const moveX = (-shade.depthM * right) / outwards;
  const moveZ = (-shade.depthM * upwards) / outwards;
  const [ax, az, bx, bz] =
    shade.kind === 'overhang'
      ? [shade.fromXM, shade.zM, shade.toXM, shade.zM]
      : [shade.xM, shade.fromZM, shade.xM, shade.toZM];
  const shadow = [ax, az, bx, bz, bx + moveX, bz + moveZ, ax + moveX, az + moveZ];
  const area = signedArea(shadow);
  if (Math.abs(area) < NO_AREA_M2) return [];
  return area > 0 ? shadow : [ax, az, ax + moveX, az + moveZ, bx + moveX, bz + moveZ, bx, bz];
}

/** Sunlit shares of an element's parts for light from one direction, 0 to 1. */
export interface SunlitShares {
  /** Of the element without its windows. */
  readonly opaque: number;
  /** In the order of the element's windows. */
  readonly windows: readonly number[];
}

/** An element's rectangles and the plates before them; what stays the same for every direction. */
export interface ShadedElement {
  readonly shades: readonly Shade[];
  readonly whole: Polygon;
  readonly windows: readonly Polygon[];
  readonly opaqueAreaM2: number;
}

export function shadedElement({ widthM, heightM, windows = [], shades = [] }: Element): ShadedElement {
  const polygons = windows.map((window: Rectangle) => rectanglePolygon(window));
  const glazedAreaM2 = polygons.reduce((sum, window) => sum + signedArea(window), 0);
  return {
    shades,
    whole: rectanglePolygon({ xM: 0, zM: 0, widthM, heightM }),
    windows: polygons,
    opaqueAreaM2: Math.max(widthM * heightM - glazedAreaM2, 0),
  };
}

/** Exact for any number of plates that may overlap. Nothing is lit from behind the element. */
export function sunlitShares(element: ShadedElement, direction: ElementDirection): SunlitShares {
  const { shades, whole, windows, opaqueAreaM2 } = element;
  if (!(direction.outwards > 0)) return { opaque: 0, windows: windows.map(() => 0) };
  const shadows: Polygon[] = [];
  for (const shade of shades) {
    const shadow = shadowOf(shade, direction);
    if (shadow.length > 0) shadows.push(shadow);
  }
  if (shadows.length === 0) return { opaque: 1, windows: windows.map(() => 1) };
  let opaqueShadow = coveredArea(whole, shadows);
  const shares = windows.map((window) => {
    const shadow = coveredArea(window, shadows);
    opaqueShadow -= shadow;
    return within(1 - shadow / signedArea(window));
  });
  return { opaque: opaqueAreaM2 > 0 ? within(1 - opaqueShadow / opaqueAreaM2) : 1, windows: shares };
}

/** Rounding may leave a share a hair outside. */
const within = (share: number): number => Math.min(Math.max(share, 0), 1);
