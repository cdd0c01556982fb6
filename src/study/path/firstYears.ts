import type { SiteViolation } from '../wayOut';
import { violationKey } from '../wayOut';
import type { ElementFailure, FirstYear, PathYear } from './types';

/** A transformer or line above its limit, or loads that the network cannot carry at all. */
export const isOverloaded = ({ isSolved, violations }: PathYear): boolean =>
  !isSolved || violations.some(({ what }) => what === 'loading');

export const isTransformerOverloaded = ({ isSolved, violations }: PathYear): boolean =>
  !isSolved || violations.some(({ kind }) => kind === 'transformer');

export const isViolated = ({ isSolved, violations }: PathYear): boolean => !isSolved || violations.length > 0;

/** The first of some years, in their order, of which `test` holds. */
export function firstYear(years: readonly PathYear[], test: (year: PathYear) => boolean): FirstYear {
  const at = years.findIndex(test);
  return at < 0 ? null : { year: years[at]!.year, keptIn: years[at - 1]?.year ?? null };
}

/**
 * Every limit that is broken in one of the years, in the order of failure: by the first year, within a year by the excess.
 * Of a year without a solution nothing is known of elements: it neither breaks a limit nor keeps it. Years in order.
 */
export function failuresOf(years: readonly PathYear[]): readonly ElementFailure[] {
  const known = years.filter(({ isSolved }) => isSolved);
  const found = new Map<string, { first: ElementFailure; years: number[] }>();
  known.forEach(({ year, violations }, row) => {
    for (const violation of violations) {
      const key = violationKey(violation);
      const present = found.get(key);
      if (present !== undefined) {
        present.years.push(year);
        continue;
      }
      const { kind, what, elementId, siteId, limit, worst } = violation;
      const own: number[] = [year];
      const keptIn = known[row - 1]?.year ?? null;
      const excess = excessOf(violation);
      const first = { kind, what, elementId, siteId, limit, worst, year, keptIn, years: own, excess };
      found.set(key, { first, years: own });
    }
  });
  return [...found.values()].map(({ first }) => first).sort(inOrderOfFailure);
}

/** (loading - limit)/limit; of a voltage (V - V_limit)/(1 pu - V_limit) in magnitude, so that both are 0 at the limit. */
export function excessOf({ what, limit, worst }: Pick<SiteViolation, 'what' | 'limit' | 'worst'>): number {
  const room = what === 'loading' ? limit : Math.abs(1 - limit);
  return Math.abs(worst - limit) / room;
}

function inOrderOfFailure(a: ElementFailure, b: ElementFailure): number {
  return a.year - b.year || b.excess - a.excess || (violationKey(a) < violationKey(b) ? -1 : 1);
}
