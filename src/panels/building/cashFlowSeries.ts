import type { Scenario } from '../../model/scenario';
import type { BuildingState } from '../../state';
import { scenarioColour, type Theme } from '../../state/display';
import type { ChartSeries } from '../parts/Chart';
import { gainedIn } from './packageTable';

export interface CashFlows {
  readonly states: readonly BuildingState[];
  readonly against: BuildingState;
  /** All of them in the order of the tabs: a package has the colour of its tab. */
  readonly scenarios: readonly Scenario[];
  readonly theme: Theme;
}

/** Money gained against the base case, kEUR by the end of each year; a line a package, none where a price is not known. */
export function cashFlowSeries(
  { states, against, scenarios, theme }: CashFlows,
  nameOf: (state: BuildingState) => string,
): readonly ChartSeries[] {
  return states.flatMap((state, at): ChartSeries[] => {
    const gained = gainedIn(state, against);
    if (gained === null || Number.isNaN(gained[0]!)) return [];
    const row = scenarios.findIndex(({ id }) => id === state.scenario.id);
    return [
      {
        label: nameOf(state),
        values: gained.map((eur) => eur / 1000),
        colour: scenarioColour(row, theme),
        // Every second one is broken: told apart without its colour.
        dashed: at % 2 === 1,
        width: state === against ? 1.5 : 2.5,
      },
    ];
  });
}
