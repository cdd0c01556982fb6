import type { QualityClass } from '../../model/building';
import { DEFAULT_TARGETS, type SourcedNumber } from '../../kpi/u4ssc';
import { districtScorecard, type DistrictScorecard, type GivenInputs } from '../../study/u4ssc';
import type { AppState } from '../appState';
import { runOf, scenarioOf } from '../selectors';
import { districtOf } from '../view/effective';
import type { ScorecardWishes } from './wishes';

export const PROPOSED: ScorecardWishes = { inputs: {}, targets: DEFAULT_TARGETS };

/** What the scorecards of the work on screen are scored against. */
export const wishesOf = ({ history }: AppState): ScorecardWishes => history.present.scorecard ?? PROPOSED;

/** What may be given, and whether it is a share that is typed in percent. */
export const GIVEN_INPUTS = [
  ['vehicles', false],
  ['gridRenewableShare', true],
  ['certifiedFloorAreaM2', false],
  ['managedFloorAreaM2', false],
  ['publishedSets', false],
  ['inventoriedSets', false],
] as const satisfies readonly (readonly [keyof GivenInputs, isShare: boolean])[];
export type GivenName = (typeof GIVEN_INPUTS)[number][0];

/** The scorecard of a scenario whose year is there, computed anew of the inputs as they are; null without a year. */
export function scorecardOf(
  state: AppState,
  scenarioId: string,
  { inputs, targets }: ScorecardWishes,
): DistrictScorecard | null {
  const scenario = scenarioOf(state, scenarioId);
  const district = districtOf(state, scenarioId);
  const { result, status } = runOf(state, scenarioId);
  if (scenario === undefined || district === null || result === null || status !== 'ready') return null;
  return districtScorecard({ scenario, district, result, kpis: [] }, inputs, targets);
}

/** With an input given, or no longer. */
export function withGiven(
  { inputs, targets }: ScorecardWishes,
  name: GivenName,
  value: number | null,
  quality: QualityClass,
): ScorecardWishes {
  const { [name]: _, ...others } = inputs;
  const given: Partial<Record<GivenName, SourcedNumber>> =
    value === null ? {} : { [name]: { value, quality } };
  return { inputs: { ...others, ...given }, targets };
}
