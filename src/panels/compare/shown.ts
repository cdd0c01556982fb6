import { useMemo } from 'react';
import type { ComparedScenario, Comparison } from '../../study/comparison';
import { useAppState } from '../../state';
import type { Language } from '../../words';
import { comparedNames, possibleCriteria, rankingOf } from '../../state/view';

export const COMPARE_TABS = [
  'numbers',
  'ranking',
  'curves',
  'places',
  'payments',
  'energy',
  'pareto',
  'cash',
  'shares',
  'hosting',
  'tornado',
] as const;
export type CompareTab = (typeof COMPARE_TABS)[number];

/** What all leaves of the comparison are about. */
export interface Shown {
  readonly comparison: Comparison;
  /** Keys of the scenarios that are not hidden, the baseline among them. */
  readonly keys: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

export function shownOf(comparison: Comparison, hiddenIds: ReadonlySet<string>, language: Language): Shown {
  const { scenarios, baselineKey } = comparison;
  const keys = scenarios
    .filter(({ key, scenario }) => key === baselineKey || !hiddenIds.has(scenario.id))
    .map(({ key }) => key);
  return { comparison, keys, names: comparedNames(comparison, language) };
}

export const shownScenarios = ({ comparison, keys }: Shown): readonly ComparedScenario[] =>
  comparison.scenarios.filter(({ key }) => keys.includes(key));

export const baselineOf = ({ comparison }: Shown): ComparedScenario =>
  comparison.scenarios.find(({ key }) => key === comparison.baselineKey)!;

/** The ranking of what is shown, as the wishes stand. */
export function useRanking(shown: Shown) {
  const wishes = useAppState((state) => state.wishes);
  const { comparison } = shown;
  const possible = useMemo(() => possibleCriteria(comparison), [comparison]);
  return useMemo(
    () => ({ possible, ...rankingOf(comparison, shownScenarios(shown), possible, wishes) }),
    [comparison, shown, possible, wishes],
  );
}
