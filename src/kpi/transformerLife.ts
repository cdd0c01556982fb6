import type { RunTable } from '../sim/arrays/results';
import { exp, ln } from '../sim/numeric/elementary';
import { ONAN_DISTRIBUTION, type ThermalParameters } from '../sim/powerflow/thermal';

/** What a year did to the insulation of one transformer. */
export interface TransformerLife {
  /** Equivalent hours at the reference hot-spot temperature. */
  readonly lossOfLifeH: number;
  /** Over elapsed hours, 1 = ages as designed. */
  readonly meanAgeingRate: number;
}

/** Nodes on [0, 1] and weights of Gauss and Legendre's rule of four points. */
const GAUSS: readonly (readonly [node: number, weight: number])[] = [
  [0.06943184420297371, 0.17392742256872692],
  [0.33000947820757187, 0.32607257743127307],
  [0.6699905217924281, 0.32607257743127307],
  [0.9305681557970263, 0.17392742256872692],
];
/** V = 2^((theta_h - 98)/6) of non-upgraded paper, as a power of e. */
const PER_K = ln(2) / 6;
const REFERENCE_DEGC = 98;
/** A step that stays below it ages at less than a sixty-fourth of the normal rate: the middle of its two ends will do. */
const COOL_DEGC = REFERENCE_DEGC - 36;

const rateAt = (hotDegC: number): number => exp(PER_K * (hotDegC - REFERENCE_DEGC));

/**
 * What is left of the distance to the steady state after parts of a step, three numbers a row (oil, winding, overshoot), and
 * the weights of the rows; the last row is the end of the step.
 */
interface Rule {
  readonly remains: Float64Array;
  readonly weights: Float64Array;
}

/** The winding settles within minutes and the oil within hours: a short interval first, the rest of the step after it. */
function ruleOf(
  { k11, k22, oilTimeConstantS, windingTimeConstantS }: ThermalParameters,
  stepS: number,
): Rule {
  const firstS = Math.min(stepS, 2 * k22 * windingTimeConstantS);
  const intervals = firstS < stepS ? [[0, firstS] as const, [firstS, stepS] as const] : [[0, stepS] as const];
  const nodes = intervals.flatMap(([fromS, toS]) =>
    GAUSS.map(([node, weight]) => [fromS + node * (toS - fromS), (weight * (toS - fromS)) / stepS] as const),
  );
  const remains = [...nodes, [stepS, 0] as const].flatMap(([s]) => [
    exp(-s / (k11 * oilTimeConstantS)),
    exp(-s / (k22 * windingTimeConstantS)),
    exp((-s * k22) / oilTimeConstantS),
  ]);
  return { remains: Float64Array.from(remains), weights: Float64Array.from(nodes, ([, weight]) => weight) };
}

const power = (base: number, exponent: number): number => (base === 0 ? 0 : exp(exponent * ln(base)));

/**
 * Loss of life L = integral of V dt of IEC 60076-7 over the steps of a year, as `transformerAgeing` counts it, by fewer nodes
 * a step (it keeps no courses). With theta = target + (state - target) exp(-t/tau) for the oil and both gradients, and
 * steady states as in `steadyThermalState`. K is the loading by apparent power: the voltage at the MV side is near nominal.
 * NaN with a gap.
 */
export function transformerLife(
  loading: Float64Array,
  outdoorDegC: Float64Array,
  stepS: number,
  parameters: ThermalParameters = ONAN_DISTRIBUTION,
): TransformerLife {
  const { remains, weights } = ruleOf(parameters, stepS);
  const { topOilRiseK, hotSpotGradientK, lossRatio, oilExponent, windingExponent, k21 } = parameters;
  const end = 3 * weights.length;
  let oil = Number.NaN;
  let rise = Number.NaN;
  let dip = Number.NaN;
  let steps = 0;
  for (let step = 0; step < loading.length; step += 1) {
    const k = loading[step]!;
    const losses = power((1 + lossRatio * k * k) / (1 + lossRatio), oilExponent);
    const gradient = hotSpotGradientK * power(k, windingExponent);
    const oilTo = outdoorDegC[step]! + parameters.ambientSurchargeK + topOilRiseK * losses;
    const riseTo = k21 * gradient;
    const dipTo = (k21 - 1) * gradient;
    if (step === 0) [oil, rise, dip] = [oilTo, riseTo, dipTo];
    const hotTo = oilTo + riseTo - dipTo;
    const isCool = Math.max(oil, oilTo) + Math.max(rise, riseTo) - Math.min(dip, dipTo) < COOL_DEGC;
    const before = oil + rise - dip;
    for (let node = 0; !isCool && node < weights.length; node += 1) {
      const at = 3 * node;
      const hot =
        hotTo +
        (oil - oilTo) * remains[at]! +
        (rise - riseTo) * remains[at + 1]! -
        (dip - dipTo) * remains[at + 2]!;
      steps += weights[node]! * rateAt(hot);
    }
    oil = oilTo + (oil - oilTo) * remains[end]!;
    rise = riseTo + (rise - riseTo) * remains[end + 1]!;
    dip = dipTo + (dip - dipTo) * remains[end + 2]!;
    if (isCool) steps += rateAt((before + oil + rise - dip) / 2);
  }
  return { lossOfLifeH: (steps * stepS) / 3600, meanAgeingRate: steps / loading.length };
}

const known = new WeakMap<RunTable, readonly TransformerLife[]>();

/** Of every transformer of a run, in its order; counted once a table. */
export function transformerLives(table: RunTable, stepS: number): readonly TransformerLife[] {
  const present = known.get(table);
  if (present !== undefined) return present;
  const { transformerLoading, outdoorDegC } = table;
  const steps = outdoorDegC.length;
  const count = steps === 0 ? 0 : transformerLoading.length / steps;
  const lives = Array.from({ length: count }, (_, row) =>
    transformerLife(transformerLoading.subarray(row * steps, (row + 1) * steps), outdoorDegC, stepS),
  );
  known.set(table, lives);
  return lives;
}
