import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { runOf, shownId, shownResult, useActions, useAppState } from '../../state';
import { bytesOf, classColour, classify, RAMPS, type Ramp, type Theme } from '../../state/display';
import { heatOfYear, installedSVa, transformerYearPercent } from '../../state/view';
import { formatQuantity } from '../../units';
import { useTheme } from '../parts/theme';
import { monthMarks } from './Timeline';

const DAYS = 365;
const MONTHS = monthMarks();

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

interface Heat {
  readonly cells: Float64Array;
  readonly title: string;
  readonly scale: string;
  readonly colour: (value: number, theme: Theme) => Rgb | undefined;
}

function useHeat(): Heat | null {
  const result = useAppState(shownResult);
  const installedVa = useAppState((state) =>
    state.loaded === null ? 0 : installedSVa(state.loaded.district),
  );
  const transformerId = useAppState((state) =>
    state.selection?.kind === 'transformer' && runOf(state, shownId(state)).result !== null
      ? state.selection.id
      : null,
  );
  return useMemo(() => {
    if (result === null) return null;
    const percent = transformerId === null ? null : transformerYearPercent(result, transformerId);
    if (percent !== null) {
      return {
        cells: heatOfYear(percent, result.stepS),
        title: `Loading of ${transformerId} through the year`,
        scale: 'classes as in the legend of loading',
        colour: (value: number, theme: Theme) => {
          const hex = classColour('loading', classify('loading', value), theme);
          return hex === undefined ? undefined : bytesOf(hex);
        },
      };
    }
    // Nothing a scenario changes: the transformers' ratings together.
    const topW = Math.max(installedVa, 1);
    return {
      cells: heatOfYear(result.table.sourcePW, result.stepS),
      title: 'Import of the district through the year',
      scale: `0 to ${formatQuantity(topW, 'VA')}, all transformers`,
      colour: (value: number, theme: Theme) => {
        return blend(RAMPS.sequential[theme], value / topW);
      },
    };
  }, [result, installedVa, transformerId]);
}

/** A year as 365 columns of 24 hours; a click goes there. The sliders beside it do the same. */
export function HeatStrip() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const heat = useHeat();
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
        <span className="chart-title">{heat?.title ?? 'The year'}</span>
        <span className="muted">rows: hours 0 to 24; {heat?.scale ?? ''}</span>
      </figcaption>
      <div className="heat-frame" onClick={go}>
        <canvas ref={canvas} width={DAYS} height={24} role="img" aria-label={heat?.title ?? 'The year'} />
        <span
          className="heat-mark"
          style={{
            left: `${((Math.floor(hour / 24) + 0.5) / DAYS) * 100}%`,
            top: `${(((hour % 24) + 0.5) / 24) * 100}%`,
          }}
        />
      </div>
      <div className="months" aria-hidden="true">
        {MONTHS.map(({ name, day }) => (
          <span key={name} style={{ left: `${(day / DAYS) * 100}%` }}>
            {name}
          </span>
        ))}
      </div>
    </figure>
  );
}
