import type { Kpi } from '../../kpi';
import type { Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { SiteViolation } from '../wayOut';
import type { YearInvestment } from './investments';

/** A scenario in one of the years of its path. */
export interface PathYear {
  readonly year: number;
  /** False: the power flow of the year has steps without a solution. Then there are no indicators, and nothing is known of elements. */
  readonly isSolved: boolean;
  readonly kpis: readonly Kpi[];
  /** Everything outside the scenario's limits. */
  readonly violations: readonly SiteViolation[];
  /** Largest loading of each transformer in the year, 1 = all that it may carry: its nameplate, or its dynamic rating where it is judged by one. */
  readonly transformers: readonly { readonly id: string; readonly loading: number }[];
  /** Run to find a year between two of the path, and no year of the path itself. */
  readonly isBetween: boolean;
  readonly issues: readonly Issue[];
}

/** A limit that an element breaks in some year of a path, and since when. */
export interface ElementFailure extends Pick<
  SiteViolation,
  'kind' | 'what' | 'elementId' | 'siteId' | 'limit' | 'worst'
> {
  /** The first of the years run in which it is broken; `worst` is of that year. */
  readonly year: number;
  /** The year run before it, in which it was kept; null where the path begins broken. */
  readonly keptIn: number | null;
  /** Years run in which it is broken. */
  readonly years: readonly number[];
  /**
   * Excess relative to what the limit leaves: (loading - limit)/limit, or (V - V_limit)/(1 pu - V_limit) of a band. Orders what
   * fails in one year.
   */
  readonly excess: number;
}

/** A first year, and the year run before it in which all was well; null: in no year of the path. */
export type FirstYear = { readonly year: number; readonly keptIn: number | null } | null;

export interface ScenarioPathResult {
  readonly scenario: Scenario;
  /** In order, those between the path's own included. */
  readonly years: readonly PathYear[];
  /** Of the path's own years. */
  readonly investments: readonly YearInvestment[];
  /** First year in which a transformer or line is above its limit, or the power flow has no solution. */
  readonly firstOverload: FirstYear;
  /** The same of transformers alone. */
  readonly firstTransformerOverload: FirstYear;
  /** The same of all limits, voltages outside the band included. */
  readonly firstViolation: FirstYear;
  /** In the order in which they fail. */
  readonly failures: readonly ElementFailure[];
}
