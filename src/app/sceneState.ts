import type { PaintedState, SceneState, LabelRequest, LineState, TransformerState } from '../scene';
import { runOf, shownId, timeOfStep, type AppState } from '../state';
import {
  bytesOf,
  classColour,
  classify,
  DATA_WORLD,
  flowClass,
  NO_DATA,
  paintValues,
  type Theme,
} from '../state/display';
import { isHidden } from '../state/present';
import { wordsOf } from '../words';
import {
  branchLoadings,
  buildingValues,
  districtOf,
  formatPercent,
  lineFlowW,
  passesFilter,
  standingIn,
} from '../state/view';

const MOST_LABELS = 15;
/** In large type, for a room. */
const FEW_LABELS = 5;

/** RGBA per building; elements outside the legend's filter take the neutral of the washed-out world. */
export function buildingColours(state: AppState, theme: Theme, id = shownId(state)): Uint8Array | null {
  if (state.look === 'scene' || isHidden(state)) return null;
  const values = buildingValues(state, id);
  if (values === null) return null;
  const bytes = new Uint8Array(values.length * 4);
  paintValues(state.variable, theme, values, bytes);
  if (state.classFilter !== null) {
    const [red, green, blue] = bytesOf(DATA_WORLD[theme].building);
    values.forEach((value, row) => {
      if (!passesFilter(state, value)) bytes.set([red, green, blue, 255], row * 4);
    });
  }
  return bytes;
}

interface BranchStates {
  readonly lines: readonly LineState[] | null;
  readonly transformers: readonly TransformerState[] | null;
}

/** Colours and widths of the network at the hour on screen: always its loading. */
export function branchStates(state: AppState, theme: Theme, id = shownId(state)): BranchStates {
  const loadings = branchLoadings(state, id);
  const { result } = runOf(state, id);
  if (loadings === null || result === null || isHidden(state)) return { lines: null, transformers: null };
  const filtered = state.variable === 'loading' && state.classFilter !== null;
  const plain = NO_DATA[theme].hatch;
  const of = (percent: number) => {
    const index = classify('loading', percent);
    const shown = index >= 0 && (!filtered || passesFilter(state, percent));
    return { colour: shown ? classColour('loading', index, theme)! : plain, index: shown ? index : 0 };
  };
  const lines = Array.from(loadings.subarray(0, result.rows.lineCount), (percent): LineState => {
    const { colour, index } = of(percent);
    return { colour, widthClass: index };
  });
  const transformers = Array.from(loadings.subarray(result.rows.lineCount), (percent): TransformerState => {
    const { colour } = of(percent);
    return { colour, percent, alert: percent > 100, severe: percent > 120 };
  });
  return { lines, transformers };
}

/** Transformers close to their limit at this hour, the fullest first, and the selection. */
export function labelsOf(state: AppState, id = shownId(state)): readonly LabelRequest[] {
  const { result } = runOf(state, id);
  if (result === null || isHidden(state)) return [];
  const loadings = branchLoadings(state, id);
  const labels = result.rows.transformerIds
    .map((transformerId, row) => ({
      transformerId,
      percent: loadings?.[result.rows.lineCount + row] ?? Number.NaN,
    }))
    .filter(({ percent }) => percent >= 0)
    .sort((a, b) => b.percent - a.percent)
    .map(({ transformerId, percent }): LabelRequest => ({
      target: { kind: 'transformer', id: transformerId },
      text: `${transformerId} ${formatPercent(percent)}`,
    }));
  const { selection } = state;
  if (selection !== null && selection.kind !== 'transformer') {
    const name = districtOf(state, id)?.buildings.find((each) => each.id === selection.id)?.name;
    labels.unshift({ target: selection, text: name ?? selection.id });
  }
  return labels.slice(0, state.mode === 'present' ? FEW_LABELS : MOST_LABELS);
}

/** Which way and how strongly power flows in every line; null where nobody asked, or the week is not there yet. */
function lineFlows(state: AppState, id: string): readonly number[] | null {
  if (!state.showsFlow || isHidden(state)) return null;
  const flowW = lineFlowW(state, id);
  return flowW === null ? null : Array.from(flowW, flowClass);
}

/** What a scenario's numbers put on the map. */
export function paintedOf(state: AppState, theme: Theme, id: string): Omit<PaintedState, 'labels'> {
  const { lines, transformers } = branchStates(state, theme, id);
  return {
    buildingColours: buildingColours(state, theme, id),
    lineStates: lines,
    transformerStates: transformers,
    lineFlows: lineFlows(state, id),
    buildings: districtOf(state, id)?.buildings ?? null,
  };
}

export function hourOf(state: AppState): SceneState['hour'] {
  const { dayOfYear, hour, minute } = timeOfStep(state.step, state.stepS, 0);
  return { dayOfYear, hourOfDay: hour + minute / 60 };
}

/** Everything behind the selected branch: who causes its load. */
export function highlightedOf(state: AppState): ReadonlySet<string> | null {
  const { attribution, selection } = state;
  if (attribution === null || selection === null || attribution.branchId !== selection.id) return null;
  return new Set(attribution.contributors.map(({ buildingId }) => buildingId));
}

/** The canvas in words: what a screen reader says on arriving there. */
export function canvasLabel(state: AppState): string {
  const worst = isHidden(state) ? undefined : standingIn(state)?.transformers[0];
  const words = wordsOf(state.language);
  const name = state.loaded?.district.name ?? words('page.theDistrict');
  const most =
    worst === undefined
      ? ''
      : words('page.mapMost', {
          id: worst.id,
          loading: formatPercent(worst.loadingMax * 100, state.language),
        });
  return words('page.map', { name, most });
}
