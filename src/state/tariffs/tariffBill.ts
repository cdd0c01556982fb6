import type { Scenario } from '../../model/scenario';
import type { AppState } from '../appState';
import { BILL_LINES, buildingFigures, type BillPartId } from '../building/figures';
import { runInputOf, runOf, scenarioOf } from '../selectors';
import { districtOf } from '../view/effective';

/** What the selected building pays for a year's energy. */
export interface TariffBill {
  readonly buildingId: string;
  readonly totalEur: number;
  readonly parts: readonly { readonly part: BillPartId; readonly eur: number }[];
}

/**
 * The bill of the selected building in the year that is there, under the tariffs of `draft`: counted on this thread, nothing is
 * run or asked. Null where no building is selected or its year is not there, or is one of older inputs.
 */
export function tariffBill(state: AppState, draft: Scenario): TariffBill | null {
  const { selection, buildingYears } = state;
  const year = buildingYears[draft.id];
  const scenario = scenarioOf(state, draft.id);
  const input = scenario === undefined ? null : runInputOf(state, scenario);
  const district = districtOf(state, draft.id);
  if (runOf(state, draft.id).status !== 'ready') return null;
  if (selection?.kind !== 'building' || year?.buildingId !== selection.id) return null;
  if (input === null || district === null) return null;
  const own = { ...year, input, heatNeedAtTodaysTemperaturesJ: Number.NaN };
  const figures = buildingFigures({ scenario: draft, district, year: own });
  if (figures === null) return null;
  return {
    buildingId: selection.id,
    totalEur: figures.totalBillEur,
    parts: BILL_LINES.map((part) => ({ part, eur: figures.billEur[part] })),
  };
}
