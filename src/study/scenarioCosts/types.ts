import type { EmbodiedCarbonTotal, Investment, NotKnown, Payer, Quantity } from '../../measures';
import type { QualityClass, SourcedValue } from '../../model/building';
import type { MeasureType } from '../../model/scenario';

/** An amount of money that is known. */
export interface Amount {
  readonly known: true;
  readonly eur: number;
}

/** What one measure costs at one element that it really changed. */
export interface CostLine {
  readonly measureId: string;
  readonly type: MeasureType;
  /** Building, line or transformer. */
  readonly elementId: string;
  readonly inherited: boolean;
  /** Once, before grants. */
  readonly investment: Investment | NotKnown;
  readonly lifetimeYears: SourcedValue | null;
  /** Upkeep of a year, without energy. */
  readonly runningPerYear: Amount | NotKnown;
  readonly payer: Payer;
  /** What of the typical investment the state gives. */
  readonly grant: Amount | NotKnown;
  /** (investment - grant) x capital recovery factor. */
  readonly annuity: Amount | NotKnown;
  /** The worst class of its figures. */
  readonly quality: QualityClass;
  readonly sources: readonly string[];
  readonly embodied: EmbodiedCarbonTotal | NotKnown;
  /** What was built, for lines of the network. */
  readonly quantities: readonly Quantity[];
}

/** Sums over lines whose figures are known; how many are not stands beside them. */
export interface CostSum {
  readonly lines: number;
  readonly lowEur: number;
  readonly typicalEur: number;
  readonly highEur: number;
  readonly grantEur: number;
  readonly runningEurPerYear: number;
  readonly annuityEurPerYear: number;
  readonly embodiedKgCO2e: number;
  /** Lines without the figure: a sum is complete where this is 0. */
  readonly notKnown: {
    readonly investment: number;
    readonly running: number;
    readonly annuity: number;
    readonly embodied: number;
  };
  /** The worst class of the lines; the best where there is none. */
  readonly quality: QualityClass;
}

export interface MeasureCosts {
  readonly measureId: string;
  readonly type: MeasureType;
  readonly inherited: boolean;
  readonly payer: Payer;
  readonly sum: CostSum;
}

export interface ScenarioCosts {
  readonly lines: readonly CostLine[];
  readonly total: CostSum;
  /** In the scenario's order, those that reach nobody included. */
  readonly byMeasure: readonly MeasureCosts[];
  readonly byPayer: Readonly<Record<Payer, CostSum>>;
  readonly inherited: CostSum;
  readonly own: CostSum;
  readonly interestRate: number;
}
