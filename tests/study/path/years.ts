import type { PathYear } from '../../../src/study/path';
import type { SiteViolation } from '../../../src/study/wayOut';

export const overloaded = (elementId: string, worst: number, kind: 'transformer' | 'line' = 'transformer'): SiteViolation => ({ elementId, kind, what: 'loading', limit: 1, worst, worstStep: 0, hours: 1, topSteps: [0], siteId: 'T', aboveJ: 0 }); // prettier-ignore

export const low = (elementId: string, worst: number): SiteViolation => ({
  ...overloaded(elementId, worst),
  ...{ kind: 'bus', what: 'underVoltage', limit: 0.9 },
});

/** A solved year of a path with some limits broken. */
export const pathYear = (year: number, ...violations: readonly SiteViolation[]): PathYear => ({
  ...{ year, isSolved: true, kpis: [], violations, transformers: [], isBetween: false, issues: [] },
});

export const unsolved = (year: number): PathYear => ({ ...pathYear(year), isSolved: false });
