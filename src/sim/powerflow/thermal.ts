import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { exp, pow } from '../numeric/elementary';

/** Constants of the loading guide's thermal model, letters of IEC 60076-7 in brackets. */
export interface ThermalParameters {
  /** Top-oil rise at rated losses (delta theta_or). */
  readonly topOilRiseK: number;
  /** Hot-spot over top-oil at rated current (H g_r). */
  readonly hotSpotGradientK: number;
  /** Load loss over no-load loss at rated current (R). */
  readonly lossRatio: number;
  readonly oilExponent: number;
  readonly windingExponent: number;
  readonly k11: number;
  readonly k21: number;
  readonly k22: number;
  readonly oilTimeConstantS: number;
  readonly windingTimeConstantS: number;
  /** Added to the ambient temperature for an enclosure; outdoor cabins up to 10 K. */
  readonly ambientSurchargeK: number;
  readonly source: string;
}

/** Distribution transformers, oil and air by natural convection. */
export const ONAN_DISTRIBUTION: ThermalParameters = {
  topOilRiseK: 55,
  hotSpotGradientK: 23,
  lossRatio: 5,
  oilExponent: 0.8,
  windingExponent: 1.6,
  k11: 1,
  k21: 1,
  k22: 2,
  oilTimeConstantS: 180 * 60,
  windingTimeConstantS: 4 * 60,
  ambientSurchargeK: 0,
  source: 'IEC 60076-7, distribution transformers ONAN, as in Daminov, distribution_transformer.m',
};

/** Medium and large power transformers with fans; not for distribution transformers. */
export const ONAF_POWER: ThermalParameters = {
  topOilRiseK: 52,
  hotSpotGradientK: 26,
  lossRatio: 6,
  oilExponent: 0.8,
  windingExponent: 1.3,
  k11: 0.5,
  k21: 2,
  k22: 2,
  oilTimeConstantS: 150 * 60,
  windingTimeConstantS: 7 * 60,
  ambientSurchargeK: 0,
  source: 'IEC 60076-7, power transformers ONAF, as in Daminov, ONAF_transformer.m',
};

/** Normal insulation life at the reference hot-spot temperature, 180 000 h (20.5 years). */
export const NORMAL_LIFE_H = 180_000;
/** Hot-spot cap of distribution transformers under cyclic loading (from memory of IEC 60076-7: unknown_untraceable). */
export const HOT_SPOT_CAP_DEGC = 140;

export type InsulationPaper = 'nonUpgraded' | 'thermallyUpgraded';

/**
 * Relative ageing rate V, 1 = normal. Non-upgraded paper V = 2^((theta_h - 98)/6); thermally upgraded paper
 * V = exp(15000/383 - 15000/(theta_h + 273)), also F_AA of IEEE C57.91. Source: IEC 60076-7, equations of clause 6.
 */
export function relativeAgeingRate(hotSpotDegC: number, paper: InsulationPaper): number {
  return paper === 'nonUpgraded'
    ? pow(2, (hotSpotDegC - 98) / 6)
    : exp(15000 / 383 - 15000 / (hotSpotDegC + 273));
}

/** Top-oil temperature and the two parts of the hot-spot gradient: theta_h = topOil + gradient1 - gradient2. */
export interface ThermalState {
  readonly topOilDegC: number;
  readonly gradient1K: number;
  readonly gradient2K: number;
}

/**
 * Where the temperatures settle at load factor K (1 = rated): theta_o = theta_a + d_or ((1 + R K^2)/(1 + R))^x,
 * h1 = k21 H g_r K^y, h2 = (k21 - 1) H g_r K^y.
 */
export function steadyThermalState(
  parameters: ThermalParameters,
  loading: number,
  ambientDegC: number,
): ThermalState {
  const { topOilRiseK, hotSpotGradientK, lossRatio, oilExponent, windingExponent, k21 } = parameters;
  const losses = (1 + lossRatio * loading * loading) / (1 + lossRatio);
  const gradientK = hotSpotGradientK * pow(loading, windingExponent);
  return {
    topOilDegC: ambientDegC + parameters.ambientSurchargeK + topOilRiseK * pow(losses, oilExponent),
    gradient1K: k21 * gradientK,
    gradient2K: (k21 - 1) * gradientK,
  };
}

export function hotSpotDegC(state: ThermalState): number {
  return state.topOilDegC + state.gradient1K - state.gradient2K;
}

/** What a series of loadings did to one transformer. */
export interface TransformerAgeing {
  /** At the end of each step. */
  readonly topOilDegC: Float64Array;
  readonly hotSpotDegC: Float64Array;
  /** Highest inside a step, which may stand above both ends. */
  readonly maxHotSpotDegC: number;
  readonly maxHotSpotStep: number;
  /** Equivalent hours at the reference temperature used up by each step. */
  readonly lossOfLifeH: Float64Array;
  readonly totalLossOfLifeH: number;
  /** totalLossOfLifeH over elapsed hours; 1 = ages as designed. */
  readonly meanAgeingRate: number;
  /** totalLossOfLifeH / NORMAL_LIFE_H. */
  readonly lifeShare: number;
  readonly finalState: ThermalState;
  readonly paper: InsulationPaper;
  readonly parameters: ThermalParameters;
}

export interface AgeingInput {
  readonly parameters: ThermalParameters;
  readonly paper: InsulationPaper;
  readonly stepS: number;
  /** Load factor K per step, 1 = rated current, constant within the step. */
  readonly loading: Float64Array;
  /** Per step, constant within the step. */
  readonly ambientDegC: Float64Array;
  /** Default: settled at the first step's load and ambient, the loading guide's advice. */
  readonly start?: ThermalState;
}

