import { exp } from '../../sim/numeric/elementary';

export interface ThermalEnvironment {
  readonly airDegC: number;
  readonly radiantDegC: number;
  /** Relative to the body. */
  readonly airSpeedMPerS: number;
  readonly relativeHumidityPercent: number;
  readonly metabolicRateMet: number;
  readonly clothingClo: number;
}

export interface ThermalVote {
  /** Predicted mean vote, -3 cold to +3 hot. */
  readonly pmv: number;
  /** Predicted percentage dissatisfied, %. */
  readonly ppdPercent: number;
}

const W_PER_M2_OF_MET = 58.15;
const M2K_PER_W_OF_CLO = 0.155;
const UNTOLD: ThermalVote = { pmv: Number.NaN, ppdPercent: Number.NaN };

/** Of the standard's own program: t_cl/100 counts as found at this change, so that its table is met as printed. */
const SURFACE_TOLERANCE = 0.00015;
const MAX_ITERATIONS = 150;

/**
 * PMV and PPD of ISO 7730 without external work, letters as there: M metabolic rate, I_cl and f_cl clothing, t_cl its
 * surface, h_c convection, p_a vapour pressure.
 * PMV = (0.303 e^(-0.036 M) + 0.028) L with the heat load
 * L = M - 3.05e-3 (5733 - 6.99 M - p_a) - 0.42 (M - 58.15) - 1.7e-5 M (5867 - p_a) - 0.0014 M (34 - t_a)
 *     - 3.96e-8 f_cl ((t_cl + 273)^4 - (t_r + 273)^4) - f_cl h_c (t_cl - t_a);
 * PPD = 100 - 95 e^(-0.03353 PMV^4 - 0.2179 PMV^2). NaN outside the method's limits.
 */
export function predictedMeanVote(environment: ThermalEnvironment): ThermalVote {
  if (!withinLimits(environment)) return UNTOLD;
  const { airDegC, metabolicRateMet, relativeHumidityPercent } = environment;
  const M = metabolicRateMet * W_PER_M2_OF_MET;
  const pa = 10 * relativeHumidityPercent * exp(16.6536 - 4030.183 / (airDegC + 235));
  const load =
    M -
    3.05e-3 * (5733 - 6.99 * M - pa) -
    0.42 * (M - W_PER_M2_OF_MET) -
    1.7e-5 * M * (5867 - pa) -
    0.0014 * M * (34 - airDegC) -
    surfaceLossWPerM2(environment, M);
  const pmv = (0.303 * exp(-0.036 * M) + 0.028) * load;
  if (!(Math.abs(pmv) < 2)) return UNTOLD;
  const square = pmv * pmv;
  return { pmv, ppdPercent: 100 - 95 * exp(-0.03353 * square * square - 0.2179 * square) };
}

/** 10 < t_a < 30, 10 < t_r < 40, v < 1, 0.8 < met < 4, clo < 2. */
function withinLimits(environment: ThermalEnvironment): boolean {
  const { airDegC, radiantDegC, airSpeedMPerS, metabolicRateMet, clothingClo } = environment;
  const humidity = environment.relativeHumidityPercent;
  return (
    airDegC > 10 &&
    airDegC < 30 &&
    radiantDegC > 10 &&
    radiantDegC < 40 &&
    airSpeedMPerS >= 0 &&
    airSpeedMPerS < 1 &&
    metabolicRateMet > 0.8 &&
    metabolicRateMet < 4 &&
    clothingClo >= 0 &&
    clothingClo < 2 &&
    humidity >= 0 &&
    humidity <= 100
  );
}

/**
 * Radiation and convection from the clothed body, 3.96 f_cl (x^4 - (T_r/100)^4) + f_cl h_c (t_cl - t_a), x = T_cl/100 in K,
 * with t_cl = 35.7 - 0.028 M - I_cl loss and h_c = max(2.38 |t_cl - t_a|^(1/4), 12.1 sqrt(v)), iterated as the standard does.
 */
function surfaceLossWPerM2(
  { airDegC, radiantDegC, airSpeedMPerS, clothingClo }: ThermalEnvironment,
  M: number,
): number {
  const Icl = clothingClo * M2K_PER_W_OF_CLO;
  const fcl = Icl <= 0.078 ? 1 + 1.29 * Icl : 1.05 + 0.645 * Icl;
  const airK = airDegC + 273;
  const radiant = fourth((radiantDegC + 273) / 100);
  const forced = 12.1 * Math.sqrt(airSpeedMPerS);
  let x = (airK + (35.5 - airDegC) / (3.5 * Icl + 0.1)) / 100;
  // The program starts from t_cl/50 beside t_cl/100 (as public ports of it show); its printed table rests on that.
  let middle = 1.5 * x;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
    const hc = Math.max(2.38 * Math.sqrt(Math.sqrt(Math.abs(100 * middle - airK))), forced);
    x =
      (308.7 - 0.028 * M + Icl * fcl * (3.96 * radiant + hc * airK - 3.96 * fourth(middle))) /
      (100 + 100 * Icl * fcl * hc);
    if (Math.abs(x - middle) <= SURFACE_TOLERANCE) {
      return fcl * (3.96 * (fourth(x) - radiant) + hc * (100 * x - airK));
    }
    middle = (middle + x) / 2;
  }
  return Number.NaN;
}

function fourth(x: number): number {
  return x * x * (x * x);
}
