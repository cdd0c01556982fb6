import { QUALITY_CLASSES, type QualityClass } from '../model/building';
import type { Factor } from './factors';

/** A factor says its class in its source; a scenario's own is its author's; one that says nothing is of somebody's statistics. */
export function factorQuality({ source }: Pick<Factor, 'source'>): QualityClass {
  const named = QUALITY_CLASSES.find((quality) => source.includes(quality));
  if (named !== undefined) return named;
  return source.endsWith('assumed by the scenario') ? 'personal_estimation' : 'extrapolated_higher_level';
}
