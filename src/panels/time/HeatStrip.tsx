import { lazy, useEffect, useRef, type MouseEvent } from 'react';
import { isOfOldInputs, useActions, useAppState, useSpeech, useWords } from '../../state';
import { classColour, RAMPS, type Ramp } from '../../state/display';
import { LazyPart } from '../parts/LazyPart';
import { useTheme } from '../parts/theme';
import { monthMarks } from './Timeline';
import { useHeat, type Heat } from './useHeat';

const HourMarks = lazy(() => import('./HourMarks').then((module) => ({ default: module.HourMarks })));

const DAYS = 365;

/** The ramp along a linear axis from nothing to the largest, as CSS. */
function gradientOf(ramp: Ramp): string {
  const stops = ramp.map((colour, at) => `${colour} ${((at / (ramp.length - 1)) ** 2 * 100).toFixed(1)}%`);
  return `linear-gradient(to right, ${stops.join(', ')})`;
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
  const isComing = useAppState((state) => state.loaded !== null);
  const isOld = useAppState((state) => isOfOldInputs(state));
  const own = heat?.title ?? words(isComing ? 'time.yearComing' : 'time.year');
  const title = isOld ? words('time.ofOldInputs', { title: own }) : own;
  const actions = useActions();
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const hour = Math.floor((step * stepS) / 3600);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    // What was drawn of another year must not stand under a year that is not there.
    context.clearRect(0, 0, DAYS, 24);
    if (heat === null) return;
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
    <figure className={isOld ? 'heat old' : 'heat'}>
      <figcaption>
        <span className="chart-title">{title}</span>
        {heat === null ? null : <Scale ends={heat.ends} />}
      </figcaption>
      <div className="heat-frame" onClick={go} title={words('time.strip')}>
        <canvas ref={canvas} width={DAYS} height={24} role="img" aria-label={title} />
        <LazyPart fallback={null}>
          <HourMarks />
        </LazyPart>
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
