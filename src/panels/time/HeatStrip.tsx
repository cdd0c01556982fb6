import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { indexOfMax } from '../../kpi';
import {
  runOf,
  scenariosOf,
  shownId,
  shownResult,
  useActions,
  useAppState,
  useSpeech,
  useWords,
  type AppState,
} from '../../state';
import { bytesOf, classColour, classify, RAMPS, type Ramp, type Theme } from '../../state/display';
import { heatOfYear, transformerYearPercent } from '../../state/view';
import { useTheme } from '../parts/theme';
import { monthMarks } from './Timeline';

const DAYS = 365;

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

/** The ramp along a linear axis from nothing to the largest, as CSS. */
function gradientOf(ramp: Ramp): string {
  const stops = ramp.map((colour, at) => `${colour} ${((at / (ramp.length - 1)) ** 2 * 100).toFixed(1)}%`);
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/** Largest import of any scenario on file, W: one scale for all of them. */
function largestImportW(state: AppState): number {
  const peaks = scenariosOf(state).flatMap(({ id }) => {
    const { result } = runOf(state, id);
    return result === null ? [] : [result.table.sourcePW[indexOfMax(result.table.sourcePW)] ?? 0];
  });
  return Math.max(1, ...peaks);
}

interface Heat {
  readonly cells: Float64Array;
  readonly title: string;
  /** Ends of the scale; null where the classes of the legend hold. */
  readonly ends: readonly [low: string, high: string] | null;
  readonly colour: (value: number, theme: Theme) => Rgb | undefined;
}

function useHeat(): Heat | null {
  const { words, quantity } = useSpeech();
  const result = useAppState(shownResult);
  const topW = useAppState(largestImportW);
  const transformerId = useAppState((state) =>
    state.selection?.kind === 'transformer' && runOf(state, shownId(state)).result !== null
      ? state.selection.id
      : null,
  );
  return useMemo(() => {
    if (result === null) return null;
    const percent = transformerId === null ? null : transformerYearPercent(result, transformerId);
    if (transformerId !== null && percent !== null) {
      return {
        cells: heatOfYear(percent, result.stepS),
        title: words('time.loadingOf', { id: transformerId }),
        ends: null,
        colour: (value: number, theme: Theme) => {
          const hex = classColour('loading', classify('loading', value), theme);
          return hex === undefined ? undefined : bytesOf(hex);
        },
      };
    }
    return {
      cells: heatOfYear(result.table.sourcePW, result.stepS),
      title: words('time.import'),
      ends: [result.table.sourcePW.some((w) => w < 0) ? '≤ 0' : '0', quantity(topW, 'W')] as const,
      colour: (value: number, theme: Theme) => blend(RAMPS.sequential[theme], shareOfRamp(value / topW)),
    };
  }, [result, topW, transformerId, words, quantity]);
}

/** What the colours of the strip mean. */
function Scale({ ends }: { readonly ends: Heat['ends'] }) {
  const { words, percent: percentText } = useSpeech();
  const theme = useTheme();
  if (ends !== null) {
    return (
      <span className="heat-scale muted" title={words('time.oneScale')}>
        {ends[0]}
        <span className="heat-key" style={{ backgroundImage: gradientOf(RAMPS.sequential[theme]) }} />
        {ends[1]}
      </span>
    );
  }
  return (
    <span className="heat-scale muted" title={words('time.loadingClasses')}>
      {[50, 80, 100, 120].map((percent, at) => (
        <span key={percent} className="heat-scale">
          <span
            className="heat-key class"
            style={{ backgroundColor: classColour('loading', at + 1, theme) }}
          />
          ≥ {at === 3 ? percentText(percent) : percent}
        </span>
      ))}
    </span>
  );
}

/** A year as 365 columns of 24 hours; a click goes there. The sliders beside it do the same. */
export function HeatStrip() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const words = useWords();
  const heat = useHeat();
  const title = heat?.title ?? words('time.year');
  const actions = useActions();
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const hour = Math.floor((step * stepS) / 3600);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || heat === null) return;
    const image = context.createImageData(DAYS, 24);
    heat.cells.forEach((value, at) => {
      const colour = Number.isNaN(value) ? undefined : heat.colour(value, theme);
      if (colour === undefined) return;
      image.data.set([...colour, 255], at * 4);
    });
    context.putImageData(image, 0, 0);
  }, [heat, theme]);

  const go = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const day = Math.min(DAYS - 1, Math.floor(((event.clientX - box.left) / box.width) * DAYS));
    const hourOfDay = Math.min(23, Math.floor(((event.clientY - box.top) / box.height) * 24));
    actions.setStep(((day * 24 + hourOfDay) * 3600) / stepS);
  };
  return (
    <figure className="heat">
      <figcaption>
        <span className="chart-title">{title}</span>
        {heat === null ? null : <Scale ends={heat.ends} />}
      </figcaption>
      <div className="heat-frame" onClick={go} title={words('time.strip')}>
        <canvas ref={canvas} width={DAYS} height={24} role="img" aria-label={title} />
        <span
          className="heat-mark"
          style={{
            left: `${((Math.floor(hour / 24) + 0.5) / DAYS) * 100}%`,
            top: `${(((hour % 24) + 0.5) / 24) * 100}%`,
          }}
        />
      </div>
      <div className="months" aria-hidden="true">
        {monthMarks(words).map(({ name, day }) => (
          <span key={name} style={{ left: `${(day / DAYS) * 100}%` }}>
            {name}
          </span>
        ))}
      </div>
    </figure>
  );
}
