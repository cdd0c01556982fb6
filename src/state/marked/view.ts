import { groupKpis, type GroupKpi } from '../../study/group';
import type { District } from '../../model/district';
import type { MeasureType } from '../../model/scenario';
import { MEASURES } from '../../measures';
import { resolveRule, targetOf } from '../../scenario';
import { issueWords, type Language } from '../../words';
import type { AppState } from '../appState';
import { runOf, shownId } from '../selectors';
import { districtOf, indexOf } from '../view/effective';
import { ratingsIn } from '../view/judged';
import { annualUseJ } from '../view/values';
import { groupYearOf } from './groupStudy';
import type { Marked } from './marked';

/** What can be said of those who are marked without counting a year anew; NaN where it is not known. */
export interface MarkedFigures {
  readonly floorAreaM2: number;
  readonly households: number;
  readonly usedJ: number;
  readonly lengthM: number;
  readonly ratedSVa: number;
  /** Of lines and transformers. */
  readonly worst: { readonly id: string; readonly percent: number } | null;
}

const NOTHING = { floorAreaM2: NaN, households: NaN, usedJ: NaN, lengthM: NaN, ratedSVa: NaN, worst: null };

export function markedFigures(state: AppState): MarkedFigures {
  const { marked } = state;
  const district = districtOf(state, shownId(state));
  if (marked === null || district === null) return NOTHING;
  return marked.kind === 'building'
    ? buildingFigures(state, marked, district)
    : branchFigures(state, marked, district);
}

function buildingFigures(state: AppState, { ids }: Marked, district: District): MarkedFigures {
  const index = indexOf(district);
  const { result } = runOf(state, shownId(state));
  const usedJ = result === null ? null : annualUseJ(result);
  const rows = ids.flatMap((id) => index.buildingRow.get(id) ?? []);
  const sum = (of: (row: number) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    ...NOTHING,
    floorAreaM2: sum((row) => index.floorAreaM2[row]!),
    households: sum((row) => district.buildings[row]!.households),
    usedJ: usedJ === null ? Number.NaN : sum((row) => usedJ[row]!),
  };
}

function branchFigures(state: AppState, { kind, ids }: Marked, district: District): MarkedFigures {
  const index = indexOf(district);
  const { result } = runOf(state, shownId(state));
  const ratings = ratingsIn(state, shownId(state));
  const wanted = new Set(ids);
  let worst: MarkedFigures['worst'] = null;
  result?.rows.branchIds.forEach((id, row) => {
    const percent = (result.table.branchLoadingMax[row]! * 100) / (ratings?.[row] ?? 1);
    const isOfKind = row < result.rows.lineCount === (kind === 'line');
    if (isOfKind && wanted.has(id) && !(worst !== null && worst.percent >= percent)) worst = { id, percent };
  });
  const sum = (of: (id: string) => number) => ids.reduce((total, id) => total + of(id), 0);
  if (kind === 'line') return { ...NOTHING, worst, lengthM: sum((id) => index.line.get(id)?.lengthM ?? 0) };
  const ratedSVa = sum(
    (id) => index.transformerType.get(index.transformer.get(id)?.transformerTypeId ?? '')?.ratedSVa ?? 0,
  );
  return { ...NOTHING, worst, ratedSVa };
}

/** Key figures of the group that is marked, in the year of a scenario; null until they are counted. */
export function groupFigures(state: AppState, scenarioId: string): readonly GroupKpi[] | null {
  const year = groupYearOf(state, scenarioId);
  const { result } = runOf(state, scenarioId);
  if (year === null || result === null || state.marked === null) return null;
  // How many they are stands beside them.
  return groupKpis(year, state.marked.ids.length, result.stepS).slice(1);
}

/** Measures that can be taken at a kind of element, in the library's order. */
export const measuresAt = (kind: Marked['kind']): readonly MeasureType[] =>
  (Object.keys(MEASURES) as MeasureType[]).filter((type) => targetOf(type) === kind);

/** How many a rule gives today, as it is being put together; what stands in its way as sentences. */
export function foundBy(
  district: District,
  kind: Marked['kind'],
  rule: Marked['rule'],
  language: Language = 'en',
): { readonly count: number; readonly problems: readonly string[] } {
  const { ids, issues } = resolveRule(rule, district, kind, { source: 'selection', where: kind });
  const errors = issues.filter(({ severity }) => severity === 'error');
  const said = errors.map((error) => issueWords(language, error));
  return { count: ids.length, problems: said.map(({ message, remedy }) => `${message} ${remedy}`) };
}
