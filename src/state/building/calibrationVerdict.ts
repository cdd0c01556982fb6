import { GUIDELINE_14_LIMITS, type CalibratedParameter, type Guideline14 } from '../../study/calibration';

/** Within the limits of ASHRAE Guideline 14, by the hour or by the month: the guideline asks for one of them. */
export const meetsGuideline = ({ hourly, monthly }: Guideline14): boolean =>
  hourly?.withinLimits === true || monthly?.withinLimits === true;

/** `meets`: within the guideline's limits; `better`: nearer than before and still outside; `noBetter`: no nearer. */
export type VerdictKind = 'meets' | 'better' | 'noBetter';

export interface CalibrationVerdict {
  readonly kind: VerdictKind;
  /** The figure that is told: of the scale that is met or nearest, the one that is farthest from its limit. Shares of 1. */
  readonly told: {
    readonly scale: 'hourly' | 'monthly';
    readonly measure: 'cvRmse' | 'nmbe';
    readonly value: number;
    readonly limit: number;
  } | null;
  /** What stopped at a bound: the meter asks for more than it may give. */
  readonly onBounds: readonly CalibratedParameter[];
}

/** Less than this part of the error is no gain that anybody would see. */
const SEEN = 0.01;

const times = (fit: Guideline14, scale: 'hourly' | 'monthly'): number =>
  (fit[scale]?.cvRmse ?? Infinity) / GUIDELINE_14_LIMITS[scale].cvRmse;

/** The scale that is within its limits, the hours first; else the one that is nearest to its limit. */
function nearest(fit: Guideline14): 'hourly' | 'monthly' {
  const met = (['hourly', 'monthly'] as const).find((scale) => fit[scale]?.withinLimits === true);
  return met ?? (times(fit, 'hourly') <= times(fit, 'monthly') ? 'hourly' : 'monthly');
}

/** The spread, unless it is the bias alone that stands outside. */
function toldOf(
  scale: 'hourly' | 'monthly',
  { cvRmse, nmbe }: { readonly cvRmse: number; readonly nmbe: number },
  limits: { readonly cvRmse: number; readonly nmbe: number },
): CalibrationVerdict['told'] {
  const isBias = cvRmse <= limits.cvRmse && Math.abs(nmbe) > limits.nmbe;
  const measure = isBias ? 'nmbe' : 'cvRmse';
  return { scale, measure, value: isBias ? nmbe : cvRmse, limit: limits[measure] };
}

/** What a calibration has come to, so that a bad one does not look like a good one. */
export function calibrationVerdict(
  before: Guideline14,
  after: Guideline14,
  parameters: readonly CalibratedParameter[],
): CalibrationVerdict {
  const scale = nearest(after);
  const [figures, was] = [after[scale], before[scale]];
  const limits = GUIDELINE_14_LIMITS[scale];
  const isBetter = figures !== null && was !== null && figures.cvRmse < (1 - SEEN) * was.cvRmse;
  const kind = meetsGuideline(after) ? 'meets' : isBetter ? 'better' : 'noBetter';
  return {
    kind,
    told: figures === null ? null : toldOf(scale, figures, limits),
    onBounds: parameters.filter(({ onBound, moved }) => onBound !== null && moved),
  };
}