/**
 * Temperatures and loss of life over a series of steps of any length (IEC 60076-7, equations 12, 15, 16):
 * theta += (steady - theta)(1 - exp(-dt/tau)) with tau = k11 tau_o for the oil, k22 tau_w for h1 and tau_o/k22 for h2.
 * With constant load in a step this is exact at any dt, so it cannot become unstable; L = integral of V dt is taken by
 * Simpson's rule on sub-steps of at most an eighth of the shortest time constant.
 */
export function transformerAgeing(input: AgeingInput, source: string): Outcome<TransformerAgeing> {
  const issues = ageingIssues(input, source);
  if (issues.length > 0) return fail(issues);
  const { parameters, paper, stepS, loading, ambientDegC } = input;
  const steps = loading.length;
  const kernel = thermalKernel(parameters, stepS);
  let state = input.start ?? steadyThermalState(parameters, loading[0]!, ambientDegC[0]!);
  const topOil = new Float64Array(steps);
  const hotSpot = new Float64Array(steps);
  const lossOfLifeH = new Float64Array(steps);
  let maxHotSpotDegC = hotSpotDegC(state);
  let maxHotSpotStep = 0;
  let totalLossOfLifeH = 0;
  for (let step = 0; step < steps; step += 1) {
    const target = steadyThermalState(parameters, loading[step]!, ambientDegC[step]!);
    let rateSum = relativeAgeingRate(hotSpotDegC(state), paper);
    for (let k = 1; k <= kernel.substeps; k += 1) {
      state = relax(state, target, kernel);
      const hot = hotSpotDegC(state);
      if (hot > maxHotSpotDegC) {
        maxHotSpotDegC = hot;
        maxHotSpotStep = step;
      }
      const weight = k === kernel.substeps ? 1 : k % 2 === 1 ? 4 : 2;
      rateSum += weight * relativeAgeingRate(hot, paper);
    }
    topOil[step] = state.topOilDegC;
    hotSpot[step] = hotSpotDegC(state);
    lossOfLifeH[step] = (rateSum * kernel.substepS) / 3 / 3600;
    totalLossOfLifeH += lossOfLifeH[step]!;
  }
  return succeed({
    topOilDegC: topOil,
    hotSpotDegC: hotSpot,
    maxHotSpotDegC,
    maxHotSpotStep,
    lossOfLifeH,
    totalLossOfLifeH,
    meanAgeingRate: totalLossOfLifeH / ((steps * stepS) / 3600),
    lifeShare: totalLossOfLifeH / NORMAL_LIFE_H,
    finalState: state,
    paper,
    parameters,
  });
}

interface ThermalKernel {
  /** Even, for Simpson's rule. */
  readonly substeps: number;
  readonly substepS: number;
  readonly oilShare: number;
  readonly gradient1Share: number;
  readonly gradient2Share: number;
}

function thermalKernel(parameters: ThermalParameters, stepS: number): ThermalKernel {
  const { k11, k22, oilTimeConstantS, windingTimeConstantS } = parameters;
  const oilS = k11 * oilTimeConstantS;
  const gradient1S = k22 * windingTimeConstantS;
  const gradient2S = oilTimeConstantS / k22;
  const longestS = Math.min(oilS, gradient1S, gradient2S) / 8;
  const substeps = 2 * Math.max(1, Math.ceil(stepS / longestS / 2));
  const substepS = stepS / substeps;
  return {
    substeps,
    substepS,
    oilShare: 1 - exp(-substepS / oilS),
    gradient1Share: 1 - exp(-substepS / gradient1S),
    gradient2Share: 1 - exp(-substepS / gradient2S),
  };
}

function relax(state: ThermalState, target: ThermalState, kernel: ThermalKernel): ThermalState {
  return {
    topOilDegC: state.topOilDegC + (target.topOilDegC - state.topOilDegC) * kernel.oilShare,
    gradient1K: state.gradient1K + (target.gradient1K - state.gradient1K) * kernel.gradient1Share,
    gradient2K: state.gradient2K + (target.gradient2K - state.gradient2K) * kernel.gradient2Share,
  };
}

function ageingIssues(input: AgeingInput, source: string): Issue[] {
  const { loading, ambientDegC, stepS } = input;
  const issue = (code: string, field: string, value: string, message: string, remedy: string): Issue => ({
    severity: 'error',
    code,
    source,
    field,
    value,
    message,
    remedy,
  });
  const issues: Issue[] = [];
  if (!(stepS > 0 && stepS < Infinity)) {
    issues.push(
      issue(
        'ageing-step',
        'stepS',
        String(stepS),
        'The step must be longer than zero.',
        'Give the step in seconds.',
      ),
    );
  }
  if (loading.length === 0 || loading.length !== ambientDegC.length) {
    const lengths = `${loading.length}, ${ambientDegC.length}`;
    const message = 'Loadings and ambient temperatures must be as many, at least one.';
    issues.push(issue('ageing-length', 'loading', lengths, message, 'Give one of each per step.'));
    return issues;
  }
  const gap = loading.findIndex(
    (value, step) => !(value >= 0 && value < Infinity) || !isFinite(ambientDegC[step]!),
  );
  if (gap >= 0) {
    const values = `${loading[gap]!}, ${ambientDegC[gap]!}`;
    const message = `Step ${gap} has no loading or no ambient temperature; what follows it would be unknown.`;
    issues.push(issue('ageing-gap', 'loading', values, message, 'Fill the gap or end the series before it.'));
  }
  return issues;
}
