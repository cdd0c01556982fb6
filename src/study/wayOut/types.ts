import type { KpiDelta } from '../../kpi';
import type { Payer } from '../../measures';
import type { QualityClass } from '../../model/building';
import type { Issue } from '../../model/outcome';
import type { Measure, Scenario } from '../../model/scenario';
import type { Violation } from '../comparison';

/** What a way out is made of: less or other demand, control and storage, or more network. */
export const FAMILIES = ['demand', 'digital', 'copper'] as const;
export type Family = (typeof FAMILIES)[number];

/** Where elements belong that hang on no distribution transformer. */
export const MV_SITE = '(MV network)';

/** A violation, and the station whose network it lies in. */
export interface SiteViolation extends Violation {
  /** Transformer, or MV_SITE. */
  readonly siteId: string;
  /** sum |P| (1 - limit/loading) dt of a transformer; NaN where the year keeps no series. */
  readonly aboveJ: number;
}

/** One thing that can be done at one station. At most one level of a kind is taken. */
export interface WayOutOption {
  readonly id: string;
  readonly siteId: string;
  readonly family: Family;
  readonly kind: string;
  readonly level: number;
  readonly words: string;
  readonly measures: readonly Measure[];
  /** Lines that are worked on: of options that share one at most one is taken. */
  readonly lineIds?: readonly string[];
}

/** What an option or a set costs beyond the scenario it is added to. */
export interface WayOutCost {
  /** Once, before grants; NaN with its range where nothing of it is known. */
  readonly investmentEur: number;
  readonly lowEur: number;
  readonly highEur: number;
  /** Annuity after grants, and running cost. */
  readonly yearlyEur: number;
  readonly quality: QualityClass;
  /** What the sums leave out or take from a placeholder, in sentences. */
  readonly notes: readonly string[];
}

export interface PricedOption extends WayOutOption {
  readonly payer: Payer;
  readonly cost: WayOutCost;
}

/** A candidate that fell out before the optimiser saw it, and why. */
export interface LeftOut {
  readonly siteId: string;
  readonly words: string;
  readonly reason: string;
}

/** A set of options, as the power flow of its whole year judged it. */
export interface WayOutSet {
  /** For example `mix`, `runner-up 1`, `copper only`. */
  readonly name: string;
  readonly options: readonly PricedOption[];
  readonly scenario: Scenario;
  readonly cost: WayOutCost;
  readonly yearlyEurByPayer: Readonly<Record<Payer, number>>;
  /** Against the scenario without it; positive = more. NaN where carbon is no indicator. */
  readonly carbonKgPerYear: number;
  readonly kpis: readonly KpiDelta[];
  /** Empty: the power flow confirms the set as a way out. */
  readonly remains: readonly SiteViolation[];
  /** Stations for which no combination was found. */
  readonly givenUp: readonly string[];
  /** Years proposed by the optimiser until this one. */
  readonly rounds: number;
  /** The optimiser had cheaper proposals left to try when the rounds ran out. */
  readonly isCutShort: boolean;
}

/** How far a search is: kinds of candidates tried one by one, then sets judged. */
export interface WayOutProgress {
  readonly tried: number;
  readonly toTry: number;
  readonly judged: number;
  readonly toJudge: number;
}

/** What is known to be enough before any set is judged: at each of these stations one candidate alone, the cheapest of those. */
export interface WayOutSoFar {
  readonly sites: number;
  /** Stations that were asked about. */
  readonly of: number;
  /** Sum over the stations that are solved. */
  readonly yearlyEur: number;
}

export interface WayOut {
  /** `partial` until every set that was asked for has been judged. */
  readonly status: 'partial' | 'complete';
  readonly stage: string;
  readonly scenario: Scenario;
  readonly violations: readonly SiteViolation[];
  /** Violations at stations that were not asked about. */
  readonly elsewhere: readonly SiteViolation[];
  readonly options: readonly PricedOption[];
  readonly leftOut: readonly LeftOut[];
  readonly sets: readonly WayOutSet[];
  /** Null until candidates are counted. */
  readonly progress: WayOutProgress | null;
  readonly soFar: WayOutSoFar | null;
  /** Years run. */
  readonly evaluations: number;
  readonly issues: readonly Issue[];
}
