import type { Network } from '../../model/network';
import type { RunResult } from '../runResult';
import type { RunTable } from '../../sim/arrays/results';
import type { StepViolation } from './judge';
import type { ConnectQuestion } from './question';
import type { PricedWorks } from './reinforcement';

/** What would have to be built for the power that was asked for, as a whole year confirms it, and what it costs. */
export type Reinforcement = PricedWorks;

/** Whether the power that was asked for fits. */
export interface ConnectVerdict {
  readonly verdict: 'yes' | 'no';
  /** What stops it; for a yes what comes nearest to its limit. Undefined if no constraint is used more. */
  readonly binding: StepViolation | undefined;
  /** Everything that the addition breaks, the worst first. */
  readonly broken: readonly StepViolation[];
  /** Without the addition: counts only where it becomes worse. */
  readonly existing: number;
  /** Loads of this run answer to voltage; here they are taken, with the addition and without, as they are at nominal. */
  readonly withoutVoltageResponse: boolean;
}

/** The most that fits. */
export interface ConnectCapacity {
  /** Largest power that fits in every step of the year, connected like this; to `resolutionW`, searched up to `searchedW`. */
  readonly capacityW: number;
  /** What stops it just above; undefined where nothing did up to `searchedW`. */
  readonly capacityBinding: StepViolation | undefined;
  readonly resolutionW: number;
  readonly searchedW: number;
  /** Set where the search ended before a year confirmed a largest power: it is then at least `capacityW`. */
  readonly capacityUnfinished?: true;
}

/**
 * Why no reinforcement is named for a no: what is broken is nothing that more copper is added for; all that is added does not do;
 * or the search ended first.
 */
export type WithoutReinforcement = 'notTried' | 'doesNotDo' | 'notFinished';

export interface ConnectAnswer extends ConnectVerdict, ConnectCapacity {
  readonly question: ConnectQuestion;
  /** Null for a yes, and where none is named. */
  readonly reinforcement: Reinforcement | null;
  /** Set for a no without one. */
  readonly withoutReinforcement?: WithoutReinforcement;
  /** Whole years solved. */
  readonly years: number;
}

/** How far the search for an answer has come. What is found stands; it is only completed. */
export interface ConnectStanding {
  readonly stage: 'verdict' | 'capacity' | 'reinforcement';
  /** Whole years begun. */
  readonly years: number;
  /** Of the last of them, 0 to 1. */
  readonly yearShare: number;
  readonly verdict: ConnectVerdict | null;
  readonly capacity: ConnectCapacity | null;
}

/** What is read of the year without the addition. */
export interface YearBefore extends Pick<RunResult, 'rows' | 'stepCount' | 'charging'> {
  readonly table: Pick<
    RunTable,
    | 'branchLoadingMax'
    | 'branchLoadingMaxStep'
    | 'busVMinPu'
    | 'busVMinStep'
    | 'busVMaxPu'
    | 'busVMaxStep'
    | 'iterations'
    | 'transformerPW'
    | 'sourcePW'
    | 'storageChargeW'
    | 'storageDischargeW'
    | 'transformerLoading'
    | 'outdoorDegC'
  >;
  /**
   * What transformers are judged by, in the order of the network; those of the run where absent. A run is shared by districts that
   * differ in it.
   */
  readonly transformers?: Network['transformers'];
}

/** Only that of a year: the rest of it is some megabytes. */
export function yearBeforeOf(
  { rows, stepCount, table, charging }: RunResult,
  transformers?: Network['transformers'],
): YearBefore {
  return {
    ...(transformers === undefined ? {} : { transformers }),
    ...(charging === undefined ? {} : { charging }),
    rows,
    stepCount,
    table: {
      branchLoadingMax: table.branchLoadingMax,
      branchLoadingMaxStep: table.branchLoadingMaxStep,
      busVMinPu: table.busVMinPu,
      busVMinStep: table.busVMinStep,
      busVMaxPu: table.busVMaxPu,
      busVMaxStep: table.busVMaxStep,
      iterations: table.iterations,
      transformerPW: table.transformerPW,
      sourcePW: table.sourcePW,
      storageChargeW: table.storageChargeW,
      storageDischargeW: table.storageDischargeW,
      transformerLoading: table.transformerLoading,
      outdoorDegC: table.outdoorDegC,
    },
  };
}
