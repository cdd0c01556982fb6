import { ln, pow } from '../../numeric/elementary';
import { EPSILON_0, TWO_PI } from './earthReturn';
import type { ConcentricNeutralCable, TapeShieldCable } from './lineGeometry';

export type ShieldedCable = ConcentricNeutralCable | TapeShieldCable;

/** Resistivity of a copper tape shield at 50 degC, ohm m, and 1 / pi, as OpenDSS writes them. */
const TAPE_RESISTIVITY_OHM_M = 2.3718e-8;
const TAPE_FACTOR = 0.3183;

/** Resistance of the screen, ohm/m: k strands in parallel, or the lapped tape as a tube (Kersting, section 4.2). */
export function shieldROhmPerM(cable: ShieldedCable): number {
  if (cable.kind === 'concentricNeutral') return cable.strandROhmPerM / cable.strandCount;
  const lap = Math.sqrt(50 / (100 - cable.tapeLapPercent));
  return (TAPE_FACTOR * TAPE_RESISTIVITY_OHM_M) / (cable.shieldDiameterM * cable.tapeThicknessM * lap);
}

/** Radius of the circle through the strands' centres, or of the tape's middle: distance from screen to its own core. */
export function shieldRadiusM(cable: ShieldedCable): number {
  return cable.kind === 'concentricNeutral'
    ? 0.5 * (cable.cableDiameterM - cable.strandDiameterM)
    : 0.5 * (cable.shieldDiameterM - cable.tapeThicknessM);
}

/** GMR of the screen: (GMR_s k R^(k-1))^(1/k) for k strands on radius R (Kersting), the radius itself for a tape. */
export function shieldGmrM(cable: ShieldedCable): number {
  const radiusM = shieldRadiusM(cable);
  if (cable.kind === 'tapeShield') return radiusM;
  const k = cable.strandCount;
  return pow(cable.strandGmrM * k * pow(radiusM, k - 1), 1 / k);
}

/** Geometric mean distance from the screen to a conductor outside, (D^k - R^k)^(1/k) for strands, D for a tape. */
export function shieldDistanceM(cable: ShieldedCable, centreDistanceM: number): number {
  if (cable.kind === 'tapeShield') return centreDistanceM;
  const k = cable.strandCount;
  return pow(pow(centreDistanceM, k) - pow(shieldRadiusM(cable), k), 1 / k);
}

/**
 * Capacitance of core to screen, F/m: 2 pi eps / ln(R_out / R_in) of the insulation between semiconducting layers, else
 * 2 pi eps / (ln(R / R_in) - ln(k r_s / R) / k) to k bare strands of radius r_s (Kersting, section 5.4).
 */
export function cableCapacitanceFPerM(cable: ShieldedCable): number {
  const outerM = 0.5 * cable.insulationDiameterM;
  const innerM = outerM - cable.insulationThicknessM;
  const permittivity = TWO_PI * EPSILON_0 * cable.relativePermittivity;
  if (cable.kind === 'tapeShield' || cable.semiconductingLayer) return permittivity / ln(outerM / innerM);
  const radiusM = shieldRadiusM(cable);
  const k = cable.strandCount;
  return permittivity / (ln(radiusM / innerM) - ln((k * 0.5 * cable.strandDiameterM) / radiusM) / k);
}
