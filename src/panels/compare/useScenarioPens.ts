import { useMemo } from 'react';
import { scenariosOf, useAppState } from '../../state';
import { RAMPS, type Hex } from '../../state/display';
import { useTheme } from '../parts/theme';

/** The colour of a scenario, by its place in the document: the same in the tabs and in every chart, whatever is hidden. */
export function useScenarioPens(): (scenarioId: string) => Hex {
  const theme = useTheme();
  const scenarios = useAppState(scenariosOf);
  return useMemo(() => {
    const ramp = RAMPS.scenarios[theme];
    return (scenarioId) => {
      const row = scenarios.findIndex(({ id }) => id === scenarioId);
      return ramp[Math.min(Math.max(row, 0), ramp.length - 1)]!;
    };
  }, [theme, scenarios]);
}
