import type { U4sscTarget } from '../../kpi/u4ssc';
import type { GivenInputs } from '../../study/u4ssc';

/** What scorecards are scored against, and what no run can tell: the same for all scenarios of a district. */
export interface ScorecardWishes {
  readonly inputs: GivenInputs;
  readonly targets: readonly U4sscTarget[];
}
