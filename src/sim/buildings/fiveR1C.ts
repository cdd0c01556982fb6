/**
 * The lumped zone of ISO 13790:2008 annex C: five resistances, one capacitance. README eq. 16 to 18.
 */
export interface Zone {
  /** Conditioned floor A_f. */
  readonly floorM2: number;
  /** Effective mass area A_m. */
  readonly massAreaM2: number;
  /** All surfaces facing the zone, A_tot. */
  readonly totalAreaM2: number;
  readonly hWindowWPerK: number;
  /** Opaque elements with thermal bridges. */
  readonly hOpaqueWPerK: number;
  readonly hVentilationWPerK: number;
  readonly heatCapacityJPerK: number;
}

/** h_is and h_ms of ISO 13790, 7.2.2.2 and 12.2.2, W/(m2 K). */
const H_IS = 3.45;
export const H_MS = 9.1;

export interface ZoneStep {
  readonly massNextDegC: number;
  readonly massMeanDegC: number;
  readonly airDegC: number;
}

/**
 * One step with a given heating (positive) or cooling (negative) power, eq. 16 and 17. Linear in all of its inputs.
 */
export function stepZone(
  zone: Zone,
  stepS: number,
  massDegC: number,
  outdoorDegC: number,
  internalW: number,
  solarW: number,
  hvacW: number,
): ZoneStep {
  const hIs = H_IS * zone.totalAreaM2;
  const hMs = H_MS * zone.massAreaM2;
  const hEm = 1 / (1 / zone.hOpaqueWPerK - 1 / hMs); // (16)
  const hVe = zone.hVentilationWPerK;
  const hW = zone.hWindowWPerK;
  const h1 = 1 / (1 / hVe + 1 / hIs); // (16)
  const h2 = h1 + hW; // (16)
  const h3 = 1 / (1 / h2 + 1 / hMs); // (16)
  const massShare = zone.massAreaM2 / zone.totalAreaM2;
  const radiantW = 0.5 * internalW + solarW;
  const airW = 0.5 * internalW + hvacW; // (17)
  const massW = massShare * radiantW;
  const surfaceW = (1 - massShare - hW / (H_MS * zone.totalAreaM2)) * radiantW;
  const throughAir = h1 * (airW / hVe + outdoorDegC);
  const totalW = massW + hEm * outdoorDegC + (h3 * (surfaceW + hW * outdoorDegC + throughAir)) / h2; // (17)
  const storage = zone.heatCapacityJPerK / stepS;
  const half = 0.5 * (h3 + hEm);
  const massNextDegC = (massDegC * (storage - half) + totalW) / (storage + half); // (17)
  const massMeanDegC = (massDegC + massNextDegC) / 2;
  const surfaceDegC = (hMs * massMeanDegC + surfaceW + hW * outdoorDegC + throughAir) / (hMs + hW + h1); // (17)
  const airDegC = (hIs * surfaceDegC + hVe * outdoorDegC + airW) / (hIs + hVe); // (17)
  return { massNextDegC, massMeanDegC, airDegC };
}

/** Entries of one regime in a coefficient array, eq. 18. */
export const COEFFICIENT_COUNT = 10;

/**
 * The step as an affine map, eq. 18: air and next mass temperature as sums of coefficient times (mass, outdoor,
 * internal, solar, hvac). Found by evaluating `stepZone` once per input, which is exact because the step is linear.
 */
export function affineCoefficients(zone: Zone, stepS: number, into: Float64Array, offset: number): void {
  const probe = [0, 0, 0, 0, 0];
  for (let input = 0; input < 5; input += 1) {
    probe.fill(0);
    probe[input] = 1;
    const answer = stepZone(zone, stepS, probe[0]!, probe[1]!, probe[2]!, probe[3]!, probe[4]!);
    into[offset + input] = answer.airDegC;
    into[offset + 5 + input] = answer.massNextDegC;
  }
}
