import { QUALITY_CLASSES, type QualityClass } from '../building';
import type { Tag } from './types';

/** A number that no source at hand gives. */
export const ENGINEERING_VALUE: Tag = { source: 'engineering value', quality: 'unknown_untraceable' };

/** An engineering value with the reason for it; no less unknown. */
export function engineering(reason: string): Tag {
  return { source: `engineering value: ${reason}`, quality: 'unknown_untraceable' };
}

export function tag(source: string, quality: QualityClass): Tag {
  return { source, quality };
}

/** The worst class of a list: what is worked out from figures is no better than the worst of them. */
export function worstQuality(classes: readonly QualityClass[]): QualityClass {
  return QUALITY_CLASSES[Math.max(0, ...classes.map((one) => QUALITY_CLASSES.indexOf(one)))]!;
}

/** Tag of a number that is worked out from two. */
export function combined(first: Tag, second: Tag): Tag {
  return {
    source: `${first.source}; ${second.source}`,
    quality: worstQuality([first.quality, second.quality]),
  };
}
