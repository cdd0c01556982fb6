import { useMemo } from 'react';
import { indexOfMax } from '../../kpi';
import {
  runOf,
  scenariosOf,
  shownId,
  shownResult,
  useAppState,
  useAppStore,
  useSpeech,
  type AppState,
} from '../../state';
import { bytesOf, classColour, classify, RAMPS, type Ramp, type Theme } from '../../state/display';
import { heatOfYear, transformersOf, transformerYearPercent } from '../../state/view';

/** Of a transformer's bars: the last class of the legend begins here. */
const FULL_PERCENT = 120;

type Rgb = readonly [red: number, green: number, blue: number];

/** Import has no limit, so its strip is a continuum: between the two colours of the ramp around the share. */
function blend(ramp: Ramp, share: number): Rgb {
  const at = Math.min(Math.max(share, 0), 1) * (ramp.length - 1);
  const low = bytesOf(ramp[Math.floor(at)]!);
  const high = bytesOf(ramp[Math.ceil(at)]!);
  const part = at - Math.floor(at);
  const mix = (channel: 0 | 1 | 2) => low[channel] + (high[channel] - low[channel]) * part;
  return [mix(0), mix(1), mix(2)];
}

/** Share of the ramp for a share of the largest import: the root, so that nights and days differ at a tenth of it too. */
const shareOfRamp = (share: number) => Math.sqrt(Math.min(Math.max(share, 0), 1));

/** Largest import of any scenario on file, W: one scale for all of them. */
function largestImportW(state: AppState): number {
  const peaks = scenariosOf(state).flatMap(({ id }) => {
    const { result } = runOf(state, id);
    return result === null ? [] : [result.table.sourcePW[indexOfMax(result.table.sourcePW)] ?? 0];
  });
  return Math.max(1, ...peaks);
}

/** The year by hours and days: what the strip of the year and the day below it are drawn from. */
export interface Heat {
  readonly cells: Float64Array;
  readonly title: string;
  /** The same of one day. */
  readonly dayTitle: string;
  /** Ends of the scale; null where the classes of the legend hold. */
  readonly ends: readonly [low: string, high: string] | null;
  /** Where a bar is full. */
  readonly top: number;
  readonly text: (value: number) => string;
  readonly colour: (value: number, theme: Theme) => Rgb | undefined;
}

/** Of the transformer that is selected, else of the district's import; null without a year. */
export function useHeat(): Heat | null {
  const { words, quantity, percent: percentText } = useSpeech();
  const result = useAppState(shownResult);
  const topW = useAppState(largestImportW);
  const transformerId = useAppState((state) =>
    state.selection?.kind === 'transformer' && runOf(state, shownId(state)).result !== null
      ? state.selection.id
      : null,
  );
  const store = useAppStore();
  const id = useAppState(shownId);
  const transformers = useAppState((state) => transformersOf(state, shownId(state)));
  return useMemo(() => {
    // What it may carry is its scenario's.
    void transformers;
    if (result === null) return null;
    const percent =
      transformerId === null ? null : transformerYearPercent(store.getState(), id, transformerId);
    if (transformerId !== null && percent !== null) {
      return {
        cells: heatOfYear(percent, result.stepS),
        title: words('time.loadingOf', { id: transformerId }),
        dayTitle: words('moments.loadingOfDay', { id: transformerId }),
        ends: null,
        top: FULL_PERCENT,
        text: percentText,
        colour: (value: number, theme: Theme) => {
          const hex = classColour('loading', classify('loading', value), theme);
          return hex === undefined ? undefined : bytesOf(hex);
        },
      };
    }
    return {
      cells: heatOfYear(result.table.sourcePW, result.stepS),
      title: words('time.import'),
      dayTitle: words('moments.importOfDay'),
      ends: [result.table.sourcePW.some((w) => w < 0) ? '≤ 0' : '0', quantity(topW, 'W')] as const,
      top: topW,
      text: (value: number) => quantity(value, 'W'),
      colour: (value: number, theme: Theme) => blend(RAMPS.sequential[theme], shareOfRamp(value / topW)),
    };
  }, [store, id, transformers, result, topW, transformerId, words, quantity, percentText]);
}
