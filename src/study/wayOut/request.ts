import type { Scenario } from '../../model/scenario';
import type { CostsOf, Evaluations } from '../comparison';
import type { MilpSolver } from '../milp';
import type { Family, WayOutOption } from './types';

export interface WayOutRequest {
  /** In the year that is asked about, with the limits that are asked for. */
  readonly scenario: Scenario;
  readonly families?: readonly Family[];
  /** Stations by transformer; all with violations where absent. */
  readonly siteIds?: readonly string[];
  /** Sets beside the cheapest. */
  readonly runnersUp?: number;
  /** Whether the best of each family alone is looked for. */
  readonly alone?: boolean;
  /** Whether a set's cost is counted less the energy that buildings save. */
  readonly countSavings?: boolean;
  /** Proposals of the optimiser for one set. */
  readonly maxRounds?: number;
  /** In place of the candidates that violations suggest. */
  readonly options?: readonly WayOutOption[];
}

export interface WayOutTools {
  readonly evaluations: Evaluations;
  readonly costsOf: CostsOf;
  readonly solve: MilpSolver;
}
