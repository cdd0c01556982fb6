import { GUIDELINE_14_LIMITS, GUIDELINE_14_SOURCE, type Guideline14, NMBE_SIGN } from '../study/calibration';

export const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)} %`;

/** How many hours both have, behind what is compared with what. */
export const comparedHours = ({ hours, hoursInPeriod }: Guideline14): string =>
  `${hours} of ${hoursInPeriod} h have both (${percent(hours / hoursInPeriod)})`;

export function limitTexts(name: 'hourly' | 'monthly'): { readonly cvRmse: string; readonly nmbe: string } {
  const { cvRmse, nmbe } = GUIDELINE_14_LIMITS[name];
  return { cvRmse: `${cvRmse * 100} %`, nmbe: `±${nmbe * 100} %` };
}

/** What has to stand below the figures: sign, denominators, whose limits they are. */
export const FIGURES_NOTES = [
  `  ${NMBE_SIGN}. Denominators n - p.`,
  `  Limits: ${GUIDELINE_14_SOURCE}.`,
] as const;
