import { DEFAULT_TARGETS, type U4sscTarget } from '../../kpi/u4ssc';
import type { ScenarioYear } from '../scenarioYear';
import { districtScorecard, type DistrictScorecard } from './districtScorecard';
import type { GivenInputs } from './inputs';

/** The scorecard of one of several scenarios, by the name that it has among them. */
export interface KeyedScorecard {
  readonly key: string;
  readonly scorecard: DistrictScorecard;
}

interface Scenarios {
  readonly scenarios: readonly { readonly key: string; readonly year: ScenarioYear }[];
}

/** A scorecard a scenario, all with the same inputs and targets: what somebody knows of the district holds in each of them. */
export function scorecardsOf(
  { scenarios }: Scenarios,
  given: { readonly inputs?: GivenInputs; readonly targets?: readonly U4sscTarget[] } = {},
): readonly KeyedScorecard[] {
  const { inputs = {}, targets = DEFAULT_TARGETS } = given;
  return scenarios.map(({ key, year }) => ({ key, scorecard: districtScorecard(year, inputs, targets) }));
}
