import type { Guideline14 } from '../guideline14';
import type { CalibratedParameter } from '../parameters';
import type { ParameterTag } from './parameterEdits';

/** How the source of a number begins that was calibrated. */
export const CALIBRATED_SOURCE = 'calibrated against ';

/** What readings fix is an estimate by them; what they do not fix is the guess that it was. */
export function tagFor(
  parameter: CalibratedParameter | undefined,
  meterName: string,
  after: Guideline14,
): ParameterTag {
  if (parameter === undefined) {
    return { source: `stated for the calibration against ${meterName}`, quality: 'personal_estimation' };
  }
  const { identifiability, standardError, id } = parameter;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const fit =
    after.hourly === null
      ? ''
      : `; hourly CV(RMSE) ${percent(after.hourly.cvRmse)}, NMBE ${percent(after.hourly.nmbe)}`;
  const error = Number.isFinite(standardError) ? `, standard error ${standardError.toPrecision(2)}` : '';
  return {
    source: `${CALIBRATED_SOURCE}${meterName.slice(0, 200)}: ${id} ${parameter.value.toPrecision(4)}, ${identifiability}${error}${fit}`,
    quality: identifiability === 'identified' ? 'estimation_assumptions' : 'personal_estimation',
  };
}
