import { MEASURES } from '../../measures';
import type { District } from '../../model/district';
import type { Measure, MeasureType } from '../../model/scenario';
import { elementIds, selectionOf, targetOf } from '../../scenario';
import { selectorWords } from '../../words';
import type { AppState } from '../appState';

/** How many of these could take part in a measure today. */
export function couldTakePart(
  district: District,
  type: MeasureType,
  ids: ReadonlySet<string> | null,
): number {
  const eligible = MEASURES[type].eligible(district);
  return ids === null ? eligible.length : eligible.filter((id) => ids.has(id)).length;
}

/** Whom a measure is for: how many, and by which rule in words. */
export interface Reach {
  readonly count: number;
  /** Null: everybody. */
  readonly rule: string | null;
  readonly couldTakePart: number;
}

export function reachOf(
  district: District,
  type: MeasureType,
  measure: Measure | undefined,
  language: AppState['language'],
): Reach {
  const target = targetOf(type);
  const ids = measure === undefined ? null : selectionOf(measure, district, '').ids;
  const selector = measure?.selector;
  return {
    count: ids === null ? elementIds(district, target).length : ids.size,
    rule: selector === undefined ? null : selectorWords(language, { rule: selector.rule }, target),
    couldTakePart: couldTakePart(district, type, ids),
  };
}
