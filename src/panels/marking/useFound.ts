import { useMemo } from 'react';
import type { SelectorRule } from '../../model/selector';
import { BASELINE_ID, useAppState, useSpeech, type MarkedKind } from '../../state';
import { foundBy } from '../../state/marked/view';
import { districtOf } from '../../state/view';

/** What a rule gives in the district of today; null while there is no rule, or no district. */
export function useFound(kind: MarkedKind, rule: SelectorRule | null) {
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const { language } = useSpeech();
  return useMemo(
    () => (district === null || rule === null ? null : foundBy(district, kind, rule, language)),
    [district, kind, rule, language],
  );
}
