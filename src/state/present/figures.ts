import type { SessionKpi } from '../../io/sessionFile';
import type { RunResult } from '../../engine/contract';
import type { Transformer } from '../../model/network';
import type { Scenario } from '../../model/scenario';
import { standingPreview } from '../previews';
import { runOf, scenarioOf } from '../selectors';
import type { AppState } from '../appState';
import { kpisOf, provisionalKpisOf, transformersOf } from '../view';
import { foldedDistrict } from '../view/effective';
import { isHidden } from './hidden';
import type { Figure, YearBefore } from './presentState';

/** The figures of a finished year. */
export function figuresOfYear(
  kpis: readonly SessionKpi[],
  result: RunResult,
  scenario: Scenario,
  transformers: readonly Transformer[],
): readonly Figure[] {
  const all = new Map(kpisOf(result, scenario, transformers).map((kpi) => [kpi.id, kpi]));
  return kpis.map(({ id }) => {
    const kpi = all.get(id);
    return { id, value: kpi?.value ?? Number.NaN, unit: kpi?.unit ?? '', isProvisional: false };
  });
}

/** The figures of a year that need not stand in the document, against the ratings that its own measures gave. */
export const figuresBefore = (
  kpis: readonly SessionKpi[],
  { input, result, scenario }: YearBefore,
): readonly Figure[] =>
  figuresOfYear(kpis, result, scenario, foldedDistrict(input).network?.transformers ?? []);

/**
 * The figures of a scenario of the document as they stand now: of its year, else of a first look, else none. Nothing at all
 * while a question to the room is open.
 */
export function figuresNow(
  state: AppState,
  scenarioId: string,
  kpis: readonly SessionKpi[],
): readonly Figure[] {
  const none = kpis.map(({ id }): Figure => ({ id, value: Number.NaN, unit: '', isProvisional: false }));
  const scenario = scenarioOf(state, scenarioId);
  if (scenario === undefined || isHidden(state)) return none;
  const { status, result } = runOf(state, scenarioId);
  const transformers = transformersOf(state, scenarioId);
  if (status === 'ready' && result !== null) return figuresOfYear(kpis, result, scenario, transformers);
  const preview = standingPreview(state, scenarioId);
  if (preview === null || preview.scenario.measures !== scenario.measures) return none;
  const first = new Map(provisionalKpisOf(preview, transformers).map((kpi) => [kpi.id, kpi]));
  return none.map((figure) => {
    const kpi = first.get(figure.id);
    return kpi === undefined ? figure : { ...figure, value: kpi.value, unit: kpi.unit, isProvisional: true };
  });
}
