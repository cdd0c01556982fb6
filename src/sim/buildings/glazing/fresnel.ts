import { exp, ln } from '../../numeric/elementary';
import type { PaneAtAngle, PaneByCosine } from './types';

/** A homogeneous, uncoated pane. */
export interface ClearPane {
  readonly refractiveIndex: number;
  /** Transmittance of the bulk glass along its normal, exp(-extinction x thickness). README eq. 3. */
  readonly bulkTransmittance: number;
}

/**
 * Refractive indices that a bare pane can have: fluoropolymer foil is near 1.35, soda-lime glass 1.5, polycarbonate 1.6.
 * Values outside say that a coating makes the reflectance.
 */
const INDEX_RANGE = [1.3, 1.8] as const;

/** Relative difference of front and back reflectance under which both sides are taken to be the same glass. */
const SAME_SIDES = 0.001;

/**
 * Refractive index and bulk transmittance from the pane's transmittance and reflectances at normal incidence, or nothing
 * where no bare pane has these values. README eq. 1 to 3; Finlayson, Arasteh, Huizenga, Rubin and Reilly, WINDOW 4.0,
 * LBL-33943 (1993).
 */
export function clearPane(normal: PaneAtAngle): ClearPane | undefined {
  const { transmittance: tau, reflectanceFront: rho, reflectanceBack } = normal;
  if (Math.abs(rho - reflectanceBack) > SAME_SIDES * rho || !(tau > 0)) return undefined;
  const beta = tau * tau - rho * rho + 2 * rho + 1;
  const inner = beta * beta - 4 * (2 - rho) * rho;
  if (inner < 0) return undefined;
  const surface = (beta - Math.sqrt(inner)) / (2 * (2 - rho));
  if (!(surface > 0)) return undefined;
  const root = Math.sqrt(surface);
  const refractiveIndex = (1 + root) / (1 - root);
  const bulkTransmittance = (rho - surface) / (surface * tau);
  const [least, most] = INDEX_RANGE;
  const bare = refractiveIndex >= least && refractiveIndex <= most && bulkTransmittance > 0;
  // Rounded labels of clear foil come out a hair above 1.
  return bare && bulkTransmittance < 1.02
    ? { refractiveIndex, bulkTransmittance: Math.min(bulkTransmittance, 1) }
    : undefined;
}

/** Slab with reflectance `surface` at both faces and `bulk` transmitted between them. README eq. 5. */
function slab(surface: number, bulk: number): PaneAtAngle {
  const transmittance = ((1 - surface) * (1 - surface) * bulk) / (1 - surface * surface * bulk * bulk);
  const reflectance = surface * (1 + bulk * transmittance);
  return { transmittance, reflectanceFront: reflectance, reflectanceBack: reflectance };
}

const MIRROR: PaneAtAngle = { transmittance: 0, reflectanceFront: 1, reflectanceBack: 1 };

/** Fresnel's equations and Snell's law at both faces, per polarisation. README eq. 4 and 5. */
export function clearPaneByCosine({ refractiveIndex: n, bulkTransmittance }: ClearPane): PaneByCosine {
  const lnBulk = ln(bulkTransmittance);
  return (cosine) => {
    if (!(cosine > 0)) return [MIRROR, MIRROR];
    const inside = Math.sqrt(1 - (1 - cosine * cosine) / (n * n));
    const s = (cosine - n * inside) / (cosine + n * inside);
    const p = (n * cosine - inside) / (n * cosine + inside);
    const bulk = exp(lnBulk / inside);
    return [slab(s * s, bulk), slab(p * p, bulk)];
  };
}
