import type { Issue } from '../../model/outcome';
import type { CalibrationParameter } from './parameters';

/** Fewer hours than this for each parameter fix nothing. */
export const HOURS_PER_PARAMETER = 24;

/** Parameters without bounds, outside them, or named twice. */
export function parameterIssues(parameters: readonly CalibrationParameter[]): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const { id, start, lower, upper } of parameters) {
    const inside =
      Number.isFinite(lower) && Number.isFinite(upper) && lower < upper && start >= lower && start <= upper;
    if (inside && !seen.has(id)) {
      seen.add(id);
      continue;
    }
    issues.push({
      severity: 'error',
      code: inside ? 'calibration-parameter-twice' : 'calibration-bounds',
      source: 'calibration',
      where: id,
      value: `${start} in ${lower} to ${upper}`,
      message: inside
        ? 'The parameter is named twice.'
        : 'The starting value does not lie between two finite bounds.',
      remedy: inside ? 'Name each parameter once.' : 'Give lower < upper and a start between them.',
    });
  }
  return issues;
}

export const lengthIssue = (modelled: number, metered: number): Issue => ({
  severity: 'error',
  code: 'calibration-lengths',
  source: 'calibration',
  value: `${modelled} modelled, ${metered} metered hours`,
  message: 'The model gives another number of hours than were metered.',
  remedy: 'Bring both to the same hours first.',
});

export const fewHoursIssue = (hours: number): Issue => ({
  severity: 'error',
  code: 'calibration-few-hours',
  source: 'calibration',
  value: `${hours} h`,
  message: `Fewer than ${HOURS_PER_PARAMETER} hours for each parameter have both a reading and a modelled value.`,
  remedy: 'Give more metered hours or move fewer parameters.',
});
