import type { Kpi } from '../../kpi';
import type { KpiDefinition } from '../../kpi/definition';
import type { KpiGroup } from '../../kpi/kpiGroups';
import { costKpis } from '../../study/comparison/money';
import { fail } from '../../model/outcome';
import { kpiWords, type Language } from '../../words';
import type { RunResult } from '../appState';
import { kpisOf } from '../view';

/** An indicator that the strip can show. */
export interface StripChoice {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  /** Null: of households, or of what measures cost. */
  readonly group: KpiGroup | null;
}

/** All indicators of the year on screen, and those that are counted beside it. */
export function stripChoices(
  result: RunResult | null,
  households: readonly KpiDefinition[],
  countedLater: readonly string[],
  language: Language,
): readonly StripChoice[] {
  const ofYear = result === null ? [] : kpisOf(result);
  const named = new Map<string, Pick<Kpi, 'id' | 'label' | 'definition' | 'boundary' | 'source'>>(
    [...households.map((one) => ({ ...one, label: one.name })), ...costKpis(fail([]))].map((one) => [
      one.id,
      one,
    ]),
  );
  const choiceOf = (
    kpi: Pick<Kpi, 'id' | 'label' | 'definition' | 'boundary' | 'source'>,
    group: KpiGroup | null,
  ) => {
    const { label, definition } = kpiWords(language, kpi);
    return { id: kpi.id, label, definition, group };
  };
  return [
    ...ofYear.flatMap((kpi) => (kpi.group === undefined ? [] : [choiceOf(kpi, kpi.group)])),
    ...countedLater.flatMap((id) => {
      const kpi = named.get(id);
      return kpi === undefined ? [] : [choiceOf(kpi, null)];
    }),
  ];
}
