import { cos, PI, RAD_PER_DEG, sin } from '../../numeric/elementary';
import type { ElementDirection } from './sunlitShare';

/** Where light that has no direction of its own comes from. */
export const REGIONS = ['sky', 'horizon', 'ground'] as const;
export type Region = (typeof REGIONS)[number];

/** A direction before the element and its share of the irradiance of its region on the unshaded element. */
export interface DiffuseRay {
  readonly region: Region;
  readonly direction: ElementDirection;
  readonly weight: number;
}

const RINGS = 32;
const SECTORS = 72;
const HORIZON_SECTORS = 180;

type Raw = Omit<DiffuseRay, 'region'>;

/** Weights to a sum of one; a region that a level element does not see has no rays. */
function normalised(region: Region, rays: readonly Raw[]): DiffuseRay[] {
  const total = rays.reduce((sum, ray) => sum + ray.weight, 0);
  return rays.map((ray) => ({ region, direction: ray.direction, weight: ray.weight / total }));
}

/**
 * Rays to the middles of equal parts of the cosine-weighted hemisphere before an element of this tilt, each isotropic part
 * of the sky or the ground by its height over the horizon, and to the horizon's own band. README eq. 20.
 */
export function diffuseRays(tiltDeg: number): readonly DiffuseRay[] {
  const sinTilt = sin(tiltDeg * RAD_PER_DEG);
  const cosTilt = cos(tiltDeg * RAD_PER_DEG);
  const sky: Raw[] = [];
  const ground: Raw[] = [];
  for (let ring = 0; ring < RINGS; ring += 1) {
    const across = Math.sqrt((ring + 0.5) / RINGS);
    const outwards = Math.sqrt(1 - across * across);
    for (let sector = 0; sector < SECTORS; sector += 1) {
      const angle = (2 * PI * (sector + 0.5)) / SECTORS;
      const direction = { right: across * cos(angle), outwards, upwards: across * sin(angle) };
      const height = outwards * cosTilt + direction.upwards * sinTilt;
      (height > 0 ? sky : ground).push({ direction, weight: 1 });
    }
  }
  return [
    ...normalised('sky', sky),
    ...normalised('horizon', horizonRays(sinTilt, cosTilt)),
    ...normalised('ground', ground),
  ];
}

/** Directions at no height over the horizon, turned about the vertical from the element's right. */
function horizonRays(sinTilt: number, cosTilt: number): Raw[] {
  const rays: Raw[] = [];
  for (let sector = 0; sector < HORIZON_SECTORS; sector += 1) {
    const angle = (PI * (sector + 0.5)) / HORIZON_SECTORS;
    const away = sin(angle);
    const outwards = away * sinTilt;
    if (!(outwards > 1e-9)) continue;
    rays.push({ direction: { right: cos(angle), outwards, upwards: -away * cosTilt }, weight: outwards });
  }
  return rays;
}
